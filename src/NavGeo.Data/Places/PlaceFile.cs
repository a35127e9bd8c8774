using NavGeo.Data.Input;
using NavGeo.Data.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Places;

/// <summary>Reads places for <c>--from</c> and <c>--to</c>: a CSV with the columns id, lon and lat.</summary>
public static class PlaceFile
{
    private static readonly TableColumns Columns = new(["id", "lon", "lat"], []);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be used; every finding has its line.</exception>
    public static IReadOnlyList<NamedPlace> Read(string path, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(path, Columns, findings);
        findings.ThrowIfErrors();
        var places = new List<NamedPlace>();
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table!.Rows)
        {
            var place = new NamedPlace(row.Text("id"), row.Position("lon", "lat", PositionLimits.World));
            if (row.IsFaulty) continue;
            if (!lineOf.TryAdd(place.Id, row.Line))
                row.Error(new Phrase("places.duplicate", place.Id, lineOf[place.Id]), new Phrase("places.duplicate.remedy"));
            places.Add(place);
        }
        findings.ThrowIfErrors();
        return places;
    }
}
