using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Sweep;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// The nearest destinations of the same places under a thousand metrics: each is customised from nothing and swept once a set of
/// destinations, and nothing of it is remembered. The answer is that of <see cref="RoadTimes.Nearest"/>. Scratch for one thread.
/// </summary>
public sealed class DrawnTimes
{
    private readonly RoadTimes times;
    private readonly Customiser? customiser;
    private readonly int[] everyPlace;
    private CustomisedTimes? customised;
    private TargetSelection? selection;
    private RoadMetric? open;

    internal DrawnTimes(RoadTimes times)
    {
        this.times = times;
        customiser = times.Hierarchy.Roads.NodeCount == 0 ? null : new Customiser(times.Hierarchy.Chordal);
        everyPlace = [.. Enumerable.Range(0, times.PlaceCount)];
    }

    /// <summary>Takes the times that the next questions are about.</summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="openTimes">The same without closures: the first and last edge of a trip.</param>
    public void Draw(RoadMetric metric, RoadMetric openTimes)
    {
        if (metric.Graph != times.Hierarchy.Roads) throw new ArgumentException("a metric of another network", nameof(metric));
        open = openTimes;
        if (customiser is null || everyPlace.Length == 0) return;
        if (customised is null) customised = customiser.Customise(metric.StepForward.ToArray(), metric.StepBackward.ToArray());
        else customiser.Customise(metric.StepForward.ToArray(), metric.StepBackward.ToArray(), customised);
        SweepPoints places = times.HangPlaces(openTimes);
        selection = selection is null ? new TargetSelection(times.Hierarchy.Chordal, places) : selection.With(everyPlace, places);
    }

    /// <summary>Milliseconds from each place to the nearest of some destinations; <see cref="TravelTime.UnreachableMilliseconds"/> where there is no way.</summary>
    /// <param name="counts">Which destinations count. Length: destinations.</param>
    /// <exception cref="InvalidOperationException">Nothing was drawn.</exception>
    public int[] Nearest(bool[] counts)
    {
        if (open is null) throw new InvalidOperationException("draw times first");
        if (counts.Length != times.DestinationCount) throw new ArgumentException("one flag a destination", nameof(counts));
        int[] columns = [.. Enumerable.Range(0, counts.Length).Where(d => counts[d])];
        NearestSources nearest = customised is null || selection is null || columns.Length == 0
            ? NearestSources.None(everyPlace.Length, 1)
            : new BatchedSweep(customised).Nearest(times.HangDestinations(open, columns), selection, SweepDirection.ToSources);
        times.ForEachShortWay(open, counts, nearest.Offer);
        return nearest.Milliseconds;
    }
}
