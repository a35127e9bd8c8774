using System.Collections.Immutable;

namespace NavGeo.Planning.Codes;

/// <summary>A municipality that has no single successor: what is to become of its figures has to be said.</summary>
/// <param name="Number">The number in the first year.</param>
/// <param name="Targets">Two or more, sorted by number.</param>
public sealed record CodeSplit(string Number, ImmutableArray<CodeTarget> Targets)
{
    /// <summary>Whether every part has a share and they add up to the whole.</summary>
    public bool HasShares => Targets.All(t => t.Share is not null) && Math.Abs(Targets.Sum(t => t.Share ?? 0) - 1) < 0.005;
}
