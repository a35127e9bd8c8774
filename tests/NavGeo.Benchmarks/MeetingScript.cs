using System.Globalization;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Benchmarks;

/// <summary>
/// What is tried in a meeting, the same each time for a case: edits of every kind one after the other, each taken back
/// before the next. Scratch for one thread.
/// </summary>
internal sealed class MeetingScript
{
    /// <summary>Name of taking the last edit back.</summary>
    public const string Undo = "undo";

    /// <summary>Name of laying a new road.</summary>
    public const string NewLink = "add_link";

    private readonly PlanningCase planningCase;
    private readonly SplitMix random = new(8);
    private readonly string[] roads;
    private readonly string[] ferries;
    private readonly int[] homes;
    private int step;

    public MeetingScript(PlanningCase planningCase)
    {
        this.planningCase = planningCase;
        RoadGraph graph = planningCase.Roads;
        int[] edges = [.. Enumerable.Range(0, graph.EdgeCount)];
        roads = [.. edges.Where(e => graph.EdgeRoads[e].IsNumbered && graph.EdgeKinds[e].IsRoad() && graph.EdgeKinds[e] != LinkKind.QuayLink).Select(e => graph.EdgeRoads[e].ToString()).Distinct().Order(StringComparer.Ordinal)];
        homes = Homes(planningCase);
        ferries = [.. edges.Where(e => graph.EdgeKinds[e] == LinkKind.CarFerry).Select(graph.NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Demand rows near a road that a car reaches; measured once.</summary>
    private static int[] Homes(PlanningCase planningCase)
    {
        ReadOnlySpan<SnappedPlace> places = AccessStudy.Of(planningCase).Places;
        var homes = new List<int>();
        for (int place = 0; place < places.Length; place++)
        {
            if (places[place].Snap.State == SnapState.OnRoad) homes.Add(place);
        }
        return [.. homes];
    }

    /// <summary>One edit of each kind the case allows.</summary>
    public IEnumerable<Edit> OneOfEach => Kinds().Select(k => k.Edit());

    /// <summary>The next thing to do; null to take back the last.</summary>
    public (string Kind, Edit? Edit) Next()
    {
        if (step++ % 2 == 1) return (Undo, null);
        (string kind, Func<Edit> edit)[] kinds = [.. Kinds()];
        (string next, Func<Edit> make) = kinds[step / 2 % kinds.Length];
        return (next, make());
    }

    private IEnumerable<(string Kind, Func<Edit> Edit)> Kinds()
    {
        if (roads.Length > 0) yield return ("close_road", () => new CloseRoad(Any(roads)));
        if (roads.Length > 0) yield return ("close_stretch", CloseStretch);
        yield return ("close_at", CloseAt);
        yield return ("move_site", MoveSite);
        yield return ("site_days", () => new SetSiteDays(planningCase.Baseline, Site().Id, 0));
        if (ferries.Length > 0) yield return ("stop_ferry", () => new StopFerry(Any(ferries)));
        if (ferries.Length > 0) yield return ("headway", () => new SetFerryHeadway(Any(ferries), 90));
        yield return ("winter", () => new SetWinter(true));
        if (planningCase.Sites.Count > 1) yield return (NewLink, Link);
    }

    /// <summary>A stretch of a numbered road, between the ends of its first piece.</summary>
    private CloseStretch CloseStretch()
    {
        string road = Any(roads);
        RoadGraph graph = planningCase.Roads;
        int edge = 0;
        while (graph.EdgeRoads[edge].ToString() != road || !graph.EdgeKinds[edge].IsRoad()) edge++;
        MapProjection map = MapProjection.ForEpsg(graph.Epsg);
        return new CloseStretch(road, Text(graph.Shape(edge)[0]), Text(graph.Shape(edge)[^1]));

        string Text(PlanePoint point)
        {
            GeoPoint at = map.ToGeo(point);
            return string.Create(CultureInfo.InvariantCulture, $"{at.Longitude:0.000000},{at.Latitude:0.000000}");
        }
    }

    private CloseAt CloseAt()
    {
        ServiceSite site = Site();
        return new CloseAt(site.Position.Longitude, site.Position.Latitude);
    }

    /// <summary>To where people live: a place beyond the sea or the roads is refused.</summary>
    private MoveSite MoveSite()
    {
        GeoPoint there = MapProjection.ForEpsg(planningCase.Roads.Epsg).ToGeo(planningCase.Demand.Points[homes[random.Below(homes.Length)]]);
        return new MoveSite(Site().Id, there.Longitude, there.Latitude);
    }

    private AddLink Link()
    {
        int first = random.Below(planningCase.Sites.Count);
        int second = (first + 1 + random.Below(planningCase.Sites.Count - 1)) % planningCase.Sites.Count;
        (ServiceSite from, ServiceSite to) = (planningCase.Sites[first], planningCase.Sites[second]);
        return new AddLink([[from.Position.Longitude, from.Position.Latitude], [to.Position.Longitude, to.Position.Latitude]], IsFerry: false, Kmh: 80);
    }

    private ServiceSite Site() => planningCase.Sites[random.Below(planningCase.Sites.Count)];

    private string Any(string[] names) => names[random.Below(names.Length)];
}
