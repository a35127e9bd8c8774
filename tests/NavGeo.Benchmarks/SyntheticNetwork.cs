namespace NavGeo.Benchmarks;

/// <summary>
/// A made-up road network that is as hard for an order as a real one: streets in a lattice with gaps, cut by fjords
/// and ridges at every scale that few roads cross, so that separators grow like the cube root of what they separate.
/// About 2.6 arcs a node, one-way streets among them, and ferries over the large fjords. The same for a seed on every machine.
/// </summary>
internal sealed class SyntheticNetwork
{
    private const int SmallestCell = 96;
    private const double EdgesPerNode = 1.36;
    private const double OneWayShare = 0.06;
    private const int FerryCell = 20_000;

    private readonly SplitMix random;
    private readonly int columns;
    private readonly double crossingFactor;
    private readonly List<(int A, int B, bool Tree)> edges = [];
    private readonly List<(int A, int B)> ferries = [];
    private readonly int[] towns;

    private SyntheticNetwork(int nodeCount, ulong seed, int hardness)
    {
        NodeCount = nodeCount;
        random = new SplitMix(seed);
        crossingFactor = 0.007 * hardness;
        columns = Math.Max(1, (int)Math.Sqrt(nodeCount));
        towns = new int[nodeCount];
        for (int node = 0; node < nodeCount; node++) towns[node] = node;
    }

    public int NodeCount { get; }

    /// <summary>East, millionths of a degree.</summary>
    public int[] Longitudes { get; private set; } = [];

    /// <summary>North, millionths of a degree.</summary>
    public int[] Latitudes { get; private set; } = [];

    /// <summary>Directed arcs: tail, head (from 0), milliseconds.</summary>
    public List<(int Tail, int Head, int Milliseconds)> Arcs { get; } = [];

    public static SyntheticNetwork Generate(int nodeCount, ulong seed, int hardness)
    {
        var network = new SyntheticNetwork(nodeCount, seed, hardness);
        int rows = (nodeCount + network.columns - 1) / network.columns;
        var open = new HashSet<long>();
        var closed = new HashSet<long>();
        network.Divide(0, network.columns, 0, rows, open, closed);
        network.LayRoads(rows, open, closed);
        network.Place();
        network.Drive();
        return network;
    }

    // Splits a rectangle by a line that only some of the lattice's edges cross.
    private void Divide(int left, int right, int bottom, int top, HashSet<long> open, HashSet<long> closed)
    {
        int wide = right - left, high = top - bottom;
        long nodes = (long)wide * high;
        if (nodes <= SmallestCell || wide < 4 || high < 4) return;
        bool vertical = wide >= high;
        int length = vertical ? wide : high;
        int at = (vertical ? left : bottom) + length / 3 + random.Below(length / 3 + 1);
        int crossings = (int)Math.Max(1, Math.Round(crossingFactor * Math.Pow(nodes, 0.33)));
        int line = vertical ? high : wide;
        double step = (double)line / crossings;
        var chosen = new HashSet<int>();
        for (int i = 0; i < crossings; i++) chosen.Add(Math.Min(line - 1, (int)((i + random.Unit()) * step)));
        for (int i = 0; i < line; i++)
        {
            int a = vertical ? Node(at - 1, bottom + i) : Node(left + i, at - 1);
            int b = vertical ? Node(at, bottom + i) : Node(left + i, at);
            if (a < 0 || b < 0) continue;
            (chosen.Contains(i) ? open : closed).Add(Key(a, b));
        }
        if (nodes >= FerryCell)
        {
            int along = random.Below(line), reach = 2 + random.Below(10);
            int a = vertical ? Node(at - reach, bottom + along) : Node(left + along, at - reach);
            int b = vertical ? Node(at + reach, bottom + along) : Node(left + along, at + reach);
            if (a >= 0 && b >= 0) ferries.Add((a, b));
        }
        if (vertical)
        {
            Divide(left, at, bottom, top, open, closed);
            Divide(at, right, bottom, top, open, closed);
        }
        else
        {
            Divide(left, right, bottom, at, open, closed);
            Divide(left, right, at, top, open, closed);
        }
    }

    // A random spanning tree, every road that was left open across a line, and more until there are enough.
    private void LayRoads(int rows, HashSet<long> open, HashSet<long> closed)
    {
        var candidates = new List<(int A, int B, bool Crossing)>();
        var last = new List<(int A, int B, bool Crossing)>();
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int node = Node(column, row);
                Consider(node, Node(column + 1, row));
                Consider(node, Node(column, row + 1));
            }
        }
        Shuffle(candidates);
        int wanted = (int)(NodeCount * EdgesPerNode);
        var spare = new List<(int A, int B, bool Crossing)>();
        foreach ((int a, int b, bool crossing) in candidates.Concat(last))
        {
            if (Join(a, b)) edges.Add((a, b, true));
            else if (crossing) edges.Add((a, b, false));
            else if (!closed.Contains(Key(a, b))) spare.Add((a, b, false));
        }
        foreach ((int a, int b, _) in spare)
        {
            if (edges.Count >= wanted) break;
            edges.Add((a, b, false));
        }

        void Consider(int a, int b)
        {
            if (a < 0 || b < 0) return;
            bool shut = closed.Contains(Key(a, b));
            // A closed edge is only laid when nothing else joins its ends.
            (shut ? last : candidates).Add((a, b, !shut && open.Contains(Key(a, b))));
        }
    }

    private void Place()
    {
        Longitudes = new int[NodeCount];
        Latitudes = new int[NodeCount];
        for (int node = 0; node < NodeCount; node++)
        {
            // About 150 m between crossings at 62 degrees north, each moved by up to a third.
            Longitudes[node] = 6_000_000 + (int)((node % columns + random.Unit() * 0.66) * 2870);
            Latitudes[node] = 58_000_000 + (int)((node / columns + random.Unit() * 0.66) * 1350);
        }
    }

    private void Drive()
    {
        foreach ((int a, int b, bool tree) in edges)
        {
            double east = (Longitudes[a] - Longitudes[b]) * 0.0522, north = (Latitudes[a] - Latitudes[b]) * 0.1112;
            double metres = Math.Sqrt(east * east + north * north) * (1.05 + random.Unit() * 0.3);
            // Every sixteenth line of the lattice is a main road, every 128th a trunk road.
            int line = a % columns == b % columns ? a % columns : a / columns;
            double kilometresAnHour = line % 128 == 0 ? 90 : line % 16 == 0 ? 70 : random.Below(3) * 10 + 30;
            int milliseconds = Math.Max(1, (int)(metres * 3600 / kilometresAnHour));
            bool oneWay = !tree && random.Unit() < OneWayShare * 4;
            Arcs.Add((a, b, milliseconds));
            if (!oneWay) Arcs.Add((b, a, milliseconds + random.Below(2) * random.Below(2000)));
        }
        foreach ((int a, int b) in ferries)
        {
            int milliseconds = 600_000 + random.Below(2_400_000);
            Arcs.Add((a, b, milliseconds));
            Arcs.Add((b, a, milliseconds));
        }
    }

    private int Node(int column, int row)
    {
        if (column < 0 || column >= columns || row < 0) return -1;
        long node = (long)row * columns + column;
        return node < NodeCount ? (int)node : -1;
    }

    private long Key(int a, int b) => (long)Math.Min(a, b) * NodeCount + Math.Max(a, b);

    private bool Join(int a, int b)
    {
        int rootA = Root(a), rootB = Root(b);
        if (rootA == rootB) return false;
        towns[rootA] = rootB;
        return true;
    }

    private int Root(int node)
    {
        while (towns[node] != node)
        {
            towns[node] = towns[towns[node]];
            node = towns[node];
        }
        return node;
    }

    private void Shuffle<T>(List<T> list)
    {
        for (int i = list.Count - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
