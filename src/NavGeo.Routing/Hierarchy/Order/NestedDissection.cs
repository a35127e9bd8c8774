namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// Orders a graph by separators, recursively: a cell's separator takes the last places of the cell's span of the
/// order, its parts share the places before. Since every cell knows its span, cells are independent of each other and
/// any number of threads gives the same order.
/// </summary>
internal sealed class NestedDissection
{
    // Not normalised, so that projections are sums and the same on every machine.
    private static readonly (int East, int North)[] Directions = [(1, 0), (0, 1), (1, 1), (-1, 1)];

    private readonly SimpleGraph graph;
    private readonly int[] names;
    private readonly double[] x;
    private readonly double[] y;
    private readonly Memory<int> order;
    private readonly DissectionSettings settings;
    private readonly PriorityQueue<Cell, int> waiting = new();
    private readonly int[] position;
    private int working;
    private int placed;
    private Exception? failure;

    /// <param name="graph">The graph to order.</param>
    /// <param name="names">What to write into the order for each node; also the index of its coordinates.</param>
    /// <param name="x">East.</param>
    /// <param name="y">North.</param>
    /// <param name="order">Where the names go, one place a node.</param>
    /// <param name="settings">How hard to try; standard when null.</param>
    public NestedDissection(SimpleGraph graph, int[] names, double[] x, double[] y, Memory<int> order, DissectionSettings? settings = null)
    {
        this.graph = graph;
        this.names = names;
        this.x = x;
        this.y = y;
        this.order = order;
        this.settings = settings ?? DissectionSettings.Standard;
        position = new int[graph.NodeCount];
        Array.Fill(position, -1);
    }

    /// <param name="threads">How many threads may work.</param>
    /// <param name="progress">Told how many nodes have their place, by one thread at a time.</param>
    /// <param name="stop">To give up early.</param>
    public void Run(int threads, Action<int>? progress, CancellationToken stop)
    {
        var all = new int[graph.NodeCount];
        for (int node = 0; node < all.Length; node++) all[node] = node;
        if (all.Length == 0) return;
        waiting.Enqueue(new Cell(SpaceOrder(all), 0), -all.Length);
        var helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(() => Work(threads, progress, stop)) { IsBackground = true };
            helpers[i].Start();
        }
        Work(threads, progress, stop);
        foreach (Thread helper in helpers) helper.Join();
        if (failure is not null) throw new InvalidOperationException("ordering failed", failure);
        stop.ThrowIfCancellationRequested();
    }

    // Neighbouring nodes near each other in memory: sorted along a Z-shaped curve over the plane.
    private int[] SpaceOrder(int[] nodes)
    {
        double west = double.MaxValue, south = double.MaxValue, east = double.MinValue, north = double.MinValue;
        foreach (int node in nodes)
        {
            west = Math.Min(west, x[names[node]]);
            east = Math.Max(east, x[names[node]]);
            south = Math.Min(south, y[names[node]]);
            north = Math.Max(north, y[names[node]]);
        }
        double side = Math.Max(Math.Max(east - west, north - south), 1e-9);
        var curve = new ulong[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            uint column = (uint)((x[names[nodes[i]]] - west) / side * 65535);
            uint row = (uint)((y[names[nodes[i]]] - south) / side * 65535);
            curve[i] = Spread(column) | (Spread(row) << 1);
        }
        Array.Sort(curve, nodes);
        return nodes;

        static ulong Spread(uint value)
        {
            ulong v = value;
            v = (v | (v << 8)) & 0x00FF00FF;
            v = (v | (v << 4)) & 0x0F0F0F0F;
            v = (v | (v << 2)) & 0x33333333;
            return (v | (v << 1)) & 0x55555555;
        }
    }

    private void Work(int threads, Action<int>? progress, CancellationToken stop)
    {
        var scratch = new CellScratch(graph.NodeCount);
        while (true)
        {
            Cell cell;
            lock (waiting)
            {
                while (waiting.Count == 0 && working > 0 && failure is null) Monitor.Wait(waiting);
                if (waiting.Count == 0 || failure is not null || stop.IsCancellationRequested)
                {
                    waiting.Clear();
                    Monitor.PulseAll(waiting);
                    return;
                }
                cell = waiting.Dequeue();
                working++;
            }
            try
            {
                Order(cell, scratch, threads, stop);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                failure = problem;
            }
            lock (waiting)
            {
                working--;
                progress?.Invoke(Volatile.Read(ref placed));
                Monitor.PulseAll(waiting);
            }
        }
    }

    // Large parts are left to whoever is free; small ones are finished here, for the lock's sake.
    private void Order(Cell cell, CellScratch scratch, int threads, CancellationToken stop)
    {
        var own = new Stack<Cell>();
        own.Push(cell);
        while (own.TryPop(out Cell next))
        {
            if (next.Nodes.Length <= settings.SmallCell)
            {
                scratch.Greedy.Order(graph, next.Nodes, position, next.Start, order.Span, names);
                Interlocked.Add(ref placed, next.Nodes.Length);
                continue;
            }
            foreach (Cell part in Split(next, scratch, threads, stop))
            {
                if (part.Nodes.Length < 2000) own.Push(part);
                else
                {
                    lock (waiting)
                    {
                        waiting.Enqueue(part, -part.Nodes.Length);
                        Monitor.PulseAll(waiting);
                    }
                }
            }
        }
    }

    private List<Cell> Split(Cell cell, CellScratch scratch, int threads, CancellationToken stop)
    {
        SimpleGraph local = scratch.Extract(graph, cell.Nodes);
        var parts = new List<Cell>();
        int count = cell.Nodes.Length;
        Span<int> component = scratch.Component.AsSpan(0, count);
        component.Clear();
        int components = Components(local, component, scratch.Queue);
        if (components == 1)
        {
            int[] separator = Separator(local, cell.Nodes, scratch, threads, stop);
            Interlocked.Add(ref placed, separator.Length);
            int end = cell.Start + count;
            component.Clear();
            foreach (int node in separator) component[node] = -2;
            // The last place for the first node; a rule is needed, which one matters little.
            foreach (int node in separator)
            {
                end--;
                order.Span[end] = names[cell.Nodes[node]];
                position[cell.Nodes[node]] = end;
            }
            components = Components(local, component, scratch.Queue);
        }
        var sizes = new int[components];
        foreach (int name in component)
        {
            if (name >= 0) sizes[name]++;
        }
        var members = new int[components][];
        for (int i = 0; i < components; i++) members[i] = new int[sizes[i]];
        Array.Clear(sizes);
        for (int node = 0; node < count; node++)
        {
            int name = component[node];
            if (name >= 0) members[name][sizes[name]++] = cell.Nodes[node];
        }
        int start = cell.Start;
        for (int i = 0; i < components; i++)
        {
            parts.Add(new Cell(members[i], start));
            start += members[i].Length;
        }
        return parts;
    }

    // Numbers the components of what is not marked −2.
    private static int Components(SimpleGraph local, Span<int> component, int[] queue)
    {
        int nodeCount = local.NodeCount;
        for (int node = 0; node < nodeCount; node++)
        {
            if (component[node] != -2) component[node] = -1;
        }
        int components = 0;
        for (int start = 0; start < nodeCount; start++)
        {
            if (component[start] != -1) continue;
            int tail = 0;
            queue[tail++] = start;
            component[start] = components;
            for (int at = 0; at < tail; at++)
            {
                int node = queue[at];
                for (int k = local.First[node]; k < local.First[node + 1]; k++)
                {
                    int next = local.Neighbours[k];
                    if (component[next] != -1) continue;
                    component[next] = components;
                    queue[tail++] = next;
                }
            }
            components++;
        }
        return components;
    }

    private int[] Separator(SimpleGraph local, int[] nodes, CellScratch scratch, int threads, CancellationToken stop)
    {
        double bound = double.PositiveInfinity;
        int[] best = [];
        int directions = settings.Directions;
        // Two directions at a time against the bound of those before: the same whether they run at once or in turn.
        for (int direction = 0; direction < directions; direction += 2)
        {
            int pair = Math.Min(2, directions - direction);
            int at = direction;
            double limit = bound;
            if (threads > 1 && local.NodeCount > 20_000 && pair == 2)
                Parallel.For(0, 2, i => Try(local, nodes, scratch, i, at + i, limit, stop));
            else
                for (int i = 0; i < pair; i++) Try(local, nodes, scratch, i, at + i, limit, stop);
            for (int i = 0; i < pair; i++)
            {
                if (scratch.Scores[i] >= bound) continue;
                bound = scratch.Scores[i];
                best = scratch.Flows[i].Separator.ToArray();
            }
        }
        if (best.Length > 0) return best;
        // No balanced separator: a clique or nearly one. Take the best connected node out.
        int widest = 0;
        for (int node = 1; node < local.NodeCount; node++)
        {
            if (local.First[node + 1] - local.First[node] > local.First[widest + 1] - local.First[widest]) widest = node;
        }
        return [widest];
    }

    private void Try(SimpleGraph local, int[] nodes, CellScratch scratch, int lane, int direction, double bound, CancellationToken stop)
    {
        (int east, int north) = Directions[direction];
        int count = nodes.Length;
        if (scratch.Keys[lane].Length < count)
        {
            scratch.Keys[lane] = new float[count];
            scratch.SortKeys[lane] = new ulong[count];
            scratch.Sorted[lane] = new int[count];
        }
        float[] keys = scratch.Keys[lane];
        ulong[] sortKeys = scratch.SortKeys[lane];
        int[] sorted = scratch.Sorted[lane];
        double originX = x[names[nodes[0]]], originY = y[names[nodes[0]]];
        for (int node = 0; node < count; node++)
        {
            int name = names[nodes[node]];
            keys[node] = (float)((x[name] - originX) * east + (y[name] - originY) * north);
            // The bits of a number as a key that ascends with it; the node breaks ties, so any sort gives one order.
            uint bits = BitConverter.SingleToUInt32Bits(keys[node]);
            bits ^= (bits >> 31) != 0 ? uint.MaxValue : 0x8000_0000;
            sortKeys[node] = ((ulong)bits << 32) | (uint)node;
        }
        Array.Sort(sortKeys, 0, count);
        for (int i = 0; i < count; i++) sorted[i] = (int)(sortKeys[i] & uint.MaxValue);
        scratch.Scores[lane] = scratch.Flows[lane].Find(local, keys, sorted, settings, bound, stop);
    }

    private readonly record struct Cell(int[] Nodes, int Start);
}

/// <summary>How hard a separator is looked for.</summary>
/// <param name="Directions">How many projections are tried for a cell, at most 4.</param>
/// <param name="TerminalShare">Share of a cell's nodes, at either end of a projection, that the flow starts from.</param>
/// <param name="LeastBalance">Least share of the nodes on the smaller side.</param>
/// <param name="SmallCell">Cells up to this size are ordered greedily.</param>
internal readonly record struct DissectionSettings(int Directions, double TerminalShare, double LeastBalance, int SmallCell)
{
    // Tried on the DIMACS New York network; docs/engine/order.md has the table.
    public static DissectionSettings Standard { get; } = new(Directions: 4, TerminalShare: 0.15, LeastBalance: 0.1, SmallCell: 60);

    /// <summary>
    /// Low is good: separator nodes over the square root of the smaller side's share. Separators of road networks grow
    /// slower than their cells, so balance counts for less than in the ratio cut; 3 % fewer triangles than with it.
    /// </summary>
    public static double Score(int separator, int smaller, int all) => separator / Math.Sqrt((double)smaller / all);

    /// <summary>A separator this large cannot have a lower score, however balanced it is.</summary>
    public static int MostFlow(double score) =>
        double.IsInfinity(score) ? int.MaxValue : (int)Math.Ceiling(score * Math.Sqrt(0.5));
}
