using NavGeo.Routing.Hierarchy.Customise;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// Points a sweep starts from or ends in: each hangs on one or more nodes of the network, with the time from the point
/// to the node (leaving) and from the node to the point (arriving). A point along an edge hangs on both its ends.
/// Immutable.
/// </summary>
public sealed class SweepPoints
{
    /// <param name="first">Start of each point's attachments, [point count + 1].</param>
    /// <param name="nodes">Node of each attachment.</param>
    /// <param name="leavingMilliseconds">From the point to the node, ≥ 0; <see cref="int.MaxValue"/> when not possible.</param>
    /// <param name="arrivingMilliseconds">From the node to the point, likewise.</param>
    /// <exception cref="ArgumentException">Lengths do not match, or a time is negative.</exception>
    public SweepPoints(int[] first, int[] nodes, int[] leavingMilliseconds, int[] arrivingMilliseconds)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(leavingMilliseconds);
        ArgumentNullException.ThrowIfNull(arrivingMilliseconds);
        if (first.Length == 0 || first[0] != 0 || first[^1] != nodes.Length)
            throw new ArgumentException("attachments do not add up", nameof(first));
        if (leavingMilliseconds.Length != nodes.Length || arrivingMilliseconds.Length != nodes.Length)
            throw new ArgumentException("one time an attachment", nameof(leavingMilliseconds));
        for (int i = 0; i + 1 < first.Length; i++)
        {
            if (first[i] > first[i + 1]) throw new ArgumentException("attachments do not add up", nameof(first));
        }
        for (int i = 0; i < nodes.Length; i++)
        {
            if ((leavingMilliseconds[i] | arrivingMilliseconds[i]) < 0)
                throw new ArgumentException("a negative time", nameof(leavingMilliseconds));
        }
        First = first;
        Nodes = nodes;
        LeavingMilliseconds = Capped(leavingMilliseconds);
        ArrivingMilliseconds = Capped(arrivingMilliseconds);
    }

    /// <summary>How many points.</summary>
    public int Count => First.Length - 1;

    /// <summary>Start of each point's attachments, [count + 1].</summary>
    public int[] First { get; }

    /// <summary>Node of each attachment.</summary>
    public int[] Nodes { get; }

    /// <summary>From the point to the node, at most <see cref="CustomisedTimes.Infinity"/>.</summary>
    public int[] LeavingMilliseconds { get; }

    /// <summary>From the node to the point, likewise.</summary>
    public int[] ArrivingMilliseconds { get; }

    /// <summary>Points that are nodes themselves.</summary>
    public static SweepPoints AtNodes(ReadOnlySpan<int> nodes)
    {
        var first = new int[nodes.Length + 1];
        for (int i = 0; i < first.Length; i++) first[i] = i;
        return new SweepPoints(first, nodes.ToArray(), new int[nodes.Length], new int[nodes.Length]);
    }

    private static int[] Capped(int[] milliseconds)
    {
        var capped = new int[milliseconds.Length];
        for (int i = 0; i < capped.Length; i++) capped[i] = Math.Min(milliseconds[i], CustomisedTimes.Infinity);
        return capped;
    }
}
