namespace NavGeo.Routing.Building;

/// <summary>
/// How the building of a network is followed and stopped, and how many threads it may take. The network depends on none
/// of them.
/// </summary>
public sealed record BuildingRun
{
    /// <summary>So many items lie between two looks at the token, a power of two: some milliseconds of work.</summary>
    private const int Stride = 1 << 12;

    /// <summary>Nobody watches, nobody stops it, every processor takes part.</summary>
    public static BuildingRun Default { get; } = new();

    /// <summary>Told now and then how far it has come, by one thread at a time.</summary>
    public Action<BuildingProgress>? Progress { get; init; }

    /// <summary>Stops the building with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Threads that order nodes, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Called for every item of a step; looks up now and then.</summary>
    internal void Pass(BuildingStep step, int item, int total)
    {
        if ((item & (Stride - 1)) == 0) Tell(step, item, total);
    }

    /// <summary>Says how far it is.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal void Tell(BuildingStep step, long done, long total)
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress?.Invoke(new BuildingProgress(step, done, total));
    }
}
