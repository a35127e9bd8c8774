using NavGeo.Planning.Access;

namespace NavGeo.Planning.Ledger;

/// <summary>The counts of people of one municipality, one site or the whole case, as they are published; null is a number that is not told.</summary>
public sealed record PublishedRow
{
    /// <summary>Those who reach an open site.</summary>
    public required long? Served { get; init; }

    /// <summary>Those who reach none.</summary>
    public required long? WithoutAccess { get; init; }

    /// <summary>People within each of <see cref="AccessIndicators.Thresholds"/>; not told where a number between two of them would follow.</summary>
    public required IReadOnlyList<long?> Within { get; init; }

    /// <summary>Neither longer nor shorter, nor access lost or gained.</summary>
    public required long? Unchanged { get; init; }

    /// <summary>With a longer way.</summary>
    public required long? Lose { get; init; }

    /// <summary>With a shorter way.</summary>
    public required long? Gain { get; init; }

    /// <summary>Had access and have none any more.</summary>
    public required long? LoseAccess { get; init; }

    /// <summary>Had none and get it.</summary>
    public required long? GainAccess { get; init; }

    /// <summary>A longer way or none any more.</summary>
    public required long? Worse { get; init; }

    /// <summary>A shorter way, or one where there was none.</summary>
    public required long? Better { get; init; }

    /// <summary>Those with a longer way by <see cref="ChangeScale"/>.</summary>
    public required IReadOnlyList<long?> Longer { get; init; }

    /// <summary>Those with a shorter way by <see cref="ChangeScale"/>.</summary>
    public required IReadOnlyList<long?> Shorter { get; init; }

    /// <summary>Whose site is open fewer days.</summary>
    public required long? FewerDays { get; init; }

    /// <summary>Whose site is open more days.</summary>
    public required long? MoreDays { get; init; }

    /// <summary>By what they depend on to reach an open site; those outside all municipalities are not among them.</summary>
    public required IReadOnlyDictionary<LinkReach, long?> Reach { get; init; }

    /// <summary>Whether a sum over those with a longer way may be told: hours of one person would tell how many there are.</summary>
    public bool TellsMore => Lose is not null;

    /// <summary>The same for those with a shorter way.</summary>
    public bool TellsLess => Gain is not null;
}
