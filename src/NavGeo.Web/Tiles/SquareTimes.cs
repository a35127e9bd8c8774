using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Web.Tiles;

/// <summary>The times of squares of one or several places, now and today. Immutable, any number of threads.</summary>
/// <param name="demand">The places.</param>
/// <param name="now">Who goes where now.</param>
/// <param name="today">Who goes where today.</param>
internal sealed class SquareTimes(Demand demand, SiteAssignment now, SiteAssignment today)
{
    private const int MillisecondsPerTenth = 6_000;

    /// <summary>Tenths of a minute, rounded down: a promise of so many minutes is kept by those who are told no more.</summary>
    public static int TenthsOf(TravelTime time) => time.Milliseconds / MillisecondsPerTenth;

    /// <summary>
    /// A square: its time now and today (the mean by people of several places), its people, and the place that stands for it,
    /// which is the one with most people.
    /// </summary>
    public (TravelTime After, TravelTime Before, int People, int Place) Of(int[] members)
    {
        if (members.Length == 1) return (now.TimeOf(members[0]), today.TimeOf(members[0]), demand.People[members[0]], members[0]);
        int people = 0;
        int largest = members[0];
        foreach (int place in members)
        {
            people += demand.People[place];
            if (demand.People[place] > demand.People[largest]) largest = place;
        }
        return (MeanOf(members, now), MeanOf(members, today), people, largest);
    }

    /// <summary>Of those who reach a site; nobody counts as one where nobody lives.</summary>
    private TravelTime MeanOf(int[] members, SiteAssignment times)
    {
        long sum = 0;
        long count = 0;
        foreach (int place in members)
        {
            int milliseconds = times.Milliseconds[place];
            if (milliseconds == TravelTime.UnreachableMilliseconds) continue;
            int weight = Math.Max(1, demand.People[place]);
            sum += (long)milliseconds * weight;
            count += weight;
        }
        return count == 0 ? TravelTime.Unreachable : TravelTime.FromMilliseconds((int)((sum + count / 2) / count));
    }
}
