using System.Buffers;
using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Access;

/// <summary>
/// The served places where anybody lives, by rising time, as parallel columns: sorted once for all who add them up.
/// Three passes of counting, linear in the places. Immutable.
/// </summary>
internal sealed class ServedByTime
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    private readonly int[] places;
    private readonly int[] milliseconds;
    private readonly int[] people;

    /// <param name="assignment">Who goes where.</param>
    /// <param name="demand">Who lives where.</param>
    public ServedByTime(SiteAssignment assignment, Demand demand)
    {
        ulong[] keys = ArrayPool<ulong>.Shared.Rent(demand.Count);
        ulong[] next = ArrayPool<ulong>.Shared.Rent(demand.Count);
        int count = KeysOf(assignment, demand, keys);
        for (int shift = 32; shift < 64; shift += Bits)
        {
            Pass(keys.AsSpan(0, count), next, shift);
            (keys, next) = (next, keys);
        }
        places = new int[count];
        milliseconds = new int[count];
        people = new int[count];
        ReadOnlySpan<int> peopleOf = demand.People;
        for (int i = 0; i < count; i++)
        {
            int place = unchecked((int)keys[i]);
            places[i] = place;
            milliseconds[i] = (int)(keys[i] >> 32);
            people[i] = peopleOf[place];
        }
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<ulong>.Shared.Return(next);
    }

    /// <summary>Everybody who is served, with their times.</summary>
    /// <param name="everybody">Those without access too.</param>
    public AccessIndicators All(long everybody) => AccessTally.Of(milliseconds, people, everybody);

    /// <summary>The same for each of some groups.</summary>
    /// <param name="groups">Group of each place of the demand; below 0 for none.</param>
    /// <param name="everybody">People of each group, those without access too.</param>
    /// <param name="known">Indicators of groups that need not be counted; null where a group is to be.</param>
    public AccessIndicators[] Each(ReadOnlySpan<int> groups, ReadOnlySpan<long> everybody, AccessIndicators?[] known)
    {
        var first = new int[everybody.Length + 1];
        foreach (int place in places)
        {
            if (groups[place] >= 0 && known[groups[place]] is null) first[groups[place] + 1]++;
        }
        for (int group = 0; group < everybody.Length; group++) first[group + 1] += first[group];
        int[] times = ArrayPool<int>.Shared.Rent(first[^1]);
        int[] counts = ArrayPool<int>.Shared.Rent(first[^1]);
        int[] at = [.. first];
        for (int i = 0; i < places.Length; i++)
        {
            int group = groups[places[i]];
            if (group < 0 || known[group] is not null) continue;
            (times[at[group]], counts[at[group]]) = (milliseconds[i], people[i]);
            at[group]++;
        }
        var indicators = new AccessIndicators[everybody.Length];
        for (int group = 0; group < indicators.Length; group++)
        {
            (int from, int length) = (first[group], first[group + 1] - first[group]);
            indicators[group] = known[group] ?? AccessTally.Of(times.AsSpan(from, length), counts.AsSpan(from, length), everybody[group]);
        }
        ArrayPool<int>.Shared.Return(times);
        ArrayPool<int>.Shared.Return(counts);
        return indicators;
    }

    /// <summary>Time above, place below, so that one number is moved and sorted.</summary>
    private static int KeysOf(SiteAssignment assignment, Demand demand, Span<ulong> keys)
    {
        ReadOnlySpan<int> times = assignment.Milliseconds, people = demand.People;
        ReadOnlySpan<AccessState> states = assignment.States;
        int count = 0;
        for (int place = 0; place < people.Length; place++)
        {
            if (states[place] == AccessState.Served && demand.IsInhabited(place)) keys[count++] = (ulong)(uint)times[place] << 32 | (uint)place;
        }
        return count;
    }

    private static void Pass(ReadOnlySpan<ulong> from, Span<ulong> to, int shift)
    {
        Span<int> starts = stackalloc int[Buckets];
        starts.Clear();
        foreach (ulong key in from) starts[(int)(key >> shift) & (Buckets - 1)]++;
        int sum = 0;
        foreach (ref int start in starts)
        {
            (start, sum) = (sum, sum + start);
        }
        foreach (ulong key in from) to[starts[(int)(key >> shift) & (Buckets - 1)]++] = key;
    }
}
