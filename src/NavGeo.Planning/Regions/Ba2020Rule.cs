namespace NavGeo.Planning.Regions;

/// <summary>
/// The rule found to fit the published division into labour-market regions 2020 (not the institute's own algorithm, which
/// is not published): centres are not chosen, they emerge. All flows from a municipality to another that is less than 75
/// minutes away and takes more than 8 % of its people of working age, strongest first: the municipality follows, unless
/// it follows somebody or is followed already, or the other follows somebody. Then, for those left, the flow as a share
/// of the one's people and of the other's together: more than 8 % under 75 minutes, more than 6 % under 45, more than 8 %
/// under 90 by any mode. Then regions in pieces are mended.
/// </summary>
/// <remarks>
/// Both shares are of the <em>same flow</em>. People of working age are employed residents by <see cref="EmployedShare"/>.
/// NavGeo's own choices, as far as nothing is published: that factor; that the sums are one round, the strongest sum first; of
/// equally strong flows that of the lower numbers; how pieces are mended (<see cref="CentreAttachment"/>).
/// </remarks>
public sealed record Ba2020Rule : IRegionRule
{
    /// <summary>The published pairs of towns that are one centre, by the numbers of 2018, 2020 and 2024; those count that the market has both of.</summary>
    public static IReadOnlyList<(string First, string Second)> PublishedTwins { get; } =
    [
        ("0301", "0219"), ("0301", "3024"), ("0301", "3201"),
        ("1103", "1102"), ("1103", "1108"),
        ("0106", "0105"), ("3004", "3003"), ("3107", "3105"),
        ("0806", "0805"), ("3807", "3806"), ("4003", "4001"),
        ("0704", "0729"), ("3803", "3811"), ("3905", "3911"),
    ];

    /// <summary>Less than so many minutes by car with <see cref="Percent"/>.</summary>
    public double Minutes { get; init; } = 75;

    /// <summary>More than so many per cent: out alone first, then both shares together.</summary>
    public double Percent { get; init; } = 8;

    /// <summary>Less than so many minutes by car with <see cref="NearPercent"/>.</summary>
    public double NearMinutes { get; init; } = 45;

    /// <summary>More than so many per cent, both shares together, where the way is short.</summary>
    public double NearPercent { get; init; } = 6;

    /// <summary>Less than so many minutes by any mode with <see cref="Percent"/>.</summary>
    public double AnyMinutes { get; init; } = 90;

    /// <summary>Employed residents per person that shares are taken of; above 0, at most 1.</summary>
    public double EmployedShare { get; init; } = 0.825;

    /// <summary>Pairs of towns that are one centre, whose flows are added together.</summary>
    public IReadOnlyList<(string First, string Second)> Twins { get; init; } = PublishedTwins;

    /// <summary>Whether regions in pieces are mended.</summary>
    public bool KeepsContiguity { get; init; } = true;

    /// <summary>Numbers of municipalities that are centres whatever the flows say.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Numbers of municipalities that nobody follows.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>Numbers of all centres, in place of those that emerge; null for these.</summary>
    public IReadOnlyList<string>? Exactly { get; init; }

    /// <inheritdoc/>
    public string Name => "ba2020";

    /// <inheritdoc/>
    public bool NeedsCommuting => true;

    /// <summary>The tests in the order they are named: the first that holds is the reason.</summary>
    public IReadOnlyList<AttachmentTest> Tests => AttachmentTest.Named(Minutes, Percent, NearMinutes, NearPercent, AnyMinutes);

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters =>
    [
        new("minutes", Minutes), new("percent", Percent), new("near_minutes", NearMinutes), new("near_percent", NearPercent),
        new("any_minutes", AnyMinutes), new("employed_share", EmployedShare),
        new("twins", ReferenceEquals(Twins, PublishedTwins) ? "published" : string.Join(' ', Twins.Select(t => $"{t.First}+{t.Second}"))),
        new("keeps_contiguity", KeepsContiguity), new("pinned", string.Join(' ', Pinned)), new("forbidden", string.Join(' ', Forbidden)),
        new("given_centres", Exactly is null ? "" : string.Join(' ', Exactly)),
    ];

    /// <inheritdoc/>
    public RegionDivision Divide(LabourMarket market)
    {
        CentreFlows flows = FlowsOf(market);
        AttachmentTest[] tests = [.. Tests];
        bool[] isCentreFromStart = [.. Enumerable.Range(0, market.Count).Select(m => flows.IsTwin(m) || IsIn(Exactly ?? Pinned, market, m))];
        bool[] mayBeFollowed = [.. Enumerable.Range(0, market.Count).Select(m => Exactly is null ? !IsIn(Forbidden, market, m) : isCentreFromStart[m])];
        var emergence = new CentreEmergence(flows, tests, isCentreFromStart, mayBeFollowed);
        EmergedCentres run = emergence.Run();
        int[] main = [.. Enumerable.Range(0, market.Count).Select(m => run.IsCentre(flows.UnitOf[m]) ? flows.UnitOf[m] : -1)];
        int[] units = [.. flows.Units];
        var options = new IReadOnlyList<int>[market.Count];
        Array.Fill(options, []);
        for (int row = 0; row < units.Length; row++)
        {
            int m = units[row];
            if (main[m] >= 0) continue;
            options[m] = [.. flows.Pairs[row].Where(p => main[p.Centre] >= 0 && mayBeFollowed[flows.UnitOf[p.Centre]] && Array.Exists(tests, t => t.Holds(p)))
                .OrderByDescending(p => flows.UnitOf[p.Centre] == run.Follows[m]).ThenByDescending(p => p.SumPercent).ThenBy(p => p.AnyMinutes)
                .ThenBy(p => p.Centre).Select(p => p.Centre)];
        }
        var attachment = new CentreAttachment(KeepsContiguity ? market.Contiguity : Contiguity.Everywhere(market.Count), main, options);
        Region[] regions = Region.Of(market, attachment.MainOf);
        int[] regionOf = Region.IndexOf(market.Count, regions);
        var explainer = new Ba2020Explainer(tests, flows, emergence, run, attachment, m => Reason(market, m));
        return new RegionDivision(market, this, regions, [.. Enumerable.Range(0, market.Count).Select(m => explainer.Explain(m, regionOf[m]))]);
    }

    /// <summary>The numbers of a municipality and a centre; of a twin both count, and the nearer is the centre.</summary>
    public AttachmentPair PairOf(LabourMarket market, int m, int centre)
    {
        CentreFlows flows = FlowsOf(market);
        return flows.PairOf(m, flows.UnitOf[centre]);
    }

    private CentreFlows FlowsOf(LabourMarket market) =>
        new(market, EmployedShare, Exactly is null ? Twins : [.. Twins.Where(t => Exactly.Contains(t.First) && Exactly.Contains(t.Second))]);

    private string Reason(LabourMarket market, int m) =>
        Exactly is not null ? "given" : IsIn(Pinned, market, m) ? "pinned" : "emerged";

    private static bool IsIn(IReadOnlyList<string> numbers, LabourMarket market, int m) => numbers.Contains(market.Municipalities[m].Number);
}
