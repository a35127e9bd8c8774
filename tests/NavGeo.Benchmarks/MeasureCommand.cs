using System.Diagnostics;
using System.Globalization;
using NavGeo.Data.Dimacs;
using NavGeo.Planning.Language;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;
using NavGeo.Routing.Hierarchy.Sweep;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>measure --graph FILE.gr[.gz] [--coordinates FILE.co[.gz]] --sources FILE --targets FILE|all --threads N [--runs N] [--json]</c>:
/// what every step takes on a network of the user's own, beside a plain Dijkstra in the same run, and a checksum.
/// </summary>
internal static class MeasureCommand
{
    // A table beyond this many entries is not written, so it has no checksum.
    private const long MostEntries = 400_000_000;

    public static int Run(Arguments arguments)
    {
        int threads = Math.Max(1, arguments.Whole("--threads", 1));
        int runs = Math.Max(1, arguments.Whole("--runs", 7));
        DimacsGraph file = DimacsReader.ReadGraph(arguments.Required("--graph"));
        BenchmarkNetwork network = BenchmarkNetwork.From(file, arguments.Find("--coordinates"));
        int[] sources = Nodes(arguments.Required("--sources"), file.NodeCount);
        int[] targets = Nodes(arguments.Required("--targets"), file.NodeCount);
        var report = new Report(arguments.Has("--json"));
        report.Add("nodes", file.NodeCount);
        report.Add("arcs", file.ArcCount);
        report.Add("edges", network.Shape.EdgeCount);
        report.Add("sources", sources.Length);
        report.Add("targets", targets.Length);
        report.Add("threads", threads);
        report.Add("vectors", VectorWidths.Best.ToString());

        var dijkstra = new PlainDijkstra(file.NodeCount, file.Tails, file.Heads, file.Weights);
        int at = 0;
        Measurement plain = Measurement.Of(Math.Max(5, runs), () => dijkstra.Run(sources[at++ % sources.Length]));
        report.Yardstick = plain.Median;
        report.Add("dijkstra", plain);

        long start = Stopwatch.GetTimestamp();
        NodeOrder order = NodeOrder.Compute(network.Shape, threads);
        report.Add("order_ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        start = Stopwatch.GetTimestamp();
        var graph = new ChordalGraph(network.Shape, order);
        var customiser = new Customiser(graph, threads);
        report.Add("build_ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        report.Add("upward_arcs", graph.ArcCount);
        report.Add("triangles", graph.TriangleCount);
        report.Add("height", graph.Height);

        CustomisedTimes times = customiser.Customise(network.Forward, network.Backward);
        report.Add("customise", Measurement.Of(runs * 2, () => customiser.Customise(network.Forward, network.Backward, times)));
        PartialMeasurement.Add(report, network, times, runs);

        // The lanes are the fewer of the two: 50 000 sources to 40 targets is one sweep back from the targets.
        bool isTurned = sources.Length > targets.Length;
        (int[] lanes, int[] wanted) = isTurned ? (targets, sources) : (sources, targets);
        SweepDirection direction = isTurned ? SweepDirection.ToSources : SweepDirection.FromSources;
        var points = SweepPoints.AtNodes(lanes);
        var sweep = new BatchedSweep(times, threads);
        TargetSelection selection = new(graph, SweepPoints.AtNodes(wanted));
        report.Add("visited", selection.VisitedCount);
        report.Add("selection", Measurement.Of(runs, () => selection = new TargetSelection(graph, SweepPoints.AtNodes(wanted))));
        report.Add("nearest", Measurement.Of(runs, () => sweep.Nearest(points, selection, SweepDirection.ToSources)));
        long entries = (long)sources.Length * targets.Length;
        if (entries <= MostEntries)
        {
            var table = new int[entries];
            report.Add("matrix", Measurement.Of(runs, () => sweep.WriteTimes(points, selection, direction, table)));
            (long sum, long reached) = (0, 0);
            foreach (int time in table)
            {
                if (time == int.MaxValue) continue;
                sum += time;
                reached++;
            }
            Check(dijkstra, sources, targets, table, isTurned);
            report.Add("sum_of_finite_times", sum);
            report.Add("unreachable_pairs", entries - reached);
        }
        using Process process = Process.GetCurrentProcess();
        report.Add("peak_memory_mb", process.PeakWorkingSet64 / 1_000_000);
        report.Print();
        return 0;
    }

    // The times from the first source against the yardstick: a fast wrong answer is worth nothing.
    private static void Check(PlainDijkstra dijkstra, int[] sources, int[] targets, int[] table, bool isTurned)
    {
        dijkstra.Run(sources[0]);
        for (int i = 0; i < targets.Length; i++)
        {
            if (table[isTurned ? i : (long)i * sources.Length] != dijkstra.Times[targets[i]])
                throw new InvalidOperationException("the table disagrees with Dijkstra");
        }
    }

    private static int[] Nodes(string path, int nodeCount)
    {
        if (path == "all") return [.. Enumerable.Range(0, nodeCount)];
        string[] lines = File.ReadAllLines(path);
        var nodes = new List<int>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (!int.TryParse(lines[i].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id < 1 || id > nodeCount)
            {
                throw new InputException(path, (i + 1).ToString(CultureInfo.InvariantCulture),
                    new Phrase("dimacs.unknown-node", lines[i].Trim()),
                    new Phrase("dimacs.unknown-node.remedy", nodeCount.ToString(CultureInfo.InvariantCulture)));
            }
            nodes.Add(id - 1);
        }
        if (nodes.Count == 0) throw new UsageException($"{path} names no nodes");
        return [.. nodes];
    }
}
