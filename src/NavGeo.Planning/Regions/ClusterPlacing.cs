namespace NavGeo.Planning.Regions;

/// <summary>Puts municipalities that are in no cluster into those they belong to.</summary>
internal static class ClusterPlacing
{
    /// <summary>Puts all of them where their link is strongest, the strongest first.</summary>
    public static void ByLink(ClusterFlows clusters, HashSet<int> zones)
    {
        while (zones.Count > 0 && clusters.StrongestLink(zones) is { } found)
        {
            clusters.Put(found.Zone, found.Cluster);
            zones.Remove(found.Zone);
        }
    }
}
