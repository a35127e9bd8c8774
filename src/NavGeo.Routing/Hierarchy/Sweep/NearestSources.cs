using NavGeo.Routing.Hierarchy.Customise;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>The nearest sources of each target, nearest first; of equally near ones the lower first.</summary>
/// <param name="PerTarget">How many are kept for each target.</param>
/// <param name="Sources">[targets × per target]; −1 where fewer are reached.</param>
/// <param name="Milliseconds">[targets × per target]; <see cref="int.MaxValue"/> where fewer are reached.</param>
public sealed record NearestSources(int PerTarget, int[] Sources, int[] Milliseconds)
{
    internal static NearestSources None(int targets, int perTarget)
    {
        var none = new NearestSources(perTarget, new int[targets * perTarget], new int[targets * perTarget]);
        Array.Fill(none.Sources, -1);
        Array.Fill(none.Milliseconds, int.MaxValue);
        return none;
    }

    /// <summary>Takes another way from a target to a source, which counts where it is shorter than what is known.</summary>
    internal void Offer(int target, int source, int milliseconds)
    {
        Span<int> times = Milliseconds.AsSpan(target * PerTarget, PerTarget);
        Span<int> names = Sources.AsSpan(target * PerTarget, PerTarget);
        int from = names.IndexOf(source);
        if (from >= 0 ? times[from] <= milliseconds : !IsBefore(milliseconds, source, times[^1], names[^1])) return;
        // A source that is known moves up; another one pushes out the last.
        int at = from >= 0 ? from : PerTarget - 1;
        for (; at > 0 && IsBefore(milliseconds, source, times[at - 1], names[at - 1]); at--)
            (times[at], names[at]) = (times[at - 1], names[at - 1]);
        (times[at], names[at]) = (milliseconds, source);
    }

    private static bool IsBefore(int milliseconds, int source, int otherMilliseconds, int other) =>
        milliseconds < otherMilliseconds || (milliseconds == otherMilliseconds && (source < other || other < 0));

    /// <summary>From the order in which a sweep completes targets to the targets' own.</summary>
    internal NearestSources InOrder(TargetSelection targets)
    {
        var ordered = new NearestSources(PerTarget, new int[Sources.Length], new int[Sources.Length]);
        for (int place = 0; place < targets.Count; place++)
        {
            int from = place * PerTarget, to = targets.Targets[place] * PerTarget;
            for (int i = 0; i < PerTarget; i++)
            {
                ordered.Sources[to + i] = Sources[from + i];
                ordered.Milliseconds[to + i] = Milliseconds[from + i];
            }
        }
        return ordered;
    }
}

/// <summary>Keeps the nearest sources of each target in ascending order, by place.</summary>
internal struct NearestSink(NearestSources nearest) : ISweepSink
{
    private int[] sources = [];
    private int[] laneNames = [];

    public void Begin(SourceBatch batch)
    {
        sources = batch.Sources;
        laneNames = batch.LaneNames;
    }

    public readonly void Take<TLanes>(int place, int target, ReadOnlySpan<int> row) where TLanes : struct, ISweepLanes
    {
        int kept = nearest.PerTarget;
        Span<int> times = nearest.Milliseconds.AsSpan(place * kept, kept);
        int worst = times[kept - 1];
        // As far as the worst kept is near enough: a tie may go to a lower source.
        if (!TLanes.AnyBelow(row, worst == int.MaxValue ? CustomisedTimes.Infinity : worst + 1)) return;
        Span<int> names = nearest.Sources.AsSpan(place * kept, kept);
        if (kept == 1)
        {
            (int time, int source) = TLanes.Least(row, laneNames);
            if (time < worst || source < names[0])
            {
                times[0] = time;
                names[0] = source;
            }
            return;
        }
        for (int lane = 0; lane < sources.Length; lane++) Insert(row[lane], sources[lane], times, names);
    }

    private static void Insert(int time, int source, Span<int> times, Span<int> names)
    {
        int at = times.Length;
        if (time == CustomisedTimes.Infinity) return;
        while (at > 0 && (time < times[at - 1] || (time == times[at - 1] && source < names[at - 1]))) at--;
        if (at == times.Length) return;
        for (int i = times.Length - 1; i > at; i--)
        {
            times[i] = times[i - 1];
            names[i] = names[i - 1];
        }
        times[at] = time;
        names[at] = source;
    }
}
