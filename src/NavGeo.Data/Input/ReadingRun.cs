using NavGeo.Routing.Building;

namespace NavGeo.Data.Input;

/// <summary>How a long reading is followed and stopped, and how many threads it may take. The result depends on none of them.</summary>
public sealed record ReadingRun
{
    /// <summary>Nobody watches, nobody stops it, every processor takes part.</summary>
    public static ReadingRun Default { get; } = new();

    /// <summary>Told now and then how far it has come, on the reading thread.</summary>
    public Action<ReadProgress>? Progress { get; init; }

    /// <summary>Told now and then how far the network has come that is built of what was read, by one thread at a time.</summary>
    public Action<BuildingProgress>? Building { get; init; }

    /// <summary>Stops the reading with an <see cref="OperationCanceledException"/>; nothing is left behind.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Threads that decode.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The same for the building.</summary>
    internal BuildingRun ToBuilding() => new() { Progress = Building, Cancellation = Cancellation, Threads = Math.Max(1, Threads) };
}
