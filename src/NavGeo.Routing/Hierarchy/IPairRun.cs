namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// Relaxes a run of arcs that lie side by side: each target pair becomes the least of itself and the sum of its
/// source pair and a constant pair. One implementation for each <see cref="VectorWidth"/>.
/// </summary>
internal interface IPairRun
{
    /// <param name="targets">Pairs to lower.</param>
    /// <param name="sources">As many pairs.</param>
    /// <param name="addend">The pair added to each source.</param>
    static abstract void Push(Span<long> targets, ReadOnlySpan<long> sources, long addend);
}
