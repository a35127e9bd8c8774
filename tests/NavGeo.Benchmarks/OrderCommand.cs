using System.Diagnostics;
using NavGeo.Data.Roads;
using NavGeo.Routing.Hierarchy;

namespace NavGeo.Benchmarks;

internal static class OrderCommand
{
    public static int Run(string[] args)
    {
        DimacsGraph g = DimacsReader.ReadGraph(args[0]);
        (int[] lon, int[] lat) = DimacsReader.ReadCoordinates(args[1], g.NodeCount);
        double middle = Math.Cos(lat.Average() / 1e6 * Math.PI / 180);
        double[] x = [.. lon.Select(v => v * middle)];
        double[] y = [.. lat.Select(v => (double)v)];
        int threads = args.Length > 2 ? int.Parse(args[2], null) : 1;
        var shape = new NetworkShape(g.NodeCount, g.Tails, g.Heads, x, y);
        long t = Stopwatch.GetTimestamp();
        NodeOrder order = NodeOrder.Compute(shape, threads);
        Console.WriteLine($"order {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F0} ms");
        t = Stopwatch.GetTimestamp();
        var chordal = new ChordalGraph(shape, order);
        Console.WriteLine($"build {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F0} ms, nodes {chordal.NodeCount} arcs {chordal.ArcCount} triangles {chordal.TriangleCount} height {chordal.Height}");
        int arcs = g.ArcCount;
        var et = new List<int>(); var eh = new List<int>(); var ef = new List<int>(); var eb = new List<int>();
        for (int i = 0; i < arcs; i++)
        {
            et.Add(g.Tails[i]); eh.Add(g.Heads[i]); ef.Add(g.Weights[i]);
            if (i + 1 < arcs && g.Tails[i + 1] == g.Heads[i] && g.Heads[i + 1] == g.Tails[i]) { eb.Add(g.Weights[++i]); }
            else eb.Add(int.MaxValue);
        }
        shape = new NetworkShape(g.NodeCount, [.. et], [.. eh], x, y);
        chordal = new ChordalGraph(shape, order);
        t = Stopwatch.GetTimestamp();
        var cust = new Customiser(chordal, threads);
        Console.WriteLine($"triangle list {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F1} ms");
        int[] f = [.. ef], b = [.. eb];
        var times = cust.Customise(f, b);
        for (int r = 0; r < 12; r++)
        {
            t = Stopwatch.GetTimestamp();
            cust.Customise(f, b, times);
            Console.Write($"{Stopwatch.GetElapsedTime(t).TotalMilliseconds:F1} ");
        }
        Console.WriteLine();
        int n = g.NodeCount;
        int[] Pick(int c, int seed) { var rr = new SplitMix((ulong)seed); var res = new int[c]; for (int i = 0; i < c; i++) res[i] = rr.Below(n); return res; }
        var sweep = new BatchedSweep(times, threads);
        var all = TargetSelection.AllNodes(chordal);
        var s300 = SweepPoints.AtNodes(Pick(300, 1));
        var s40 = SweepPoints.AtNodes(Pick(40, 2));
        var s400 = SweepPoints.AtNodes(Pick(400, 3));
        int[] t50k = Pick(50000, 4);
        int[] t400 = Pick(400, 5);
        int[] table = new int[50000 * 40];
        ushort[] big = new ushort[n * 300];
        TargetSelection sel = TargetSelection.AllNodes(chordal);
        for (int r = 0; r < 6; r++)
        {
            t = Stopwatch.GetTimestamp();
            sel = new TargetSelection(chordal, SweepPoints.AtNodes(t50k));
            Console.Write($"select {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F1} visited {sel.VisitedCount} ");
            t = Stopwatch.GetTimestamp();
            sweep.WriteTimes(s40, sel, SweepDirection.ToSources, table);
            Console.Write($"50k x 40 {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F1} ");
            t = Stopwatch.GetTimestamp();
            sweep.WriteTimes(s400, new TargetSelection(chordal, SweepPoints.AtNodes(t400)), SweepDirection.FromSources, table);
            Console.Write($"400 x 400 {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F1} ");
            t = Stopwatch.GetTimestamp();
            var sum = sweep.Summarise(s300, all, SweepDirection.ToSources, [900_000, 1_800_000, 2_700_000, 3_600_000]);
            Console.Write($"summary {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F1} ");
            t = Stopwatch.GetTimestamp();
            sweep.WriteShortTimes(s300, all, SweepDirection.ToSources, 1000, big);
            Console.WriteLine($"short table {Stopwatch.GetElapsedTime(t).TotalMilliseconds:F1} ");
        }
        return 0;
    }
}
