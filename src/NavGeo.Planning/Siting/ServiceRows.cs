namespace NavGeo.Planning.Siting;

/// <summary>
/// Who can be served from where and at what cost: one row a group of people, in each row the sites by rising cost. Costs
/// are weight × (cost − the row's least) in whole units of which <see cref="Granularity"/> make one unit of the
/// question. Rows that differ by a constant only are one row: the sum over all people is the same. Immutable.
/// </summary>
internal sealed class ServiceRows
{
    /// <summary>Says of a row that one of its sites must be open.</summary>
    public const long MustBeServed = long.MaxValue;

    private ServiceRows(int siteCount, int[] first, int[] sites, long[] costs, long[] tails, bool[] isCut, long fixedCost, long granularity)
    {
        SiteCount = siteCount;
        First = first;
        Sites = sites;
        Costs = costs;
        Tails = tails;
        IsCut = isCut;
        FixedCost = fixedCost;
        Granularity = granularity;
        (ColumnFirst, ColumnRows, ColumnCosts) = Columns(siteCount, first, sites, costs);
    }

    /// <summary>How many candidates.</summary>
    public int SiteCount { get; }

    /// <summary>How many rows.</summary>
    public int Count => First.Length - 1;

    /// <summary>Where each row begins in <see cref="Sites"/> and <see cref="Costs"/>; one more than rows.</summary>
    public int[] First { get; }

    /// <summary>Sites of the rows, each row by rising cost, equal costs by index.</summary>
    public int[] Sites { get; }

    /// <summary>Cost of the row at that site, units; the first of each row is 0.</summary>
    public long[] Costs { get; }

    /// <summary>Cost of the row where none of its sites is open, units, or <see cref="MustBeServed"/>.</summary>
    public long[] Tails { get; }

    /// <summary>Whether the row knows further sites that are not listed; its tail is then the cost of the nearest of them.</summary>
    public bool[] IsCut { get; }

    /// <summary>What everybody pays whatever is open, units.</summary>
    public long FixedCost { get; }

    /// <summary>Units that make one: every sum over rows is a multiple of it.</summary>
    public long Granularity { get; }

    /// <summary>Where each site begins in <see cref="ColumnRows"/>; one more than sites.</summary>
    public int[] ColumnFirst { get; }

    /// <summary>Rows that list each site, rising.</summary>
    public int[] ColumnRows { get; }

    /// <summary>Cost of that row at the site.</summary>
    public long[] ColumnCosts { get; }

    /// <summary>Collects rows and merges those that differ by a constant.</summary>
    internal sealed class Builder(int siteCount)
    {
        private readonly List<int> first = [0];
        private readonly List<int> sites = [];
        private readonly List<long> costs = [];
        private readonly List<long> tails = [];
        private readonly List<bool> isCut = [];
        private readonly List<long> weights = [];
        private readonly Dictionary<int, List<int>> byHash = [];
        private Int128 fixedCost;

        /// <summary>Adds a row.</summary>
        /// <param name="weight">More than 0.</param>
        /// <param name="rowSites">By rising cost; may be empty where the tail is finite.</param>
        /// <param name="rowCosts">Per unit of weight.</param>
        /// <param name="tail">Per unit of weight, at least the last cost, or <see cref="MustBeServed"/>.</param>
        /// <param name="cut">Whether there are sites that are not listed.</param>
        public void Add(long weight, ReadOnlySpan<int> rowSites, ReadOnlySpan<long> rowCosts, long tail, bool cut)
        {
            long least = rowSites.Length > 0 ? rowCosts[0] : tail;
            fixedCost += (Int128)weight * least;
            var hash = new HashCode();
            for (int i = 0; i < rowSites.Length; i++)
            {
                hash.Add(rowSites[i]);
                hash.Add(rowCosts[i] - least);
            }
            int key = hash.ToHashCode();
            if (!byHash.TryGetValue(key, out List<int>? same)) byHash[key] = same = [];
            long rest = tail == MustBeServed ? tail : tail - least;
            foreach (int row in same)
            {
                if (tails[row] != rest || isCut[row] != cut || first[row + 1] - first[row] != rowSites.Length) continue;
                int at = 0;
                while (at < rowSites.Length && sites[first[row] + at] == rowSites[at] && costs[first[row] + at] == rowCosts[at] - least) at++;
                if (at < rowSites.Length) continue;
                weights[row] += weight;
                return;
            }
            same.Add(weights.Count);
            for (int i = 0; i < rowSites.Length; i++)
            {
                sites.Add(rowSites[i]);
                costs.Add(rowCosts[i] - least);
            }
            first.Add(sites.Count);
            tails.Add(rest);
            isCut.Add(cut);
            weights.Add(weight);
        }

        /// <summary>The rows, in units as fine as the largest sum allows.</summary>
        /// <param name="openingCost">The sum of all opening costs, which must fit beside.</param>
        public ServiceRows Build(long openingCost)
        {
            Int128 most = openingCost;
            for (int row = 0; row < weights.Count; row++)
            {
                long dearest = tails[row] != MustBeServed ? tails[row] : first[row + 1] > first[row] ? costs[first[row + 1] - 1] : 0;
                most += (Int128)weights[row] * dearest;
            }
            Int128 room = ((Int128)1 << 59) / ((most + 1) * (siteCount + 1));
            if (room < 1) throw new OverflowException("the sum of weights times costs is beyond 64 bits");
            long granularity = (long)Int128.Min(room, 1 << 16);
            var scaled = new long[costs.Count];
            var scaledTails = new long[tails.Count];
            for (int row = 0; row < weights.Count; row++)
            {
                for (int i = first[row]; i < first[row + 1]; i++) scaled[i] = costs[i] * weights[row] * granularity;
                scaledTails[row] = tails[row] == MustBeServed ? MustBeServed : tails[row] * weights[row] * granularity;
            }
            return new ServiceRows(
                siteCount, [.. first], [.. sites], scaled, scaledTails, [.. isCut], (long)(fixedCost * granularity), granularity);
        }
    }

    private static (int[] First, int[] Rows, long[] Costs) Columns(int siteCount, int[] first, int[] sites, long[] costs)
    {
        var columnFirst = new int[siteCount + 1];
        foreach (int site in sites) columnFirst[site + 1]++;
        for (int site = 0; site < siteCount; site++) columnFirst[site + 1] += columnFirst[site];
        var at = new int[siteCount];
        var rows = new int[sites.Length];
        var columnCosts = new long[sites.Length];
        for (int row = 0; row + 1 < first.Length; row++)
        {
            for (int i = first[row]; i < first[row + 1]; i++)
            {
                int slot = columnFirst[sites[i]] + at[sites[i]]++;
                rows[slot] = row;
                columnCosts[slot] = costs[i];
            }
        }
        return (columnFirst, rows, columnCosts);
    }
}
