namespace NavGeo.Planning.Regions;

/// <summary>How much of a labour market of its own a region is.</summary>
/// <param name="Residents">Employed residents.</param>
/// <param name="Jobs">Those who work there.</param>
/// <param name="Inside">Those who do both.</param>
/// <param name="Links">Pairs of different members (ordered) between which somebody commutes.</param>
/// <param name="Members">Municipalities.</param>
public sealed record RegionMeasures(long Residents, long Jobs, long Inside, int Links, int Members)
{
    /// <summary>Self-containment of supply: residents who work in the region, per cent; null where nobody lives there.</summary>
    public double? SupplyPercent => Residents == 0 ? null : 100.0 * Inside / Residents;

    /// <summary>Self-containment of demand: workers who live in the region, per cent; null where nobody works there.</summary>
    public double? DemandPercent => Jobs == 0 ? null : 100.0 * Inside / Jobs;

    /// <summary>
    /// Internal cohesion: the share (per cent) of the ordered pairs of different members between which somebody
    /// commutes; null for a region of one.
    /// </summary>
    public double? CohesionPercent => Members < 2 ? null : 100.0 * Links / (Members * (Members - 1));

    /// <summary>Measures one region.</summary>
    public static RegionMeasures Of(CommutingMatrix commuting, Region region)
    {
        long residents = 0;
        long jobs = 0;
        long inside = 0;
        int links = 0;
        foreach (int home in region.Members)
        {
            residents += commuting.Residents[home];
            jobs += commuting.Jobs[home];
            foreach (int work in region.Members)
            {
                inside += commuting[home, work];
                if (home != work && commuting[home, work] > 0) links++;
            }
        }
        return new RegionMeasures(residents, jobs, inside, links, region.Members.Count);
    }
}
