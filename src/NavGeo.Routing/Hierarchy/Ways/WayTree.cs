using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Ways;

/// <summary>
/// The fastest ways from some nodes to one target, with their lengths and ferry times, along the arcs of a hierarchy: up
/// the ancestors of the target, then down those of the nodes asked for. Weights laid on the nodes can be let run to the
/// target, which leaves on every arc what passes it. Scratch for one thread.
/// </summary>
/// <remarks>
/// Work for a target: the arcs of the ancestors of the nodes asked for, not of the whole network. Ties: see
/// <see cref="WayMeasures"/>. See docs/engine/attribution.md.
/// </remarks>
internal sealed class WayTree
{
    /// <summary>The place of a target's own node in the tree.</summary>
    private const int Seeded = -1;

    private readonly CustomisedTimes times;
    private readonly WayMeasures measures;
    private readonly ChordalGraph graph;
    private readonly int[] milliseconds;
    private readonly long[] millimetres;
    private readonly int[] ferry;
    private readonly int[] steps;
    private readonly long[] weights;
    private readonly bool[] isAsked;
    private readonly List<int> asked = [];
    private readonly List<int> climbed = [];

    public WayTree(CustomisedTimes times, WayMeasures measures)
    {
        this.times = times;
        this.measures = measures;
        graph = times.Graph;
        milliseconds = new int[graph.NodeCount];
        Array.Fill(milliseconds, CustomisedTimes.Infinity);
        millimetres = new long[graph.NodeCount];
        ferry = new int[graph.NodeCount];
        steps = new int[graph.NodeCount];
        weights = new long[graph.NodeCount];
        isAsked = new bool[graph.NodeCount];
    }

    /// <summary>Chooses the nodes that ways are wanted from; stays for any number of targets.</summary>
    public void Ask(IEnumerable<int> nodes)
    {
        foreach (int rank in asked) isAsked[rank] = false;
        Forget(asked);
        foreach (int node in nodes)
        {
            for (int rank = graph.Ranks[node]; rank >= 0 && !isAsked[rank]; rank = graph.Parent(rank))
            {
                isAsked[rank] = true;
                asked.Add(rank);
            }
        }
        asked.Sort();
    }

    /// <summary>Finds the ways to a target that lies on one or two nodes.</summary>
    /// <param name="ends">The target's nodes, with the time and length from each to it; no way counts as none.</param>
    public void Run(ReadOnlySpan<(int Node, int Milliseconds, long Millimetres)> ends)
    {
        foreach (int rank in asked) milliseconds[rank] = CustomisedTimes.Infinity;
        Forget(climbed);
        foreach ((int node, int time, long length) in ends)
        {
            int rank = graph.Ranks[node];
            for (int at = rank; at >= 0; at = graph.Parent(at)) climbed.Add(at);
            if (time < CustomisedTimes.Infinity) Offer(rank, time, length, 0, Seeded);
        }
        climbed.Sort();
        int written = 0;
        for (int i = 0; i < climbed.Count; i++)
        {
            if (i == 0 || climbed[i] != climbed[i - 1]) climbed[written++] = climbed[i];
        }
        climbed.RemoveRange(written, climbed.Count - written);
        foreach (int rank in climbed)
        {
            if (milliseconds[rank] >= CustomisedTimes.Infinity) continue;
            for (int arc = graph.First[rank]; arc < graph.First[rank + 1]; arc++) Extend(graph.Heads[arc], rank, 2 * arc + 1);
        }
        for (int i = asked.Count - 1; i >= 0; i--)
        {
            int rank = asked[i];
            for (int arc = graph.First[rank]; arc < graph.First[rank + 1]; arc++)
            {
                if (milliseconds[graph.Heads[arc]] < CustomisedTimes.Infinity) Extend(rank, graph.Heads[arc], 2 * arc);
            }
        }
    }

    /// <summary>Time and length from a node that was asked for; <see cref="TravelTime.UnreachableMilliseconds"/> for no way.</summary>
    public (int Milliseconds, long Millimetres) From(int node)
    {
        int rank = graph.Ranks[node];
        return milliseconds[rank] >= CustomisedTimes.Infinity
            ? (TravelTime.UnreachableMilliseconds, 0)
            : (milliseconds[rank], millimetres[rank]);
    }

    /// <summary>Milliseconds on ferries of the way from a node that was asked for and has one.</summary>
    public int FerryFrom(int node) => ferry[graph.Ranks[node]];

    /// <summary>Lays a weight on a node that was asked for and has a way.</summary>
    public void Add(int node, long weight) => weights[graph.Ranks[node]] += weight;

    /// <summary>Lets the weights run to the target.</summary>
    /// <param name="flows">Gets what passes each arc added: entry 2·arc up, 2·arc + 1 down.</param>
    /// <param name="arrive">Told what arrives at a node of the target, with the time and length that are left.</param>
    public void Pour(long[] flows, Action<long, int, long> arrive)
    {
        foreach (int rank in asked)
        {
            if (weights[rank] != 0 && steps[rank] != Seeded && (steps[rank] & 1) == 0) Move(flows, rank, graph.Heads[steps[rank] >> 1]);
        }
        for (int i = climbed.Count - 1; i >= 0; i--)
        {
            int rank = climbed[i];
            if (weights[rank] == 0) continue;
            if (steps[rank] != Seeded)
            {
                Move(flows, rank, graph.Tails[steps[rank] >> 1]);
                continue;
            }
            arrive(weights[rank], milliseconds[rank], millimetres[rank]);
            weights[rank] = 0;
        }
    }

    private void Move(long[] flows, int from, int to)
    {
        flows[steps[from]] += weights[from];
        weights[to] += weights[from];
        weights[from] = 0;
    }

    private void Extend(int rank, int next, int place) => Offer(
        rank, milliseconds[next] + times.Milliseconds[place], millimetres[next], ferry[next], place);

    // Lengths of a step are read only where its time can win: those of an arc without way mean nothing.
    private void Offer(int rank, int time, long length, int onFerry, int place)
    {
        if (time > milliseconds[rank] || time >= CustomisedTimes.Infinity) return;
        if (place != Seeded)
        {
            length += measures.Millimetres[place];
            onFerry += measures.FerryMilliseconds[place];
        }
        if (time == milliseconds[rank]
            && (length > millimetres[rank] || (length == millimetres[rank] && onFerry >= ferry[rank])))
        {
            return;
        }
        (milliseconds[rank], millimetres[rank], ferry[rank], steps[rank]) = (time, length, onFerry, place);
    }

    private void Forget(List<int> ranks)
    {
        foreach (int rank in ranks) milliseconds[rank] = CustomisedTimes.Infinity;
        ranks.Clear();
    }
}
