using NavGeo.Routing;

namespace NavGeo.Planning.Access;

/// <summary>Adds up people and times, then gives the indicators. Scratch for one thread.</summary>
internal sealed class AccessTally
{
    private readonly List<(int Milliseconds, int People)> times = [];
    private long people;

    public void AddServed(int milliseconds, int count)
    {
        people += count;
        if (count > 0) times.Add((milliseconds, count));
    }

    public void AddWithoutAccess(int count) => people += count;

    public AccessIndicators ToIndicators()
    {
        times.Sort();
        long served = times.Sum(t => (long)t.People);
        return new AccessIndicators
        {
            People = people,
            Served = served,
            PeopleWithin = [.. AccessIndicators.Thresholds.Select(PeopleWithin)],
            PersonMilliseconds = times.Sum(t => (long)t.Milliseconds * t.People),
            Median = Percentile(served, 50),
            P90 = Percentile(served, 90),
            P95 = Percentile(served, 95),
            Longest = Percentile(served, 100),
            Gini = Gini(served),
            WorstTenthMinutes = WorstTenthMinutes(served),
        };
    }

    private long PeopleWithin(int minutes) =>
        times.Where(t => t.Milliseconds <= minutes * 60_000L).Sum(t => (long)t.People);

    /// <summary>The shortest time that at least so many percent of the served do not exceed.</summary>
    private TravelTime? Percentile(long served, int percent)
    {
        long counted = 0;
        foreach ((int milliseconds, int count) in times)
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
        Int128 sum = 0;
        long below = 0;
        foreach ((int milliseconds, int count) in times)
        {
            differences += (Int128)milliseconds * count * (2 * below + count - served);
            sum += (Int128)milliseconds * count;
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
