using System.Runtime.InteropServices;

namespace NavGeo.Routing.Hierarchy;

/// <summary>The arcs a sweep goes along: all of a chordal graph, or those that are left after pruning.</summary>
/// <param name="Graph">The graph: ranks, depths and tree.</param>
/// <param name="First">Start of the arcs of each rank, [node count + 1].</param>
/// <param name="Heads">Rank each arc leads to.</param>
/// <param name="HeadDepths">Depth of each arc's head.</param>
/// <param name="Pairs">Times up (low half) and down of each arc.</param>
internal sealed record SearchArcs(ChordalGraph Graph, int[] First, int[] Heads, ushort[] HeadDepths, long[] Pairs)
{
    /// <summary>Entry 2·arc is up, 2·arc + 1 is down.</summary>
    public ReadOnlySpan<int> Milliseconds => MemoryMarshal.Cast<long, int>(Pairs.AsSpan());
}
