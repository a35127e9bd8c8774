namespace NavGeo.Planning.Regions;

/// <summary>
/// Municipalities gathered into clusters, with the commuting between each municipality and each cluster kept up to date
/// move by move: a move costs one pass over the municipalities. A cluster is named by a municipality's index, the one it
/// began with. Scratch of one run.
/// </summary>
internal sealed class ClusterFlows
{
    /// <summary>In no cluster.</summary>
    public const int Nowhere = -1;

    private readonly CommutingMatrix commuting;
    private readonly Contiguity contiguity;
    private readonly int count;
    private readonly int[] clusterOf;
    private readonly int[] members;
    private readonly long[] residents;
    private readonly long[] jobs;
    private readonly long[] inside;
    private readonly long[] toCluster;
    private readonly long[] fromCluster;

    /// <summary>Everybody a cluster of its own.</summary>
    public ClusterFlows(CommutingMatrix commuting, Contiguity contiguity)
    {
        this.commuting = commuting;
        this.contiguity = contiguity;
        count = commuting.Count;
        clusterOf = new int[count];
        members = new int[count];
        residents = new long[count];
        jobs = new long[count];
        inside = new long[count];
        toCluster = new long[count * count];
        fromCluster = new long[count * count];
        Array.Fill(clusterOf, Nowhere);
        for (int zone = 0; zone < count; zone++) Put(zone, zone);
    }

    /// <summary>How many clusters.</summary>
    public int ClusterCount { get; private set; }

    /// <summary>The cluster of a municipality, or <see cref="Nowhere"/>.</summary>
    public int ClusterOf(int zone) => clusterOf[zone];

    /// <summary>Its members, rising.</summary>
    public int[] MembersOf(int cluster) => [.. Enumerable.Range(0, count).Where(z => clusterOf[z] == cluster)];

    /// <summary>Employed residents, jobs, and those who live and work in a cluster.</summary>
    public (long Residents, long Jobs, long Inside) Of(int cluster) => (residents[cluster], jobs[cluster], inside[cluster]);

    /// <summary>The same if a municipality that is nowhere were in it.</summary>
    public (long Residents, long Jobs, long Inside) OfWith(int cluster, int zone) => (
        residents[cluster] + commuting.Residents[zone],
        jobs[cluster] + commuting.Jobs[zone],
        inside[cluster] + toCluster[zone * count + cluster] + fromCluster[zone * count + cluster] + commuting[zone, zone]);

    /// <summary>Commuters from a municipality to a cluster, and from the cluster to it.</summary>
    public (long Out, long In) Between(int zone, int cluster) => (toCluster[zone * count + cluster], fromCluster[zone * count + cluster]);

    /// <summary>The strength of the link of a municipality outside with a cluster.</summary>
    public double Link(int zone, int cluster) => LinkStrength.Of(
        toCluster[zone * count + cluster], fromCluster[zone * count + cluster],
        commuting.Residents[zone], commuting.Jobs[zone], residents[cluster], jobs[cluster]);

    /// <summary>Puts a municipality that is nowhere into a cluster.</summary>
    public void Put(int zone, int cluster)
    {
        (residents[cluster], jobs[cluster], inside[cluster]) = OfWith(cluster, zone);
        if (members[cluster]++ == 0) ClusterCount++;
        clusterOf[zone] = cluster;
        Shift(zone, cluster, 1);
    }

    /// <summary>Takes a whole cluster apart.</summary>
    /// <returns>Its members, rising.</returns>
    public int[] Dissolve(int cluster)
    {
        int[] zones = MembersOf(cluster);
        foreach (int zone in zones)
        {
            clusterOf[zone] = Nowhere;
            Shift(zone, cluster, -1);
        }
        members[cluster] = 0;
        residents[cluster] = jobs[cluster] = inside[cluster] = 0;
        ClusterCount--;
        return zones;
    }

    /// <summary>
    /// Of municipalities that are nowhere and the clusters they border on, the pair with the strongest link; of equal ones
    /// the lower municipality, then the lower cluster.
    /// </summary>
    /// <returns>Null where none of them borders on a cluster.</returns>
    public (int Zone, int Cluster)? StrongestLink(IEnumerable<int> zones)
    {
        (int Zone, int Cluster)? strongest = null;
        double best = double.NegativeInfinity;
        foreach (int zone in zones.Order())
        {
            foreach (int cluster in Bordering(zone))
            {
                double link = Link(zone, cluster);
                if (link <= best) continue;
                best = link;
                strongest = (zone, cluster);
            }
        }
        return strongest;
    }

    /// <summary>The clusters a municipality borders on, its own left out, rising.</summary>
    public IEnumerable<int> Bordering(int zone)
    {
        var clusters = new SortedSet<int>();
        foreach (int neighbour in contiguity.Of(zone))
        {
            if (clusterOf[neighbour] != Nowhere && clusterOf[neighbour] != clusterOf[zone]) clusters.Add(clusterOf[neighbour]);
        }
        return clusters;
    }

    /// <summary>The cluster with the least of a measure; of equal ones the one with fewer residents, then the lower.</summary>
    public int Least(Func<int, double> measure)
    {
        int least = Nowhere;
        double value = double.PositiveInfinity;
        for (int cluster = 0; cluster < count; cluster++)
        {
            if (members[cluster] == 0) continue;
            double here = measure(cluster);
            bool isLess = least == Nowhere || here < value || (here == value && residents[cluster] < residents[least]);
            if (isLess) (least, value) = (cluster, here);
        }
        return least;
    }

    private void Shift(int zone, int cluster, int sign)
    {
        for (int other = 0; other < count; other++)
        {
            toCluster[other * count + cluster] += sign * commuting[other, zone];
            fromCluster[other * count + cluster] += sign * commuting[zone, other];
        }
    }
}

/// <summary>
/// How strongly two areas are one labour market: F<sub>ij</sub>²/(R<sub>i</sub>W<sub>j</sub>) +
/// F<sub>ji</sub>²/(R<sub>j</sub>W<sub>i</sub>), as in the official method of the Travel-to-Work Areas. 0 to 2.
/// </summary>
internal static class LinkStrength
{
    /// <param name="toOther">Commuters from the first to the second.</param>
    /// <param name="fromOther">Commuters from the second to the first.</param>
    /// <param name="residents">Employed residents of the first.</param>
    /// <param name="jobs">Jobs in the first.</param>
    /// <param name="otherResidents">Employed residents of the second.</param>
    /// <param name="otherJobs">Jobs in the second.</param>
    /// <returns>A term without anybody to divide by is 0.</returns>
    public static double Of(long toOther, long fromOther, long residents, long jobs, long otherResidents, long otherJobs)
    {
        double there = residents == 0 || otherJobs == 0 ? 0 : (double)toOther * toOther / ((double)residents * otherJobs);
        double back = otherResidents == 0 || jobs == 0 ? 0 : (double)fromOther * fromOther / ((double)otherResidents * jobs);
        return there + back;
    }
}
