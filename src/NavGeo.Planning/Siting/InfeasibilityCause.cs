using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>Which demand makes a question unanswerable: those without which, one at a time, there is an answer.</summary>
internal static class InfeasibilityCause
{
    private const long MostWork = 500_000_000;

    /// <summary>Names them; where only several together stand in the way, says that.</summary>
    public static IReadOnlyList<Phrase> Of(SitingTable table, SitingQuestion question, SearchLimits limits)
    {
        var reasons = new List<Phrase>();
        if (question.MinimumSize is { } size) Try(question with { MinimumSize = null }, new Phrase("siting.because-size", size / table.WeightScale));
        if (question.MostChanges is { } changes) Try(question with { MostChanges = null }, new Phrase("siting.because-changes", changes));
        if (question.Capacities is not null) Try(question with { Capacities = null }, new Phrase("siting.because-capacity"));
        if (question.Keep.Count > 0) Try(question with { Keep = [] }, new Phrase("siting.because-keep"));
        if (question.Forbid.Count > 0) Try(question with { Forbid = [] }, new Phrase("siting.because-forbid"));
        foreach (SitingGroup group in question.Groups)
            Try(question with { Groups = [.. question.Groups.Where(g => g != group)] }, new Phrase("siting.because-group", group.Name));
        if (question.Groups.Count > 1 && reasons.Count == 0)
            Try(question with { Groups = [] }, new Phrase("siting.because-groups", question.Groups.Count, question.Count ?? 0));
        if (question is { Model: SitingModel.SetCover, Within: { } within })
            Try(question with { Within = long.MaxValue - 1 }, new Phrase("siting.because-within", within / table.CostScale));
        if (reasons.Count == 0 && question.Count is { } count && count < table.SiteCount)
        {
            for (int more = count + 1; more <= Math.Min(table.SiteCount, count + 20) && reasons.Count == 0; more++)
                Try(question with { Count = more }, new Phrase("siting.because-count", count, more));
        }
        if (reasons.Count == 0) reasons.Add(new Phrase("siting.because-together"));
        return reasons;

        void Try(SitingQuestion eased, Phrase reason)
        {
            try
            {
                SitingCheck.Question(table, eased);
                if (new SitingSolver(table, limits with { Work = MostWork, Progress = null }).TrySolve(eased) is not null) reasons.Add(reason);
            }
            catch (InfeasibleSitingException)
            {
                // Unanswerable still: this demand alone is not what stands in the way.
            }
        }
    }
}

/// <summary>No set of sites obeys: says which demand makes it so. The command ends with exit code 3.</summary>
/// <param name="reasons">At least one.</param>
public sealed class InfeasibleSitingException(params IReadOnlyList<Phrase> reasons) : Exception
{
    /// <summary>What stands in the way.</summary>
    public IReadOnlyList<Phrase> Reasons { get; } = reasons;

    /// <inheritdoc/>
    public override string Message => string.Join("; ", Reasons);
}
