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

/// <summary>How far the building of a network has come.</summary>
/// <param name="Step">What it is at.</param>
/// <param name="Done">Links, nodes or bytes of this step that are behind it.</param>
/// <param name="Total">How many there are; 0 where that is not known.</param>
public readonly record struct BuildingProgress(BuildingStep Step, long Done, long Total)
{
    /// <summary>Share of the step that is done, 0 to 1.</summary>
    public double Share => Total <= 0 ? 0 : Math.Clamp((double)Done / Total, 0, 1);
}

/// <summary>What the building of a network is at, in the order in which it comes.</summary>
public enum BuildingStep
{
    /// <summary>Links are taken in and joined where they meet.</summary>
    Joining = 0,

    /// <summary>Road ends that lie on another road's line are looked for.</summary>
    Splitting,

    /// <summary>Ways from ferry lines to the road are looked for.</summary>
    Quays,

    /// <summary>Links between which nothing is to be chosen become one.</summary>
    Contracting,

    /// <summary>Nodes and links are numbered along the curve.</summary>
    Numbering,

    /// <summary>Links are laid into columns.</summary>
    Pouring,

    /// <summary>What hangs together is found.</summary>
    Connecting,

    /// <summary>Nodes are put in the order in which a search goes over them.</summary>
    Ordering,

    /// <summary>The finished network is written; counted in bytes.</summary>
    Writing,
}
