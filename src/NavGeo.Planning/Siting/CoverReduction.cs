namespace NavGeo.Planning.Siting;

/// <summary>What a covering question needs not ask: rows and candidates that others make superfluous.</summary>
internal static class CoverReduction
{
    /// <summary>The rows none of which is covered whenever another is; equal rows once. Each row is its sites, rising.</summary>
    public static IReadOnlyList<int[]> Rows(IReadOnlyList<int[]> rows, int siteCount)
    {
        int words = (siteCount + 63) / 64;
        var ordered = rows.Distinct(SameSites.Instance).OrderBy(r => r.Length).ToArray();
        var bits = ordered.Select(r => Bits(r, words)).ToArray();
        var holders = new List<int>[siteCount];
        for (int site = 0; site < siteCount; site++) holders[site] = [];
        for (int row = 0; row < ordered.Length; row++)
        {
            foreach (int site in ordered[row]) holders[site].Add(row);
        }
        var isDropped = new bool[ordered.Length];
        for (int row = 0; row < ordered.Length; row++)
        {
            if (isDropped[row] || ordered[row].Length == 0) continue;
            List<int> fewest = holders[ordered[row].MinBy(site => holders[site].Count)];
            foreach (int other in fewest)
            {
                if (other != row && !isDropped[other] && IsSubset(bits[row], bits[other])) isDropped[other] = true;
            }
        }
        return [.. ordered.Where((_, row) => !isDropped[row])];
    }

    /// <summary>
    /// Candidates that cover nothing another does not, at no lower cost: never needed where only covering and cost count.
    /// Of equal ones the first stays.
    /// </summary>
    public static bool[] Superfluous(ServiceRows rows, long[] openingCosts, bool[] keep, bool[] forbid)
    {
        int words = (rows.Count + 63) / 64;
        var bits = new ulong[rows.SiteCount][];
        for (int site = 0; site < bits.Length; site++)
            bits[site] = Bits(rows.ColumnRows.AsSpan(rows.ColumnFirst[site], rows.ColumnFirst[site + 1] - rows.ColumnFirst[site]), words);
        var isSuperfluous = new bool[rows.SiteCount];
        for (int site = 0; site < bits.Length; site++)
        {
            if (keep[site] || forbid[site]) continue;
            for (int other = 0; other < bits.Length && !isSuperfluous[site]; other++)
            {
                if (other == site || forbid[other] || isSuperfluous[other] || openingCosts[other] > openingCosts[site]) continue;
                isSuperfluous[site] = IsSubset(bits[site], bits[other]);
            }
        }
        return isSuperfluous;
    }

    private static ulong[] Bits(ReadOnlySpan<int> members, int words)
    {
        var bits = new ulong[words];
        foreach (int member in members) bits[member >> 6] |= 1UL << (member & 63);
        return bits;
    }

    private static bool IsSubset(ulong[] small, ulong[] large)
    {
        for (int i = 0; i < small.Length; i++)
        {
            if ((small[i] & ~large[i]) != 0) return false;
        }
        return true;
    }

    private sealed class SameSites : IEqualityComparer<int[]>
    {
        public static readonly SameSites Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] sites)
        {
            int hash = 17;
            foreach (int site in sites) hash = unchecked(hash * 31 + site);
            return hash;
        }
    }
}
