namespace NavGeo.Routing.Graph;

/// <summary>
/// Sorts the long lists of a country: split by pivots until the pieces are short enough to be sorted at one go on either
/// of the processors, looking between them whether to stop. The same list for any number of threads.
/// </summary>
public static class LongSort
{
    private const int PieceLength = 1 << 18;

    /// <summary>Pivots that split this often without getting short pieces are badly chosen; the system's sort knows a way out.</summary>
    private const int MostSplits = 48;

    /// <summary>Sorts numbers, ascending.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; the numbers stand in any order then.</exception>
    public static void Sort(long[] keys, CancellationToken stop) => Run(keys, null, stop);

    /// <summary>The positions of the keys in ascending order, those of the same key in their own order; the keys are sorted too.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static int[] Positions(long[] keys, CancellationToken stop)
    {
        var order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Run(keys, order, stop);
        for (int first = 0, end = 0; first < keys.Length; first = end)
        {
            while (end < keys.Length && keys[end] == keys[first]) end++;
            if (end - first > 1) Array.Sort(order, first, end - first);
        }
        return order;
    }

    private static void Run(long[] keys, int[]? items, CancellationToken stop)
    {
        var pieces = new List<(int First, int Count)>();
        var waiting = new Stack<(int First, int Count, int Splits)>();
        waiting.Push((0, keys.Length, 0));
        while (waiting.TryPop(out (int First, int Count, int Splits) span))
        {
            stop.ThrowIfCancellationRequested();
            if (span.Count <= PieceLength || span.Splits == MostSplits)
            {
                pieces.Add((span.First, span.Count));
                continue;
            }
            int middle = Split(keys, items, span.First, span.Count);
            waiting.Push((span.First, middle - span.First, span.Splits + 1));
            waiting.Push((middle, span.First + span.Count - middle, span.Splits + 1));
        }
        Parallel.ForEach(pieces, new ParallelOptions { CancellationToken = stop }, piece =>
        {
            if (items is null) Array.Sort(keys, piece.First, piece.Count);
            else Array.Sort(keys, items, piece.First, piece.Count);
        });
    }

    /// <summary>Puts what is at most a pivot before what is at least it (Hoare 1962); both sides have something.</summary>
    private static int Split(long[] keys, int[]? items, int first, int count)
    {
        long pivot = Median(keys[first], keys[first + count / 2], keys[first + count - 1]);
        int low = first - 1;
        int high = first + count;
        while (true)
        {
            do low++;
            while (keys[low] < pivot);
            do high--;
            while (keys[high] > pivot);
            if (low >= high) return Math.Max(low, first + 1);
            (keys[low], keys[high]) = (keys[high], keys[low]);
            if (items is not null) (items[low], items[high]) = (items[high], items[low]);
        }
    }

    private static long Median(long a, long b, long c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
