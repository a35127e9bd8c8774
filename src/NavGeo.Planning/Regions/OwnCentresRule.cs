namespace NavGeo.Planning.Regions;

/// <summary>
/// An earlier reading of the published division into labour-market regions 2020, with centres chosen first: a municipality
/// follows a centre that is less than 75 minutes away and exchanges more than 8 % with it, or less than 45 minutes and
/// more than 6 %, or less than 90 minutes by any mode and more than 8 %. <see cref="Ba2020Rule"/> fits better.
/// </summary>
/// <remarks>
/// NavGeo's own: how centres are chosen (<see cref="CentreSettings"/>); that of several centres a municipality may follow
/// it takes the one it exchanges most with (then the nearest, then the one with most jobs, then the lower number); that
/// centres attach to nobody; that commuting with the two of a pair is not added together.
/// </remarks>
public sealed record OwnCentresRule : IRegionRule
{
    /// <summary>How centres are chosen.</summary>
    public CentreSettings Centres { get; init; } = new();

    /// <summary>Less than so many minutes by car with <see cref="Percent"/>.</summary>
    public double Minutes { get; init; } = 75;

    /// <summary>More than so many per cent, out and in together.</summary>
    public double Percent { get; init; } = 8;

    /// <summary>Less than so many minutes by car with <see cref="NearPercent"/>.</summary>
    public double NearMinutes { get; init; } = 45;

    /// <summary>More than so many per cent where the way is short.</summary>
    public double NearPercent { get; init; } = 6;

    /// <summary>Less than so many minutes by any mode with <see cref="Percent"/>.</summary>
    public double AnyMinutes { get; init; } = 90;

    /// <summary>What commuting in is a per cent of.</summary>
    public InShare InShare { get; init; }

    /// <summary>Whether regions in pieces are mended.</summary>
    public bool KeepsContiguity { get; init; } = true;

    /// <inheritdoc/>
    public string Name => "ba2020-own-centres";

    /// <inheritdoc/>
    public bool NeedsCommuting => true;

    /// <summary>The tests in the order they are named: the first that holds is the reason. Any that holds attaches.</summary>
    public IReadOnlyList<AttachmentTest> Tests => AttachmentTest.Named(Minutes, Percent, NearMinutes, NearPercent, AnyMinutes);

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters =>
    [
        new("minutes", Minutes), new("percent", Percent), new("near_minutes", NearMinutes), new("near_percent", NearPercent),
        new("any_minutes", AnyMinutes), new("in_share_of", InShare switch { InShare.OfJobs => "jobs", InShare.OfCentreResidents => "centre", _ => "residents" }), new("keeps_contiguity", KeepsContiguity),
        new("centre_least_jobs", Centres.LeastJobs), new("centre_least_jobs_per_hundred", Centres.LeastJobsPerHundred),
        new("centre_least_own_percent", Centres.LeastOwnPercent), new("centre_most_out_percent", Centres.MostOutPercent),
        new("pair_jobs", Centres.PairJobs), new("pair_in_percent", Centres.PairInPercent),
        new("pair_own_percent", Centres.PairOwnPercent),
        new("pinned", string.Join(' ', Centres.Pinned)), new("forbidden", string.Join(' ', Centres.Forbidden)),
        new("given_centres", Centres.Exactly is null ? "" : string.Join(' ', Centres.Exactly)),
    ];

    /// <inheritdoc/>
    public RegionDivision Divide(LabourMarket market)
    {
        ChosenCentres centres = CentreChoice.Choose(market, Centres);
        int[] all = [.. centres.All];
        AttachmentTest[] tests = [.. Tests];
        var pairs = new AttachmentPair[market.Count][];
        var options = new IReadOnlyList<int>[market.Count];
        for (int m = 0; m < market.Count; m++)
        {
            int here = m;
            pairs[m] = [.. all.Where(c => c != here).Select(c => PairOf(market, here, c)).Order(new StrongestFirst(market))];
            options[m] = centres.MainOf[m] >= 0 ? []
                : [.. pairs[m].Where(p => Array.Exists(tests, t => t.Holds(p))).Select(p => p.Centre)];
        }
        Contiguity contiguity = KeepsContiguity ? market.Contiguity : Contiguity.Everywhere(market.Count);
        var attachment = new CentreAttachment(contiguity, centres.MainOf, options);
        Region[] regions = Region.Of(market, attachment.MainOf);
        int[] regionOf = Region.IndexOf(market.Count, regions);
        var explainer = new OwnCentresExplainer(tests, centres, attachment);
        return new RegionDivision(
            market, this, regions, [.. Enumerable.Range(0, market.Count).Select(m => explainer.Explain(m, pairs[m], regionOf[m]))]);
    }

    /// <summary>The numbers of a municipality and a centre.</summary>
    public AttachmentPair PairOf(LabourMarket market, int m, int centre)
    {
        CommutingMatrix commuting = market.GetCommuting();
        int residents = commuting.Residents[m];
        double outShare = CentreChoice.Percent(commuting[m, centre], residents);
        double inShare = CentreChoice.Percent(commuting[centre, m], InShare switch
        {
            InShare.OfJobs => commuting.Jobs[m],
            InShare.OfCentreResidents => commuting.Residents[centre],
            _ => residents,
        });
        // Of one whole, so that the sum of exact shares is not off by a rounding.
        double sum = InShare == InShare.OfResidents ? CentreChoice.Percent(commuting[m, centre] + commuting[centre, m], residents) : outShare + inShare;
        return new AttachmentPair(centre, MunicipalityTimes.MinutesOf(market.Times.Car(m, centre)), MunicipalityTimes.MinutesOf(market.Times.Alternative(m, centre)), outShare, inShare, sum);
    }

    /// <summary>The order of preference among centres.</summary>
    private sealed class StrongestFirst(LabourMarket market) : IComparer<AttachmentPair>
    {
        public int Compare(AttachmentPair x, AttachmentPair y)
        {
            int order = y.SumPercent.CompareTo(x.SumPercent);
            if (order == 0) order = x.AnyMinutes.CompareTo(y.AnyMinutes);
            if (order == 0) order = market.GetCommuting().Jobs[y.Centre].CompareTo(market.GetCommuting().Jobs[x.Centre]);
            return order == 0 ? x.Centre.CompareTo(y.Centre) : order;
        }
    }
}
