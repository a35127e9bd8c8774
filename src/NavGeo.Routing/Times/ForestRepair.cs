using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// What closing links or destinations does to the times of a <see cref="NearestForest"/>: the nodes whose way passes what is
/// closed are searched anew from those around them, and the places that hang on them are looked at; nobody else's time can
/// change. Costs what hangs on the closed, not the size of the network: all links of a country together cost about
/// its nodes times the steps of a usual way. Equal to measuring the whole network with the links closed. Scratch for one thread.
/// Ramalingam and Reps, An incremental algorithm for a generalization of the shortest-path problem, Journal of Algorithms 21 (1996).
/// </summary>
/// <param name="forest">What is repaired.</param>
public sealed class ForestRepair(NearestForest forest)
{
    private readonly SearchNetwork walk = forest.Metric.Graph.Walk;
    private readonly int[] outgoing = forest.Metric.Outgoing;
    private readonly int[] incoming = forest.Metric.Incoming;
    private readonly int[] times = new int[forest.Metric.Graph.Walk.NodeCount];
    private readonly int[] hangs = new int[forest.Metric.Graph.Walk.NodeCount];
    private readonly int[] closed = new int[forest.Metric.Graph.EdgeCount];
    private readonly int[] seen = new int[forest.Places.Count];
    private readonly HashSet<int> removed = [];
    private readonly List<int> nodes = [];
    private readonly List<ChangedPlace> changed = [];
    private readonly TravelHeap heap = new();
    private int run;

    /// <summary>The places whose time is another when edges are closed to through traffic and destinations do not count; each once, in the same order every time.</summary>
    /// <param name="edges">Edges, closed both ways.</param>
    /// <param name="destinations">Indices of destinations.</param>
    public IReadOnlyList<ChangedPlace> Without(IReadOnlyList<int> edges, IReadOnlyList<int> destinations)
    {
        run++;
        nodes.Clear();
        changed.Clear();
        removed.Clear();
        foreach (int destination in destinations) removed.Add(destination);
        foreach (int edge in edges) closed[edge] = run;
        foreach (int edge in edges) HangOn(forest.LeavingBy(edge));
        foreach (int destination in destinations) HangOn([.. forest.RootsOf(destination)]);
        for (int i = 0; i < nodes.Count; i++) HangOn(forest.Children(nodes[i]));
        if (nodes.Count > 0) Search();
        foreach (int destination in destinations)
        {
            foreach (int place in forest.PlacesBeside(destination)) Look(place);
        }
        return changed;
    }

    private void HangOn(ReadOnlySpan<int> those)
    {
        foreach (int node in those)
        {
            if (hangs[node] == run) continue;
            hangs[node] = run;
            nodes.Add(node);
        }
    }

    private void Search()
    {
        foreach (int node in nodes)
        {
            times[node] = FromAround(node);
            if (times[node] != HungPlaces.Never) heap.Add(times[node], node);
        }
        Settle();
        foreach (int node in nodes)
        {
            if (times[node] == forest.NodeTimes[node]) continue;
            foreach (int place in forest.Places.On(node)) Look(place);
        }
    }

    /// <summary>The least time of a node by one step to a node whose way stands, or straight to a destination.</summary>
    private int FromAround(int node)
    {
        int least = removed.Count == 0 ? forest.SeedOf(node, static _ => true) : forest.SeedOf(node, d => !removed.Contains(d));
        for (int position = walk.ArcFirst[node]; position < walk.ArcFirst[node + 1]; position++)
        {
            int next = walk.ArcHeads[position];
            if (outgoing[position] == RoadMetric.Closed || hangs[next] == run || IsClosed(position)) continue;
            least = Math.Min(least, NearestForest.Sum(outgoing[position], forest.NodeTimes[next]));
        }
        return least;
    }

    private void Settle()
    {
        while (!heap.IsEmpty)
        {
            (int time, int node) = heap.TakeSmallest();
            if (time > times[node]) continue;
            for (int position = walk.ArcFirst[node]; position < walk.ArcFirst[node + 1]; position++)
            {
                int from = walk.ArcHeads[position];
                if (incoming[position] == RoadMetric.Closed || hangs[from] != run || IsClosed(position)) continue;
                int total = NearestForest.Sum(time, incoming[position]);
                if (total >= times[from]) continue;
                times[from] = total;
                heap.Add(total, from);
            }
        }
    }

    private bool IsClosed(int position)
    {
        int edge = walk.StepEdges[walk.ArcSteps[position] >> 1];
        return edge >= 0 && closed[edge] == run;
    }

    private void Look(int place)
    {
        if (seen[place] == run) return;
        seen[place] = run;
        int before = forest.Milliseconds[place];
        int after = forest.TimeOf(place, TimeNow, removed.Count == 0 ? static _ => true : d => !removed.Contains(d));
        if (after != before) changed.Add(new ChangedPlace(place, before, after));
    }

    private int TimeNow(int node) => hangs[node] == run ? times[node] : forest.NodeTimes[node];
}

/// <summary>A place whose time to the nearest destination is another.</summary>
/// <param name="Place">Its index.</param>
/// <param name="Before">Milliseconds, or <see cref="TravelTime.UnreachableMilliseconds"/>.</param>
/// <param name="After">The same with the closing.</param>
public readonly record struct ChangedPlace(int Place, int Before, int After);
