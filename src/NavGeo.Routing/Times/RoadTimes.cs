using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Sweep;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Travel times from a set of places to a set of destinations, asked again and again under different edits: snapping,
/// order, selection and the straight ways are done once and remembered (<see cref="NetworkCache"/>); an edit costs a partial
/// customisation and one sweep. The times customised last are kept (<see cref="LiveTimes"/>), whatever they are the answer
/// is the same. Safe for any number of threads, of which one is answered at a time.
/// </summary>
/// <remarks>
/// Equal to <see cref="DijkstraSearch"/> from every destination, to the millisecond. Off-road time at both ends is in the
/// times the points hang on the network with. Trips along one edge and straight ways off the road do not show in a
/// sweep over nodes and are laid over its result.
/// </remarks>
public sealed class RoadTimes
{
    private readonly LiveTimes live;
    private readonly SnappedPlace[] places;
    private readonly SnappedPlace[] destinations;
    private readonly PlacesOnEdges placesOnEdges;

    /// <param name="hierarchy">The network in order.</param>
    /// <param name="profile">For off-road speed and reach.</param>
    /// <param name="water">The sea, which a straight way does not cross; null where nothing is known of it.</param>
    /// <param name="places">Snapped origins: the rows.</param>
    /// <param name="destinations">Snapped destinations: the columns.</param>
    public RoadTimes(
        RoadHierarchy hierarchy, TravelProfile profile, WaterMask? water, SnappedPlace[] places, SnappedPlace[] destinations)
        : this(new LiveTimes(hierarchy), profile, water, places, destinations, new PlacesOnEdges(hierarchy.Roads, profile, water, places))
    {
    }

    private RoadTimes(
        LiveTimes live, TravelProfile profile, WaterMask? water, SnappedPlace[] places, SnappedPlace[] destinations,
        PlacesOnEdges placesOnEdges)
    {
        this.live = live;
        Profile = profile;
        Water = water;
        this.places = places;
        this.destinations = destinations;
        this.placesOnEdges = placesOnEdges;
    }

    /// <summary>The network in order.</summary>
    public RoadHierarchy Hierarchy => live.Hierarchy;

    /// <summary>For off-road speed and reach.</summary>
    public TravelProfile Profile { get; }

    /// <summary>The sea, which a straight way does not cross.</summary>
    public WaterMask? Water { get; }

    /// <summary>From the same places to other destinations, sharing all that does not depend on those.</summary>
    public RoadTimes To(SnappedPlace[] others) => new(live, Profile, Water, places, others, placesOnEdges);

    /// <summary>From other places to the same destinations, sharing the network's times.</summary>
    public RoadTimes From(SnappedPlace[] others) =>
        new(live, Profile, Water, others, destinations, new PlacesOnEdges(Hierarchy.Roads, Profile, Water, others));

    /// <summary>The same question under many metrics one after the other, keeping nothing; for one thread.</summary>
    public DrawnTimes ForDraws() => new(this);

    /// <summary>All times under some metric of the network.</summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="open">The same without closures: the first and last edge of a trip.</param>
    public TravelTimeMatrix Measure(RoadMetric metric, RoadMetric open)
    {
        Check(metric);
        int columns = destinations.Length;
        int[] table = GC.AllocateUninitializedArray<int>(checked(places.Length * columns));
        if (table.Length == 0) return new TravelTimeMatrix(table, places.Length, columns);
        if (Hierarchy.Roads.NodeCount == 0)
        {
            Array.Fill(table, TravelTime.UnreachableMilliseconds);
        }
        else
        {
            TargetSelection selection = SelectionFor(open);
            SweepPoints sources = Hang(open, destinations, isLeaving: false);
            int threads = Environment.ProcessorCount;
            live.Ask(metric, times => new BatchedSweep(times, threads).WriteTimes(sources, selection, SweepDirection.ToSources, table));
        }
        ForEachShortWay(open, null, (place, destination, milliseconds) =>
        {
            ref int time = ref table[place * columns + destination];
            time = Math.Min(time, milliseconds);
        });
        return new TravelTimeMatrix(table, places.Length, columns);
    }

    /// <summary>
    /// The same trips with their lengths and ferry times, for when those are asked for; the times are those of
    /// <see cref="Measure"/>.
    /// </summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="open">The same without closures: the first and last edge of a trip.</param>
    public TripTable MeasureWays(RoadMetric metric, RoadMetric open)
    {
        Check(metric);
        return TripTable.Of(metric, open, Water, places, destinations);
    }

    /// <summary>The nearest destinations of each place, without a table; the same as picked from <see cref="Measure"/>.</summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="open">The same without closures: the first and last edge of a trip.</param>
    /// <param name="perPlace">How many to keep for each place, at least 1; of equally near ones the lower.</param>
    /// <param name="counts">Which destinations count; all where null. Length: destinations.</param>
    public NearestSources Nearest(RoadMetric metric, RoadMetric open, int perPlace = 1, bool[]? counts = null)
    {
        Check(metric);
        if (counts is not null && counts.Length != destinations.Length) throw new ArgumentException("one flag a destination", nameof(counts));
        int[] columns = [.. Enumerable.Range(0, destinations.Length).Where(d => counts is null || counts[d])];
        NearestSources? found = null;
        if (columns.Length > 0 && places.Length > 0 && Hierarchy.Roads.NodeCount > 0)
        {
            TargetSelection selection = SelectionFor(open);
            SweepPoints sources = Hang(open, [.. columns.Select(c => destinations[c])], isLeaving: false);
            live.Ask(metric, times => found = perPlace == 1
                ? NetworkCache.Get(live, new SweptColumns(placesOnEdges, columns), () => new LiveNearest()).Nearest(live, times, sources, selection)
                : new BatchedSweep(times, Environment.ProcessorCount).Nearest(sources, selection, SweepDirection.ToSources, perPlace));
        }
        NearestSources nearest = found ?? NearestSources.None(places.Length, perPlace);
        for (int i = 0; i < nearest.Sources.Length && columns.Length < destinations.Length; i++)
        {
            if (nearest.Sources[i] >= 0) nearest.Sources[i] = columns[nearest.Sources[i]];
        }
        ForEachShortWay(open, counts, nearest.Offer);
        return nearest;
    }

    /// <summary>The ways to the nearest destination as a forest, for when much is closed in turn; its times are those of <see cref="Nearest"/>.</summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="open">The same without closures: the first and last edge of a trip.</param>
    /// <param name="counts">Which destinations count; all where null.</param>
    public NearestForest Forest(RoadMetric metric, RoadMetric open, bool[]? counts = null)
    {
        Check(metric);
        HungPlaces hung = NetworkCache.Get(placesOnEdges, new SameTimes(open), () => new HungPlaces(Hierarchy.Roads.Walk, HangPlaces(open)));
        return new NearestForest(this, hung, metric, open, counts);
    }

    /// <summary>Where a way to each destination ends on the network: node, destination and the rest of the way.</summary>
    internal IEnumerable<(int Node, int Destination, int Milliseconds)> SeedsOf(RoadMetric open, bool[]? counts)
    {
        for (int destination = 0; destination < destinations.Length; destination++)
        {
            RoadSnap snap = destinations[destination].Snap;
            if (snap.Edge < 0 || (counts is not null && !counts[destination])) continue;
            int offRoad = Profile.OffRoadMilliseconds(snap.GapMetres);
            (int first, int second) = Hierarchy.Roads.Walk.EndsOf(snap.Edge, fromPlace: false);
            (int toFirst, int toSecond) = SnapTimes.ToEnds(open, snap, fromPlace: false);
            if (toFirst != RoadMetric.Closed) yield return (first, destination, toFirst + offRoad);
            if (toSecond != RoadMetric.Closed) yield return (second, destination, toSecond + offRoad);
        }
    }

    /// <summary>Which places reach any destination at all, in however long a time; linear in the network.</summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic; may be of another profile.</param>
    /// <param name="open">Those of the first and last edge of a trip.</param>
    /// <param name="counts">Which destinations count; all where null.</param>
    public bool[] Reaches(RoadMetric metric, RoadMetric open, bool[]? counts = null)
    {
        Check(metric);
        var search = new ConnectionSearch(metric, open);
        for (int column = 0; column < destinations.Length; column++)
        {
            if (counts is null || counts[column]) search.Start(destinations[column].Snap);
        }
        search.Run();
        var reaches = new bool[places.Length];
        for (int edge = 0; edge < Hierarchy.Roads.EdgeCount; edge++)
        {
            ReadOnlySpan<int> there = placesOnEdges.On(edge);
            if (there.IsEmpty) continue;
            (bool first, bool second) = search.ReachesFrom(edge);
            ClosedSpan? span = open.SpanOf(edge);
            foreach (int place in there)
            {
                double share = places[place].Snap.Share;
                reaches[place] = (first && (span is not { } barred || share <= barred.To)) || (second && (span is not { } closed || share >= closed.From));
            }
        }
        ForEachShortWay(open, counts, (place, _, _) => reaches[place] = true);
        return reaches;
    }

    private void Check(RoadMetric metric)
    {
        if (metric.Graph != Hierarchy.Roads) throw new ArgumentException("a metric of another network", nameof(metric));
    }

    /// <summary>What a sweep to the places needs; depends on how they lie on their edges, so on the open times.</summary>
    private TargetSelection SelectionFor(RoadMetric open) =>
        NetworkCache.Get(placesOnEdges, new SameTimes(open), () => Select(open));

    private TargetSelection Select(RoadMetric open)
    {
        IReadOnlyList<(SameTimes Open, TargetSelection Selection)> hung = NetworkCache.Known<SameTimes, TargetSelection>(placesOnEdges);
        if (hung.Count == 0) return new TargetSelection(Hierarchy.Chordal, Hang(open, places, isLeaving: true));
        (int[]? edges, TargetSelection like) = (null, hung[^1].Selection);
        for (int known = hung.Count - 1; known >= 0; known--)
        {
            int most = edges is null ? open.Graph.EdgeCount / 8 : edges.Length - 1;
            if (open.EdgesOtherThanIn(hung[known].Open.Metric, most) is { } fewer) (edges, like) = (fewer, hung[known].Selection);
        }
        int[] there = edges is null
            ? [.. Enumerable.Range(0, places.Length)]
            : [.. edges.SelectMany(edge => placesOnEdges.On(edge).ToArray())];
        return like.With(there, Hang(open, [.. there.Select(place => places[place])], isLeaving: true));
    }

    /// <summary>Trips that a sweep does not see: those along one edge, and straight ways off the road.</summary>
    internal void ForEachShortWay(RoadMetric open, bool[]? counts, Action<int, int, int> offer)
    {
        for (int column = 0; column < destinations.Length; column++)
        {
            RoadSnap destination = destinations[column].Snap;
            if (destination.Edge < 0 || (counts is not null && !counts[column])) continue;
            foreach (int place in placesOnEdges.On(destination.Edge))
            {
                int along = SnapTimes.Along(open, places[place].Snap, destination);
                if (along == RoadMetric.Closed) continue;
                int offRoad = Profile.OffRoadMilliseconds(places[place].Snap.GapMetres) + Profile.OffRoadMilliseconds(destination.GapMetres);
                offer(place, column, along + offRoad);
            }
        }
        List<(int, int, int)> straight = NetworkCache.Get(this, static times => times.placesOnEdges.StraightWays(times.destinations));
        foreach ((int place, int destination, int milliseconds) in straight)
        {
            if (counts is null || counts[destination]) offer(place, destination, milliseconds);
        }
    }

    /// <summary>
    /// Hangs points on the ends of their edges, all for leaving or all for arriving; one without a road hangs on node 0
    /// with no way to it.
    /// </summary>
    internal SweepPoints Hang(RoadMetric open, SnappedPlace[] points, bool isLeaving)
    {
        var first = new int[points.Length + 1];
        var nodes = new int[2 * points.Length];
        var times = new int[2 * points.Length];
        var never = new int[2 * points.Length];
        Array.Fill(never, TravelTime.UnreachableMilliseconds);
        for (int i = 0; i < points.Length; i++)
        {
            first[i + 1] = 2 * (i + 1);
            RoadSnap snap = points[i].Snap;
            if (snap.Edge < 0)
            {
                times.AsSpan(2 * i, 2).Fill(TravelTime.UnreachableMilliseconds);
                continue;
            }
            int offRoad = Profile.OffRoadMilliseconds(snap.GapMetres);
            (nodes[2 * i], nodes[2 * i + 1]) = Hierarchy.Roads.Walk.EndsOf(snap.Edge, isLeaving);
            (int toFirst, int toSecond) = SnapTimes.ToEnds(open, snap, isLeaving);
            (times[2 * i], times[2 * i + 1]) = (Sum(toFirst, offRoad), Sum(toSecond, offRoad));
        }
        return isLeaving ? new SweepPoints(first, nodes, times, never) : new SweepPoints(first, nodes, never, times);
    }

    /// <summary>The places, hung on the network.</summary>
    internal SweepPoints HangPlaces(RoadMetric open) => Hang(open, places, isLeaving: true);

    /// <summary>Some destinations, hung on the network.</summary>
    internal SweepPoints HangDestinations(RoadMetric open, int[] columns) => Hang(open, [.. columns.Select(c => destinations[c])], isLeaving: false);

    /// <summary>How many places.</summary>
    internal int PlaceCount => places.Length;

    /// <summary>How many destinations.</summary>
    internal int DestinationCount => destinations.Length;

    private static int Sum(int milliseconds, int offRoad) =>
        milliseconds == RoadMetric.Closed ? RoadMetric.Closed : milliseconds + offRoad;

    /// <summary>A metric that is equal to every other with the same times of the same network.</summary>
    private sealed class SameTimes(RoadMetric metric)
    {
        public RoadMetric Metric { get; } = metric;

        public override bool Equals(object? obj) => obj is SameTimes other && other.Metric.HasSameTimesAs(Metric);

        public override int GetHashCode() => Metric.Graph.GetHashCode();
    }

    /// <summary>Some destinations that a set of places is swept to, whatever their place.</summary>
    private sealed class SweptColumns(PlacesOnEdges places, int[] columns)
    {
        private readonly PlacesOnEdges places = places;
        private readonly int[] columns = columns;

        public override bool Equals(object? obj) => obj is SweptColumns other && other.places == places && other.columns.AsSpan().SequenceEqual(columns);

        public override int GetHashCode() => HashCode.Combine(places, columns.Length);
    }
}
