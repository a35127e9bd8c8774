using System.Diagnostics;

namespace NavGeo.Benchmarks;

/// <summary>Several runs of one piece of work, in milliseconds.</summary>
/// <param name="Best">The fastest, by the wall clock.</param>
/// <param name="Median">The middle one.</param>
/// <param name="Worst">The slowest.</param>
/// <param name="LeastProcessor">
/// The least processor time of all threads together: what a run takes when others use the machine too.
/// </param>
internal readonly record struct Measurement(double Best, double Median, double Worst, double LeastProcessor)
{
    /// <summary>Runs the work twice to warm up and then several times.</summary>
    public static Measurement Of(int runs, Action work)
    {
        work();
        work();
        var times = new double[runs];
        double processor = double.MaxValue;
        for (int run = 0; run < runs; run++)
        {
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }
        return From(times, processor);
    }

    public static Measurement From(double[] times, double processor)
    {
        Array.Sort(times);
        return new Measurement(times[0], times[times.Length / 2], times[^1], processor);
    }
}
