namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// What is done to a row of lanes, one lane a source: 16 to 128 times in milliseconds, at most
/// <see cref="CustomisedTimes.Infinity"/>. One implementation for each <see cref="VectorWidth"/>, all with the same results.
/// </summary>
internal interface ISweepLanes
{
    /// <summary>Each lane of a row becomes the least of its start and of every upper row plus the time from there.</summary>
    /// <param name="row">Receives the result, [a multiple of 16, at most 128].</param>
    /// <param name="start">What the row starts from, or empty for infinity.</param>
    /// <param name="stack">The rows of the ancestors by depth.</param>
    /// <param name="depths">Depth of each upper row.</param>
    /// <param name="pairs">Two times for each upper row.</param>
    /// <param name="half">Which of the two counts.</param>
    static abstract void Relax(
        Span<int> row, ReadOnlySpan<int> start, ReadOnlySpan<int> stack, ReadOnlySpan<ushort> depths, ReadOnlySpan<int> pairs, int half);

    /// <summary>Each lane of a row becomes the least of itself and the other row's plus the time.</summary>
    static abstract void Lower(Span<int> row, ReadOnlySpan<int> other, int time);

    /// <summary>Copies lanes, infinity as <see cref="int.MaxValue"/>.</summary>
    static abstract void Write(ReadOnlySpan<int> row, Span<int> into);

    /// <summary>
    /// Writes lanes in whole units, rounded up; infinity as 65535, what does not fit as 65534.
    /// </summary>
    /// <returns>How many did not fit.</returns>
    static abstract int WriteShort(ReadOnlySpan<int> row, Span<ushort> into, int unit);

    /// <summary>Whether any lane is below the limit.</summary>
    static abstract bool AnyBelow(ReadOnlySpan<int> row, int limit);

    /// <summary>The least time and the lowest name among the lanes that have it.</summary>
    static abstract (int Time, int Name) Least(ReadOnlySpan<int> row, ReadOnlySpan<int> names);

    /// <summary>Adds the weight to each count whose lane is at most the limit.</summary>
    /// <param name="row">Times.</param>
    /// <param name="limits">A limit for each band.</param>
    /// <param name="widest">The highest of them: most lanes are beyond it.</param>
    /// <param name="weight">What is added.</param>
    /// <param name="counts">[bands × lanes].</param>
    static abstract void Count(ReadOnlySpan<int> row, ReadOnlySpan<int> limits, int widest, int weight, Span<int> counts);

    /// <summary>Adds weight times time to each sum whose lane is finite, the weight to what is missing where it is not.</summary>
    static abstract void Sum(ReadOnlySpan<int> row, int weight, Span<long> sums, Span<int> missing);
}
