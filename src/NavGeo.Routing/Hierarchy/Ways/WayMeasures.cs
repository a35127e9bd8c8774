using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Ways;

/// <summary>
/// Length and ferry time of the fastest way behind every upward arc of a customised hierarchy, both directions: what
/// kilometres on demand and the attribution of trips rest on. True for the times as they were when it was made.
/// Immutable; safe for any number of threads. Costs two to three customisations and 24 bytes an arc.
/// </summary>
/// <remarks>
/// Of equally fast ways the shortest counts, and of those the one with least time on ferries: the least of a sum of
/// triples, which does not depend on the order of the nodes.
/// </remarks>
internal sealed class WayMeasures
{
    private readonly CustomisedTimes times;
    private readonly int[] edgeMillimetres;
    private readonly bool[] isFerry;
    private readonly long[] millimetres;
    private readonly int[] ferry;

    /// <param name="times">The times.</param>
    /// <param name="edgeMillimetres">Length of each edge.</param>
    /// <param name="isFerry">Whether an edge's time is spent on a ferry or waiting for it. Length: edges.</param>
    public WayMeasures(CustomisedTimes times, ReadOnlySpan<int> edgeMillimetres, ReadOnlySpan<bool> isFerry)
    {
        this.times = times;
        this.edgeMillimetres = edgeMillimetres.ToArray();
        this.isFerry = isFerry.ToArray();
        ChordalGraph graph = times.Graph;
        millimetres = new long[2 * graph.ArcCount];
        ferry = new int[2 * graph.ArcCount];
        Array.Fill(millimetres, long.MaxValue);
        PlaceEdges(graph);
        PushTriangles(graph);
    }

    /// <summary>Millimetres; entry 2·arc is up, 2·arc + 1 is down. Of an arc without way: anything.</summary>
    public ReadOnlySpan<long> Millimetres => millimetres;

    /// <summary>Milliseconds on ferries or waiting for them; the same places.</summary>
    public ReadOnlySpan<int> FerryMilliseconds => ferry;

    /// <summary>The lowest edge that is all of an arc's way: twice the edge, plus 1 from its head to its tail; −1 for none.</summary>
    public int FindEdge(int place)
    {
        ChordalGraph graph = times.Graph;
        int arc = place >> 1, half = place & 1;
        for (int k = graph.FirstEdges[arc]; k < graph.FirstEdges[arc + 1]; k++)
        {
            int edge = graph.Edges[k];
            int backward = (graph.EdgeArcs[edge] & 1) ^ half;
            int time = backward == 0 ? times.EdgeForward[edge] : times.EdgeBackward[edge];
            if (time == times.Milliseconds[place] && edgeMillimetres[edge] == millimetres[place] && (isFerry[edge] ? time : 0) == ferry[place])
                return edge * 2 + backward;
        }
        return -1;
    }

    /// <summary>
    /// The two arcs of the lowest triangle that an arc's way goes over, first the one travelled first. There is one where
    /// <see cref="FindEdge"/> finds none and the arc has a way.
    /// </summary>
    public (int First, int Second) FindParts(int place)
    {
        ChordalGraph graph = times.Graph;
        ReadOnlySpan<int> milliseconds = times.Milliseconds;
        int arc = place >> 1, half = place & 1;
        int low = graph.Tails[arc], high = graph.Heads[arc];
        int i = graph.FirstDown[low], j = graph.FirstDown[high];
        while (true)
        {
            int a = graph.DownTails[i], b = graph.DownTails[j];
            if (a == b)
            {
                int toLow = graph.DownArcs[i], toHigh = graph.DownArcs[j];
                (int first, int second) = half == 0 ? (2 * toLow + 1, 2 * toHigh) : (2 * toHigh + 1, 2 * toLow);
                if (milliseconds[first] + milliseconds[second] == milliseconds[place]
                    && millimetres[first] + millimetres[second] == millimetres[place]
                    && ferry[first] + ferry[second] == ferry[place])
                {
                    return (first, second);
                }
            }
            if (a <= b) i++;
            if (b <= a) j++;
        }
    }

    private void PlaceEdges(ChordalGraph graph)
    {
        ReadOnlySpan<int> milliseconds = times.Milliseconds;
        for (int edge = 0; edge < graph.EdgeArcs.Length; edge++)
        {
            int place = graph.EdgeArcs[edge];
            if (place < 0) continue;
            int there = times.EdgeForward[edge], back = times.EdgeBackward[edge];
            if (there == milliseconds[place]) Offer(place, edgeMillimetres[edge], isFerry[edge] ? there : 0);
            if (back == milliseconds[place ^ 1]) Offer(place ^ 1, edgeMillimetres[edge], isFerry[edge] ? back : 0);
        }
    }

    private void PushTriangles(ChordalGraph graph)
    {
        ReadOnlySpan<int> milliseconds = times.Milliseconds;
        long triangle = 0;
        for (int rank = 0; rank < graph.NodeCount; rank++)
        {
            int end = graph.First[rank + 1];
            for (int i = graph.First[rank]; i < end - 1; i++)
            {
                int row = graph.First[graph.Heads[i]];
                int up = milliseconds[2 * i], down = milliseconds[2 * i + 1];
                for (int j = i + 1; j < end; j++)
                {
                    int target = 2 * (row + graph.TrianglePlaces[triangle++]);
                    if (down + milliseconds[2 * j] == milliseconds[target]) Push(target, 2 * i + 1, 2 * j);
                    if (milliseconds[2 * j + 1] + up == milliseconds[target + 1]) Push(target + 1, 2 * j + 1, 2 * i);
                }
            }
        }
    }

    private void Push(int target, int first, int second)
    {
        // Two arcs without way may add up to no way: nothing rests on those.
        if (times.Milliseconds[target] < CustomisedTimes.Infinity)
            Offer(target, millimetres[first] + millimetres[second], ferry[first] + ferry[second]);
    }

    private void Offer(int place, long length, int onFerry)
    {
        if (length > millimetres[place] || (length == millimetres[place] && onFerry >= ferry[place])) return;
        millimetres[place] = length;
        ferry[place] = onFerry;
    }
}
