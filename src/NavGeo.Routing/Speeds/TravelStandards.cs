using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Speeds;

/// <summary>Which minutes are meant: two are in use in Norway, and they differ by a tenth.</summary>
public enum TravelStandard : byte
{
    /// <summary>What a driver needs: limits, villages on the way and settlements driven through.</summary>
    Driven = 0,

    /// <summary>The limit as it stands on the sign: official tables between municipalities and Statistics Norway's centrality.</summary>
    Signposted,
}

/// <summary>
/// How a road's limits become its speed: the few fitted numbers of NavGeo, all in this file. <c>docs/method.md</c> tells on
/// what they were fitted and how well they do.
/// </summary>
/// <remarks>
/// A traffic link of Statens vegvesen has a highest and a lowest limit, and does not say how far each reaches. So its pace
/// (hours a kilometre) is a mean of both, and the weight of the highest is fitted.
/// </remarks>
public static class TravelStandards
{
    /// <summary>
    /// Weight of the highest limit on European and national roads where the sign is what counts; fitted on 60 official times
    /// between municipalities.
    /// </summary>
    public const double SignpostedHighestTrunk = 0.8;

    /// <summary>The same on county roads.</summary>
    public const double SignpostedHighestCounty = 0.88;

    /// <summary>Weight of the highest limit on European and national roads as driven; fitted on published trips and means.</summary>
    public const double DrivenHighestTrunk = 0.4;

    /// <summary>The same on county roads.</summary>
    public const double DrivenHighestCounty = 0.6;

    /// <summary>Speed driven in a settlement over the speed outside: crossings, lights, queues. NVDB Ruteplan's rows of Oslo have 0.78 to 0.87.</summary>
    public const double SettlementShare = 0.74;

    /// <summary>Driven over signposted where a source gives one limit and no settlements, as in GraphHopper.</summary>
    public const double OneLimitShare = 0.9;

    /// <summary>
    /// Real length over the length along a line of Kartverket's N1000, which is generalised: an estimate from the kilometres
    /// of Statens vegvesen's links over those drawn, whose medians by road and municipality lie between 1.02 and 1.04.
    /// </summary>
    public const double GeneralisedLength = 1.02;

    /// <summary>Every standard under the name that users write and exports print.</summary>
    public static IReadOnlyDictionary<string, TravelStandard> Names { get; } = new Dictionary<string, TravelStandard>(StringComparer.Ordinal)
    {
        ["driven"] = TravelStandard.Driven,
        ["signposted"] = TravelStandard.Signposted,
    };

    /// <summary>The name of a standard.</summary>
    public static string NameOf(TravelStandard standard) => Names.First(n => n.Value == standard).Key;

    /// <summary>km/h by the signs.</summary>
    /// <param name="category">Owner of the road.</param>
    /// <param name="highestKmh">Harmonic mean of the highest limits.</param>
    /// <param name="lowestKmh">Harmonic mean of the lowest limits.</param>
    public static double SignpostedKmh(RoadCategory category, double highestKmh, double lowestKmh) =>
        Mean(category == RoadCategory.County ? SignpostedHighestCounty : SignpostedHighestTrunk, highestKmh, lowestKmh);

    /// <summary>km/h as driven.</summary>
    /// <param name="category">Owner of the road.</param>
    /// <param name="highestKmh">Harmonic mean of the highest limits.</param>
    /// <param name="lowestKmh">Harmonic mean of the lowest limits.</param>
    /// <param name="settlement">Share of its length in a settlement, 0 to 1.</param>
    public static double DrivenKmh(RoadCategory category, double highestKmh, double lowestKmh, double settlement)
    {
        double kmh = Mean(category == RoadCategory.County ? DrivenHighestCounty : DrivenHighestTrunk, highestKmh, lowestKmh);
        return kmh / (1 - settlement + settlement / SettlementShare);
    }

    private static double Mean(double weight, double highest, double lowest) => 1 / (weight / highest + (1 - weight) / lowest);
}
