using System.Globalization;
using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Tests.Data.Cases;

/// <summary>A case read the second time, from what was kept of it, is the case; after a file has changed it is another.</summary>
public sealed class KeptCaseTests : IDisposable
{
    private readonly CaseOnDisk disk = new();

    /// <summary>No two runs have the same, so that each begins with nothing kept.</summary>
    private readonly int people = 1000 + Environment.ProcessId;

    [Fact]
    public void Second_reading_is_the_first_and_a_changed_file_is_read()
    {
        Prepare();
        WriteGrid(people);
        CaseCheck first = disk.Check(), second = disk.Check();
        Assert.True(first.Case is not null, string.Join('\n', first.Findings.Select(f => f.In(UserLanguage.English))));
        Assert.Equal(Told(first), Told(second));
        Assert.Contains("case.grid-outside", Told(first), StringComparison.Ordinal);
        Assert.Equal(people + 400, first.Case!.Demand.TotalPeople);

        WriteGrid(people + 1);
        CaseCheck changed = disk.Check();
        Assert.Equal(people + 1 + 400, changed.Case!.Demand.TotalPeople);
        Assert.NotEqual(Told(first), Told(changed));
    }

    private void WriteGrid(int gol) =>
        disk.Write("grid.csv", $"ru250m;pop_tot\n{Cell(8.9461, 60.7001)};{gol}\n{Cell(8.5614, 60.6286)};400\n{Cell(7.4, 60.75)};300\n");

    private void Prepare() => disk.Delete("demand.csv").Delete("roads.csv").Delete("places.csv").Change("case.json", "\"crs\": \"EPSG:25833\",", """
        "crs": "EPSG:25833",
          "files": {
            "roads": { "path": "norway:roads.navnet" }, "map": { "path": "norway:ground.gpkg" },
            "demand": { "path": "grid.csv" }, "boundaries": { "path": "norway:boundaries-2018.geojson" }
          },
        """);

    private static string Cell(double longitude, double latitude)
    {
        PlanePoint at = MapProjection.Norway.ToPlane(new GeoPoint(longitude, latitude));
        return string.Create(CultureInfo.InvariantCulture, $"{2_000_000 + Math.Floor(at.Easting / 250) * 250:0000000}{Math.Floor(at.Northing / 250) * 250:0000000}");
    }

    /// <summary>Everything that came of the files, down to the minutes.</summary>
    private static string Told(CaseCheck check)
    {
        var text = new StringBuilder();
        foreach (Finding f in check.Findings) text.AppendLine(f.Problem.Key + " " + f.In(UserLanguage.Bokmaal));
        foreach (string id in check.Case!.Demand.Ids) text.AppendLine(id);
        foreach (PlanePoint point in check.Case.Demand.Points) text.AppendLine(point.ToString());
        text.AppendLine(string.Join(' ', check.Case.Demand.People.ToArray()) + " in " + string.Join(' ', check.Case.Demand.Municipalities.ToArray()));
        foreach (var outside in check.People!.Outside) text.AppendLine(outside.ToString());
        foreach (var settlement in check.Case.Settlements.Take(200)) text.AppendLine(CultureInfo.InvariantCulture, $"{settlement.Name} {settlement.Point} {settlement.Municipality} {settlement.IsValley} {string.Join('|', settlement.OtherNames ?? [])}");
        foreach (var boundary in check.Work!.Boundaries.Take(20)) text.AppendLine(boundary.Name + boundary.Area.AsText());
        AccessStudy study = AccessStudy.Of(check.Case);
        foreach (var place in study.Places) text.AppendLine(place.ToString());
        return text.ToString();
    }

    public void Dispose() => disk.Dispose();
}
