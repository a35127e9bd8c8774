namespace NavGeo.Benchmarks;

/// <summary>What those in a meeting waited for, in milliseconds, in all and by kind of edit.</summary>
internal sealed class MeetingTimes
{
    private readonly SortedDictionary<string, List<double>> answered = new(StringComparer.Ordinal);
    private readonly List<double> processor = [];
    private readonly List<double> propagated = [];

    /// <summary>An edit was answered.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="milliseconds">By the clock.</param>
    /// <param name="used">Processor time of all threads, which others on the machine do not lengthen as much.</param>
    public void Answered(string kind, double milliseconds, double used)
    {
        processor.Add(used);
        if (!answered.TryGetValue(kind, out List<double>? times)) answered[kind] = times = [];
        times.Add(milliseconds);
    }

    /// <summary>A follower had the answer.</summary>
    public void Propagated(double milliseconds) => propagated.Add(milliseconds);

    /// <summary>Reports medians and 95th percentiles.</summary>
    public void AddTo(Report report)
    {
        List<double> all = [.. answered.Values.SelectMany(t => t)];
        report.Add("answer_p50_ms", Percentile(all, 50));
        report.Add("answer_p95_ms", Percentile(all, 95));
        report.Add("answer_worst_ms", Percentile(all, 100));
        report.Add("processor_p50_ms", Percentile(processor, 50));
        report.Add("processor_p95_ms", Percentile(processor, 95));
        foreach ((string kind, List<double> times) in answered)
        {
            report.Add($"answer_{kind}_p50_ms", Percentile(times, 50));
            report.Add($"answer_{kind}_p95_ms", Percentile(times, 95));
        }
        if (propagated.Count == 0) return;
        report.Add("propagation_p50_ms", Percentile(propagated, 50));
        report.Add("propagation_p95_ms", Percentile(propagated, 95));
        report.Add("propagation_worst_ms", Percentile(propagated, 100));
    }

    private static double Percentile(List<double> times, int percent)
    {
        double[] sorted = [.. times.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100.0) - 1, 0, sorted.Length - 1)];
    }
}
