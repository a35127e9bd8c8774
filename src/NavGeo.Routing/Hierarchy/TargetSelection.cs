using System.Numerics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// The part of a hierarchy that a sweep to some targets must visit: the targets' nodes and all their ancestors, from
/// the highest rank down, and which targets each of them completes. Depends on no times, so it is made once for a set
/// of targets and serves every edit. Immutable; safe for any number of threads.
/// </summary>
/// <remarks>The selection phase of RPHAST (Delling, Goldberg and Werneck 2011). See docs/engine/sweep.md.</remarks>
public sealed class TargetSelection
{
    /// <summary>Where each target is in <see cref="Targets"/>.</summary>
    private readonly Lazy<int[]> places;

    /// <summary>Selects what the targets need.</summary>
    /// <exception cref="ArgumentException">A target hangs on no node, or on nodes neither of which is above the other.</exception>
    public TargetSelection(ChordalGraph graph, SweepPoints targets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(targets);
        Graph = graph;
        Count = targets.Count;
        int[] deepest = Deepest(graph, targets);
        (Ranks, Marks) = Closure(graph, deepest);

        // Counting sort of targets by the place of their deepest node, where all they hang on is known.
        var place = new int[graph.NodeCount];
        for (int at = 0; at < Ranks.Length; at++) place[Ranks[at]] = at;
        FirstTarget = new int[Ranks.Length + 1];
        foreach (int rank in deepest) FirstTarget[place[rank] + 1]++;
        for (int at = 0; at < Ranks.Length; at++) FirstTarget[at + 1] += FirstTarget[at];
        Targets = new int[Count];
        int[] next = FirstTarget[..Ranks.Length];
        for (int target = 0; target < Count; target++) Targets[next[place[deepest[target]]]++] = target;

        FirstAttachment = new int[Count + 1];
        AttachmentDepths = new ushort[targets.Nodes.Length];
        AttachmentPairs = new int[2 * targets.Nodes.Length];
        AtNodes = Attach(targets);
        places = new(PlacesOfTargets);
    }

    private TargetSelection(TargetSelection like, SweepPoints targets)
    {
        (Graph, Count, Ranks, Marks, FirstTarget, Targets, places) = (like.Graph, like.Count, like.Ranks, like.Marks, like.FirstTarget, like.Targets, like.places);
        if (targets.Count != Count || targets.Nodes.Length != like.AttachmentDepths.Length)
            throw new ArgumentException("targets on other nodes", nameof(targets));
        FirstAttachment = new int[Count + 1];
        AttachmentDepths = new ushort[targets.Nodes.Length];
        AttachmentPairs = new int[2 * targets.Nodes.Length];
        AtNodes = Attach(targets);
        if (!FirstAttachment.AsSpan().SequenceEqual(like.FirstAttachment) || !AttachmentDepths.AsSpan().SequenceEqual(like.AttachmentDepths))
            throw new ArgumentException("targets on other nodes", nameof(targets));
    }

    private TargetSelection(TargetSelection like, ReadOnlySpan<int> which, SweepPoints targets)
    {
        (Graph, Count, Ranks, Marks, FirstTarget, Targets) = (like.Graph, like.Count, like.Ranks, like.Marks, like.FirstTarget, like.Targets);
        (FirstAttachment, AttachmentDepths, AtNodes, places) = (like.FirstAttachment, like.AttachmentDepths, like.AtNodes, like.places);
        AttachmentPairs = [.. like.AttachmentPairs];
        for (int i = 0; i < which.Length; i++)
        {
            int at = places.Value[which[i]];
            int from = FirstAttachment[at], start = targets.First[i], count = targets.First[i + 1] - start;
            if (FirstAttachment[at + 1] - from != count) throw new ArgumentException("targets on other nodes", nameof(targets));
            for (int k = 0; k < count; k++)
            {
                if (AttachmentDepths[from + k] != DepthOf(targets.Nodes[start + k])) throw new ArgumentException("targets on other nodes", nameof(targets));
                AttachmentPairs[2 * (from + k)] = targets.Leaving[start + k];
                AttachmentPairs[2 * (from + k) + 1] = targets.Arriving[start + k];
                if ((targets.Leaving[start + k] | targets.Arriving[start + k]) != 0) AtNodes = false;
            }
        }
    }

    /// <summary>The graph the selection is of.</summary>
    public ChordalGraph Graph { get; }

    /// <summary>How many targets.</summary>
    public int Count { get; }

    /// <summary>How many nodes a sweep visits.</summary>
    public int VisitedCount => Ranks.Length;

    /// <summary>
    /// A selection for the same targets on the same nodes with other times to and from them: what is to be visited is
    /// shared.
    /// </summary>
    /// <exception cref="ArgumentException">The targets hang on other nodes.</exception>
    public TargetSelection With(SweepPoints targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new TargetSelection(this, targets);
    }

    /// <summary>The same where only some of the targets have other times.</summary>
    /// <param name="which">Those targets.</param>
    /// <param name="targets">What each of them hangs on now, in the same order.</param>
    /// <exception cref="ArgumentException">A target hangs on other nodes.</exception>
    internal TargetSelection With(ReadOnlySpan<int> which, SweepPoints targets) => new(this, which, targets);

    /// <summary>What is visited, descending.</summary>
    internal int[] Ranks { get; }

    /// <summary>A bit for each rank: whether it is visited. [(node count + 63) / 64]</summary>
    internal ulong[] Marks { get; }

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

    /// <summary>Every node of a graph.</summary>
    public static TargetSelection AllNodes(ChordalGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var nodes = new int[graph.NodeCount];
        for (int node = 0; node < nodes.Length; node++) nodes[node] = node;
        return new TargetSelection(graph, SweepPoints.AtNodes(nodes));
    }

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
                AttachmentPairs[2 * written] = targets.Leaving[k];
                AttachmentPairs[2 * written + 1] = targets.Arriving[k];
                if ((targets.Leaving[k] | targets.Arriving[k]) != 0) atNodes = false;
                written++;
            }
            FirstAttachment[i + 1] = written;
        }
        return atNodes;
    }

    private ushort DepthOf(int node) => Graph.Depths[Graph.Ranks[node]];

    private int[] PlacesOfTargets()
    {
        var places = new int[Count];
        for (int at = 0; at < Count; at++) places[Targets[at]] = at;
        return places;
    }

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

    private static (int[] Ranks, ulong[] Marks) Closure(ChordalGraph graph, int[] deepest)
    {
        var marks = new ulong[(graph.NodeCount + 63) / 64];
        int count = 0;
        foreach (int start in deepest)
        {
            for (int rank = start; rank >= 0; rank = graph.Parent(rank))
            {
                ulong bit = 1UL << (rank & 63);
                if ((marks[rank >> 6] & bit) != 0) break;
                marks[rank >> 6] |= bit;
                count++;
            }
        }
        var ranks = new int[count];
        int written = 0;
        for (int word = marks.Length - 1; word >= 0; word--)
        {
            for (ulong left = marks[word]; left != 0;)
            {
                int bit = 63 - BitOperations.LeadingZeroCount(left);
                ranks[written++] = word * 64 + bit;
                left &= ~(1UL << bit);
            }
        }
        return (ranks, marks);
    }
}
