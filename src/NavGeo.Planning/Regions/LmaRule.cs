namespace NavGeo.Planning.Regions;

/// <summary>
/// Labour market areas by validity (Istat, Eurostat): self-containment and size traded against each other in one number,
/// which every region must bring to 1.
/// </summary>
/// <remarks>
/// With msc = min(F/R, F/W), Y = min(1, msc/target), s = max(0, (target size − R)/(target size − least size)) and
/// Z = 1 − (1 − least/target)·s, validity is Y·Z·target/least. The least valid cluster is taken apart; its municipalities,
/// the strongest link first, join the cluster they are linked with most if its validity does not fall by it, and go on a
/// reserve list otherwise. The list is placed last, without that test, and whatever is below 1 then is taken apart and
/// placed again, so that the end is reached and all are valid. NavGeo's own: ties; that contiguity is kept on the way (a
/// municipality joins only clusters it borders on) and not repaired afterwards, which could break validity.
/// </remarks>
public sealed record LmaRule : IRegionRule
{
    /// <summary>Least size, employed residents.</summary>
    public double LeastSize { get; init; } = 1000;

    /// <summary>Least self-containment, 0 to 1.</summary>
    public double LeastShare { get; init; } = 0.6667;

    /// <summary>Size from which the least self-containment is enough.</summary>
    public double TargetSize { get; init; } = 10_000;

    /// <summary>Self-containment at which the least size is enough, 0 to 1.</summary>
    public double TargetShare { get; init; } = 0.75;

    /// <summary>Whether municipalities join only regions they border on.</summary>
    public bool KeepsContiguity { get; init; } = true;

    /// <inheritdoc/>
    public string Name => "lma";

    /// <inheritdoc/>
    public bool NeedsCommuting => true;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters =>
    [
        new("least_size", LeastSize), new("least_share", LeastShare), new("target_size", TargetSize),
        new("target_share", TargetShare), new("keeps_contiguity", KeepsContiguity),
    ];

    /// <summary>The validity of a cluster; 1 and more is valid.</summary>
    public double Validity(long residents, long jobs, long inside)
    {
        double contained = Math.Min(residents == 0 ? 0 : (double)inside / residents, jobs == 0 ? 0 : (double)inside / jobs);
        double shortfall = Math.Max(0, (TargetSize - residents) / (TargetSize - LeastSize));
        double size = 1 - (1 - LeastShare / TargetShare) * shortfall;
        return Math.Min(1, contained / TargetShare) * size * TargetShare / LeastShare;
    }

    /// <inheritdoc/>
    public RegionDivision Divide(LabourMarket market)
    {
        CommutingMatrix commuting = market.GetCommuting();
        var clusters = new ClusterFlows(commuting, KeepsContiguity ? market.Contiguity : Contiguity.Everywhere(market.Count));
        var reserve = new HashSet<int>();
        while (clusters.ClusterCount > 0 && LeastValid() is { } least)
            TakeApart(clusters, least, reserve);
        if (clusters.ClusterCount == 0)
        {
            int first = Enumerable.Range(0, market.Count).MaxBy(z => (commuting.Residents[z], -z));
            clusters.Put(first, first);
            reserve.Remove(first);
        }
        ClusterPlacing.ByLink(clusters, reserve);
        while (clusters.ClusterCount > 1 && LeastValid() is { } least)
            ClusterPlacing.ByLink(clusters, [.. clusters.Dissolve(least)]);
        return new ClusterExplainer(market, this, clusters, Tests).Division();

        int? LeastValid()
        {
            int least = clusters.Least(ValidityOf);
            return ValidityOf(least) < 1 ? least : null;
        }

        double ValidityOf(int cluster)
        {
            (long residents, long jobs, long inside) = clusters.Of(cluster);
            return Validity(residents, jobs, inside);
        }
    }

    private void TakeApart(ClusterFlows clusters, int cluster, HashSet<int> reserve)
    {
        HashSet<int> zones = [.. clusters.Dissolve(cluster)];
        while (zones.Count > 0 && clusters.StrongestLink(zones) is { } found)
        {
            zones.Remove(found.Zone);
            (long residents, long jobs, long inside) = clusters.Of(found.Cluster);
            (long newResidents, long newJobs, long newInside) = clusters.OfWith(found.Cluster, found.Zone);
            if (Validity(newResidents, newJobs, newInside) >= Validity(residents, jobs, inside)) clusters.Put(found.Zone, found.Cluster);
            else reserve.Add(found.Zone);
        }
        reserve.UnionWith(zones);
    }

    private TestNumber[] Tests(long residents, long jobs, long inside) =>
    [
        new(MeasuredQuantity.Validity, 100 * Validity(residents, jobs, inside), 100, TestComparison.AtLeast),
        new(MeasuredQuantity.SupplyPercent, residents == 0 ? 0 : 100.0 * inside / residents, 100 * LeastShare, TestComparison.AtLeast),
        new(MeasuredQuantity.DemandPercent, jobs == 0 ? 0 : 100.0 * inside / jobs, 100 * LeastShare, TestComparison.AtLeast),
        new(MeasuredQuantity.Workers, residents, LeastSize, TestComparison.AtLeast),
    ];
}
