using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>Finds the contradictions of a question that need no search, and names them.</summary>
internal static class SitingCheck
{
    private const int MostNamed = 5;

    /// <summary>Holds a question against its table.</summary>
    /// <exception cref="ArgumentException">The question itself is incomplete.</exception>
    /// <exception cref="InfeasibleSitingException">It contradicts itself.</exception>
    public static void Question(SitingTable table, SitingQuestion question)
    {
        bool needsReach = question.Model is SitingModel.SetCover or SitingModel.MaxCover;
        if (needsReach && question.Within is null) throw new ArgumentException("the model asks for a reach", nameof(question));
        bool needsCount = question.Model is not (SitingModel.SetCover or SitingModel.PMedian) || question.OpeningCosts is null;
        if (question.Model != SitingModel.SetCover && needsCount && question.Count is null)
            throw new ArgumentException("the model asks for a number of sites", nameof(question));
        var reasons = new List<Phrase>();
        Selection(table, question, reasons);
        if (reasons.Count == 0) Service(table, question, reasons);
        if (reasons.Count > 0) throw new InfeasibleSitingException(reasons);
    }

    private static void Selection(SitingTable table, SitingQuestion question, List<Phrase> reasons)
    {
        int[] both = [.. question.Keep.Intersect(question.Forbid)];
        if (both.Length > 0) reasons.Add(new Phrase("siting.keep-and-forbid", Named(table.SiteIds, both)));
        int allowed = table.SiteCount - question.Forbid.Distinct().Count();
        if (question.Count > allowed)
        {
            reasons.Add(question.Forbid.Count == 0
                ? new Phrase("siting.more-than-candidates", question.Count, table.SiteCount)
                : new Phrase("siting.more-than-allowed", question.Count, table.SiteCount, question.Forbid.Count));
        }
        if (question.Keep.Distinct().Count() > question.Count)
            reasons.Add(new Phrase("siting.keep-more-than-p", question.Keep.Distinct().Count(), question.Count));
        foreach (SitingGroup group in question.Groups)
        {
            if (group.Sites.All(question.Forbid.Contains)) reasons.Add(new Phrase("siting.group-without-candidate", group.Name));
        }
        if (question is { MostChanges: { } most, Count: { } count } && Math.Abs(count - question.Today.Count) > most)
            reasons.Add(new Phrase("siting.too-few-changes", most, question.Today.Count, count, Math.Abs(count - question.Today.Count)));
    }

    private static void Service(SitingTable table, SitingQuestion question, List<Phrase> reasons)
    {
        var planned = PlannedRows.Of(table, question);
        bool everybody = question.Model is SitingModel.SetCover or SitingModel.PCenter;
        if (everybody && question.Islands == IslandRule.OwnSite && planned.Unserved.Length > 0)
            reasons.Add(new Phrase("siting.unreachable-rows", planned.Unserved.Length, Named(table.RowIds, planned.Unserved)));
        if (question.Model != SitingModel.MaxCover && planned.Parts.Count > question.Count)
            reasons.Add(new Phrase("siting.more-islands-than-p", planned.Parts.Count, question.Count));
        if (question.Model == SitingModel.MaxCover) return;
        long reach = question.Model == SitingModel.SetCover ? question.Within!.Value : long.MaxValue - 1;
        bool[] forbidden = new bool[table.SiteCount];
        foreach (int site in question.Forbid) forbidden[site] = true;
        var never = new List<int>();
        var onlyForbidden = new List<int>();
        foreach (int row in planned.Rows)
        {
            bool within = false;
            bool allowed = false;
            for (int site = 0; site < forbidden.Length && !allowed; site++)
            {
                if (table.Cost(row, site) > reach) continue;
                within = true;
                allowed |= !forbidden[site];
            }
            if (!within) never.Add(row);
            else if (!allowed) onlyForbidden.Add(row);
        }
        if (never.Count > 0) reasons.Add(new Phrase("siting.out-of-reach", never.Count, Named(table.RowIds, never)));
        if (onlyForbidden.Count > 0) reasons.Add(new Phrase("siting.forbidden-only", onlyForbidden.Count, Named(table.RowIds, onlyForbidden)));
        if (question is { Model: SitingModel.CapacitatedPMedian, Capacities: { } capacities }) Room(table, question, planned, capacities, reasons);
    }

    private static void Room(SitingTable table, SitingQuestion question, PlannedRows planned, IReadOnlyList<long> capacities, List<Phrase> reasons)
    {
        long demand = planned.Rows.Sum(r => table.Weights[r]);
        long room = capacities.Where((_, s) => !question.Forbid.Contains(s)).OrderDescending().Take(question.Count ?? int.MaxValue).Sum();
        if (room < demand)
            reasons.Add(new Phrase("siting.too-little-room", question.Count ?? capacities.Count, room / table.WeightScale, demand / table.WeightScale));
    }

    private static string Named(IReadOnlyList<string> ids, IReadOnlyList<int> which) =>
        string.Join(", ", which.Take(MostNamed).Select(i => ids[i])) + (which.Count > MostNamed ? ", …" : "");
}
