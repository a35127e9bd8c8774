using System.Diagnostics;

namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// Finds a small and balanced node separator of a cell by growing two terminal sets towards each other: a maximum
/// flow of node-disjoint paths between them shows the smallest separator; the smaller side then takes in everything
/// it reaches and one node of the separator (<i>piercing</i>), preferably one that opens no new path, and the flow
/// goes on from where it was. Scratch for one thread; sized by the largest cell it is given.
/// </summary>
/// <remarks>
/// Nodes, not edges, have the capacity 1, so a node is either off every path or between a <i>next</i> and a
/// <i>previous</i> node on one. In the residual graph a path node can be reached from aside (<c>1</c>: only back along
/// its path from there) or so that it can be left again (<c>2</c>). The separator nearest to a side is what that side
/// reaches with 1 only. Both sides use the same code with next and previous exchanged.
/// </remarks>
internal sealed class SeparatorFlow
{
    private const byte Free = 0;

    private readonly FlowSide[] sides = [new(), new()];
    private byte[] owner = [];
    private int[] walked = [];
    private int walk;
    private int[] first = [];
    private int[] neighbours = [];
    private float[] key = [];
    private int nodeCount;
    private int flow;
    private int best = -1;
    private int[] bestNodes = [];

    /// <summary>Nodes of the best separator, valid when <see cref="Find"/> returned a finite score.</summary>
    public ReadOnlySpan<int> Separator => bestNodes.AsSpan(0, best);

    /// <summary>
    /// Looks for a separator with a score below <paramref name="bound"/>.
    /// </summary>
    /// <param name="graph">The cell; connected.</param>
    /// <param name="keys">Projection of each node on the direction to cut across.</param>
    /// <param name="sorted">Nodes by ascending key.</param>
    /// <param name="settings">Balance and starting size.</param>
    /// <param name="bound">Score to beat.</param>
    /// <param name="stop">To give up early, with whatever was found.</param>
    /// <returns>The score, or infinity when none is below the bound.</returns>
    public double Find(SimpleGraph graph, float[] keys, int[] sorted, in DissectionSettings settings, double bound, CancellationToken stop)
    {
        nodeCount = graph.NodeCount;
        first = graph.First;
        neighbours = graph.Neighbours;
        key = keys;
        Start(sorted, Math.Max(1, (int)(nodeCount * settings.TerminalShare)));
        best = -1;
        double bestScore = bound;
        int smallest = Math.Max(1, (int)(nodeCount * settings.LeastBalance));

        int limit = DissectionSettings.MostFlow(bestScore);
        if (!Saturate(0, limit, stop)) return double.PositiveInfinity;
        sides[1].Restart(owner, 2);
        Search(1, false);
        Span<bool> blocked = stackalloc bool[2];
        while (!stop.IsCancellationRequested)
        {
            for (int side = 0; side < 2; side++)
            {
                int near = sides[side].Size;
                int smaller = Math.Min(near, nodeCount - near - flow);
                if (smaller < smallest) continue;
                double score = DissectionSettings.Score(flow, smaller, nodeCount);
                if (score < bestScore)
                {
                    bestScore = score;
                    Keep(side);
                }
            }
            limit = DissectionSettings.MostFlow(bestScore);
            if (flow >= limit) break;
            int growing = sides[0].Size <= sides[1].Size ? 0 : 1;
            if (blocked[growing]) growing = 1 - growing;
            if (blocked[growing] || sides[growing].Size * 2 >= nodeCount) break;
            sides[growing].Assimilate(owner, (byte)(growing + 1));
            int pierced = ChoosePiercing(growing);
            if (pierced < 0)
            {
                blocked[growing] = true;
                continue;
            }
            bool opensPath = sides[1 - growing].Reach[pierced] != 0;
            owner[pierced] = (byte)(growing + 1);
            sides[growing].Pierce(pierced);
            if (!opensPath)
            {
                Search(growing, false);
                continue;
            }
            if (!Saturate(growing, limit, stop)) break;
            sides[1 - growing].Restart(owner, (byte)(2 - growing));
            Search(1 - growing, false);
        }
        return best >= 0 ? bestScore : double.PositiveInfinity;
    }

    private void Start(int[] sorted, int terminals)
    {
        if (owner.Length < nodeCount)
        {
            int size = nodeCount;
            owner = new byte[size];
            walked = new int[size];
            walk = 0;
            bestNodes = new int[size];
            sides[0].Resize(size);
            sides[1].Resize(size);
        }
        owner.AsSpan(0, nodeCount).Clear();
        sides[0].Clear(nodeCount);
        sides[1].Clear(nodeCount);
        flow = 0;
        terminals = Math.Min(terminals, nodeCount / 2);
        for (int i = 0; i < terminals; i++) owner[sorted[i]] = 1;
        for (int i = 0; i < terminals; i++)
        {
            // A node next to the other terminals would let infinitely much through.
            int node = sorted[nodeCount - 1 - i];
            if (!Touches(node, 1)) owner[node] = 2;
        }
        for (int i = 0; i < terminals; i++)
        {
            sides[0].Pierce(sorted[i]);
            int node = sorted[nodeCount - 1 - i];
            if (owner[node] == 2) sides[1].Pierce(node);
        }
    }

    private bool Touches(int node, byte terminal)
    {
        for (int k = first[node]; k < first[node + 1]; k++)
        {
            if (owner[neighbours[k]] == terminal) return true;
        }
        return false;
    }

    // Sends flow from a side until no path is left; the last search stays as the side's reach.
    private bool Saturate(int side, int limit, CancellationToken stop)
    {
        while (true)
        {
            int before = flow;
            Search(side, true);
            if (flow >= limit || stop.IsCancellationRequested) return false;
            if (flow == before) return true;
            sides[side].Restart(owner, (byte)(side + 1));
        }
    }

    private void Search(int sideIndex, bool augment)
    {
        unchecked
        {
            FlowSide side = sides[sideIndex];
            byte own = (byte)(sideIndex + 1);
            byte[] owners = owner;
            byte[] reach = side.Reach;
            int[] parent = side.Parent;
            int[] away = side.Away;
            int[] toward = sides[1 - sideIndex].Away;
            int[] firsts = first;
            int[] all = neighbours;
            int[] queue = side.Queue;
            walk++;
            while (side.Head < side.Tail)
            {
                int node = queue[side.Head++];
                int end = firsts[node + 1];
                for (int k = firsts[node]; k < end; k++)
                {
                    int next = all[k];
                    byte terminal = owners[next];
                    if (terminal != Free)
                    {
                        if (terminal == own) continue;
                        Debug.Assert(augment, "a path where the flow was said to be maximal");
                        if (TryAugment(side, away, toward, own, node, next)) flow++;
                        continue;
                    }
                    if (reach[next] != 0) continue;
                    if (away[next] < 0)
                    {
                        reach[next] = 2;
                        parent[next] = node;
                        queue[side.Tail++] = next;
                        continue;
                    }
                    reach[next] = 1;
                    parent[next] = node;
                    side.Aside[side.AsideCount++] = next;
                    int back = toward[next];
                    while (owners[back] == Free && reach[back] < 2)
                    {
                        bool entered = reach[back] == 1;
                        reach[back] = 2;
                        queue[side.Tail++] = back;
                        if (entered) break;
                        parent[back] = back;
                        back = toward[back];
                    }
                }
            }
        }
    }

    // Several paths of one search may be used as long as they share no node: what one changed the next would misread.
    private bool TryAugment(FlowSide side, int[] away, int[] toward, byte own, int last, int terminal)
    {
        int[] parent = side.Parent;
        int node = last;
        while (owner[node] != own)
        {
            if (walked[node] == walk) return false;
            if (away[node] < 0)
            {
                node = parent[node];
                continue;
            }
            int entered = away[node];
            while (true)
            {
                if (walked[entered] == walk) return false;
                int before = parent[entered];
                if (before != entered)
                {
                    node = before;
                    break;
                }
                entered = away[entered];
            }
        }

        int next = terminal;
        node = last;
        while (true)
        {
            if (owner[next] == Free) toward[next] = node;
            if (owner[node] == own) return true;
            walked[node] = walk;
            if (away[node] < 0)
            {
                away[node] = next;
                next = node;
                node = parent[node];
                continue;
            }
            int entered = away[node];
            away[node] = next;
            walked[entered] = walk;
            while (parent[entered] == entered)
            {
                int following = away[entered];
                away[entered] = -1;
                toward[entered] = -1;
                entered = following;
                walked[entered] = walk;
            }
            next = entered;
            node = parent[entered];
        }
    }

    // The node of the separator that lies farthest back on the side, first among those that open no path.
    private int ChoosePiercing(int sideIndex)
    {
        FlowSide side = sides[sideIndex];
        byte[] other = sides[1 - sideIndex].Reach;
        byte foe = (byte)(2 - sideIndex);
        int chosen = -1;
        bool chosenOpens = true;
        float chosenKey = 0;
        for (int i = 0; i < side.CutCount; i++)
        {
            int node = side.Cut[i];
            bool opens = other[node] != 0;
            if (opens && !chosenOpens) continue;
            float nodeKey = sideIndex == 0 ? key[node] : -key[node];
            bool better = chosen < 0 || (chosenOpens && !opens) || nodeKey < chosenKey
                || (nodeKey == chosenKey && node < chosen);
            if (!better || Touches(node, foe)) continue;
            chosen = node;
            chosenOpens = opens;
            chosenKey = nodeKey;
        }
        return chosen;
    }

    private void Keep(int sideIndex)
    {
        FlowSide side = sides[sideIndex];
        best = 0;
        for (int i = 0; i < side.AsideCount; i++)
        {
            int node = side.Aside[i];
            if (side.Reach[node] == 1 && owner[node] == Free) bestNodes[best++] = node;
        }
        Debug.Assert(best == flow, "a minimum separator has as many nodes as there are paths");
    }
}
