using System.Globalization;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Data.Places;

/// <summary>
/// Reads places for <c>--from</c> and <c>--to</c>: a CSV with the columns id, lon and lat, GeoJSON points, or a case folder or workbook,
/// whose sites are then the places.
/// </summary>
public static class PlaceFile
{
    private const string SiteTable = "sites.csv";

    /// <summary>Reads a file or folder.</summary>
    /// <exception cref="InputException">The file cannot be used; every finding has its line.</exception>
    public static IReadOnlyList<NamedPlace> Read(InputFile file, Findings findings)
    {
        string path = file.Path;
        if (Path.GetExtension(path).ToLowerInvariant() is ".geojson" or ".json") return GeoJsonPlaces.Read(file, findings);
        bool isCase = Directory.Exists(path) || CaseWorkbook.Is(path) || CaseArchive.Is(path);
        string id = isCase ? "site" : "id";
        string[] others = isCase ? ["name", "kommunenummer", "position_estimated", "other_names"] : [];
        DelimitedTable? table = DelimitedTable.Read(
            isCase ? CaseFolder.TableIn(path, SiteTable, findings) : file, new TableColumns([id, "lon", "lat"], others), findings);
        findings.ThrowIfErrors();
        var places = new List<NamedPlace>();
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table!.Rows)
        {
            var place = new NamedPlace(row.Text(id), row.Position("lon", "lat", PositionLimits.World));
            if (row.IsFaulty) continue;
            if (!lineOf.TryAdd(place.Id, row.Line))
                row.Error(new Phrase("places.duplicate", place.Id, lineOf[place.Id]), new Phrase("places.duplicate.remedy"));
            places.Add(place);
        }
        findings.ThrowIfErrors();
        CheckSwapped(places, path, findings);
        return places;
    }

    /// <summary>
    /// Norway's longitudes and latitudes do not overlap: where not a place is in Norway but all would be with the two
    /// exchanged, they are exchanged.
    /// </summary>
    /// <exception cref="InputException">They are.</exception>
    internal static void CheckSwapped(IReadOnlyList<NamedPlace> places, string path, Findings findings)
    {
        if (places.Count == 0 || !places.All(p => PositionLimits.Norway.Contains(new GeoPoint(p.Position.Latitude, p.Position.Longitude)))) return;
        GeoPoint first = places[0].Position;
        string written = string.Create(CultureInfo.InvariantCulture, $"{first.Longitude} / {first.Latitude}");
        findings.Error(path, null, new Phrase("table.swapped", "lon", "lat", written), new Phrase("table.swapped.remedy", "lon", "lat"));
        findings.ThrowIfErrors();
    }
}

/// <summary>A place a user names by an id.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Position">Degrees.</param>
public sealed record NamedPlace(string Id, GeoPoint Position);

/// <summary>How far a place that is too far from every road lies from the nearest one: it is told, not left out.</summary>
public static class RoadDistance
{
    /// <summary>The gap of the snap where that is known, else measured to every road; metres, infinite where there is no road.</summary>
    public static double MetresOf(SnappedPlace place, RoadGraph graph)
    {
        if (double.IsFinite(place.Snap.GapMetres)) return place.Snap.GapMetres;
        double nearest = double.PositiveInfinity;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge].IsRoad()) nearest = Math.Min(nearest, RoadSnapper.ToEdge(graph, edge, place.Point).GapMetres);
        }
        return nearest;
    }
}
