namespace NavGeo.Routing.Hierarchy;

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
