using System.Runtime.InteropServices;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Customise;

/// <summary>
/// The travel times of a network on its <see cref="ChordalGraph"/>: for each upward arc the time up and the time down,
/// each the shortest way through lower-ranked nodes. Computed by a <see cref="Customiser"/>; changed in place by a
/// <see cref="PartialCustomiser"/>. Any number of threads may read while nobody writes.
/// </summary>
/// <remarks>
/// Times are whole milliseconds from 0 to <see cref="Infinity"/> − 1; a way that takes longer (12.4 days) counts as
/// no way. Infinity is half of what 32 bits hold, so the sum of any two entries does not overflow and needs no check.
/// </remarks>
public sealed class CustomisedTimes
{
    /// <summary>No way. Input times of this or more (such as <see cref="int.MaxValue"/>) mean the same.</summary>
    public const int Infinity = int.MaxValue / 2;

    private readonly long[] arcs;

    internal CustomisedTimes(ChordalGraph graph)
    {
        Graph = graph;
        arcs = new long[graph.ArcCount];
        EdgeForward = new int[graph.Shape.EdgeCount];
        EdgeBackward = new int[graph.Shape.EdgeCount];
    }

    /// <summary>The graph the times are for.</summary>
    public ChordalGraph Graph { get; }

    /// <summary>Milliseconds along each edge from tail to head, at most <see cref="Infinity"/>, [edge count].</summary>
    internal int[] EdgeForward { get; }

    /// <summary>Milliseconds along each edge from head to tail, at most <see cref="Infinity"/>, [edge count].</summary>
    internal int[] EdgeBackward { get; }

    /// <summary>Up (low half) and down (high half) side by side: one load gives both. [arc count]</summary>
    internal long[] Arcs => arcs;

    /// <summary>
    /// Milliseconds of each arc: entry 2·arc is up (tail to head), 2·arc + 1 is down. <see cref="Infinity"/> is no way.
    /// </summary>
    public ReadOnlySpan<int> Milliseconds => MemoryMarshal.Cast<long, int>(arcs.AsSpan());
}
