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
        return 0;
    }
}
