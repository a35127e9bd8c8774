namespace NavGeo.Planning.Regions;

/// <summary>
/// Divides a market again and again with its commuting and times shaken a little, and counts how often each municipality
/// stays in its region. Runs are independent and seeded one by one: the same answer on any number of threads.
/// </summary>
public static class StabilityStudy
{
    /// <summary>One row a municipality, in the order of the market.</summary>
    public static IReadOnlyList<StabilityRow> Of(RegionDivision division, StabilitySettings settings)
    {
        LabourMarket market = division.Market;
        int count = market.Count;
        int[] same = [.. Enumerable.Range(0, count)];
        // The centre it is with in each run; -1 where it stays.
        var instead = new int[settings.Runs][];
        Parallel.For(0, settings.Runs, run =>
        {
            RegionDivision shaken = division.Rule.Divide(Shaken(market, settings, run));
            instead[run] = [.. same.Select(m => DivisionAgreement.Stays(division, shaken, same, m) ? -1 : shaken.RegionOf(m).Centre)];
        });
        return [.. same.Select(m =>
        {
            int[] others = [.. instead.Select(run => run[m]).Where(c => c >= 0)];
            int? most = others.Length == 0 ? null : others.GroupBy(c => c).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
            return new StabilityRow(settings.Runs - others.Length, settings.Runs, most);
        })];
    }

    /// <summary>The market as it could as well have been counted and measured.</summary>
    public static LabourMarket Shaken(LabourMarket market, StabilitySettings settings, int run)
    {
        var random = new Random(unchecked(settings.Seed * 1_000_003 + run));
        int count = market.Count;
        CommutingMatrix? commuting = null;
        if (market.Commuting is { } known)
        {
            var workers = new int[count * count];
            for (int home = 0; home < count; home++)
            {
                for (int work = 0; work < count; work++)
                {
                    int people = known[home, work];
                    if (people == 0) continue;
                    double noisy = people + settings.Noise * Math.Sqrt(people) * Normal(random);
                    workers[home * count + work] = (int)Math.Max(0, Math.Round(noisy));
                }
            }
            commuting = new CommutingMatrix(count, workers);
        }
        var factors = new double[count * count];
        for (int pair = 0; pair < factors.Length; pair++) factors[pair] = 1 + settings.TimeShare * (2 * random.NextDouble() - 1);
        return market with { Commuting = commuting, Times = market.Times.Scaled((a, b) => factors[a * count + b]) };
    }

    /// <summary>Box and Muller.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

/// <summary>How firmly a municipality is where it is.</summary>
/// <param name="Stays">In so many of the runs.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="MostOftenInstead">Index of the centre of the region it is most often in instead; null where it always stays.</param>
public sealed record StabilityRow(int Stays, int Runs, int? MostOftenInstead)
{
    /// <summary>Per cent of the runs.</summary>
    public double StaysPercent => Runs == 0 ? 100 : 100.0 * Stays / Runs;
}

/// <summary>How a market is shaken to see which placements hold.</summary>
/// <param name="Runs">How often.</param>
/// <param name="Seed">The same seed gives the same answer.</param>
/// <param name="Noise">Standard deviation of each commuting number, in units of its square root: 1 is the sampling noise of a count.</param>
/// <param name="TimeShare">Each pair's times are multiplied by an even chance between 1 minus this and 1 plus this.</param>
public sealed record StabilitySettings(int Runs, int Seed = 1, double Noise = 1, double TimeShare = 0.10);

/// <summary>
/// The smallest change of one number that would place a municipality elsewhere, all else as it is and before contiguity
/// is looked at.
/// </summary>
/// <param name="IsMinutes">Minutes of travel; otherwise percentage points of its employed residents.</param>
/// <param name="Amount">How much more (above 0) or less (below 0) than now. The limit itself: a hair beyond it moves the municipality.</param>
/// <param name="About">The centre whose number changes.</param>
/// <param name="Goes">The centre it would then follow; itself where it would stand alone.</param>
public readonly record struct FlipChange(bool IsMinutes, double Amount, int About, int Goes);
