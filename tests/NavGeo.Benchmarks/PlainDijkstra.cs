namespace NavGeo.Benchmarks;

/// <summary>
/// Dijkstra's algorithm one-to-all, as good as it is without preprocessing: adjacency in CSR form, a four-ary heap
/// with decrease-key. The yardstick that makes figures from different machines comparable.
/// </summary>
internal sealed class PlainDijkstra
{
    private readonly int[] first;
    private readonly int[] heads;
    private readonly int[] weights;
    private readonly int[] heap;
    private readonly int[] place;

    public PlainDijkstra(int nodeCount, int[] tails, int[] arcHeads, int[] arcWeights)
    {
        first = new int[nodeCount + 1];
        heads = new int[tails.Length];
        weights = new int[tails.Length];
        heap = new int[nodeCount];
        place = new int[nodeCount];
        Times = new int[nodeCount];
        foreach (int tail in tails) first[tail + 1]++;
        for (int node = 0; node < nodeCount; node++) first[node + 1] += first[node];
        int[] next = first[..nodeCount];
        for (int arc = 0; arc < tails.Length; arc++)
        {
            int at = next[tails[arc]]++;
            heads[at] = arcHeads[arc];
            weights[at] = arcWeights[arc];
        }
    }

    /// <summary>Time of each node from the last source, <see cref="int.MaxValue"/> for none.</summary>
    public int[] Times { get; }

    public void Run(int source)
    {
        unchecked
        {
            int[] times = Times;
            Array.Fill(times, int.MaxValue);
            int count = 1;
            heap[0] = source;
            place[source] = 0;
            times[source] = 0;
            while (count > 0)
            {
                int node = heap[0];
                int moved = heap[--count];
                if (count > 0) Down(moved, count);
                int so = times[node];
                for (int arc = first[node]; arc < first[node + 1]; arc++)
                {
                    int head = heads[arc];
                    int through = so + weights[arc];
                    if (through >= times[head]) continue;
                    if (times[head] == int.MaxValue) place[head] = count++;
                    times[head] = through;
                    Up(head);
                }
            }
        }
    }

    private void Up(int node)
    {
        unchecked
        {
            int time = Times[node];
            int at = place[node];
            while (at > 0)
            {
                int parent = (at - 1) >> 2;
                int other = heap[parent];
                if (Times[other] <= time) break;
                heap[at] = other;
                place[other] = at;
                at = parent;
            }
            heap[at] = node;
            place[node] = at;
        }
    }

    private void Down(int node, int count)
    {
        unchecked
        {
            int time = Times[node];
            int at = 0;
            while (true)
            {
                int child = 4 * at + 1;
                if (child >= count) break;
                int end = Math.Min(child + 4, count);
                int best = child;
                int bestTime = Times[heap[child]];
                for (int i = child + 1; i < end; i++)
                {
                    int other = Times[heap[i]];
                    if (other >= bestTime) continue;
                    best = i;
                    bestTime = other;
                }
                if (bestTime >= time) break;
                int up = heap[best];
                heap[at] = up;
                place[up] = at;
                at = best;
            }
            heap[at] = node;
            place[node] = at;
        }
    }
}
