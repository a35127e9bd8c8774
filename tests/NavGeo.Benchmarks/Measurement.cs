using System.Diagnostics;

namespace NavGeo.Benchmarks;

/// <summary>Several runs of one piece of work, in milliseconds of the wall clock.</summary>
/// <param name="Best">The fastest.</param>
/// <param name="Median">The middle one.</param>
/// <param name="Worst">The slowest.</param>
internal readonly record struct Measurement(double Best, double Median, double Worst)
{
    /// <summary>Runs the work once to warm up and then several times.</summary>
    public static Measurement Of(int runs, Action work)
    {
        work();
        var times = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return From(times);
    }

    public static Measurement From(double[] times)
    {
        Array.Sort(times);
        return new Measurement(times[0], times[times.Length / 2], times[^1]);
    }
}
