using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>
/// What a planner asks around an answer: today's value, what a few changes give, what more or fewer sites give, which sites
/// every nearly best set has, what each demand costs, and whose closing hurts least. Every figure is an optimum of its
/// own with its own bound. Not safe for several threads.
/// </summary>
/// <param name="table">Who can reach what at what cost.</param>
/// <param name="limits">When each of the searches stops.</param>
/// <param name="names">The candidates as users see them; their ids where null.</param>
public sealed class SitingStudy(SitingTable table, SearchLimits limits, IReadOnlyList<string>? names = null)
{
    private readonly IReadOnlyList<string> names = names ?? table.SiteIds;

    /// <summary>Today's sites measured by the question; null where there are none or they serve not all they must.</summary>
    public SitingAnswer? Today(SitingQuestion question)
    {
        if (question.Today.Count == 0) return null;
        return Find(question with
        {
            Count = question.Today.Count,
            Keep = question.Today,
            Forbid = [.. Enumerable.Range(0, table.SiteCount).Except(question.Today)],
            Groups = [],
            MostChanges = null,
            MinimumSize = null,
        });
    }

    /// <summary>The best set; null where no set obeys.</summary>
    public SitingAnswer? Best(SitingQuestion question) => Find(question);

    /// <summary>
    /// The best with k changes from today for rising k, until more changes give nothing more. Starts at the fewest that lead
    /// from today's number to the one asked for.
    /// </summary>
    public IReadOnlyList<CurvePoint> ChangeCurve(SitingQuestion question, int most)
    {
        var points = new List<CurvePoint>();
        if (question.Today.Count == 0) return points;
        SitingAnswer? free = Find(question with { MostChanges = null });
        if (free is null) return points;
        IReadOnlyList<int>? start = question.Today;
        int first = question.Count is { } count && question.Model != SitingModel.SetCover ? Math.Abs(count - question.Today.Count) : 0;
        for (int changes = first; changes <= first + most; changes++)
        {
            SitingAnswer? point = Find(question with { MostChanges = changes }, start);
            if (point is null) continue;
            points.Add(new CurvePoint(changes, point));
            start = point.Sites;
            if (point.Objective == free.Objective) break;
        }
        return points;
    }

    /// <summary>The best with each number of sites.</summary>
    public IReadOnlyList<CurvePoint> CountCurve(SitingQuestion question, int from, int to)
    {
        var points = new List<CurvePoint>();
        for (int count = from; count <= to; count++)
        {
            if (Find(question with { Count = count }) is { } point) points.Add(new CurvePoint(count, point));
        }
        return points;
    }

    /// <summary>For each chosen site whether every set within an indifference of the best has it.</summary>
    /// <param name="answer">The best.</param>
    /// <param name="indifference">A share of the objective: 0.01.</param>
    public IReadOnlyList<SiteStanding> Standings(SitingAnswer answer, double indifference)
    {
        SitingQuestion question = answer.Question;
        bool isMost = question.Model == SitingModel.MaxCover;
        double limit = (double)answer.Objective * (isMost ? 1 - indifference : 1 + indifference);
        return [.. answer.Sites.Select(Standing)];

        SiteStanding Standing(int site)
        {
            if (question.Keep.Contains(site)) return SiteStanding.Always;
            if (answer.Without.Count > 0 && (double)answer.Without[site] > limit) return SiteStanding.Always;
            try
            {
                SitingAnswer? other = Find(question with { Forbid = [.. question.Forbid, site] });
                if (other is null) return SiteStanding.Always;
                if (isMost ? (double)other.Objective >= limit : (double)other.Objective <= limit) return SiteStanding.Exchangeable;
                return (isMost ? (double)other.Bound < limit : (double)other.Bound > limit) ? SiteStanding.Always : SiteStanding.Unknown;
            }
            catch (InfeasibleSitingException)
            {
                return SiteStanding.Unknown;
            }
        }
    }

    /// <summary>How much better the best set is without each demand, one at a time.</summary>
    public IReadOnlyList<ConstraintPrice> Prices(SitingAnswer answer)
    {
        SitingQuestion question = answer.Question;
        var prices = new List<ConstraintPrice>();
        foreach (int site in question.Keep)
            Add(new Phrase("siting.demand-keep", names[site]), question with { Keep = [.. question.Keep.Where(s => s != site)] });
        foreach (int site in question.Forbid)
            Add(new Phrase("siting.demand-forbid", names[site]), question with { Forbid = [.. question.Forbid.Where(s => s != site)] });
        foreach (SitingGroup group in question.Groups)
            Add(new Phrase("siting.demand-group", group.Name), question with { Groups = [.. question.Groups.Where(g => g != group)] });
        if (question.MostChanges is { } changes) Add(new Phrase("siting.demand-changes", changes), question with { MostChanges = null });
        if (question.MinimumSize is { } size)
            Add(new Phrase("siting.demand-size", size / table.WeightScale), question with { MinimumSize = null });
        if (question.Capacities is not null) Add(new Phrase("siting.demand-capacity"), question with { Capacities = null });
        return prices;

        void Add(Phrase demand, SitingQuestion eased)
        {
            if (Find(eased, answer.Sites) is not { } free)
            {
                prices.Add(new ConstraintPrice(demand, null, false));
                return;
            }
            Int128 price = question.Model == SitingModel.MaxCover ? free.Objective - answer.Objective : answer.Objective - free.Objective;
            prices.Add(new ConstraintPrice(demand, price, free.IsProven && answer.IsProven));
        }
    }

    /// <summary>What closing each of today's sites does, the least missed first; those that leave somebody unserved last.</summary>
    public IReadOnlyList<ClosingCost> Closings(IReadOnlyList<int> today)
    {
        var open = new bool[table.SiteCount];
        foreach (int site in today) open[site] = true;
        var weight = new long[table.SiteCount];
        var more = new Int128[table.SiteCount];
        var isLost = new bool[table.SiteCount];
        var worst = new long[table.SiteCount];
        var goesTo = new Dictionary<(int From, int To), long>();
        for (int row = 0; row < table.RowCount; row++)
        {
            int first = table.Nearest(row, open);
            if (first < 0 || table.Weights[row] == 0) continue;
            open[first] = false;
            int second = table.Nearest(row, open);
            open[first] = true;
            weight[first] += table.Weights[row];
            if (second < 0)
            {
                isLost[first] = true;
                continue;
            }
            long farther = table.Cost(row, second) - table.Cost(row, first);
            more[first] += (Int128)table.Weights[row] * farther;
            worst[first] = Math.Max(worst[first], farther);
            goesTo[(first, second)] = goesTo.GetValueOrDefault((first, second)) + table.Weights[row];
        }
        return
        [
            .. today
                .Select(s => new ClosingCost(s, weight[s], isLost[s] ? null : more[s], Next(s), worst[s]))
                .OrderBy(c => c.More is null).ThenBy(c => c.More ?? 0).ThenBy(c => c.Site),
        ];

        int Next(int site) => goesTo.Where(g => g.Key.From == site)
            .OrderByDescending(g => g.Value).ThenBy(g => g.Key.To).Select(g => g.Key.To).FirstOrDefault(-1);
    }

    private SitingAnswer? Find(SitingQuestion question, IReadOnlyList<int>? start = null)
    {
        try
        {
            SitingCheck.Question(table, question);
            return new SitingSolver(table, limits with { Progress = null }).TrySolve(question, start);
        }
        catch (InfeasibleSitingException)
        {
            return null;
        }
    }
}
