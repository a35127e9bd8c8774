using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Networks;

/// <summary>
/// The people whom a network serves badly or not at all, as suspicious places: on pieces of road that join nothing, on
/// islands that only a quay serves, across the sea from every road, and beyond the map.
/// </summary>
public static class PeopleBehind
{
    /// <summary>Fewer people than this behind one place are told as few, and counted at the nearest place of the kind that has more.</summary>
    public const int LeastPeople = 5;

    /// <summary>People without a road are told together by squares of this side.</summary>
    private const double SquareMetres = 5000;

    /// <summary>The places by kind, those with most people first.</summary>
    /// <param name="network">The roads and the sea.</param>
    /// <param name="points">Where people live, in the network's projection; those outside the box of its roads are passed over.</param>
    /// <param name="people">How many live there. Length: points.</param>
    public static IReadOnlyList<SuspiciousPlace> Of(RoadNetwork network, IReadOnlyList<PlanePoint> points, IReadOnlyList<int> people)
    {
        RoadGraph graph = network.Graph;
        (PlanePoint low, PlanePoint high) = BoxOf(graph);
        int[] within =
        [
            .. Enumerable.Range(0, points.Count).Where(i => people[i] > 0 && points[i].Easting >= low.Easting && points[i].Easting <= high.Easting
                && points[i].Northing >= low.Northing && points[i].Northing <= high.Northing),
        ];
        SnappedPlace[] snapped = new RoadSnapper(graph, TravelProfile.Car, network.Water).SnapAll([.. within.Select(i => points[i])]);
        bool[] isDead = DeadPieces.Of(graph);
        int[] pieces = PiecesOf(graph);
        return
        [
            .. snapped.Zip(within, (place, i) => (Place: place, People: people[i], Kind: KindOf(graph, isDead, place.Snap)))
                .Where(p => p.Kind is not null)
                .GroupBy(p => (Kind: p.Kind!.Value, Key: KeyOf(graph, pieces, p.Place)))
                .Select(g => Together(graph, g.Key.Kind, [.. g.Select(p => (p.Place, p.People))]))
                .GroupBy(p => p.Kind).SelectMany(FewAtTheNearest)
                .OrderBy(p => p.Kind).ThenByDescending(p => p.People),
        ];
    }

    private static SuspicionKind? KindOf(RoadGraph graph, bool[] isDead, RoadSnap snap) => snap switch
    {
        { State: SnapState.TooFar } => SuspicionKind.PeopleBeyondMap,
        { State: SnapState.AcrossWater } => SuspicionKind.PeopleAcrossSea,
        _ when graph.EdgeKinds[snap.Edge] == LinkKind.Boarding => SuspicionKind.PeopleFromQuay,
        _ when isDead[snap.Edge] => SuspicionKind.PeopleOnDeadPiece,
        _ => null,
    };

    private static (int, int) KeyOf(RoadGraph graph, int[] pieces, SnappedPlace place) => place.Snap.State == SnapState.OnRoad
        ? (pieces[graph.EdgeFrom[place.Snap.Edge]], -1)
        : ((int)Math.Floor(place.Point.Easting / SquareMetres), (int)Math.Floor(place.Point.Northing / SquareMetres));

    private static SuspiciousPlace Together(RoadGraph graph, SuspicionKind kind, (SnappedPlace Place, int People)[] behind)
    {
        (SnappedPlace place, _) = behind.MaxBy(b => b.People);
        int edge = place.Snap.State == SnapState.OnRoad ? place.Snap.Edge : -1;
        string road = edge < 0 ? "" : graph.EdgeRoads[edge].IsNumbered ? graph.EdgeRoads[edge].ToString() : graph.NameOf(edge) ?? "";
        return new SuspiciousPlace(kind, edge < 0 ? place.Point : place.Snap.Point, road, place.Snap.GapMetres) { People = behind.Sum(b => b.People) };
    }

    /// <summary>Moves the people of places with few to the nearest with more; where no place has, to the first, and nobody is told where all are few.</summary>
    private static IEnumerable<SuspiciousPlace> FewAtTheNearest(IEnumerable<SuspiciousPlace> ofOneKind)
    {
        SuspiciousPlace[] places = [.. ofOneKind];
        int[] told = [.. places.Select(p => p.People >= LeastPeople ? p.People!.Value : 0)];
        int[] many = [.. Enumerable.Range(0, places.Length).Where(i => told[i] > 0)];
        foreach (SuspiciousPlace few in places.Where(p => p.People < LeastPeople))
            told[many.Length == 0 ? 0 : many.MinBy(m => places[m].Place.DistanceTo(few.Place))] += few.People!.Value;
        return places.Select((p, i) => p with { People = told[i] < LeastPeople ? 0 : told[i] });
    }

    /// <summary>For each node the piece it lies in.</summary>
    private static int[] PiecesOf(RoadGraph graph)
    {
        var pieces = new DisjointSets(graph.NodeCount);
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge].IsRoad()) pieces.Join(graph.EdgeFrom[edge], graph.EdgeTo[edge]);
        }
        return [.. Enumerable.Range(0, graph.NodeCount).Select(pieces.Find)];
    }

    private static (PlanePoint Low, PlanePoint High) BoxOf(RoadGraph graph)
    {
        double west = double.PositiveInfinity, south = double.PositiveInfinity, east = double.NegativeInfinity, north = double.NegativeInfinity;
        foreach (PlanePoint point in graph.NodePoints)
        {
            (west, east) = (Math.Min(west, point.Easting), Math.Max(east, point.Easting));
            (south, north) = (Math.Min(south, point.Northing), Math.Max(north, point.Northing));
        }
        return (new PlanePoint(west, south), new PlanePoint(east, north));
    }
}
