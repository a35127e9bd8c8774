using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Sweep;

namespace NavGeo.Routing.Times;

/// <summary>
/// Places as they hang on the walk: each on the two ends of its edge, and the other way round which places hang on a node.
/// Depends on no closure and no destination. Immutable, any number of threads may read it.
/// </summary>
internal sealed class HungPlaces
{
    /// <summary>Time of an end that a place does not come out at.</summary>
    public const int Never = TravelTime.UnreachableMilliseconds;

    private readonly int[] first;
    private readonly int[] there;

    /// <param name="walk">The network.</param>
    /// <param name="points">Two attachments a place, for leaving.</param>
    public HungPlaces(SearchNetwork walk, SweepPoints points)
    {
        (Nodes, Milliseconds) = (points.Nodes, Array.ConvertAll(points.LeavingMilliseconds, NeverWhereCapped));
        first = new int[walk.NodeCount + 1];
        for (int i = 0; i < Nodes.Length; i++)
        {
            if (Milliseconds[i] != Never) first[Nodes[i] + 1]++;
        }
        for (int node = 0; node < walk.NodeCount; node++) first[node + 1] += first[node];
        there = new int[first[^1]];
        int[] next = first[..^1];
        for (int i = 0; i < Nodes.Length; i++)
        {
            if (Milliseconds[i] != Never) there[next[Nodes[i]]++] = i / 2;
        }
    }

    /// <summary>Node of each end. Length: twice the places.</summary>
    public int[] Nodes { get; }

    /// <summary>From the place to that node, off-road time included; <see cref="Never"/> where it does not come out there. Same length.</summary>
    public int[] Milliseconds { get; }

    /// <summary>How many places.</summary>
    public int Count => Nodes.Length / 2;

    /// <summary>The places that hang on a node.</summary>
    public ReadOnlySpan<int> On(int node) => there.AsSpan(first[node], first[node + 1] - first[node]);

    private static int NeverWhereCapped(int milliseconds) => milliseconds >= CustomisedTimes.Infinity ? Never : milliseconds;
}
