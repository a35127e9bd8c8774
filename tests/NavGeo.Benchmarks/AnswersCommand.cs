using System.Collections.Immutable;
using System.Diagnostics;
using NavGeo.Data.Cases;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>answers --case DIR [--edits N] [--json]</c>: what the edits of a meeting cost inside the program, without its web:
/// from the edit to the nearest site of every square, and to the whole answer. By the clock and in processor time.
/// </summary>
internal static class AnswersCommand
{
    public static int Run(Arguments arguments)
    {
        var report = new Report(arguments.Has("--json"));
        long begun = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        PlanningCase planningCase = Workspace.Open(arguments.Required("--case"), new Findings()).Case;
        report.Add("read_ms", Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        var meeting = new MeetingBase(planningCase, static () => throw new UsageException("no map is drawn here"), new Dictionary<string, string>());
        report.Add("start_ms", Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        report.Add("start_processor_ms", (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        report.Add("nodes", planningCase.Roads.NodeCount);
        var memory = new MeetingMemory();
        memory.Look(0);

        var script = new MeetingScript(planningCase);
        bool[] open = Open(planningCase);
        Situation? before = null;
        foreach (Edit edit in script.OneOfEach) before = meeting.Answer([edit], before);
        var nearest = new MeetingTimes();
        var whole = new MeetingTimes();
        int edits = arguments.Whole("--edits", 64);
        for (int made = 0; made < edits;)
        {
            (string kind, Edit? edit) = script.Next();
            if (edit is null) continue;
            made++;
            // The same question twice would be answered from memory, so the steps are told apart inside one answer.
            Time(nearest, kind, () => ToNearest(meeting.Start, [edit], open));
            Time(whole, kind, () => before = meeting.Answer([edit], before));
        }
        nearest.AddTo(report, "nearest_");
        whole.AddTo(report, "whole_");
        before = null;
        memory.Look(edits);
        memory.AddTo(report);
        using Process process = Process.GetCurrentProcess();
        report.Add("peak_mb", process.PeakWorkingSet64 / 1e6);
        report.Print();
        return 0;
    }

    private static void ToNearest(AccessStudy start, ImmutableList<Edit> edits, bool[] open)
    {
        var draft = new EditDraft(start.Case);
        foreach (Edit edit in edits) draft.Add(edit);
        draft.Measure(start).Nearest(open);
    }

    private static bool[] Open(PlanningCase planningCase)
    {
        var sites = planningCase.GetStructure(planningCase.Baseline).OpenSites.ToHashSet(StringComparer.Ordinal);
        return [.. planningCase.Sites.Select(s => sites.Contains(s.Id))];
    }

    private static void Time(MeetingTimes times, string kind, Action work)
    {
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        times.Answered(kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
    }
}
