using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Tests.Routing.Hierarchy;

/// <summary>
/// A small network with everything that goes wrong: one-way and closed edges, zero times, ties, parallel edges,
/// self-loops, several components, chains, sometimes no coordinates.
/// </summary>
internal sealed class RandomNetwork
{
    public RandomNetwork(int seed)
    {
        var random = new Random(seed);
        int nodeCount = random.Next(1, 60);
        int edgeCount = random.Next(0, (int)(nodeCount * (1.0 + random.NextDouble() * 1.5)) + 2);
        bool local = random.Next(2) == 0;
        int longest = random.Next(4) switch { 0 => 1, 1 => 3, 2 => 100, _ => 1_000_000 };
        int[] tails = new int[edgeCount], heads = new int[edgeCount];
        Forward = new int[edgeCount];
        Backward = new int[edgeCount];
        for (int edge = 0; edge < edgeCount; edge++)
        {
            tails[edge] = random.Next(nodeCount);
            heads[edge] = local
                ? Math.Clamp(tails[edge] + random.Next(-4, 5), 0, nodeCount - 1)
                : random.Next(nodeCount);
            Forward[edge] = RandomTime(random, longest);
            Backward[edge] = random.Next(3) == 0 ? Forward[edge] : RandomTime(random, longest);
        }
        double[]? x = null, y = null;
        if (random.Next(4) != 0)
        {
            x = new double[nodeCount];
            y = new double[nodeCount];
            for (int node = 0; node < nodeCount; node++)
            {
                x[node] = local ? node % 8 : random.NextDouble();
                y[node] = local ? node / 8 : random.NextDouble();
            }
        }
        Shape = new NetworkShape(nodeCount, tails, heads, x, y);
        LongestTime = longest;
    }

    public NetworkShape Shape { get; }

    public int LongestTime { get; }

    public int[] Forward { get; }

    public int[] Backward { get; }

    public static int RandomTime(Random random, int longest) =>
        random.Next(6) == 0 ? int.MaxValue : random.Next(longest + 1);

    /// <summary>A network on a lattice with gaps, large enough for separators to be looked for.</summary>
    public static (NetworkShape Shape, int[] Forward, int[] Backward) Lattice(int columns, int rows, int seed)
    {
        var random = new Random(seed);
        List<int> tails = [], heads = [], forward = [], backward = [];
        double[] x = new double[columns * rows], y = new double[columns * rows];
        for (int node = 0; node < columns * rows; node++)
        {
            x[node] = node % columns;
            y[node] = node / columns;
            if (node % columns + 1 < columns) Add(node, node + 1);
            if (node + columns < columns * rows) Add(node, node + columns);
        }
        return (new NetworkShape(columns * rows, [.. tails], [.. heads], x, y), [.. forward], [.. backward]);

        void Add(int a, int b)
        {
            if (random.Next(10) < 3) return;
            tails.Add(a);
            heads.Add(b);
            forward.Add(1000 + random.Next(60_000));
            backward.Add(random.Next(12) == 0 ? int.MaxValue : 1000 + random.Next(60_000));
        }
    }
}
