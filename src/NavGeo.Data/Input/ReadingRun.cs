namespace NavGeo.Data.Input;

/// <summary>How a long reading is followed and stopped, and how many threads it may take. The result depends on none of them.</summary>
public sealed record ReadingRun
{
    /// <summary>Nobody watches, nobody stops it, every processor takes part.</summary>
    public static ReadingRun Default { get; } = new();

    /// <summary>Told now and then how far it has come, on the reading thread.</summary>
    public Action<ReadProgress>? Progress { get; init; }

    /// <summary>Stops the reading with an <see cref="OperationCanceledException"/>; nothing is left behind.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Threads that decode.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
