using NavGeo.Routing;

namespace NavGeo.Planning.Access;

/// <summary>The indicators of a group of people, read off their rising times in two passes.</summary>
internal static class AccessTally
{
    /// <summary>Counts.</summary>
    /// <param name="milliseconds">Times of the served, rising.</param>
    /// <param name="people">How many have each time; 0 where too few to be told live.</param>
    /// <param name="everybody">Those without access too.</param>
    public static AccessIndicators Of(ReadOnlySpan<int> milliseconds, ReadOnlySpan<int> people, long everybody)
    {
        long served = 0;
        foreach (int count in people) served += count;
        var within = new long[AccessIndicators.Thresholds.Count];
        Int128 differences = 0;
        long personMilliseconds = 0;
        long below = 0;
        int threshold = 0;
        long limit = LimitOf(0);
        for (int i = 0; i < milliseconds.Length; i++)
        {
            for (; milliseconds[i] > limit; limit = LimitOf(threshold)) within[threshold++] = below;
            long together = (long)milliseconds[i] * people[i];
            // Half the mean difference between two people, over the mean, is what Gini's coefficient is.
            differences += Math.BigMul(together, 2 * below + people[i] - served);
            personMilliseconds += together;
            below += people[i];
        }
        while (threshold < within.Length) within[threshold++] = served;
        return new AccessIndicators
        {
            People = everybody,
            Served = served,
            PeopleWithin = within,
            PersonMilliseconds = personMilliseconds,
            Median = Percentile(milliseconds, people, served, 50),
            P90 = Percentile(milliseconds, people, served, 90),
            P95 = Percentile(milliseconds, people, served, 95),
            Longest = served == 0 ? null : TravelTime.FromMilliseconds(milliseconds[^1]),
            Gini = served == 0 ? null : personMilliseconds == 0 ? 0 : (double)differences / ((double)personMilliseconds * served),
            WorstTenthMinutes = WorstTenthMinutes(milliseconds, people, served),
        };
    }

    private static long LimitOf(int threshold) =>
        threshold < AccessIndicators.Thresholds.Count ? AccessIndicators.Thresholds[threshold] * 60_000L : long.MaxValue;

    /// <summary>
    /// The shortest time that at least so many percent of the served do not exceed; counted from the longest, as the
    /// percentiles asked for lie there.
    /// </summary>
    private static TravelTime? Percentile(ReadOnlySpan<int> milliseconds, ReadOnlySpan<int> people, long served, int percent)
    {
        if (served == 0) return null;
        long before = served;
        int at = milliseconds.Length;
        do before -= people[--at];
        while (before * 100 >= served * percent);
        return TravelTime.FromMilliseconds(milliseconds[at]);
    }

    /// <summary>The last place counts with as many tenths of a person as are still missing.</summary>
    private static double? WorstTenthMinutes(ReadOnlySpan<int> milliseconds, ReadOnlySpan<int> people, long served)
    {
        if (served == 0) return null;
        long missing = served;
        Int128 tenths = 0;
        for (int i = milliseconds.Length - 1; missing > 0; i--)
        {
            long taken = Math.Min(missing, people[i] * 10L);
            tenths += (Int128)milliseconds[i] * taken;
            missing -= taken;
        }
        return (double)tenths / served / 60_000;
    }
}
