namespace NavGeo.Planning.Regions;

/// <summary>
/// Regions of travel time and population alone, for places without commuting data: centres are municipalities with enough
/// inhabitants and no larger centre near; every other municipality follows the nearest centre within reach, or stands
/// alone. NavGeo's own rule.
/// </summary>
public sealed record TimeRule : IRegionRule
{
    /// <summary>A centre has at least so many inhabitants.</summary>
    public int LeastInhabitants { get; init; } = 8000;

    /// <summary>No larger centre is nearer to it than so many minutes.</summary>
    public double LeastMinutesApart { get; init; } = 45;

    /// <summary>A municipality follows the nearest centre that is at most so many minutes away.</summary>
    public double MostMinutes { get; init; } = 45;

    /// <summary>Whether boats for people only (or another alternative mode) count as ways.</summary>
    public bool UsesAnyMode { get; init; }

    /// <summary>Whether regions in pieces are mended.</summary>
    public bool KeepsContiguity { get; init; } = true;

    /// <summary>Numbers of municipalities that are centres whatever the rule says.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Numbers of municipalities that are no centres whatever the rule says.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <inheritdoc/>
    public string Name => "time";

    /// <inheritdoc/>
    public bool NeedsCommuting => false;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters =>
    [
        new("least_inhabitants", LeastInhabitants), new("least_minutes_apart", LeastMinutesApart), new("most_minutes", MostMinutes),
        new("uses_any_mode", UsesAnyMode), new("keeps_contiguity", KeepsContiguity),
        new("pinned", string.Join(' ', Pinned)), new("forbidden", string.Join(' ', Forbidden)),
    ];

    /// <inheritdoc/>
    public RegionDivision Divide(LabourMarket market)
    {
        (int[] main, TestOutcome[] tests) = Centres(market);
        int[] centres = [.. Enumerable.Range(0, market.Count).Where(m => main[m] >= 0)];
        var near = new (int Centre, double Minutes)[market.Count][];
        for (int m = 0; m < market.Count; m++)
        {
            int here = m;
            near[m] = [.. centres.Where(c => c != here).Select(c => (c, Minutes(market, here, c))).OrderBy(c => c.Item2)
                .ThenByDescending(c => market.Municipalities[c.c].Population).ThenBy(c => c.c)];
        }
        IReadOnlyList<int>[] options = [.. near.Select((n, m) => main[m] >= 0 ? (int[])[]
            : [.. n.Where(c => c.Minutes <= MostMinutes).Select(c => c.Centre)])];
        Contiguity contiguity = KeepsContiguity ? market.Contiguity : Contiguity.Everywhere(market.Count);
        var attachment = new CentreAttachment(contiguity, main, options);
        Region[] regions = Region.Of(market, attachment.MainOf);
        int[] regionOf = Region.IndexOf(market.Count, regions);
        return new RegionDivision(market, this, regions, [.. Enumerable.Range(0, market.Count).Select(Place)]);

        Placement Place(int m)
        {
            int follows = attachment.Follows[m];
            bool isFree = !attachment.IsBridge[m] && !attachment.IsDiverted(m);
            List<TestOutcome> outcomes = [.. near[m].Where(n => n.Centre == follows).Concat(near[m].Where(n => n.Centre != follows).Take(3))
                .Select(n => new TestOutcome("nearest", n.Centre, [NumberOf(n.Minutes)]))];
            if (follows == m) outcomes.Clear();
            outcomes.Add(tests[m]);
            return new Placement
            {
                Region = regionOf[m],
                Centre = follows < 0 ? m : follows,
                Role = follows == m ? PlacementRole.Centre : follows < 0 ? PlacementRole.Single : PlacementRole.Member,
                Test = attachment.IsBridge[m] ? "contiguity"
                    : follows == m ? (Pinned.Contains(market.Municipalities[m].Number) ? "pinned" : "centre")
                    : follows >= 0 ? "nearest" : attachment.IsDiverted(m) ? "own-contiguity" : "own",
                Time = MunicipalityTimes.TimeOf(follows < 0 || follows == m ? 0 : Minutes(market, m, follows)),
                OutPercent = Share(market, m, follows, isOut: true),
                InPercent = Share(market, m, follows, isOut: false),
                TimeChange = isFree && follows != m ? Change(m, follows, near[m]) : null,
                Tests = outcomes,
            };
        }
    }

    private TestNumber NumberOf(double minutes) =>
        new(UsesAnyMode ? MeasuredQuantity.AnyMinutes : MeasuredQuantity.CarMinutes, minutes, MostMinutes, TestComparison.AtMost);

    private double Minutes(LabourMarket market, int from, int to) =>
        MunicipalityTimes.MinutesOf(UsesAnyMode ? market.Times.Any(from, to) : market.Times.Car(from, to));

    /// <summary>Nobody's rule, but the reader wants to see the commuting where it is known.</summary>
    private static double? Share(LabourMarket market, int m, int follows, bool isOut) =>
        market.Commuting is not { } commuting || follows < 0 || follows == m || commuting.Residents[m] == 0 ? null
        : CentreChoice.Percent(isOut ? commuting[m, follows] : commuting[follows, m], commuting.Residents[m]);

    private FlipChange? Change(int m, int follows, (int Centre, double Minutes)[] near)
    {
        var changes = new List<FlipChange>();
        double now = follows < 0 ? double.PositiveInfinity : near.First(n => n.Centre == follows).Minutes;
        (int Centre, double Minutes)? next = near.Where(n => n.Centre != follows && double.IsFinite(n.Minutes)).Cast<(int, double)?>().FirstOrDefault();
        if (follows >= 0)
        {
            bool isNextInReach = next is { } n && n.Minutes <= MostMinutes;
            changes.Add(new FlipChange(true, (isNextInReach ? next!.Value.Minutes : MostMinutes) - now, follows, isNextInReach ? next!.Value.Centre : m));
        }
        if (next is { } other) changes.Add(new FlipChange(true, Math.Min(MostMinutes, now) - other.Minutes, other.Centre, other.Centre));
        return changes.Count == 0 ? null : changes.MinBy(c => Math.Abs(c.Amount));
    }

    private (int[] Main, TestOutcome[] Tests) Centres(LabourMarket market)
    {
        var main = new int[market.Count];
        Array.Fill(main, -1);
        var tests = new TestOutcome[market.Count];
        IOrderedEnumerable<int> order = Enumerable.Range(0, market.Count)
            .OrderByDescending(m => Pinned.Contains(market.Municipalities[m].Number))
            .ThenByDescending(m => market.Municipalities[m].Population).ThenBy(m => m);
        foreach (int m in order)
        {
            int nearest = -1;
            double minutes = double.PositiveInfinity;
            for (int c = 0; c < market.Count; c++)
            {
                if (main[c] < 0 || c == m || Minutes(market, m, c) >= minutes) continue;
                (nearest, minutes) = (c, Minutes(market, m, c));
            }
            tests[m] = new TestOutcome("centre", nearest < 0 ? m : nearest,
            [
                new(MeasuredQuantity.Inhabitants, market.Municipalities[m].Population, LeastInhabitants, TestComparison.AtLeast),
                new(MeasuredQuantity.MinutesToLarger, minutes, LeastMinutesApart, TestComparison.AtLeast),
            ]);
            string number = market.Municipalities[m].Number;
            if (!Forbidden.Contains(number) && (Pinned.Contains(number) || tests[m].Holds)) main[m] = m;
        }
        return (main, tests);
    }
}
