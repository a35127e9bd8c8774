namespace NavGeo.Planning.Regions;

/// <summary>
/// Chooses the centres of a market: in order of jobs, the largest first, a municipality becomes a centre where it is
/// large enough, has jobs for its residents, keeps them at home, and no larger centre draws too many of them away. One
/// that a larger centre draws from, but that is large and draws back, becomes the second of a pair with it.
/// </summary>
public static class CentreChoice
{
    /// <summary>Chooses the centres.</summary>
    public static ChosenCentres Choose(LabourMarket market, CentreSettings settings)
    {
        CommutingMatrix commuting = market.GetCommuting();
        int count = market.Count;
        var main = new int[count];
        Array.Fill(main, -1);
        var tests = new TestOutcome[count];
        string[] reasons = [.. Enumerable.Repeat("none", count)];
        int[] order = [.. Enumerable.Range(0, count)
            .OrderByDescending(m => IsIn(settings.Pinned, m)).ThenByDescending(m => commuting.Jobs[m]).ThenBy(m => m)];
        foreach (int m in order)
        {
            int larger = StrongestLarger(m);
            tests[m] = Test(commuting, settings, m, larger);
            if (settings.Exactly is { } exactly)
            {
                if (IsIn(exactly, m)) (main[m], reasons[m]) = (m, "given");
            }
            else if (IsIn(settings.Forbidden, m))
            {
                reasons[m] = "forbidden";
            }
            else if (IsIn(settings.Pinned, m))
            {
                (main[m], reasons[m]) = (m, "pinned");
            }
            else if (tests[m].Holds)
            {
                (main[m], reasons[m]) = (m, "centre");
            }
            else if (larger >= 0 && IsSecond(m, larger))
            {
                (main[m], reasons[m]) = (larger, "pair");
            }
        }
        return new ChosenCentres(main, tests, reasons);

        bool IsIn(IReadOnlyList<string> numbers, int m) => numbers.Contains(market.Municipalities[m].Number);

        int StrongestLarger(int m)
        {
            int strongest = -1;
            for (int c = 0; c < count; c++)
            {
                if (main[c] == c && commuting.Jobs[c] > commuting.Jobs[m] && commuting[m, c] > 0
                    && (strongest < 0 || commuting[m, c] > commuting[m, strongest]))
                {
                    strongest = c;
                }
            }
            return strongest;
        }

        bool IsSecond(int m, int larger) => commuting.Jobs[m] >= settings.PairJobs
            && !PairTaken(larger)
            && Percent(commuting[m, m], commuting.Residents[m]) >= settings.PairOwnPercent
            && Percent(commuting[m, larger], commuting.Residents[m]) > settings.MostOutPercent
            && Percent(commuting[larger, m], commuting.Residents[m]) >= settings.PairInPercent;

        bool PairTaken(int centre) => Enumerable.Range(0, count).Any(m => m != centre && main[m] == centre);
    }

    private static TestOutcome Test(CommutingMatrix commuting, CentreSettings settings, int m, int larger) => new(
        "centre",
        larger < 0 ? m : larger,
        [
            new(MeasuredQuantity.Jobs, commuting.Jobs[m], settings.LeastJobs, TestComparison.AtLeast),
            new(MeasuredQuantity.JobsPerHundred, Percent(commuting.Jobs[m], commuting.Residents[m]), settings.LeastJobsPerHundred, TestComparison.AtLeast),
            new(MeasuredQuantity.OwnPercent, Percent(commuting[m, m], commuting.Residents[m]), settings.LeastOwnPercent, TestComparison.AtLeast),
            new(MeasuredQuantity.OutToLargerPercent, larger < 0 ? 0 : Percent(commuting[m, larger], commuting.Residents[m]), settings.MostOutPercent, TestComparison.AtMost),
        ]);

    /// <summary>0 where there is nobody to be a per cent of.</summary>
    internal static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}

/// <summary>Which municipalities are centres, and the tests that made them so.</summary>
/// <param name="MainOf">For a centre the main centre of its pair, itself for most; -1 for a municipality that is no centre. Length: municipalities.</param>
/// <param name="Tests">For every municipality the test it was put to.</param>
/// <param name="Reasons">For every municipality the short name of what decided: centre, pair, pinned, given, forbidden or none.</param>
public sealed record ChosenCentres(IReadOnlyList<int> MainOf, IReadOnlyList<TestOutcome> Tests, IReadOnlyList<string> Reasons)
{
    /// <summary>Indices of all centres, rising.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, MainOf.Count).Where(m => MainOf[m] >= 0);
}

/// <summary>
/// How centres are chosen for <see cref="Ba2020Rule"/>: by size, net in-commuting and having a labour market of one's
/// own. This is NavGeo's rule; how the published division chose its centres is not known. The defaults are set so that
/// the number of centres in the 2020 matrix comes near the published 78.
/// </summary>
public sealed record CentreSettings
{
    /// <summary>At least so many work there.</summary>
    public int LeastJobs { get; init; } = 3000;

    /// <summary>At least so many jobs per hundred employed residents.</summary>
    public double LeastJobsPerHundred { get; init; } = 86;

    /// <summary>At least so many per cent of its employed residents work at home.</summary>
    public double LeastOwnPercent { get; init; } = 55;

    /// <summary>No larger centre draws more than so many per cent of its employed residents.</summary>
    public double MostOutPercent { get; init; } = 15;

    /// <summary>From so many jobs one that a larger centre draws from can still be the second of a pair.</summary>
    public int PairJobs { get; init; } = 10_000;

    /// <summary>The second of a pair draws at least so many per cent (of its own employed residents) from the first.</summary>
    public double PairInPercent { get; init; } = 18;

    /// <summary>And at least so many per cent of its employed residents work at home.</summary>
    public double PairOwnPercent { get; init; } = 40;

    /// <summary>Numbers of municipalities that are centres whatever the rule says.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Numbers of municipalities that are no centres whatever the rule says.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>Numbers of all centres, in place of the rule; null for the rule.</summary>
    public IReadOnlyList<string>? Exactly { get; init; }
}
