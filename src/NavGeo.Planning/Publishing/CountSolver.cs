namespace NavGeo.Planning.Publishing;

/// <summary>
/// Which hidden counts somebody can work out who knows the others and what adds up to what: the unknowns that a system of
/// linear equations has one value for, found by elimination in the numbers of a prime field, without rounding.
/// </summary>
internal static class CountSolver
{
    private const long Prime = 2_147_483_647;

    /// <summary>The determined unknowns, in rising order.</summary>
    /// <param name="equations">Each: a sum, or <see cref="CountTable.Known"/>, and its parts.</param>
    /// <param name="isHidden">Which counts are unknown.</param>
    public static IEnumerable<int> Determined(IEnumerable<(int Total, int[] Parts)> equations, bool[] isHidden)
    {
        var pivots = new Dictionary<int, SortedDictionary<int, long>>();
        foreach ((int total, int[] parts) in equations)
        {
            var row = new SortedDictionary<int, long>();
            foreach (int part in parts)
            {
                if (isHidden[part]) row[part] = 1;
            }
            if (total != CountTable.Known && isHidden[total]) row[total] = Prime - 1;
            Reduce(row, pivots);
            if (row.Count == 0) continue;
            (int pivot, long factor) = row.First();
            Scale(row, Inverse(factor));
            foreach (SortedDictionary<int, long> other in pivots.Values.Where(o => o.ContainsKey(pivot)).ToArray()) Subtract(other, row, other[pivot]);
            pivots.Add(pivot, row);
        }
        return pivots.Where(p => p.Value.Count == 1).Select(p => p.Key).Order();
    }

    private static void Reduce(SortedDictionary<int, long> row, Dictionary<int, SortedDictionary<int, long>> pivots)
    {
        foreach (int count in row.Keys.ToArray())
        {
            if (row.TryGetValue(count, out long factor) && pivots.TryGetValue(count, out SortedDictionary<int, long>? known)) Subtract(row, known, factor);
        }
    }

    private static void Subtract(SortedDictionary<int, long> row, SortedDictionary<int, long> other, long factor)
    {
        foreach ((int count, long value) in other)
        {
            long left = (row.GetValueOrDefault(count) + (Prime - factor) * value) % Prime;
            if (left == 0) row.Remove(count);
            else row[count] = left;
        }
    }

    private static void Scale(SortedDictionary<int, long> row, long factor)
    {
        foreach (int count in row.Keys.ToArray()) row[count] = row[count] * factor % Prime;
    }

    /// <summary>By Fermat: the power of the prime less two.</summary>
    private static long Inverse(long value)
    {
        long result = 1;
        for (long power = Prime - 2, factor = value; power > 0; power >>= 1)
        {
            if ((power & 1) == 1) result = result * factor % Prime;
            factor = factor * factor % Prime;
        }
        return result;
    }
}
