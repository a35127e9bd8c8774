namespace NavGeo.Planning.Population;

/// <summary>What became of one municipality when totals were spread over places.</summary>
/// <param name="Municipality">Index of the municipality.</param>
/// <param name="Places">How many places lie in it.</param>
/// <param name="Counted">Persons counted there.</param>
/// <param name="Total">Persons wanted; null where no total was given and the count stands.</param>
public sealed record SpreadRow(int Municipality, int Places, long Counted, long? Total)
{
    /// <summary>What every count was multiplied by; null where nothing was spread.</summary>
    public double? Factor => Total is { } total && Counted > 0 ? total / (double)Counted : null;

    /// <summary>Whether there are people, but no place where anyone was counted: they stand nowhere.</summary>
    public bool IsWithoutPlaces => Total > 0 && Counted == 0;
}
