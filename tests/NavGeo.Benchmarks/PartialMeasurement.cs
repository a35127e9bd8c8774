using System.Diagnostics;
using NavGeo.Routing.Hierarchy.Customise;

namespace NavGeo.Benchmarks;

/// <summary>Closing edges and opening them again: one, two hundred, and those that join the largest parts of the network.</summary>
internal static class PartialMeasurement
{
    private const int Trials = 200;

    public static void Add(Report report, BenchmarkNetwork network, CustomisedTimes times, int runs)
    {
        var random = new SplitMix(7);
        var partial = new PartialCustomiser(times);
        int edges = network.Shape.EdgeCount;
        report.Add("close_1", Close(partial, Math.Max(Trials, runs), () => [random.Below(edges)]));
        report.Add("close_200", Close(partial, 4 * runs, () =>
        {
            var chosen = new int[200];
            for (int i = 0; i < chosen.Length; i++) chosen[i] = random.Below(edges);
            return chosen;
        }));
        // The edges whose lower end comes last in the order cross the top separators.
        int[] top = [.. Enumerable.Range(0, edges).Where(e => times.Graph.EdgeArcs[e] >= 0)
            .OrderByDescending(e => times.Graph.EdgeArcs[e] >> 1).Take(Trials)];
        int next = 0;
        report.Add("close_1_top_separator", Close(partial, top.Length, () => [top[next++]]));
        report.Add("undo_200", Undo(partial, random, edges, runs));
    }

    private static Measurement Close(PartialCustomiser partial, int trials, Func<int[]> choose)
    {
        var measured = new double[trials];
        TimeSpan used = Environment.CpuUsage.TotalTime;
        for (int trial = 0; trial < trials; trial++)
        {
            int[] chosen = choose();
            int[] never = new int[chosen.Length];
            Array.Fill(never, int.MaxValue);
            long start = Stopwatch.GetTimestamp();
            partial.Apply(chosen, never, never);
            measured[trial] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            partial.Undo();
        }
        // Of all trials together, closing and opening again: the middle figure of the processor.
        return Measurement.From(measured, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / trials);
    }

    private static Measurement Undo(PartialCustomiser partial, SplitMix random, int edges, int runs)
    {
        var measured = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            int[] chosen = new int[200], never = new int[200];
            for (int i = 0; i < chosen.Length; i++) chosen[i] = random.Below(edges);
            Array.Fill(never, int.MaxValue);
            partial.Apply(chosen, never, never);
            long start = Stopwatch.GetTimestamp();
            partial.Undo();
            measured[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return Measurement.From(measured, measured.Min());
    }
}
