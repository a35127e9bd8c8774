using NavGeo.Planning.Regions;

namespace NavGeo.Tests.Planning.Regions;

/// <summary>
/// The rules ttwa and lma as they are described, without anything kept up to date: every number is summed anew from the
/// matrix each time it is asked for. The oracle of the fast ones.
/// </summary>
internal sealed class SlowClusters(LabourMarket market)
{
    private readonly CommutingMatrix commuting = market.Commuting!;

    /// <summary>Clusters by the municipality they began with.</summary>
    private readonly SortedDictionary<int, SortedSet<int>> clusters =
        new(Enumerable.Range(0, market.Count).ToDictionary(z => z, z => new SortedSet<int> { z }));

    /// <summary>The members of every region, each rising, in the order of the lowest member.</summary>
    public static IEnumerable<string> Ttwa(LabourMarket market, TtwaRule rule)
    {
        var slow = new SlowClusters(market);
        while (slow.clusters.Count > 1 && slow.Least(Score) is { } least && Score(slow.clusters[least]) < 1) slow.PlaceAll(slow.TakeOut(least));
        return slow.Names();

        double Score(SortedSet<int> members)
        {
            (double residents, double contained) = slow.Measures(members);
            double share = residents <= rule.SmallWorkers ? 0 : residents >= rule.LargeWorkers ? 1
                : (residents - rule.SmallWorkers) / (rule.LargeWorkers - rule.SmallWorkers);
            double required = rule.SmallPercent + (rule.LargePercent - rule.SmallPercent) * share;
            return Math.Min(1, 100 * contained / required) * Math.Min(1, residents / rule.SmallWorkers);
        }
    }

    /// <summary>The same by validity with a reserve list.</summary>
    public static IEnumerable<string> Lma(LabourMarket market, LmaRule rule)
    {
        var slow = new SlowClusters(market);
        var reserve = new SortedSet<int>();
        while (slow.clusters.Count > 0 && slow.Least(Validity) is { } least && Validity(slow.clusters[least]) < 1)
        {
            SortedSet<int> zones = slow.TakeOut(least);
            while (zones.Count > 0 && slow.Strongest(zones) is { } found)
            {
                zones.Remove(found.Zone);
                SortedSet<int> larger = [.. slow.clusters[found.Cluster], found.Zone];
                if (Validity(larger) >= Validity(slow.clusters[found.Cluster])) slow.clusters[found.Cluster] = larger;
                else reserve.Add(found.Zone);
            }
            reserve.UnionWith(zones);
        }
        if (slow.clusters.Count == 0)
        {
            int first = reserve.OrderByDescending(z => slow.commuting.Residents[z]).ThenBy(z => z).First();
            reserve.Remove(first);
            slow.clusters[first] = [first];
        }
        slow.PlaceAll(reserve);
        while (slow.clusters.Count > 1 && slow.Least(Validity) is { } least && Validity(slow.clusters[least]) < 1) slow.PlaceAll(slow.TakeOut(least));
        return slow.Names();

        double Validity(SortedSet<int> members)
        {
            (double residents, double contained) = slow.Measures(members);
            double y = Math.Min(1, contained / rule.TargetShare);
            double s = Math.Max(0, (rule.TargetSize - residents) / (rule.TargetSize - rule.LeastSize));
            double z = 1 - (1 - rule.LeastShare / rule.TargetShare) * s;
            return y * z * rule.TargetShare / rule.LeastShare;
        }
    }

    /// <summary>A division in the same words.</summary>
    public static IEnumerable<string> NamesOf(RegionDivision division) =>
        division.Regions.Select(r => string.Join(' ', r.Members.Order())).Order(StringComparer.Ordinal);

    private IEnumerable<string> Names() => clusters.Values.Select(c => string.Join(' ', c)).Order(StringComparer.Ordinal);

    private SortedSet<int> TakeOut(int cluster)
    {
        SortedSet<int> members = clusters[cluster];
        clusters.Remove(cluster);
        return members;
    }

    private void PlaceAll(SortedSet<int> zones)
    {
        while (zones.Count > 0)
        {
            (int zone, int cluster) = Strongest(zones)!.Value;
            clusters[cluster].Add(zone);
            zones.Remove(zone);
        }
    }

    private int? Least(Func<SortedSet<int>, double> measure) => clusters.Count == 0 ? null
        : clusters.OrderBy(c => measure(c.Value)).ThenBy(c => c.Value.Sum(z => commuting.Residents[z])).ThenBy(c => c.Key).First().Key;

    private (int Zone, int Cluster)? Strongest(SortedSet<int> zones)
    {
        var pairs = zones.SelectMany(z => clusters.Keys.Where(k => Borders(z, clusters[k])).Select(k => (Zone: z, Cluster: k))).ToList();
        return pairs.Count == 0 ? null
            : pairs.OrderByDescending(p => Link(p.Zone, clusters[p.Cluster])).ThenBy(p => p.Zone).ThenBy(p => p.Cluster).First();
    }

    private bool Borders(int zone, SortedSet<int> cluster)
    {
        foreach (int neighbour in market.Contiguity.Of(zone))
        {
            if (cluster.Contains(neighbour)) return true;
        }
        return false;
    }

    private double Link(int zone, SortedSet<int> cluster)
    {
        double outward = cluster.Sum(k => (double)commuting[zone, k]);
        double inward = cluster.Sum(k => (double)commuting[k, zone]);
        double there = (double)commuting.Residents[zone] * cluster.Sum(k => (double)commuting.Jobs[k]);
        double back = cluster.Sum(k => (double)commuting.Residents[k]) * commuting.Jobs[zone];
        return (there == 0 ? 0 : outward * outward / there) + (back == 0 ? 0 : inward * inward / back);
    }

    private (double Residents, double Contained) Measures(SortedSet<int> members)
    {
        double residents = members.Sum(z => (double)commuting.Residents[z]);
        double jobs = members.Sum(z => (double)commuting.Jobs[z]);
        double inside = members.Sum(h => members.Sum(w => (double)commuting[h, w]));
        return (residents, Math.Min(residents == 0 ? 0 : inside / residents, jobs == 0 ? 0 : inside / jobs));
    }
}
