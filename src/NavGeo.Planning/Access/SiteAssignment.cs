using NavGeo.Routing;

namespace NavGeo.Planning.Access;

/// <summary>
/// Which open site each place of the demand goes to under one structure: the nearest in time, and of equally near ones
/// the first in the case's list; over a week the one it goes to on most days. Parallel columns of the demand's length; immutable.
/// </summary>
public sealed class SiteAssignment
{
    /// <summary>No site.</summary>
    public const int NoSite = -1;

    private readonly int[] sites;
    private readonly int[] milliseconds;
    private readonly AccessState[] states;
    private readonly byte[] daysWithout;

    internal SiteAssignment(int[] sites, int[] milliseconds, AccessState[] states, byte[] daysWithout)
    {
        this.daysWithout = daysWithout;
        this.sites = sites;
        this.milliseconds = milliseconds;
        this.states = states;
    }

    /// <summary>Index into the case's sites, or <see cref="NoSite"/>.</summary>
    public ReadOnlySpan<int> Sites => sites;

    /// <summary>Raw time to that site; <see cref="TravelTime.UnreachableMilliseconds"/> where there is none.</summary>
    public ReadOnlySpan<int> Milliseconds => milliseconds;

    /// <summary>Why a place has a site or none.</summary>
    public ReadOnlySpan<AccessState> States => states;

    /// <summary>
    /// Weekdays of five on which no site is reached, under <see cref="AccessRule.OpeningDays"/>; 0 under other rules.
    /// </summary>
    public ReadOnlySpan<byte> DaysWithout => daysWithout;

    /// <summary>The same, without the places that another assignment gives no site.</summary>
    internal SiteAssignment ServedIn(SiteAssignment other)
    {
        AccessState[] both = [.. states];
        for (int place = 0; place < both.Length; place++)
        {
            if (both[place] == AccessState.Served) both[place] = other.states[place];
        }
        return new SiteAssignment(sites, milliseconds, both, daysWithout);
    }

    /// <summary>Time of one place.</summary>
    public TravelTime TimeOf(int place) => TravelTime.FromMilliseconds(milliseconds[place]);
}

/// <summary>Whether the people of a place reach an open site, and if not, why. Exactly one state a place.</summary>
public enum AccessState : byte
{
    /// <summary>Some open site is reached.</summary>
    Served = 0,

    /// <summary>No road within the profile's reach.</summary>
    NoRoad,

    /// <summary>Roads within reach, but only across the sea.</summary>
    AcrossWater,

    /// <summary>On a road from which no way leads to an open site.</summary>
    NotConnected,

    /// <summary>In none of the case's municipalities: reported, not served.</summary>
    Outside,
}
