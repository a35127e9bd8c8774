using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Sweep;

namespace NavGeo.Routing.Times;

/// <summary>
/// The nearest destinations of the same places, asked again and again of the same <see cref="LiveTimes"/>: after an edit only
/// what it can reach is swept anew. One question at a time, while the live times answer.
/// </summary>
internal sealed class LiveNearest
{
    private readonly KeptSweep sweep = new();
    private long stamp = -1;

    /// <summary>The nearest source of each target; the caller's own.</summary>
    public NearestSources Nearest(LiveTimes live, CustomisedTimes times, SweepPoints sources, TargetSelection targets)
    {
        HashSet<int>? changed = stamp < 0 ? null : live.RowsChangedSince(stamp);
        // Unknown as long as it is not done.
        stamp = -1;
        int threads = Environment.ProcessorCount;
        NearestSources nearest = sweep.Nearest(
            times, changed, sources, targets, SweepDirection.ToSources, BatchedSweep.SpanCount(targets, threads), threads);
        stamp = live.Stamp;
        return nearest;
    }
}
