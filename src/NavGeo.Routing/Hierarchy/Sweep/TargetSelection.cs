using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// The part of a hierarchy that a sweep to some targets must visit: the targets' nodes and all their ancestors, from
/// the highest rank down, and which targets each of them completes. Depends on no times, so it is made once for a set
/// of targets and serves every edit. Immutable; safe for any number of threads.
/// </summary>
/// <remarks>The selection phase of RPHAST (Delling, Goldberg and Werneck 2011). See docs/engine/sweep.md.</remarks>
public sealed class TargetSelection
{
    /// <summary>Where each target is in <see cref="Targets"/>.</summary>
    private readonly int[] places;

    /// <summary>Selects what the targets need.</summary>
    /// <exception cref="ArgumentException">A target hangs on no node, or on nodes neither of which is above the other.</exception>
    public TargetSelection(ChordalGraph graph, SweepPoints targets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(targets);
        Graph = graph;
        Count = targets.Count;
        int[] deepest = Deepest(graph, targets);
        Visited = new AncestorSet(graph, deepest);

        // Counting sort of targets by the place of their deepest node, where all they hang on is known.
        FirstTarget = new int[VisitedCount + 1];
        foreach (int rank in deepest) FirstTarget[Visited.Place(rank) + 1]++;
        for (int at = 0; at < VisitedCount; at++) FirstTarget[at + 1] += FirstTarget[at];
        Targets = new int[Count];
        places = new int[Count];
        int[] next = FirstTarget[..VisitedCount];
        for (int target = 0; target < Count; target++)
        {
            places[target] = next[Visited.Place(deepest[target])]++;
            Targets[places[target]] = target;
        }
        FirstAttachment = new int[Count + 1];
        AttachmentDepths = new ushort[targets.Nodes.Length];
        AttachmentPairs = new int[2 * targets.Nodes.Length];
        AtNodes = Attach(targets);
    }

    private TargetSelection(TargetSelection like, ReadOnlySpan<int> which, SweepPoints targets)
    {
        (Graph, Count, Visited, FirstTarget, Targets) = (like.Graph, like.Count, like.Visited, like.FirstTarget, like.Targets);
        (FirstAttachment, AttachmentDepths, AtNodes, places) = (like.FirstAttachment, like.AttachmentDepths, like.AtNodes, like.places);
        AttachmentPairs = [.. like.AttachmentPairs];
        for (int i = 0; i < which.Length; i++)
        {
            int at = places[which[i]];
            int from = FirstAttachment[at], start = targets.First[i], count = targets.First[i + 1] - start;
            if (FirstAttachment[at + 1] - from != count) throw new ArgumentException("targets on other nodes", nameof(targets));
            for (int k = 0; k < count; k++)
            {
                if (AttachmentDepths[from + k] != DepthOf(targets.Nodes[start + k])) throw new ArgumentException("targets on other nodes", nameof(targets));
                AttachmentPairs[2 * (from + k)] = targets.LeavingMilliseconds[start + k];
                AttachmentPairs[2 * (from + k) + 1] = targets.ArrivingMilliseconds[start + k];
                if ((targets.LeavingMilliseconds[start + k] | targets.ArrivingMilliseconds[start + k]) != 0) AtNodes = false;
            }
        }
    }

    /// <summary>The graph the selection is of.</summary>
    public ChordalGraph Graph { get; }

    /// <summary>How many targets.</summary>
    public int Count { get; }

    /// <summary>How many nodes a sweep visits.</summary>
    public int VisitedCount => Visited.Ranks.Length;

    /// <summary>
    /// A selection for the same targets on the same nodes with other times to and from some of them: what is to be visited
    /// is shared.
    /// </summary>
    /// <param name="which">Those targets.</param>
    /// <param name="targets">What each of them hangs on now, in the same order.</param>
    /// <exception cref="ArgumentException">A target hangs on other nodes.</exception>
    internal TargetSelection With(ReadOnlySpan<int> which, SweepPoints targets) => new(this, which, targets);

    /// <summary>What is visited.</summary>
    internal AncestorSet Visited { get; }

    /// <summary>Start in <see cref="Targets"/> of the targets each visited node completes, [visited + 1].</summary>
    internal int[] FirstTarget { get; }

    /// <summary>Targets in the order they are completed.</summary>
    internal int[] Targets { get; }

    /// <summary>Every target is a node: its row needs no adding up.</summary>
    internal bool AtNodes { get; }

    /// <summary>Start of the attachments of each entry of <see cref="Targets"/>, [count + 1].</summary>
    internal int[] FirstAttachment { get; }

    /// <summary>Depth of the node of each attachment.</summary>
    internal ushort[] AttachmentDepths { get; }

    /// <summary>Leaving and arriving milliseconds of each attachment, as an arc's up and down.</summary>
    internal int[] AttachmentPairs { get; }

    /// <summary>Writes the attachments in the order the targets are completed; returns whether every target is a node.</summary>
    private bool Attach(SweepPoints targets)
    {
        bool atNodes = true;
        int written = 0;
        for (int i = 0; i < Count; i++)
        {
            int target = Targets[i];
            if (targets.First[target + 1] - targets.First[target] != 1) atNodes = false;
            for (int k = targets.First[target]; k < targets.First[target + 1]; k++)
            {
                AttachmentDepths[written] = DepthOf(targets.Nodes[k]);
                AttachmentPairs[2 * written] = targets.LeavingMilliseconds[k];
                AttachmentPairs[2 * written + 1] = targets.ArrivingMilliseconds[k];
                if ((targets.LeavingMilliseconds[k] | targets.ArrivingMilliseconds[k]) != 0) atNodes = false;
                written++;
            }
            FirstAttachment[i + 1] = written;
        }
        return atNodes;
    }

    private ushort DepthOf(int node) => Graph.Depths[Graph.Ranks[node]];

    private static int[] Deepest(ChordalGraph graph, SweepPoints targets)
    {
        var deepest = new int[targets.Count];
        for (int target = 0; target < deepest.Length; target++)
        {
            int start = targets.First[target], end = targets.First[target + 1];
            if (start == end) throw new ArgumentException($"target {target} hangs on no node", nameof(targets));
            int lowest = graph.Ranks[targets.Nodes[start]];
            for (int k = start + 1; k < end; k++) lowest = Math.Min(lowest, graph.Ranks[targets.Nodes[k]]);
            for (int k = start; k < end; k++)
            {
                if (!IsAncestor(graph, graph.Ranks[targets.Nodes[k]], lowest))
                    throw new ArgumentException($"target {target} hangs on nodes that no edge joins", nameof(targets));
            }
            deepest[target] = lowest;
        }
        return deepest;
    }

    internal static bool IsAncestor(ChordalGraph graph, int upper, int lower)
    {
        if (upper == lower || graph.FindArc(lower, upper) >= 0) return true;
        int at = lower;
        while (at >= 0 && at < upper) at = graph.Parent(at);
        return at == upper;
    }
}
