using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Robustness;

/// <summary>What one closure does to the people of a case under one structure.</summary>
public sealed record ClosureEffect
{
    /// <summary>What was closed.</summary>
    public required Closure Closure { get; init; }

    /// <summary>What to call it.</summary>
    public required Phrase Title { get; init; }

    /// <summary>Middle of the edge that counts most, in the case's projection.</summary>
    public required PlanePoint Position { get; init; }

    /// <summary>People who reach a site before and none after.</summary>
    public required long CutOff { get; init; }

    /// <summary>People whose way gets more than <see cref="RobustnessStudy.DelayMinutes"/> minutes longer.</summary>
    public required long Delayed { get; init; }

    /// <summary>Everybody whose way gets longer, the delayed among them; not those cut off.</summary>
    public required long Longer { get; init; }

    /// <summary>Persons times milliseconds one way, of those whose way gets longer.</summary>
    public required long PersonMilliseconds { get; init; }

    /// <summary>People cut off or delayed, for each municipality in the case's order.</summary>
    public required IReadOnlyList<long> HitByMunicipality { get; init; }

    /// <summary>Cut off or delayed: what closures are ranked by.</summary>
    public long Hit => CutOff + Delayed;
}
