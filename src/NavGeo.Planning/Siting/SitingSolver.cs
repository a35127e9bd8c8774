using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>
/// Answers questions about one table: chooses the rows, the rules and the search each model needs, and writes what was
/// found in the table's own units. Every answer holds a bound that no allowed set beats. Not safe for several threads.
/// </summary>
/// <param name="table">Who can reach what at what cost.</param>
/// <param name="limits">When to stop.</param>
public sealed class SitingSolver(SitingTable table, SearchLimits limits)
{
    /// <summary>The search closes a smaller gap than asked for, so that what short lists hide does not undo it.</summary>
    private const double SearchedGap = 0.8;

    private long nodes;
    private long work;
    private int searchedRows;
    private IReadOnlyList<Int128> without = [];

    /// <summary>Tables with more entries list only the nearest candidates of each row at first.</summary>
    public long SmallTable { get; init; } = 4_000_000;

    /// <summary>How many those are.</summary>
    public int FirstNearest { get; init; } = 24;

    /// <summary>The answer.</summary>
    /// <param name="question">What is asked.</param>
    /// <exception cref="InfeasibleSitingException">No set obeys; says why.</exception>
    public SitingAnswer Solve(SitingQuestion question)
    {
        SitingCheck.Question(table, question);
        return TrySolve(question) ?? throw new InfeasibleSitingException(InfeasibilityCause.Of(table, question, limits));
    }

    /// <summary>The answer, or null where no set obeys; <paramref name="start"/> is a set to begin from, null for none.</summary>
    internal SitingAnswer? TrySolve(SitingQuestion question, IReadOnlyList<int>? start = null)
    {
        var planned = PlannedRows.Of(table, question);
        if (question.Model is SitingModel.SetCover or SitingModel.PCenter && question.Islands == IslandRule.OwnSite && planned.Unserved.Length > 0)
            return null;
        SelectionRules? rules = Rules(question, planned);
        if (rules is null) return null;
        (nodes, work, searchedRows, without) = (0, 0, 0, []);
        bool[]? first = start is null ? null : Flags(start);
        var floor = question.MinimumSize is { } least ? new CatchmentFloor(table, least) : null;
        return question.Model switch
        {
            SitingModel.PMedian => Median(question, planned, rules, floor, long.MaxValue, first),
            SitingModel.PCenter => Centre(question, planned, rules, floor, first) is var (radius, low, open)
                ? Written(question, planned, open, radius, low) : null,
            SitingModel.Lexicographic => Centre(question, planned, rules, floor, first) is var (radius, low, open)
                ? Median(question, planned, rules, floor, radius, open) is { } answer && low == radius ? answer : Written(question, planned, open, null, null)
                : null,
            SitingModel.SetCover => Cover(question, planned, rules, floor),
            SitingModel.MaxCover => MaxCover(question, planned, rules, floor, first),
            _ => Capacitated(question, planned, rules, first),
        };
    }

    private SitingAnswer? Median(
        SitingQuestion question, PlannedRows planned, SelectionRules rules, CatchmentFloor? floor, long radius, bool[]? start)
    {
        long[] opening = rules.OpeningCosts;
        var maker = new RowMaker(table, planned.Rows, rules.Forbid, opening.Sum());
        bool isSmall = (long)planned.Rows.Length * table.SiteCount <= SmallTable;
        int[] lengths = [.. planned.Rows.Select(_ => isSmall ? table.SiteCount : FirstNearest)];
        Int128 bound = Int128.MinValue;
        Int128? bestValue = null;
        bool[]? best = start;
        while (true)
        {
            ServiceRows rows = maker.Median(lengths, radius);
            SearchResult found = Search(rows, rules, floor, best);
            if (found.Open is null && bestValue is not null) break;
            if (found.Open is null) return found.IsComplete ? null : throw new InfeasibleSitingException(new Phrase("siting.nothing-found"));
            bound = Int128.Max(bound, found.Bound / rows.Granularity);
            without = [.. found.Without.Select(w => w == long.MaxValue ? Int128.MaxValue : w / rows.Granularity)];
            Int128 value = Value(question, planned, found.Open);
            if (bestValue is null || value < bestValue) (best, bestValue) = (found.Open, value);
            bool isGood = (double)(bestValue.Value - bound) <= limits.Gap * (double)bestValue.Value;
            // A row served from beyond its list costs more than the search knew: such lists grow, the others stay short.
            if (isGood || IsSpent() || !maker.Lengthen(lengths, found.Open)) break;
        }
        bound = Int128.Min(bound, bestValue.Value);
        return Written(question, planned, best!, bestValue, bound);
    }

    private (long Radius, long Low, bool[] Open)? Centre(
        SitingQuestion question, PlannedRows planned, SelectionRules rules, CatchmentFloor? floor, bool[]? start)
    {
        rules = rules with { OpeningCosts = new long[table.SiteCount] };
        var maker = new RowMaker(table, planned.Rows, rules.Forbid, 0);
        (long low, long high) = CentreRange(planned.Rows, rules.Forbid);
        if (start is not null && rules.Allows(start) && floor?.Fits(start) != false) high = Math.Min(high, Radius(planned.Rows, start));
        bool[]? best = null;
        long radius = high;
        bool isCut = false;
        // The widest radius first tells whether there is any set at all.
        long trial = high;
        while (best is null || low < radius)
        {
            if (best is not null) trial = low + (radius - low) / 2;
            SearchResult found = Search(maker.Cover(trial, mustCover: true, reduces: true), rules, floor, best ?? start);
            if (found.Open is { } open)
            {
                best = open;
                radius = Radius(planned.Rows, open);
                low = Math.Min(low, radius);
            }
            else if (!found.IsComplete)
            {
                isCut = true;
                break;
            }
            else if (best is null)
            {
                return null;
            }
            else
            {
                low = NextCost(planned.Rows, rules.Forbid, trial);
            }
            limits.Progress?.Invoke((double)radius, (double)low);
        }
        if (best is null) throw new InfeasibleSitingException(new Phrase("siting.nothing-found"));
        return (radius, isCut ? low : radius, best);
    }

    private SitingAnswer? Cover(SitingQuestion question, PlannedRows planned, SelectionRules rules, CatchmentFloor? floor)
    {
        bool isByCount = question.OpeningCosts is null;
        if (isByCount) rules = rules with { OpeningCosts = [.. rules.OpeningCosts.Select(_ => 1L)] };
        var maker = new RowMaker(table, planned.Rows, rules.Forbid, rules.OpeningCosts.Sum());
        ServiceRows rows = maker.Cover(question.Within!.Value, mustCover: true, reduces: true);
        if (floor is null && rules.Groups.Count == 0 && rules.Today is null)
        {
            bool[] superfluous = CoverReduction.Superfluous(rows, rules.OpeningCosts, rules.Keep, rules.Forbid);
            rules = rules with { Forbid = [.. rules.Forbid.Select((f, s) => f || superfluous[s])] };
        }
        SearchResult found = Search(rows, rules, floor, null);
        if (found.Open is null) return found.IsComplete ? null : throw new InfeasibleSitingException(new Phrase("siting.nothing-found"));
        return Written(question, planned, found.Open, found.Value / rows.Granularity, found.Bound / rows.Granularity);
    }

    private SitingAnswer? MaxCover(SitingQuestion question, PlannedRows planned, SelectionRules rules, CatchmentFloor? floor, bool[]? start)
    {
        var maker = new RowMaker(table, planned.Rows, rules.Forbid, rules.OpeningCosts.Sum());
        ServiceRows rows = maker.Cover(question.Within!.Value, mustCover: false, reduces: false);
        SearchResult found = Search(rows, rules, floor, start);
        if (found.Open is null) return found.IsComplete ? null : throw new InfeasibleSitingException(new Phrase("siting.nothing-found"));
        Int128 all = planned.Rows.Aggregate(Int128.Zero, (sum, row) => sum + table.Weights[row]);
        return Written(question, planned, found.Open, all - found.Value / rows.Granularity, all - found.Bound / rows.Granularity);
    }

    private SitingAnswer? Capacitated(SitingQuestion question, PlannedRows planned, SelectionRules rules, bool[]? start)
    {
        var search = new CapacitySearch(table, question, planned.Rows, rules, limits);
        CapacityResult? found = search.Run(start);
        nodes += search.Nodes;
        work += search.Work;
        if (found is null) return null;
        if (found.Open is null) throw new InfeasibleSitingException(new Phrase("siting.nothing-found"));
        var assignment = Enumerable.Repeat(-1, table.RowCount).ToArray();
        for (int i = 0; i < planned.Rows.Length; i++) assignment[planned.Rows[i]] = found.Assignment![i];
        return Written(question, planned, found.Open, found.Value, found.Bound, assignment);
    }

    private SearchResult Search(ServiceRows rows, SelectionRules rules, CatchmentFloor? floor, bool[]? start)
    {
        // Rules count opening costs in the table's units; the search in the rows'.
        SelectionRules scaled = rules with { OpeningCosts = [.. rules.OpeningCosts.Select(c => c * rows.Granularity)] };
        SearchResult found = new MedianSearch(rows, scaled, limits with { Work = Math.Max(0, limits.Work - work), Gap = limits.Gap * SearchedGap }, floor).Run(start);
        nodes += found.Nodes;
        work += found.Work;
        searchedRows = rows.Count;
        return found;
    }

    private SelectionRules? Rules(SitingQuestion question, PlannedRows planned)
    {
        bool[] keep = Flags(question.Keep);
        bool[] forbid = Flags(question.Forbid);
        bool[]? today = question.MostChanges is null ? null : Flags(question.Today);
        int now = question.Today.Count;
        int changes = question.MostChanges ?? 0;
        var groups = question.Groups.Select(g => g.Sites.ToArray()).ToList();
        // Everybody in a part must be served from within it: true anyway, and said so to the bound.
        if (planned.Parts.Count > 1 && question.Model != SitingModel.MaxCover) groups.AddRange(planned.Parts);
        var rules = new SelectionRules
        {
            SiteCount = table.SiteCount,
            Count = question.Model == SitingModel.SetCover ? null : question.Count,
            Keep = keep,
            Forbid = forbid,
            Groups = groups,
            Today = today,
            LeastOfToday = Math.Max(0, Math.Max(now, question.Count ?? 0) - changes),
            MostNew = changes,
            OpeningCosts = question.OpeningCosts is null ? new long[table.SiteCount] : [.. question.OpeningCosts],
        };
        return rules;
    }

    private SitingAnswer Written(
        SitingQuestion question, PlannedRows planned, bool[] open, Int128? objective, Int128? bound, int[]? given = null)
    {
        var assignment = given ?? new int[table.RowCount];
        Int128 total = 0;
        long served = 0;
        long covered = 0;
        long worst = 0;
        var unserved = new List<int>();
        var isPlanned = new bool[table.RowCount];
        foreach (int row in planned.Rows) isPlanned[row] = true;
        for (int row = 0; row < assignment.Length; row++)
        {
            if (given is null || !isPlanned[row]) assignment[row] = table.Nearest(row, open);
            long weight = table.Weights[row];
            // Who is left out of a promise is unserved even where the way there is only too long.
            if (!isPlanned[row] && weight > 0) assignment[row] = -1;
            if (assignment[row] < 0)
            {
                if (weight > 0) unserved.Add(row);
                continue;
            }
            if (weight == 0) continue;
            long cost = table.Cost(row, assignment[row]);
            total += (Int128)weight * cost;
            served += weight;
            worst = Math.Max(worst, cost);
            if (cost <= question.Within) covered += weight;
        }
        int[] sites = [.. Enumerable.Range(0, open.Length).Where(s => open[s])];
        Int128 value = objective ?? total + sites.Sum(s => question.OpeningCosts?[s] ?? 0);
        return new SitingAnswer
        {
            Question = question,
            Sites = sites,
            Assignment = assignment,
            Objective = value,
            Bound = bound ?? 0,
            Worst = worst,
            Total = total,
            ServedWeight = served,
            Covered = question.Within is null ? null : covered,
            Unserved = unserved,
            Without = question.Model == SitingModel.PMedian ? without : [],
            SearchedRows = searchedRows,
            Nodes = nodes,
            Work = work,
        };
    }

    private Int128 Value(SitingQuestion question, PlannedRows planned, bool[] open)
    {
        Int128 sum = 0;
        foreach (int row in planned.Rows)
        {
            int site = table.Nearest(row, open);
            if (site < 0) return Int128.MaxValue;
            sum += (Int128)table.Weights[row] * table.Cost(row, site);
        }
        if (question.OpeningCosts is { } costs)
        {
            for (int site = 0; site < open.Length; site++) sum += open[site] ? costs[site] : 0;
        }
        return sum;
    }

    private (long Low, long High) CentreRange(int[] rows, bool[] forbid)
    {
        var costs = new long[table.SiteCount];
        (long low, long high) = (0, 0);
        foreach (int row in rows)
        {
            table.CopyRow(row, costs);
            (long nearest, long farthest) = (long.MaxValue, 0);
            for (int site = 0; site < costs.Length; site++)
            {
                if (forbid[site] || costs[site] == SitingTable.Unreachable) continue;
                nearest = Math.Min(nearest, costs[site]);
                farthest = Math.Max(farthest, costs[site]);
            }
            if (nearest != long.MaxValue) low = Math.Max(low, nearest);
            high = Math.Max(high, farthest);
        }
        return (low, high);
    }

    private long Radius(int[] rows, bool[] open)
    {
        long radius = 0;
        foreach (int row in rows)
        {
            int site = table.Nearest(row, open);
            if (site < 0) return long.MaxValue - 1;
            radius = Math.Max(radius, table.Cost(row, site));
        }
        return radius;
    }

    /// <summary>The least cost beyond one.</summary>
    private long NextCost(int[] rows, bool[] forbid, long cost)
    {
        var costs = new long[table.SiteCount];
        long next = long.MaxValue;
        foreach (int row in rows)
        {
            table.CopyRow(row, costs);
            for (int site = 0; site < costs.Length; site++)
            {
                if (!forbid[site] && costs[site] > cost && costs[site] < next) next = costs[site];
            }
        }
        return next;
    }

    private bool[] Flags(IReadOnlyList<int> sites)
    {
        var flags = new bool[table.SiteCount];
        foreach (int site in sites) flags[site] = true;
        return flags;
    }

    private bool IsSpent() => work > limits.Work || limits.ShouldStop?.Invoke() == true;
}
