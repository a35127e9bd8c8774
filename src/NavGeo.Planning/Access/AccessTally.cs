using System.Runtime.InteropServices;
using NavGeo.Routing;

namespace NavGeo.Planning.Access;

/// <summary>
/// Adds up people and times, then gives the indicators; quickest where the times come rising. Scratch for one thread.
/// </summary>
internal sealed class AccessTally
{
    private readonly List<(int Milliseconds, int People)> times = [];
    private long people;
    private bool isRising = true;

    public void AddServed(int milliseconds, int count)
    {
        people += count;
        if (count == 0) return;
        isRising &= times.Count == 0 || times[^1].Milliseconds <= milliseconds;
        times.Add((milliseconds, count));
    }

    public void AddWithoutAccess(int count) => people += count;

    public AccessIndicators ToIndicators()
    {
        if (!isRising) times.Sort();
        long served = 0;
        long personMilliseconds = 0;
        var within = new long[AccessIndicators.Thresholds.Count];
        foreach ((int milliseconds, int count) in CollectionsMarshal.AsSpan(times))
        {
            served += count;
            personMilliseconds += (long)milliseconds * count;
            for (int i = within.Length - 1; i >= 0 && milliseconds <= AccessIndicators.Thresholds[i] * 60_000L; i--) within[i] += count;
        }
        return new AccessIndicators
        {
            People = people,
            Served = served,
            PeopleWithin = within,
            PersonMilliseconds = personMilliseconds,
            Median = Percentile(served, 50),
            P90 = Percentile(served, 90),
            P95 = Percentile(served, 95),
            Longest = Percentile(served, 100),
            Gini = Gini(served),
            WorstTenthMinutes = WorstTenthMinutes(served),
        };
    }

    /// <summary>The shortest time that at least so many percent of the served do not exceed.</summary>
    private TravelTime? Percentile(long served, int percent)
    {
        long counted = 0;
        foreach ((int milliseconds, int count) in CollectionsMarshal.AsSpan(times))
        {
            counted += count;
            if (counted * 100 >= served * percent) return TravelTime.FromMilliseconds(milliseconds);
        }
        return null;
    }

    /// <summary>Half the mean difference between two people, over the mean; from the sorted times in one pass.</summary>
    private double? Gini(long served)
    {
        if (served == 0) return null;
        Int128 differences = 0;
        long sum = 0;
        long below = 0;
        foreach ((int milliseconds, int count) in CollectionsMarshal.AsSpan(times))
        {
            long together = (long)milliseconds * count;
            differences += Math.BigMul(together, 2 * below + count - served);
            sum += together;
            below += count;
        }
        return sum == 0 ? 0 : (double)differences / ((double)sum * served);
    }

    /// <summary>The last place counts with as many tenths of a person as are still missing.</summary>
    private double? WorstTenthMinutes(long served)
    {
        if (served == 0) return null;
        long missing = served;
        Int128 tenths = 0;
        for (int i = times.Count - 1; missing > 0; i--)
        {
            long taken = Math.Min(missing, times[i].People * 10L);
            tenths += (Int128)times[i].Milliseconds * taken;
            missing -= taken;
        }
        return (double)tenths / served / 60_000;
    }
}
