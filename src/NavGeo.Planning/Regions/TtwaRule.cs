namespace NavGeo.Planning.Regions;

/// <summary>
/// Travel-to-Work Areas: regions in which enough of the residents work and enough of the workers live, the more the fewer
/// they are. From <see cref="SmallWorkers"/> employed residents on 75 % both ways is enough, from
/// <see cref="LargeWorkers"/> on 66.7 %, between them in proportion (ONS 2011).
/// </summary>
/// <remarks>
/// Every municipality begins as a region. The region with the lowest score is taken apart as long as one is below 1, and
/// its municipalities join the region with the strongest link, the strongest first. NavGeo's own: the score, min(1,
/// self-containment / required) × min(1, workers / least); ties; that a municipality joins only regions it borders on, so
/// that every region is in one piece without a repair that would break the thresholds. The number of regions falls at
/// every step. Where one region is left it is kept whatever its score.
/// </remarks>
public sealed record TtwaRule : IRegionRule
{
    /// <summary>The least employed residents.</summary>
    public double SmallWorkers { get; init; } = 3500;

    /// <summary>Per cent self-containment at the least size.</summary>
    public double SmallPercent { get; init; } = 75;

    /// <summary>From so many employed residents on the lower demand is enough.</summary>
    public double LargeWorkers { get; init; } = 25_000;

    /// <summary>Per cent self-containment of large regions.</summary>
    public double LargePercent { get; init; } = 66.7;

    /// <summary>Whether municipalities join only regions they border on.</summary>
    public bool KeepsContiguity { get; init; } = true;

    /// <inheritdoc/>
    public string Name => "ttwa";

    /// <inheritdoc/>
    public bool NeedsCommuting => true;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters =>
    [
        new("small_workers", SmallWorkers), new("small_percent", SmallPercent), new("large_workers", LargeWorkers),
        new("large_percent", LargePercent), new("keeps_contiguity", KeepsContiguity),
    ];

    /// <summary>The self-containment (per cent) that so many employed residents need.</summary>
    public double RequiredPercent(double workers)
    {
        double share = Math.Clamp((workers - SmallWorkers) / (LargeWorkers - SmallWorkers), 0, 1);
        return SmallPercent + (LargePercent - SmallPercent) * share;
    }

    /// <summary>1 where a region passes, less where it does not.</summary>
    public double Score(long residents, long jobs, long inside)
    {
        double contained = Math.Min(Share(inside, residents), Share(inside, jobs));
        return Math.Min(1, contained / RequiredPercent(residents)) * Math.Min(1, residents / SmallWorkers);
    }

    /// <inheritdoc/>
    public RegionDivision Divide(LabourMarket market)
    {
        CommutingMatrix commuting = market.GetCommuting();
        var clusters = new ClusterFlows(commuting, KeepsContiguity ? market.Contiguity : Contiguity.Everywhere(market.Count));
        while (clusters.ClusterCount > 1)
        {
            int least = clusters.Least(ScoreOf);
            if (ScoreOf(least) >= 1) break;
            ClusterPlacing.ByLink(clusters, [.. clusters.Dissolve(least)]);
        }
        return new ClusterExplainer(market, this, clusters, Tests).Division();

        double ScoreOf(int cluster)
        {
            (long residents, long jobs, long inside) = clusters.Of(cluster);
            return Score(residents, jobs, inside);
        }
    }

    private TestNumber[] Tests(long residents, long jobs, long inside) =>
    [
        new(MeasuredQuantity.SupplyPercent, Share(inside, residents), RequiredPercent(residents), TestComparison.AtLeast),
        new(MeasuredQuantity.DemandPercent, Share(inside, jobs), RequiredPercent(residents), TestComparison.AtLeast),
        new(MeasuredQuantity.Workers, residents, SmallWorkers, TestComparison.AtLeast),
    ];

    private static double Share(long part, long whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
