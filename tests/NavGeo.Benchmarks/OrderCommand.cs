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
        return 0;
    }
}
