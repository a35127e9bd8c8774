namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>What one ordering thread needs while it splits cells.</summary>
internal sealed class CellScratch
{
    private readonly int[] local;

    public CellScratch(int nodeCount)
    {
        local = new int[nodeCount];
        Array.Fill(local, -1);
    }

    public int[] Component { get; private set; } = [];

    public int[] Queue { get; private set; } = [];

    public GreedyOrder Greedy { get; } = new();

    public SeparatorFlow[] Flows { get; } = [new(), new()];

    public double[] Scores { get; } = new double[2];

    public float[][] Keys { get; } = [[], []];

    public ulong[][] SortKeys { get; } = [[], []];

    public int[][] Sorted { get; } = [[], []];

    /// <summary>The part of a graph between some nodes, renumbered 0, 1, … in their order.</summary>
    public SimpleGraph Extract(SimpleGraph graph, int[] nodes)
    {
        if (Component.Length < nodes.Length)
        {
            Component = new int[nodes.Length];
            Queue = new int[nodes.Length];
        }
        int edges = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            local[nodes[i]] = i;
            edges += graph.First[nodes[i] + 1] - graph.First[nodes[i]];
        }
        var first = new int[nodes.Length + 1];
        var neighbours = new int[edges];
        int written = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            for (int k = graph.First[nodes[i]]; k < graph.First[nodes[i] + 1]; k++)
            {
                int neighbour = local[graph.Neighbours[k]];
                if (neighbour >= 0) neighbours[written++] = neighbour;
            }
            first[i + 1] = written;
        }
        foreach (int node in nodes) local[node] = -1;
        return new SimpleGraph(first, neighbours);
    }
}
