using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NetTopologySuite.Geometries;

namespace NavGeo.Web.Situations;

/// <summary>
/// Where the edits in force show on the map, as GeoJSON in degrees: just the part of a road that is closed and nothing beyond
/// it, what is built, where sites have come from. <c>number</c> is that of the edit, <c>kind</c> one of <c>closed</c>,
/// <c>changed</c>, <c>new</c>, <c>newFerry</c>, <c>moved</c>, <c>site</c> and <c>area</c>.
/// </summary>
internal static class DrawnEdits
{
    private const int Decimals = 5;
    private static readonly GeometryFactory Plane = new();

    /// <param name="edits">Those in force by their numbers, in their order.</param>
    /// <param name="situation">The answer to them.</param>
    public static byte[] Write(IEnumerable<(int Number, Edit Edit)> edits, Situation situation)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach ((int number, Edit edit) in edits)
            {
                foreach ((string kind, Geometry geometry) in Of(edit, situation)) Feature(json, number, kind, geometry, situation.Original.Epsg);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static IEnumerable<(string Kind, Geometry Geometry)> Of(Edit edit, Situation situation) => edit switch
    {
        MoveSite move => Site(situation, move.Site, hasMoved: true),
        AddSite added => Site(situation, added.Site, hasMoved: false),
        SetSiteDays days => Site(situation, days.Site, hasMoved: false),
        GiveMunicipality give => Area(situation, [give.Municipality]),
        MergeOffices merge => Area(situation, situation.Case.GetStructure(merge.Structure).Offices.FirstOrDefault(o => o.Name == merge.First)?.Municipalities ?? []),
        SetWinter { IsWinter: true } => Lines("closed", WinterClosed(situation)),
        _ => situation.OnRoads.Where(made => made.Edit == edit).Take(1).SelectMany(made => OnRoads(made.OnRoads, situation)),
    };

    private static IEnumerable<(string, Geometry)> OnRoads(RoadEdit edit, Situation situation)
    {
        if (edit is BuiltLink built) return Lines(built.Link.Kind.IsFerry() ? "newFerry" : "new", [[.. built.Link.Shape]]);
        RoadGraph roads = situation.Roads;
        RoadScenario alone = RoadScenario.Of(roads, situation.Case.Profile, [edit]);
        PagedTimes plain = RoadMetric.Of(roads, situation.Case.Profile).Forward;
        var changed = new List<PlanePoint[]>();
        foreach (int edge in alone.ChangedEdges)
        {
            if (roads.EdgeKinds[edge] == LinkKind.Boarding) continue;
            bool isClosed = alone.Metric.Forward[edge] == RoadMetric.Closed && alone.Metric.Backward[edge] == RoadMetric.Closed;
            if (!isClosed && plain[edge] != alone.Metric.Forward[edge]) changed.Add([.. roads.Shape(edge)]);
        }
        if (edit is FerryHeadway headway) changed.AddRange(FerryLines(roads, headway.NameOrRoad));
        return [.. Lines("closed", ClosedLines.Of(alone)), .. Lines("changed", changed)];
    }

    private static IEnumerable<PlanePoint[]> FerryLines(RoadGraph roads, string nameOrRoad) =>
        EdgeSelection.ByFerry(roads, nameOrRoad).Select(e => roads.Shape(e).ToArray());

    private static IEnumerable<PlanePoint[]> WinterClosed(Situation situation) =>
        situation.ClosedEdges().Where(e => situation.Roads.EdgeClosedInWinter[e]).Select(e => situation.Roads.Shape(e).ToArray());

    private static IEnumerable<(string, Geometry)> Site(Situation situation, string id, bool hasMoved)
    {
        int site = situation.Case.Sites.Index().First(s => s.Item.Id == id).Index;
        PlanePoint to = situation.Case.SitePoints[site];
        // A site that is new has come from nowhere.
        if (hasMoved && site < situation.Original.Sites.Count && situation.Original.SitePoints[site] is var from && from != to) yield return ("moved", Line([from, to]));
        yield return ("site", Plane.CreatePoint(At(to)));
    }

    /// <summary>The box around the people of some municipalities.</summary>
    private static IEnumerable<(string, Geometry)> Area(Situation situation, IReadOnlyList<string> numbers)
    {
        Demand demand = situation.Case.Demand;
        HashSet<int> meant = [.. situation.Case.Municipalities.Index().Where(m => numbers.Contains(m.Item.Number)).Select(m => m.Index)];
        var box = new Envelope();
        for (int place = 0; place < demand.Count; place++)
        {
            if (meant.Contains(demand.Municipalities[place])) box.ExpandToInclude(At(demand.Points[place]));
        }
        if (!box.IsNull) yield return ("area", Plane.ToGeometry(box));
    }

    private static IEnumerable<(string, Geometry)> Lines(string kind, IEnumerable<PlanePoint[]> lines)
    {
        LineString[] drawn = [.. lines.Where(l => l.Length > 1).Select(Line)];
        if (drawn.Length > 0) yield return (kind, Plane.CreateMultiLineString(drawn));
    }

    private static LineString Line(PlanePoint[] points) => Plane.CreateLineString([.. points.Select(At)]);

    private static Coordinate At(PlanePoint point) => new(point.Easting, point.Northing);

    private static void Feature(Utf8JsonWriter json, int number, string kind, Geometry geometry, int epsg)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteNumber("number", number);
        json.WriteString("kind", kind);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        GeoJsonGeometry.Write(json, geometry, MapProjection.ForEpsg(epsg), Decimals);
        json.WriteEndObject();
    }
}
