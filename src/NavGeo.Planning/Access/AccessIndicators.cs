using NavGeo.Routing;

namespace NavGeo.Planning.Access;

/// <summary>
/// How well a group of people reaches the nearest open site. Shares are of everybody in the group, also of those
/// without access; mean and percentiles are of those who have access, whose count stands beside them.
/// </summary>
public sealed record AccessIndicators
{
    /// <summary>The promises the reports speak of, in minutes.</summary>
    public static readonly IReadOnlyList<int> Thresholds = [15, 30, 45, 60, 90];

    /// <summary>Everybody in the group.</summary>
    public required long People { get; init; }

    /// <summary>Those who reach an open site.</summary>
    public required long Served { get; init; }

    /// <summary>Those who reach none; <see cref="People"/> = <see cref="Served"/> + this.</summary>
    public long WithoutAccess => People - Served;

    /// <summary>People within each of <see cref="Thresholds"/>, exact to the millisecond.</summary>
    public required IReadOnlyList<long> PeopleWithin { get; init; }

    /// <summary>Sum over the served of their time one way, in milliseconds.</summary>
    public required long PersonMilliseconds { get; init; }

    /// <summary>Half of the served travel no longer than this; null where nobody is served.</summary>
    public required TravelTime? Median { get; init; }

    /// <summary>Nine of ten of the served travel no longer than this.</summary>
    public required TravelTime? P90 { get; init; }

    /// <summary>95 of 100 of the served travel no longer than this.</summary>
    public required TravelTime? P95 { get; init; }

    /// <summary>The longest time of any served person.</summary>
    public required TravelTime? Longest { get; init; }

    /// <summary>
    /// Gini coefficient of the served people's times, each person counted once: 0 where all travel equally long, towards
    /// 1 where few do all the travelling. Null where nobody is served.
    /// </summary>
    public required double? Gini { get; init; }

    /// <summary>Mean minutes of the tenth of the served that travels longest; null where nobody is served.</summary>
    public required double? WorstTenthMinutes { get; init; }

    /// <summary>Minutes one way, mean over the served; null where nobody is.</summary>
    public double? MeanMinutes => Served == 0 ? null : PersonMilliseconds / 60_000.0 / Served;

    /// <summary>Whether a place is without access whose people are too few to be told; nobody told may be.</summary>
    public bool HasFewWithoutAccess { get; init; }

    /// <summary>
    /// Share (0 to 1) of everybody in the group within the threshold with this index; null in an empty group. Below 1 where
    /// somebody is beyond it, be it only at places told as none.
    /// </summary>
    public double? ShareWithin(int threshold) =>
        ShareOf(PeopleWithin[threshold], People, HasFewWithoutAccess || Longest?.Minutes > Thresholds[threshold]);

    /// <summary>A part of a group as a share of it (0 to 1); null in an empty group.</summary>
    /// <param name="part">People of the part, as they are told.</param>
    /// <param name="people">People of the group, as they are told.</param>
    /// <param name="isAnyLeft">Whether anybody is outside the part, also at a place told as none: it is not everybody then.</param>
    public static double? ShareOf(long part, long people, bool isAnyLeft) => people == 0 ? null : part == people && isAnyLeft ? NotQuiteAll : (double)part / people;

    /// <summary>Of everybody told but not of everybody: the largest share of four decimals below 1.</summary>
    private const double NotQuiteAll = 0.9999;
}
