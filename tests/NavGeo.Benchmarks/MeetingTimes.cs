namespace NavGeo.Benchmarks;

/// <summary>What those in a meeting waited for, in milliseconds, in all and by kind of edit.</summary>
internal sealed class MeetingTimes
{
    private readonly SortedDictionary<string, List<double>> answered = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<double>> processor = new(StringComparer.Ordinal);
    private readonly List<double> edits = [];
    private readonly List<double> propagated = [];

    /// <summary>An edit was answered.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="milliseconds">By the clock.</param>
    /// <param name="used">Processor time of all threads, which others on the machine do not lengthen as much.</param>
    public void Answered(string kind, double milliseconds, double used)
    {
        if (kind is not (MeetingScript.Undo or MeetingScript.NewLink)) edits.Add(used);
        Note(answered, kind, milliseconds);
        Note(processor, kind, used);
    }

    /// <summary>A follower had the answer.</summary>
    public void Propagated(double milliseconds) => propagated.Add(milliseconds);

    /// <summary>Reports medians and 95th percentiles.</summary>
    /// <param name="report">Takes them.</param>
    /// <param name="prefix">What their names begin with.</param>
    public void AddTo(Report report, string prefix = "")
    {
        Add(report, prefix + "answer", [.. answered.Values.SelectMany(t => t)]);
        // Half of a meeting is taking back, which costs nothing: edits stand alone too, new roads (another network) apart.
        Add(report, prefix + "edit", [.. answered.Where(a => a.Key is not (MeetingScript.Undo or MeetingScript.NewLink)).SelectMany(a => a.Value)]);
        Add(report, prefix + "edit_processor", edits);
        foreach ((string kind, List<double> times) in answered)
        {
            report.Add($"{prefix}answer_{kind}_p50_ms", Percentile(times, 50));
            report.Add($"{prefix}answer_{kind}_p95_ms", Percentile(times, 95));
            report.Add($"{prefix}answer_{kind}_processor_p50_ms", Percentile(processor[kind], 50));
        }
        Add(report, prefix + "propagation", propagated);
    }

    /// <summary>Reports median, 95th percentile and worst; nothing where nothing was measured.</summary>
    public static void Add(Report report, string name, List<double> times)
    {
        if (times.Count == 0) return;
        report.Add(name + "_p50_ms", Percentile(times, 50));
        report.Add(name + "_p95_ms", Percentile(times, 95));
        report.Add(name + "_worst_ms", Percentile(times, 100));
    }

    private static void Note(SortedDictionary<string, List<double>> known, string kind, double milliseconds)
    {
        if (!known.TryGetValue(kind, out List<double>? times)) known[kind] = times = [];
        times.Add(milliseconds);
    }

    private static double Percentile(List<double> times, int percent)
    {
        double[] sorted = [.. times.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100.0) - 1, 0, sorted.Length - 1)];
    }
}
