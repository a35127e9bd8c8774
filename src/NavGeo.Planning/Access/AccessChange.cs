namespace NavGeo.Planning.Access;

/// <summary>
/// Who gains and who loses when one structure takes the place of another, for a group of people. A place whose time is
/// the same to the millisecond is unchanged.
/// </summary>
public sealed record AccessChange
{
    /// <summary>Everybody in the group.</summary>
    public required long People { get; init; }

    /// <summary>People with a shorter way.</summary>
    public required long Gain { get; init; }

    /// <summary>People with a longer way.</summary>
    public required long Lose { get; init; }

    /// <summary>People who had access and have none any more.</summary>
    public required long LoseAccess { get; init; }

    /// <summary>People who had no access and get it.</summary>
    public required long GainAccess { get; init; }

    /// <summary>Sum over those with access both before and after: milliseconds one way, positive for longer.</summary>
    public required long PersonMilliseconds { get; init; }

    /// <summary>The largest increase of any person's time one way, milliseconds; 0 where nobody's rises.</summary>
    public required long WorstMilliseconds { get; init; }

    /// <summary>
    /// For each threshold: of the people with a longer way those who were within it and are no longer. Those who lose
    /// access are not among them.
    /// </summary>
    public required IReadOnlyList<long> PushedBeyond { get; init; }

    /// <summary>Neither longer nor shorter, nor access lost or gained.</summary>
    public long Unchanged => People - Gain - Lose - LoseAccess - GainAccess;
}
