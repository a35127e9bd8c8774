using System.Diagnostics;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;

namespace NavGeo.Benchmarks.Osm;

/// <summary><c>import --roads FILE [--threads N] [--json]</c>: how long reading a road file into a graph takes, and how much memory.</summary>
internal static class ImportCommand
{
    public static int Run(Arguments arguments)
    {
        string path = arguments.Required("--roads");
        int threads = arguments.Whole("--threads", Environment.ProcessorCount);
        var report = new Report(arguments.Has("--json"));
        var clock = Stopwatch.StartNew();
        double firstPass = 0, lastPass = 0;
        var run = new ReadingRun
        {
            Threads = threads,
            Progress = p =>
            {
                if (p.Pass == 1) firstPass = clock.Elapsed.TotalSeconds;
                else lastPass = clock.Elapsed.TotalSeconds;
            },
        };
        RoadNetwork network = RoadFile.Open(path, new Findings(), run);
        double seconds = clock.Elapsed.TotalSeconds;
        double megabytes = new FileInfo(path).Length / 1e6;
        report.Add("megabytes", megabytes);
        report.Add("threads", threads);
        report.Add("nodes", network.Graph.NodeCount);
        report.Add("edges", network.Graph.EdgeCount);
        report.Add("rows", network.Import?.RowCount ?? 0);
        report.Add("ways_read_s", firstPass);
        report.Add("places_read_s", lastPass);
        report.Add("graph_s", seconds);
        report.Add("mb_per_s", megabytes / seconds);
        report.Add("processor_s", Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds);
        report.Add("peak_mb", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
        report.Print();
        return 0;
    }
}
