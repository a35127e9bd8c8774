namespace NavGeo.Planning.Regions;

/// <summary>
/// Makes a division out of finished clusters: names each after the member with most jobs, and says of every municipality
/// how strongly it is linked with its own region and with those it borders on.
/// </summary>
/// <param name="market">What was divided.</param>
/// <param name="rule">By what.</param>
/// <param name="clusters">The result; every municipality in one.</param>
/// <param name="tests">The rule's demands on employed residents, jobs and those who are both.</param>
internal sealed class ClusterExplainer(LabourMarket market, IRegionRule rule, ClusterFlows clusters, Func<long, long, long, TestNumber[]> tests)
{
    /// <summary>So many other regions are shown for each municipality.</summary>
    private const int OthersShown = 3;

    private const double PerThousand = 1000;

    private readonly CommutingMatrix commuting = market.GetCommuting();

    /// <summary>The division.</summary>
    public RegionDivision Division()
    {
        int[] centreOf = new int[market.Count];
        foreach (IGrouping<int, int> cluster in Enumerable.Range(0, market.Count).GroupBy(clusters.ClusterOf))
        {
            int centre = cluster.MaxBy(z => (commuting.Jobs[z], -z));
            foreach (int zone in cluster) centreOf[zone] = centre;
        }
        Region[] regions = Region.Of(market, z => centreOf[z]);
        int[] regionOf = Region.IndexOf(market.Count, regions);
        return new RegionDivision(market, rule, regions, [.. Enumerable.Range(0, market.Count).Select(z => Place(z, centreOf, regions[regionOf[z]], regionOf[z]))]);
    }

    private Placement Place(int zone, int[] centreOf, Region region, int index)
    {
        int cluster = clusters.ClusterOf(zone);
        (long residents, long jobs, long inside) = clusters.Of(cluster);
        bool isAlone = region.Members.Count == 1;
        double own = isAlone ? 0 : OwnLink(zone, cluster, 0);
        (int Cluster, double Link)[] others = [.. clusters.Bordering(zone).Select(c => (c, clusters.Link(zone, c)))
            .OrderByDescending(o => o.Item2).ThenBy(o => o.c).Take(OthersShown)];
        double strongest = others.Length == 0 ? 0 : others[0].Link;
        var outcomes = new List<TestOutcome>
        {
            new("region", region.Centre, tests(residents, jobs, inside)),
            new("link", region.Centre, [new(MeasuredQuantity.Link, PerThousand * own, PerThousand * strongest, TestComparison.AtLeast)]),
        };
        outcomes.AddRange(others.Select(o => new TestOutcome(
            "link", CentreOf(o.Cluster, centreOf), [new(MeasuredQuantity.Link, PerThousand * o.Link, PerThousand * own, TestComparison.Above)])));
        int centre = region.Centre;
        bool hasPair = zone != centre && commuting.Residents[zone] > 0;
        return new Placement
        {
            Region = index,
            Centre = centre,
            Role = zone != centre ? PlacementRole.Member : isAlone ? PlacementRole.Single : PlacementRole.Centre,
            Test = isAlone ? "region" : own >= strongest ? "link" : "order",
            Time = market.Times.Any(zone, centre),
            OutPercent = hasPair ? CentreChoice.Percent(commuting[zone, centre], commuting.Residents[zone]) : null,
            InPercent = hasPair ? CentreChoice.Percent(commuting[centre, zone], commuting.Residents[zone]) : null,
            CommutingChange = isAlone || own < strongest ? null
                : others.Select(o => Flip(zone, cluster, o.Cluster, CentreOf(o.Cluster, centreOf))).OfType<FlipChange>().Cast<FlipChange?>().MinBy(f => f!.Value.Amount),
            Tests = outcomes,
        };
    }

    private int CentreOf(int cluster, int[] centreOf) => centreOf[Array.FindIndex([.. Enumerable.Range(0, market.Count)], z => clusters.ClusterOf(z) == cluster)];

    /// <summary>The link with the rest of its own region when <paramref name="fewer"/> of its residents work there.</summary>
    private double OwnLink(int zone, int cluster, long fewer)
    {
        (long residents, long jobs, _) = clusters.Of(cluster);
        (long toOwn, long fromOwn) = clusters.Between(zone, cluster);
        return LinkStrength.Of(
            toOwn - commuting[zone, zone] - fewer, fromOwn - commuting[zone, zone], commuting.Residents[zone], commuting.Jobs[zone],
            residents - commuting.Residents[zone], jobs - commuting.Jobs[zone] - fewer);
    }

    private double OtherLink(int zone, int cluster, long more)
    {
        (long residents, long jobs, _) = clusters.Of(cluster);
        (long toOther, long fromOther) = clusters.Between(zone, cluster);
        return LinkStrength.Of(toOther + more, fromOther, commuting.Residents[zone], commuting.Jobs[zone], residents, jobs + more);
    }

    /// <summary>How many of its residents would have to work in the other region instead of its own, as per cent of them.</summary>
    private FlipChange? Flip(int zone, int own, int other, int otherCentre)
    {
        if (commuting.Residents[zone] == 0) return null;
        long most = clusters.Between(zone, own).Out - commuting[zone, zone];
        if (!Flips(most)) return null;
        long least = 0;
        while (least < most)
        {
            long middle = (least + most) / 2;
            if (Flips(middle)) most = middle;
            else least = middle + 1;
        }
        return new FlipChange(false, 100.0 * least / commuting.Residents[zone], otherCentre, otherCentre);

        bool Flips(long moved) => OtherLink(zone, other, moved) > OwnLink(zone, own, moved);
    }
}
