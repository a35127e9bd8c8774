using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Customised times of a network that are kept from one question to the next: a metric that differs in few steps from the
/// last one that was customised whole costs a partial customisation, and its undoing when the next one comes; another one
/// is customised from nothing. The answer is the same bytes either way. Safe for any number of threads; one at a time.
/// </summary>
/// <param name="hierarchy">The network in order.</param>
public sealed class LiveTimes(RoadHierarchy hierarchy)
{
    // Beyond this share of the steps, or this many, customising whole is the quicker way; see docs/performance.md.
    private const int StepsPerEdit = 1500;
    private const int MostEdits = 1000;
    private const int FewestEdits = 8;

    /// <summary>Of so many changes is known what they changed.</summary>
    private const int MostChanges = 16;

    private readonly Lock gate = new();
    private readonly int most = Math.Clamp(hierarchy.Roads.Walk.StepCount / StepsPerEdit, FewestEdits, MostEdits);
    private Customiser? customiser;
    private CustomisedTimes? times;
    private PartialCustomiser? partial;
    private RoadMetric? whole;
    private RoadMetric? now;
    private readonly Queue<(long Stamp, int[] Rows)> changes = new();
    private long oldest;
    private int[] edits = new int[64];
    private int[] forward = new int[64];
    private int[] backward = new int[64];

    /// <summary>The network in order.</summary>
    public RoadHierarchy Hierarchy => hierarchy;

    /// <summary>How many metrics were customised from nothing, for those who measure.</summary>
    public int WholeCount { get; private set; }

    /// <summary>How many were reached by partial customisation.</summary>
    public int PartialCount { get; private set; }

    /// <summary>Grows with every change of the times; asked by who is answered.</summary>
    internal long Stamp { get; private set; }

    /// <summary>
    /// The ranks at which an arc that starts there may have changed since a stamp; null where that is not known. To be asked
    /// by who is answered, meanwhile.
    /// </summary>
    internal HashSet<int>? RowsChangedSince(long stamp)
    {
        if (stamp < oldest) return null;
        HashSet<int> rows = [];
        foreach ((long when, int[] changed) in changes)
        {
            if (when > stamp) rows.UnionWith(changed);
        }
        return rows;
    }

    /// <summary>Asks the times of a metric; they are those until the question is answered.</summary>
    /// <exception cref="ArgumentException">The metric is of another network.</exception>
    public void Ask(RoadMetric metric, Action<CustomisedTimes> question)
    {
        if (metric.Graph != hierarchy.Roads) throw new ArgumentException("a metric of another network", nameof(metric));
        lock (gate) question(TimesOf(metric));
    }

    private CustomisedTimes TimesOf(RoadMetric metric)
    {
        if (times is not null && ReferenceEquals(metric, now)) return times;
        now = null;
        if (times is null || whole is null || partial is null)
        {
            customiser = new Customiser(hierarchy.Chordal, Environment.ProcessorCount);
            times = customiser.Customise(metric.StepForward.ToArray(), metric.StepBackward.ToArray());
            partial = new PartialCustomiser(times);
            Whole();
            whole = now = metric;
            return times;
        }
        while (partial.StepCount > 0)
        {
            Changed(partial.LastRows());
            partial.Undo();
        }
        int count = Differences(whole, metric);
        if (count > most)
        {
            customiser!.Customise(metric.StepForward.ToArray(), metric.StepBackward.ToArray(), times);
            Whole();
            whole = metric;
        }
        else if (count > 0)
        {
            partial.Apply(edits.AsSpan(0, count), forward.AsSpan(0, count), backward.AsSpan(0, count));
            PartialCount++;
            Changed(partial.LastRows());
        }
        now = metric;
        return times;
    }

    private void Whole()
    {
        WholeCount++;
        oldest = ++Stamp;
        changes.Clear();
    }

    private void Changed(int[] rows)
    {
        changes.Enqueue((++Stamp, rows));
        if (changes.Count > MostChanges) oldest = changes.Dequeue().Stamp;
    }

    /// <summary>Notes the steps whose times differ; stops when they are too many.</summary>
    private int Differences(RoadMetric from, RoadMetric to)
    {
        int count = 0;
        foreach (int step in PagedTimes.Differences((to.StepForward, to.StepBackward), (from.StepForward, from.StepBackward)))
        {
            if (count == edits.Length)
            {
                Array.Resize(ref edits, 2 * count);
                Array.Resize(ref forward, 2 * count);
                Array.Resize(ref backward, 2 * count);
            }
            (edits[count], forward[count], backward[count]) = (step, to.StepForward[step], to.StepBackward[step]);
            if (++count > most) break;
        }
        return count;
    }
}
