using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Networks;

/// <summary>
/// The part of a network within which every place can be driven to from every other, by one-way streets as they are
/// signed (turn restrictions aside), and what of the largest part lies outside it: roads one can drive into and not out
/// of, or out of and not into. There either a sign is wrong in the source or the extract ends.
/// </summary>
internal sealed class TwoWayCore
{
    private const int MostTries = 16;

    private readonly RoadGraph graph;
    private readonly bool[] isInside;

    /// <summary>Looks for it: from a place, what can be reached and what reaches it; from another place where that is less than half of the part.</summary>
    public TwoWayCore(RoadGraph graph)
    {
        this.graph = graph;
        isInside = new bool[graph.NodeCount];
        if (graph.NodeCount == 0) return;
        int[] part = LargestPart();
        int best = 0;
        for (int tries = 0; tries < MostTries && 2 * best < part.Length; tries++)
        {
            int seed = part[(int)((long)part.Length * tries / MostTries)];
            bool[] there = Marked(Around(seed, IsOpen, _ => true));
            int[] both = [.. Around(seed, IsOpenBack, _ => true).Where(node => there[node])];
            if (both.Length <= best) continue;
            best = both.Length;
            Array.Clear(isInside);
            foreach (int node in both) isInside[node] = true;
        }
        bool[] isInPart = Marked(part);
        Traps = [.. Outside(part, isInPart)];
    }

    /// <summary>Of each place outside the core that hangs together: somewhere in it, and its roads in metres; in the order of the graph.</summary>
    public IReadOnlyList<(PlanePoint Somewhere, double Metres)> Traps { get; } = [];

    /// <summary>Share of the roads' and ferries' kilometres that lie in the core, 0 to 1.</summary>
    public double Share
    {
        get
        {
            double inside = 0, all = 0;
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                all += graph.EdgeLengths[edge];
                if (isInside[graph.EdgeFrom[edge]] && isInside[graph.EdgeTo[edge]]) inside += graph.EdgeLengths[edge];
            }
            return all > 0 ? inside / all : 0;
        }
    }

    private IEnumerable<(PlanePoint Somewhere, double Metres)> Outside(int[] part, bool[] isInPart)
    {
        var isDone = new bool[graph.NodeCount];
        foreach (int node in part.Order())
        {
            if (isInside[node] || isDone[node]) continue;
            double metres = 0;
            foreach (int each in Around(node, _ => true, next => !isInside[next] && isInPart[next]))
            {
                isDone[each] = true;
                for (int arc = graph.ArcFirst[each]; arc < graph.ArcFirst[each + 1]; arc++)
                {
                    // An edge between two of them is met from both sides.
                    double length = graph.EdgeLengths[graph.ArcEdges[arc] >> 1] / 1000.0;
                    metres += isInside[graph.ArcHeads[arc]] ? length : length / 2;
                }
            }
            yield return (graph.NodePoints[node], metres);
        }
    }

    /// <summary>The nodes of the largest part; several nodes may lie at the place that the report gives.</summary>
    private int[] LargestPart()
    {
        int[] found = [];
        for (int node = 0; node < graph.NodeCount && found.Length < graph.Report.Parts[0].Nodes; node++)
        {
            if (graph.NodePoints[node] == graph.Report.Parts[0].Somewhere) found = Around(node, _ => true, _ => true);
        }
        return found;
    }

    private bool[] Marked(int[] nodes)
    {
        var marks = new bool[graph.NodeCount];
        foreach (int node in nodes) marks[node] = true;
        return marks;
    }

    /// <summary>The nodes reached from one, itself first, over arcs and nodes that are allowed.</summary>
    private int[] Around(int start, Func<int, bool> isAllowed, Func<int, bool> isWanted)
    {
        var isSeen = new bool[graph.NodeCount];
        var found = new List<int> { start };
        isSeen[start] = true;
        for (int next = 0; next < found.Count; next++)
        {
            for (int arc = graph.ArcFirst[found[next]]; arc < graph.ArcFirst[found[next] + 1]; arc++)
            {
                int head = graph.ArcHeads[arc];
                if (isSeen[head] || !isAllowed(graph.ArcEdges[arc]) || !isWanted(head)) continue;
                isSeen[head] = true;
                found.Add(head);
            }
        }
        return [.. found];
    }

    /// <summary>Whether the source lets one drive along an arc.</summary>
    private bool IsOpen(int arcEdge) =>
        (graph.EdgeDirections[arcEdge >> 1] & ((arcEdge & 1) == 0 ? LinkDirections.Forward : LinkDirections.Backward)) != 0;

    private bool IsOpenBack(int arcEdge) => IsOpen(arcEdge ^ 1);
}
