using System.Runtime.InteropServices;
using NavGeo.Routing;

namespace NavGeo.Planning.Access;

/// <summary>Adds up people and times, then gives the indicators. Scratch for one thread.</summary>
/// <remarks>
/// A meeting adds up all cells of the country after every edit: time and people of a place are one number, so that they
/// are sorted as numbers are, and each indicator is one pass over them.
/// </remarks>
internal sealed class AccessTally
{
    private const int PeopleBits = 32;

    /// <summary>Milliseconds above, people below.</summary>
    private readonly List<long> times = [];
    private long people;
    private long served;

    public void AddServed(int milliseconds, int count)
    {
        people += count;
        if (count == 0) return;
        served += count;
        times.Add(((long)milliseconds << PeopleBits) | (uint)count);
    }

    public void AddWithoutAccess(int count) => people += count;

    public AccessIndicators ToIndicators()
    {
        Span<long> sorted = CollectionsMarshal.AsSpan(times);
        sorted.Sort();
        return new AccessIndicators
        {
            People = people,
            Served = served,
            PeopleWithin = PeopleWithin(sorted),
            PersonMilliseconds = PersonMilliseconds(sorted),
            Median = Percentile(sorted, 50),
            P90 = Percentile(sorted, 90),
            P95 = Percentile(sorted, 95),
            Longest = served == 0 ? null : TravelTime.FromMilliseconds(TimeOf(sorted[^1])),
            Gini = Gini(sorted),
            WorstTenthMinutes = WorstTenthMinutes(sorted),
        };
    }

    private static int TimeOf(long entry) => (int)(entry >> PeopleBits);

    private static int PeopleOf(long entry) => (int)(entry & uint.MaxValue);

    private static long[] PeopleWithin(ReadOnlySpan<long> sorted)
    {
        var within = new long[AccessIndicators.Thresholds.Count];
        long counted = 0;
        int at = 0;
        for (int i = 0; i < within.Length; i++)
        {
            long bound = AccessIndicators.Thresholds[i] * 60_000L;
            for (; at < sorted.Length && TimeOf(sorted[at]) <= bound; at++) counted += PeopleOf(sorted[at]);
            within[i] = counted;
        }
        return within;
    }

    private static long PersonMilliseconds(ReadOnlySpan<long> sorted)
    {
        long sum = 0;
        foreach (long entry in sorted) sum += (long)TimeOf(entry) * PeopleOf(entry);
        return sum;
    }

    /// <summary>The shortest time that at least so many percent of the served do not exceed.</summary>
    private TravelTime? Percentile(ReadOnlySpan<long> sorted, int percent)
    {
        long counted = 0;
        foreach (long entry in sorted)
        {
            counted += PeopleOf(entry);
            if (counted * 100 >= served * percent) return TravelTime.FromMilliseconds(TimeOf(entry));
        }
        return null;
    }

    /// <summary>Half the mean difference between two people, over the mean; from the sorted times in one pass.</summary>
    private double? Gini(ReadOnlySpan<long> sorted)
    {
        if (served == 0) return null;
        Int128 differences = 0;
        Int128 sum = 0;
        long below = 0;
        foreach (long entry in sorted)
        {
            int count = PeopleOf(entry);
            Int128 weighted = (long)TimeOf(entry) * count;
            differences += weighted * (2 * below + count - served);
            sum += weighted;
            below += count;
        }
        return sum == 0 ? 0 : (double)differences / ((double)sum * served);
    }

    /// <summary>The last place counts with as many tenths of a person as are still missing.</summary>
    private double? WorstTenthMinutes(ReadOnlySpan<long> sorted)
    {
        if (served == 0) return null;
        long missing = served;
        Int128 tenths = 0;
        for (int i = sorted.Length - 1; missing > 0; i--)
        {
            long taken = Math.Min(missing, PeopleOf(sorted[i]) * 10L);
            tenths += (Int128)TimeOf(sorted[i]) * taken;
            missing -= taken;
        }
        return (double)tenths / served / 60_000;
    }
}
