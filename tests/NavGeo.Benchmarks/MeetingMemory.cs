namespace NavGeo.Benchmarks;

/// <summary>What a meeting holds on to as it goes on, in megabytes. For one thread.</summary>
internal sealed class MeetingMemory
{
    private readonly List<(int Edits, double Held, double Process)> seen = [];

    /// <summary>Looks, after everything has been let go of that can be.</summary>
    /// <param name="edits">Edits so far.</param>
    public void Look(int edits)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        seen.Add((edits, GC.GetTotalMemory(forceFullCollection: true) / 1e6, Environment.WorkingSet / 1e6));
    }

    /// <summary>Reports what was seen: held by objects, and by the process as the system counts it.</summary>
    public void AddTo(Report report)
    {
        foreach ((int edits, double held, double process) in seen)
        {
            report.Add($"memory_after_{edits}_mb", held);
            report.Add($"process_after_{edits}_mb", process);
        }
    }
}
