using System.Collections.Immutable;

namespace NavGeo.Planning.Codes;

/// <summary>
/// Which numbers of one year are which in another. A number that does not stand here did not change. Immutable; any
/// number of threads may read it.
/// </summary>
public sealed class CodeMapping
{
    private readonly IReadOnlyDictionary<string, ImmutableArray<CodeTarget>> targets;

    internal CodeMapping(int fromYear, int toYear, IReadOnlyDictionary<string, ImmutableArray<CodeTarget>> targets, ImmutableArray<CodeChange> adjustments)
    {
        this.targets = targets;
        FromYear = fromYear;
        Adjustments = adjustments;
        ToYear = toYear;
        // A number that others were merged into keeps its own, which is no change of it.
        Unique = targets.Where(t => t.Value.Length == 1 && t.Value[0].Number != t.Key)
            .ToImmutableSortedDictionary(t => t.Key, t => t.Value[0].Number, StringComparer.Ordinal);
        Splits = [.. targets.Where(t => t.Value.Length > 1)
            .OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new CodeSplit(t.Key, t.Value))];
        Arrivals = targets.Values.SelectMany(t => t).Select(t => t.Number).ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>The year the numbers are of.</summary>
    public int FromYear { get; }

    /// <summary>The year they are wanted in; may be the earlier one.</summary>
    public int ToYear { get; }

    /// <summary>Old number to new where there is one successor: renumbered or merged.</summary>
    public ImmutableSortedDictionary<string, string> Unique { get; }

    /// <summary>The numbers without a single successor, sorted.</summary>
    public ImmutableArray<CodeSplit> Splits { get; }

    /// <summary>Corners that moved across a border between the two years; figures follow the municipality as a whole.</summary>
    public ImmutableArray<CodeChange> Adjustments { get; }

    /// <summary>The new numbers that came about by a change, or that others were merged into.</summary>
    public ImmutableSortedSet<string> Arrivals { get; }

    /// <summary>The same without the shares of parted municipalities: for a table whose shares are only proposals.</summary>
    public CodeMapping WithoutShares() => new(
        FromYear, ToYear,
        targets.ToDictionary(
            t => t.Key, t => t.Value.Length == 1 ? t.Value : [.. t.Value.Select(part => part with { Share = null })], StringComparer.Ordinal),
        Adjustments);

    /// <summary>Whether a number means another area in one of the two years than in the other.</summary>
    public bool Touches(string number) => Unique.ContainsKey(number) || Arrivals.Contains(number) || FindSplit(number) is not null;

    /// <summary>The single successor, the number itself where it did not change; null where it was parted.</summary>
    public string? FindSuccessor(string number) =>
        FindSplit(number) is not null ? null : Unique.GetValueOrDefault(number, number);

    /// <summary>The parting of a number, or null.</summary>
    public CodeSplit? FindSplit(string number) => Splits.FirstOrDefault(s => s.Number == number);
}
