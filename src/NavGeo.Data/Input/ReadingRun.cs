using NavGeo.Routing.Building;

namespace NavGeo.Data.Input;

/// <summary>How a long reading is followed and stopped, and how many threads it may take. The result depends on none of them but <see cref="IsOnFoot"/>.</summary>
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

    /// <summary>Whether ways for people on foot are read too, where the source has them, and what stops cars alone is passed.</summary>
    public bool IsOnFoot { get; init; }

    /// <summary>The same for the building.</summary>
    internal BuildingRun ToBuilding() => new() { Progress = Building, Cancellation = Cancellation, Threads = Math.Max(1, Threads) };
}

/// <summary>How far a reader has come through its file.</summary>
/// <param name="Pass">Which time it goes through, from 1.</param>
/// <param name="Passes">How many times it will.</param>
/// <param name="Bytes">Bytes behind it in this pass.</param>
/// <param name="TotalBytes">Bytes of the file.</param>
public readonly record struct ReadProgress(int Pass, int Passes, long Bytes, long TotalBytes)
{
    /// <summary>Share of the whole work that is done, 0 to 1.</summary>
    public double Share => TotalBytes <= 0 ? 0 : Math.Clamp((Pass - 1 + (double)Bytes / TotalBytes) / Passes, 0, 1);
}
