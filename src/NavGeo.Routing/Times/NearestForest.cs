using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// The fastest ways from everywhere to the nearest of some destinations, as one forest: every node of the walk has at most one
/// step that it leaves by. Made once for the roads and the destinations that count, in the time of one plain search; then
/// <see cref="ForestRepair"/> answers what closing a link or a destination does by looking only at what hangs on it.
/// Immutable, any number of threads may read it.
/// </summary>
/// <remarks>
/// <para>Whatever is closed, a node whose way through the forest does not pass it keeps that way, and no way gets shorter by a
/// closing: so its time stays. A link that no node leaves by (<see cref="IsUsed"/> is false) therefore changes
/// nothing for anybody, without being tried.</para>
/// <para>Times are those of <see cref="RoadTimes.Nearest"/>, to the millisecond.</para>
/// </remarks>
public sealed class NearestForest
{
    private readonly SearchNetwork walk;
    private readonly int[] nodeTimes;
    private readonly int[] steps;
    private readonly int[] owners;
    private readonly int[] placeTimes;
    private readonly Rows children;
    private readonly Rows leaving;
    private readonly Rows seeds;
    private readonly Rows shortWays;
    private readonly Rows shortWaysTo;
    private readonly (int Node, int Destination, int Milliseconds)[] seedTable;
    private readonly (int Place, int Destination, int Milliseconds)[] shortWayTable;
    private readonly int destinationCount;

    internal NearestForest(RoadTimes engine, HungPlaces places, RoadMetric metric, RoadMetric open, bool[]? counts)
    {
        (Metric, Places) = (metric, places);
        walk = metric.Graph.Walk;
        nodeTimes = new int[walk.NodeCount];
        (steps, owners) = (new int[walk.NodeCount], new int[walk.NodeCount]);
        Array.Fill(nodeTimes, HungPlaces.Never);
        Array.Fill(steps, DijkstraSearch.NoArc);
        Array.Fill(owners, -1);
        destinationCount = engine.DestinationCount;
        seedTable = [.. engine.SeedsOf(open, counts)];
        Grow();
        children = Rows.By(walk.NodeCount, walk.NodeCount, node => steps[node] == DijkstraSearch.NoArc ? -1 : HeadOf(steps[node]));
        leaving = Rows.By(metric.Graph.EdgeCount, walk.NodeCount, node => steps[node] == DijkstraSearch.NoArc ? -1 : walk.StepEdges[steps[node] >> 1]);
        seeds = Rows.By(walk.NodeCount, seedTable.Length, i => seedTable[i].Node);
        var ways = new List<(int, int, int)>();
        engine.ForEachShortWay(open, counts, (place, destination, milliseconds) => ways.Add((place, destination, milliseconds)));
        shortWayTable = [.. ways];
        shortWays = Rows.By(places.Count, shortWayTable.Length, i => shortWayTable[i].Place);
        shortWaysTo = Rows.By(destinationCount, shortWayTable.Length, i => shortWayTable[i].Destination);
        placeTimes = new int[places.Count];
        for (int place = 0; place < placeTimes.Length; place++) placeTimes[place] = TimeOf(place, n => nodeTimes[n], _ => true);
    }

    /// <summary>The times it is for.</summary>
    public RoadMetric Metric { get; }

    /// <summary>Milliseconds of each place to its nearest destination; <see cref="TravelTime.UnreachableMilliseconds"/> where there is no way.</summary>
    public ReadOnlySpan<int> Milliseconds => placeTimes;

    /// <summary>Whether any fastest way of the forest passes an edge from end to end.</summary>
    public bool IsUsed(int edge) => !leaving.Of(edge).IsEmpty;

    /// <summary>The destination that a node of the walk goes to; -1 where it has no way to any.</summary>
    public int DestinationOf(int node) => owners[node];

    internal HungPlaces Places { get; }

    internal ReadOnlySpan<int> NodeTimes => nodeTimes;

    internal ReadOnlySpan<int> Children(int node) => children.Of(node);

    internal ReadOnlySpan<int> LeavingBy(int edge) => leaving.Of(edge);

    /// <summary>Nodes whose way begins beside a destination, without a step.</summary>
    internal IEnumerable<int> RootsOf(int destination) => seedTable
        .Where(s => s.Destination == destination && steps[s.Node] == DijkstraSearch.NoArc && owners[s.Node] == destination).Select(s => s.Node);

    /// <summary>The least time from a node straight to a destination on an edge beside it, of those that count.</summary>
    internal int SeedOf(int node, Func<int, bool> counts)
    {
        int least = HungPlaces.Never;
        foreach (int seed in seeds.Of(node))
        {
            if (counts(seedTable[seed].Destination)) least = Math.Min(least, seedTable[seed].Milliseconds);
        }
        return least;
    }

    /// <summary>Places with a way to a destination that does not use the network.</summary>
    internal IEnumerable<int> PlacesBeside(int destination) => shortWaysTo.Of(destination).ToArray().Select(w => shortWayTable[w].Place);

    /// <summary>Time of a place from times of nodes.</summary>
    internal int TimeOf(int place, Func<int, int> timeOfNode, Func<int, bool> counts)
    {
        int least = HungPlaces.Never;
        for (int end = 2 * place; end < 2 * place + 2; end++)
        {
            if (Places.Milliseconds[end] == HungPlaces.Never) continue;
            least = Math.Min(least, Sum(Places.Milliseconds[end], timeOfNode(Places.Nodes[end])));
        }
        foreach (int way in shortWays.Of(place))
        {
            if (counts(shortWayTable[way].Destination)) least = Math.Min(least, shortWayTable[way].Milliseconds);
        }
        return least;
    }

    /// <summary>Two stretches one after the other; what takes as long as the hierarchy counts as no way is none here either.</summary>
    internal static int Sum(int milliseconds, int more) =>
        milliseconds >= CustomisedTimes.Infinity || more >= CustomisedTimes.Infinity || milliseconds + more >= CustomisedTimes.Infinity
            ? HungPlaces.Never : milliseconds + more;

    /// <summary>The node a step leads to, taken in the direction it is written with.</summary>
    private int HeadOf(int step) => (step & 1) == 0 ? walk.StepHeads[step >> 1] : walk.StepTails[step >> 1];

    /// <summary>Dijkstra's search backwards from all destinations at once; of equal times the lower destination's, then the step found first.</summary>
    private void Grow()
    {
        var heap = new TravelHeap();
        foreach ((int node, int destination, int milliseconds) in seedTable)
        {
            if (milliseconds > nodeTimes[node] || (milliseconds == nodeTimes[node] && owners[node] >= 0 && owners[node] <= destination)) continue;
            (nodeTimes[node], owners[node]) = (milliseconds, destination);
            heap.Add(milliseconds, node);
        }
        int[] incoming = Metric.Incoming;
        ReadOnlySpan<int> first = walk.ArcFirst, heads = walk.ArcHeads, arcs = walk.ArcSteps;
        while (!heap.IsEmpty)
        {
            (int time, int node) = heap.TakeSmallest();
            if (time > nodeTimes[node]) continue;
            for (int position = first[node]; position < first[node + 1]; position++)
            {
                if (incoming[position] == RoadMetric.Closed) continue;
                (int from, int total) = (heads[position], Sum(time, incoming[position]));
                if (total >= nodeTimes[from]) continue;
                // The arc is written from this node outwards; whoever leaves by it takes it the other way.
                (nodeTimes[from], owners[from], steps[from]) = (total, owners[node], arcs[position] ^ 1);
                heap.Add(total, from);
            }
        }
    }

    /// <summary>Numbers gathered by what they belong to, one row each, rising.</summary>
    private sealed class Rows
    {
        private readonly int[] first;
        private readonly int[] numbers;

        private Rows(int[] first, int[] numbers) => (this.first, this.numbers) = (first, numbers);

        public ReadOnlySpan<int> Of(int row) => numbers.AsSpan(first[row], first[row + 1] - first[row]);

        /// <param name="rows">How many rows.</param>
        /// <param name="count">Numbers from 0 to below this.</param>
        /// <param name="rowOf">The row of a number; below 0 for none.</param>
        public static Rows By(int rows, int count, Func<int, int> rowOf)
        {
            var first = new int[rows + 1];
            for (int number = 0; number < count; number++)
            {
                if (rowOf(number) is >= 0 and int row) first[row + 1]++;
            }
            for (int row = 0; row < rows; row++) first[row + 1] += first[row];
            var numbers = new int[first[^1]];
            int[] next = first[..^1];
            for (int number = 0; number < count; number++)
            {
                if (rowOf(number) is >= 0 and int row) numbers[next[row]++] = number;
            }
            return new Rows(first, numbers);
        }
    }
}
