using NavGeo.Routing.Times;

namespace NavGeo.Planning.Siting;

/// <summary>
/// What it costs people (rows) to reach candidates (columns): travel milliseconds, or the numbers of a table as they were
/// given, times a power of ten. Whole numbers, so that sums are exact. Immutable.
/// </summary>
public sealed record SitingTable
{
    /// <summary>There is no way.</summary>
    public const long Unreachable = long.MaxValue;

    private readonly long[]? costs;
    private readonly TravelTimeMatrix? times;
    private readonly int[] sourceRows = [];
    private readonly int[] sourceColumns = [];

    private SitingTable(IReadOnlyList<string> rows, IReadOnlyList<string> sites, long[] weights)
    {
        RowIds = rows;
        SiteIds = sites;
        Weights = weights;
    }

    private SitingTable(
        IReadOnlyList<string> rows, IReadOnlyList<string> sites, long[] weights, TravelTimeMatrix times, int[] sourceRows, int[] sourceColumns)
        : this(rows, sites, weights)
    {
        this.times = times;
        this.sourceRows = sourceRows;
        this.sourceColumns = sourceColumns;
    }

    private SitingTable(IReadOnlyList<string> rows, IReadOnlyList<string> sites, long[] weights, long[] costs)
        : this(rows, sites, weights) => this.costs = costs;

    /// <summary>One id a row.</summary>
    public IReadOnlyList<string> RowIds { get; }

    /// <summary>One id a candidate.</summary>
    public IReadOnlyList<string> SiteIds { get; }

    /// <summary>People or whatever is weighed, 0 or more, times <see cref="WeightScale"/>.</summary>
    public IReadOnlyList<long> Weights { get; }

    /// <summary>How many rows.</summary>
    public int RowCount => RowIds.Count;

    /// <summary>How many candidates.</summary>
    public int SiteCount => SiteIds.Count;

    /// <summary>Costs of 1 as the table holds them: 60 000 for minutes in milliseconds.</summary>
    public decimal CostScale { get; init; } = 1;

    /// <summary>Weights of 1 as the table holds them.</summary>
    public decimal WeightScale { get; init; } = 1;

    /// <summary>The most that rounding a cost changed it, in the question's own unit; 0 where nothing was rounded.</summary>
    public decimal Rounding { get; init; }

    /// <summary>The costs before they were rounded, row after row; null where nothing was.</summary>
    public IReadOnlyList<decimal>? Given { get; init; }

    /// <summary>A sum of weight × cost in the question's own unit, as exactly as the numbers were given.</summary>
    /// <param name="assignment">The site of each row, -1 for none.</param>
    public decimal Total(IReadOnlyList<int> assignment)
    {
        Int128 whole = 0;
        decimal given = 0;
        for (int row = 0; row < assignment.Count; row++)
        {
            if (assignment[row] < 0 || Weights[row] == 0) continue;
            if (Given is not null) given += Weights[row] / WeightScale * Given[row * SiteCount + assignment[row]];
            else whole += (Int128)Weights[row] * Cost(row, assignment[row]);
        }
        return Given is not null ? given : (decimal)whole / CostScale / WeightScale;
    }

    /// <summary>A table of whole numbers.</summary>
    /// <param name="rows">Ids of the rows.</param>
    /// <param name="sites">Ids of the columns.</param>
    /// <param name="weights">One a row.</param>
    /// <param name="costs">Row after row; <see cref="Unreachable"/> for no way.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static SitingTable Of(IReadOnlyList<string> rows, IReadOnlyList<string> sites, long[] weights, long[] costs)
    {
        if (weights.Length != rows.Count || costs.Length != (long)rows.Count * sites.Count)
            throw new ArgumentException("the columns of a siting table must fit its ids");
        return new SitingTable(rows, sites, weights, costs);
    }

    /// <summary>Some rows and columns of measured times, in milliseconds.</summary>
    /// <param name="rows">Ids of the rows.</param>
    /// <param name="sites">Ids of the columns.</param>
    /// <param name="weights">One a row.</param>
    /// <param name="times">The times.</param>
    /// <param name="sourceRows">Which row of the times each row is.</param>
    /// <param name="sourceColumns">Which column each candidate is.</param>
    public static SitingTable Of(
        IReadOnlyList<string> rows, IReadOnlyList<string> sites, long[] weights, TravelTimeMatrix times, int[] sourceRows, int[] sourceColumns) =>
        new(rows, sites, weights, times, sourceRows, sourceColumns) { CostScale = 60_000 };

    /// <summary>The cost from a row to a candidate.</summary>
    public long Cost(int row, int site)
    {
        if (costs is not null) return costs[row * SiteCount + site];
        int time = times!.Row(sourceRows[row])[sourceColumns[site]];
        return time == int.MaxValue ? Unreachable : time;
    }

    /// <summary>All costs of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="into">Takes as many as there are candidates.</param>
    public void CopyRow(int row, Span<long> into)
    {
        if (costs is not null)
        {
            costs.AsSpan(row * SiteCount, SiteCount).CopyTo(into);
            return;
        }
        ReadOnlySpan<int> source = times!.Row(sourceRows[row]);
        for (int site = 0; site < into.Length; site++)
        {
            int time = source[sourceColumns[site]];
            into[site] = time == int.MaxValue ? Unreachable : time;
        }
    }

    /// <summary>The nearest open candidate, of equally near ones the first; -1 where none is reached.</summary>
    public int Nearest(int row, bool[] open)
    {
        int best = -1;
        long least = Unreachable;
        for (int site = 0; site < open.Length; site++)
        {
            if (!open[site]) continue;
            long cost = Cost(row, site);
            if (cost < least) (best, least) = (site, cost);
        }
        return best;
    }
}
