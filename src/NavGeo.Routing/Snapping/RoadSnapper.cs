using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Snapping;

/// <summary>
/// Finds the nearest point on a road edge for places. Immutable, any number of threads; one <see cref="Session"/> for
/// each of them.
/// </summary>
/// <remarks>
/// Ferries are never snapped to, and boarding only at a quay where the source draws no road (<see cref="Landings"/>). Where the case knows the sea, a road that lies across more of it than
/// <see cref="TravelProfile.MaximumSeaMetres"/> is passed over for the next nearest one, so that nobody drives over a
/// fjord; a piece of road that joins nothing (<see cref="DeadPieces"/>) is passed over where the main network, or a quay
/// of the same island, is near; a place with no other road is <see cref="SnapState.AcrossWater"/>.
/// </remarks>
public sealed class RoadSnapper
{
    /// <summary>A place with no road within reach is told how far away one is, up to so many times the reach.</summary>
    private const double FarReach = 10;

    private readonly RoadGraph graph;
    private readonly TravelProfile profile;
    private readonly WaterMask? water;
    private readonly bool[] isDead;
    private readonly EdgeIndex index;
    private readonly Landings landings;

    /// <param name="graph">The network.</param>
    /// <param name="profile">For the reach and the tolerance at the shore.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    public RoadSnapper(RoadGraph graph, TravelProfile profile, WaterMask? water)
    {
        this.graph = graph;
        this.profile = profile;
        this.water = water;
        isDead = DeadPieces.Of(graph);
        index = EdgeIndex.Of(graph);
        landings = Landings.Of(graph);
    }

    /// <summary>Makes what snapping to a network needs and remembers it.</summary>
    internal static void Prepare(RoadGraph graph)
    {
        _ = DeadPieces.Of(graph);
        _ = EdgeIndex.Of(graph);
        _ = Landings.Of(graph);
    }

    /// <summary>Scratch for one thread.</summary>
    public Session NewSession() => new(this);

    /// <summary>Snaps many places at once, on all processors; the answer is the same on one.</summary>
    public SnappedPlace[] SnapAll(ReadOnlySpan<PlanePoint> points)
    {
        if (graph.Original is { } original) return SnapAgain(new RoadSnapper(original, profile, water).SnapAll(points));
        var places = new SnappedPlace[points.Length];
        for (int i = 0; i < places.Length; i++) places[i] = new SnappedPlace(points[i], default);
        SnapEach(places, [.. Enumerable.Range(0, places.Length)]);
        return places;
    }

    /// <summary>
    /// The same for places that are snapped to the <see cref="RoadGraph.Original"/> of this network already: only those
    /// on a road that was cut, and those an added road may lie nearer to, are looked at again.
    /// </summary>
    public SnappedPlace[] SnapAgain(ReadOnlySpan<SnappedPlace> known)
    {
        if (graph.Original is not { } original) throw new InvalidOperationException("the network was not made from another one");
        SnappedPlace[] places = known.ToArray();
        // What was cut may have been a dead piece, and joins something now.
        LineBox[] added =
        [
            .. Enumerable.Range(0, graph.EdgeCount).Where(e => !graph.IsAsIn(original, e) && EdgeIndex.Holds(graph, e))
                .Select(e => new LineBox(graph.Shape(e))),
        ];
        var again = new List<int>();
        for (int i = 0; i < places.Length; i++)
        {
            (PlanePoint place, RoadSnap snap) = places[i];
            bool isCut = snap.Edge >= 0 && !graph.IsAsIn(original, snap.Edge);
            if (isCut || Array.Exists(added, line => line.MayLieWithin(place, ReachOf(snap)))) again.Add(i);
        }
        SnapEach(places, [.. again]);
        return places;
    }

    /// <summary>How near a new road has to be to make a difference to a place.</summary>
    private double ReachOf(RoadSnap snap) => snap.State switch
    {
        SnapState.OnRoad when Landings.Holds(graph, snap.Edge) => profile.MaximumOffRoadMetres,
        SnapState.OnRoad => isDead[snap.Edge] ? snap.GapMetres + DeadPieces.WorthMetres : snap.GapMetres,
        SnapState.AcrossWater => profile.MaximumOffRoadMetres,
        _ => Math.Min(snap.GapMetres, FarReach * profile.MaximumOffRoadMetres),
    };

    private void SnapEach(SnappedPlace[] places, int[] which)
    {
        const int Batch = 2048;
        Parallel.For(0, (which.Length + Batch - 1) / Batch, new ParallelOptions { TaskScheduler = TaskScheduler.Current }, NewSession, (batch, _, session) =>
        {
            foreach (int i in which.AsSpan(batch * Batch, Math.Min(which.Length - batch * Batch, Batch)))
                places[i] = new SnappedPlace(places[i].Point, session.Snap(places[i].Point));
            return session;
        }, _ => { });
    }

    /// <summary>The nearest point of one edge, however far.</summary>
    public static RoadSnap ToEdge(RoadGraph graph, int edge, PlanePoint place)
    {
        ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
        double whole = 0;
        double at = 0;
        (double gap, PlanePoint nearest) = (double.PositiveInfinity, default);
        for (int i = 0; i + 1 < shape.Length; i++)
        {
            (PlanePoint point, double share) = EdgeIndex.Project(shape[i], shape[i + 1], place);
            double length = shape[i].DistanceTo(shape[i + 1]);
            double metres = point.DistanceTo(place);
            if (metres < gap) (gap, nearest, at) = (metres, point, whole + share * length);
            whole += length;
        }
        return new RoadSnap(SnapState.OnRoad, edge, whole == 0 ? 0 : Math.Clamp(at / whole, 0, 1), gap, nearest);
    }

    /// <summary>Scratch of one thread: snaps one place after another.</summary>
    public sealed class Session
    {
        private readonly RoadSnapper snapper;
        private readonly NearbyRoads nearby;

        internal Session(RoadSnapper snapper)
        {
            this.snapper = snapper;
            nearby = new NearbyRoads(snapper.index);
        }

        /// <summary>The nearest road point within reach and over land.</summary>
        public RoadSnap Snap(PlanePoint place) => Snap(place, out _);

        /// <summary>The nearest road point within reach and over land.</summary>
        /// <param name="place">Where.</param>
        /// <param name="dead">The nearest point of a piece that joins nothing, where that lies nearer than the road taken or is itself taken; else null.</param>
        public RoadSnap Snap(PlanePoint place, out RoadSnap? dead)
        {
            TravelProfile profile = snapper.profile;
            nearby.Begin(place, profile.MaximumOffRoadMetres);
            double nearestMetres = double.PositiveInfinity;
            dead = null;
            while (nearby.TryNext(out RoadSnap candidate))
            {
                if (dead is { } piece && candidate.GapMetres > piece.GapMetres + DeadPieces.WorthMetres) break;
                nearestMetres = Math.Min(nearestMetres, candidate.GapMetres);
                if (candidate.GapMetres > profile.MaximumSeaMetres
                    && snapper.water is { } water
                    && water.SeaMetres(place, candidate.Point) > profile.MaximumSeaMetres)
                {
                    continue;
                }
                if (!snapper.isDead[candidate.Edge]) return candidate;
                dead ??= candidate;
            }
            if (snapper.water is { } sea && snapper.landings.Near(place, profile, sea) is { } quay) return quay;
            if (dead is { } only) return only;
            if (!double.IsPositiveInfinity(nearestMetres))
                return new RoadSnap(SnapState.AcrossWater, -1, 0, nearestMetres, default);
            nearby.Begin(place, FarReach * profile.MaximumOffRoadMetres);
            double far = nearby.TryNext(out RoadSnap beyond) ? beyond.GapMetres : double.PositiveInfinity;
            return new RoadSnap(SnapState.TooFar, -1, 0, far, default);
        }
    }
}

/// <summary>The box around a line, to tell at a glance which places it cannot be near to.</summary>
internal sealed class LineBox
{
    private readonly PlanePoint southWest;
    private readonly PlanePoint northEast;

    public LineBox(ReadOnlySpan<PlanePoint> shape)
    {
        (double west, double south) = (double.PositiveInfinity, double.PositiveInfinity);
        (double east, double north) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (PlanePoint point in shape)
        {
            (west, east) = (Math.Min(west, point.Easting), Math.Max(east, point.Easting));
            (south, north) = (Math.Min(south, point.Northing), Math.Max(north, point.Northing));
        }
        southWest = new PlanePoint(west, south);
        northEast = new PlanePoint(east, north);
    }

    /// <summary>Whether the box comes within so many metres of a place; if not, the line does not either.</summary>
    public bool MayLieWithin(PlanePoint place, double metres)
    {
        var nearest = new PlanePoint(
            Math.Clamp(place.Easting, southWest.Easting, northEast.Easting), Math.Clamp(place.Northing, southWest.Northing, northEast.Northing));
        return nearest.DistanceTo(place) <= metres;
    }
}
