using NavGeo.Planning.Siting;

namespace NavGeo.Tests.Planning.Siting;

/// <summary>Every set of candidates tried: the obvious oracle of a siting question.</summary>
internal static class BruteForce
{
    /// <summary>The best objective (least, or most for maximal covering; worst first for lexicographic), or null where no set obeys.</summary>
    public static (Int128 Objective, long Worst)? Best(SitingTable table, SitingQuestion question)
    {
        (Int128 Objective, long Worst)? best = null;
        for (int mask = 0; mask < 1 << table.SiteCount; mask++)
        {
            if (!IsAllowed(table, question, mask) || Value(table, question, mask) is not { } value) continue;
            if (best is null || IsBetter(question.Model, value, best.Value)) best = value;
        }
        return best;
    }

    private static bool IsBetter(SitingModel model, (Int128 Objective, long Worst) a, (Int128 Objective, long Worst) b) => model switch
    {
        SitingModel.MaxCover => a.Objective > b.Objective,
        SitingModel.Lexicographic => a.Worst < b.Worst || (a.Worst == b.Worst && a.Objective < b.Objective),
        _ => a.Objective < b.Objective,
    };

    private static bool IsAllowed(SitingTable table, SitingQuestion question, int mask)
    {
        bool Has(int site) => (mask >> site & 1) == 1;
        int count = System.Numerics.BitOperations.PopCount((uint)mask);
        if (question.Model != SitingModel.SetCover && question.Count is { } p && count != p) return false;
        if (question.Keep.Any(s => !Has(s)) || question.Forbid.Any(Has)) return false;
        if (question.Groups.Any(g => !g.Sites.Any(Has))) return false;
        if (question.MostChanges is { } most)
        {
            int closed = question.Today.Count(s => !Has(s));
            int opened = Enumerable.Range(0, table.SiteCount).Count(s => Has(s) && !question.Today.Contains(s));
            if (Math.Max(closed, opened) > most) return false;
        }
        return true;
    }

    private static (Int128, long)? Value(SitingTable table, SitingQuestion question, int mask)
    {
        bool[] open = [.. Enumerable.Range(0, table.SiteCount).Select(s => (mask >> s & 1) == 1)];
        if (question.Model == SitingModel.CapacitatedPMedian) return Capacitated(table, question, open);
        var catchment = new long[table.SiteCount];
        Int128 total = 0;
        long worst = 0;
        long covered = 0;
        bool isServed = true;
        bool isCovered = true;
        for (int row = 0; row < table.RowCount; row++)
        {
            long weight = table.Weights[row];
            if (weight == 0) continue;
            int site = -1;
            for (int s = 0; s < table.SiteCount; s++)
            {
                if (open[s] && table.Cost(row, s) != SitingTable.Unreachable && (site < 0 || table.Cost(row, s) < table.Cost(row, site))) site = s;
            }
            bool isReachable = Enumerable.Range(0, table.SiteCount).Any(s => table.Cost(row, s) != SitingTable.Unreachable);
            if (site < 0)
            {
                isServed &= !isReachable && question.Model is SitingModel.PMedian or SitingModel.Lexicographic;
                isCovered = false;
                continue;
            }
            long cost = table.Cost(row, site);
            catchment[site] += weight;
            total += (Int128)weight * cost;
            worst = Math.Max(worst, cost);
            if (cost <= (question.Within ?? long.MaxValue)) covered += weight;
            else isCovered = false;
        }
        if (question.MinimumSize is { } size && Enumerable.Range(0, table.SiteCount).Any(s => open[s] && catchment[s] < size)) return null;
        Int128 opening = 0;
        for (int s = 0; s < table.SiteCount; s++) opening += open[s] ? question.OpeningCosts?[s] ?? 0 : 0;
        return question.Model switch
        {
            SitingModel.PMedian or SitingModel.Lexicographic => isServed ? (total + opening, worst) : null,
            SitingModel.PCenter => isServed ? (worst, worst) : null,
            SitingModel.SetCover => isCovered ? (question.OpeningCosts is null ? open.Count(o => o) : opening, worst) : null,
            _ => (covered, worst),
        };
    }

    private static (Int128, long)? Capacitated(SitingTable table, SitingQuestion question, bool[] open)
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(r => table.Weights[r] > 0 && Enumerable.Range(0, table.SiteCount).Any(s => table.Cost(r, s) != SitingTable.Unreachable))];
        var load = new long[table.SiteCount];
        Int128? best = null;
        Place(0, 0);
        return best is { } value ? (value, 0) : null;

        void Place(int at, Int128 cost)
        {
            if (best is not null && cost >= best) return;
            if (at == rows.Length)
            {
                if (question.MinimumSize is { } size && Enumerable.Range(0, open.Length).Any(s => open[s] && load[s] < size)) return;
                Int128 opening = 0;
                for (int s = 0; s < open.Length; s++) opening += open[s] ? question.OpeningCosts?[s] ?? 0 : 0;
                if (best is null || cost + opening < best) best = cost + opening;
                return;
            }
            int row = rows[at];
            for (int site = 0; site < open.Length; site++)
            {
                long weight = table.Weights[row];
                long one = table.Cost(row, site);
                if (!open[site] || one == SitingTable.Unreachable || load[site] + weight > (question.Capacities?[site] ?? long.MaxValue)) continue;
                load[site] += weight;
                Place(at + 1, cost + (Int128)weight * one);
                load[site] -= weight;
            }
        }
    }
}
