using System.Collections.Immutable;

namespace NavGeo.Planning.Codes;

/// <summary>
/// Kommunenumre through time: a table of changes, and which number of one year is which in another. A municipality that
/// was parted is never given to one of its parts. Immutable; any number of threads may read it.
/// </summary>
public sealed class CodeChanges
{
    private readonly ImmutableArray<CodeChange> rows;

    /// <param name="rows">In any order; each change once.</param>
    /// <exception cref="ArgumentException">A change does not lead forward in time, or a share is outside 0 to 1.</exception>
    public CodeChanges(IEnumerable<CodeChange> rows)
    {
        this.rows = [.. rows.OrderBy(r => r.ToYear).ThenBy(r => r.FromYear)
            .ThenBy(r => r.From, StringComparer.Ordinal).ThenBy(r => r.To, StringComparer.Ordinal)];
        if (this.rows.Any(r => r.ToYear <= r.FromYear)) throw new ArgumentException("a change leads from a year to a later one", nameof(rows));
        if (this.rows.Any(r => r.Share is < 0 or > 1)) throw new ArgumentException("a share is from 0 to 1", nameof(rows));
    }

    /// <summary>All changes, sorted by year and number.</summary>
    public ImmutableArray<CodeChange> Rows => rows;

    /// <summary>The changes that lie between two years, whichever comes first.</summary>
    public IEnumerable<CodeChange> RowsBetween(int year, int otherYear) =>
        rows.Where(r => r.ToYear > Math.Min(year, otherYear) && r.ToYear <= Math.Max(year, otherYear));

    /// <summary>From the first year of the table to its last; nothing changes in an empty one.</summary>
    public CodeMapping Whole() => rows.IsEmpty ? Between(0, 0) : Between(rows.Min(r => r.FromYear), rows.Max(r => r.ToYear));

    /// <summary>
    /// Which numbers of one year are which in another. Forward in time mergers are single successors; back in time they
    /// are partings, whose shares no table of changes knows.
    /// </summary>
    public CodeMapping Between(int fromYear, int toYear)
    {
        bool isForward = fromYear <= toYear;
        CodeChange[] between = [.. RowsBetween(fromYear, toYear)];
        CodeChange[] direct = [.. between.Where(r => IsDirect(r) && r.FromYear >= Math.Min(fromYear, toYear))];
        var targets = new SortedDictionary<string, ImmutableArray<CodeTarget>>(StringComparer.Ordinal);
        IEnumerable<IGrouping<int, CodeChange>> steps = between.Where(r => !r.IsAdjustment && !IsDirect(r)).GroupBy(r => r.ToYear);
        foreach (IGrouping<int, CodeChange> step in isForward ? steps.OrderBy(s => s.Key) : steps.OrderByDescending(s => s.Key))
            Apply(targets, isForward ? ForwardStep(step) : BackwardStep(step));
        foreach ((string number, ImmutableArray<CodeTarget> known) in isForward ? ForwardStep(direct) : BackwardStep(direct))
            targets[number] = [.. known.OrderBy(t => t.Number, StringComparer.Ordinal)];
        return new CodeMapping(fromYear, toYear, targets, [.. between.Where(r => r.IsAdjustment)]);
    }

    /// <summary>
    /// Whether a change passes over an earlier one of the same number: a municipality that was merged and came out again
    /// with another part of the parted whole than its neighbours.
    /// </summary>
    private bool IsDirect(CodeChange row) =>
        !row.IsAdjustment && row.ToYear - row.FromYear > 1
        && rows.Any(r => r.From == row.From && r.ToYear > row.FromYear && r.ToYear < row.ToYear && !r.IsAdjustment);

    private static Dictionary<string, ImmutableArray<CodeTarget>> ForwardStep(IEnumerable<CodeChange> changes) => changes
        .GroupBy(c => c.From, StringComparer.Ordinal)
        .ToDictionary(
            c => c.Key,
            c => c.Count() == 1 ? [new CodeTarget(c.First().To, 1)] : c.Select(r => new CodeTarget(r.To, r.Share)).ToImmutableArray(),
            StringComparer.Ordinal);

    private static Dictionary<string, ImmutableArray<CodeTarget>> BackwardStep(IEnumerable<CodeChange> changes) => changes
        .GroupBy(c => c.To, StringComparer.Ordinal)
        .ToDictionary(
            c => c.Key,
            c => c.Count() == 1 ? [new CodeTarget(c.First().From, 1)] : c.Select(r => new CodeTarget(r.From, null)).ToImmutableArray(),
            StringComparer.Ordinal);

    /// <summary>Puts a later step behind the earlier ones.</summary>
    private static void Apply(
        SortedDictionary<string, ImmutableArray<CodeTarget>> targets, Dictionary<string, ImmutableArray<CodeTarget>> step)
    {
        // A number that an earlier step brought about is not one of the first year.
        HashSet<string> arrived = [.. targets.Values.SelectMany(t => t).Select(t => t.Number)];
        foreach (string number in targets.Keys.ToArray())
        {
            targets[number] = [.. targets[number]
                .SelectMany(t => step.TryGetValue(t.Number, out ImmutableArray<CodeTarget> next)
                    ? next.Select(n => new CodeTarget(n.Number, t.Share * n.Share))
                    : [t])
                .GroupBy(t => t.Number, StringComparer.Ordinal)
                .OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => new CodeTarget(t.Key, t.Any(x => x.Share is null) ? null : t.Sum(x => x.Share)))];
        }
        foreach ((string number, ImmutableArray<CodeTarget> next) in step)
        {
            if (!arrived.Contains(number) && !targets.ContainsKey(number))
                targets[number] = [.. next.OrderBy(t => t.Number, StringComparer.Ordinal)];
        }
    }
}

/// <summary>
/// One kommunenummer that was replaced by another. A municipality that was parted has one change for each part; several
/// changes to the same number are a merger.
/// </summary>
/// <param name="FromYear">The last year in which the old number stands (of the numbers as of 1 January).</param>
/// <param name="From">Old number, four digits.</param>
/// <param name="ToYear">The first year in which the new number stands: the change is made on 1 January.</param>
/// <param name="To">New number, four digits; the old one where others were merged into it.</param>
public sealed record CodeChange(int FromYear, string From, int ToYear, string To)
{
    /// <summary>Name behind the old number; empty where not known.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Name behind the new number; empty where not known.</summary>
    public string ToName { get; init; } = "";

    /// <summary>
    /// How much of the old municipality's people this is, 0 to 1; null where nothing is said, which is the whole unless
    /// the municipality was parted.
    /// </summary>
    public double? Share { get; init; }

    /// <summary>Where the share is from; empty where not said.</summary>
    public string ShareSource { get; init; } = "";

    /// <summary>
    /// Whether only a corner moved, by an adjustment of the border: the municipality as a whole has its successor in
    /// another change, and figures follow that one.
    /// </summary>
    public bool IsAdjustment { get; init; }
}

/// <summary>A municipality that has no single successor: what is to become of its figures has to be said.</summary>
/// <param name="Number">The number in the first year.</param>
/// <param name="Targets">Two or more, sorted by number.</param>
public sealed record CodeSplit(string Number, ImmutableArray<CodeTarget> Targets)
{
    /// <summary>Whether every part has a share and they add up to the whole.</summary>
    public bool HasShares => Targets.All(t => t.Share is not null) && Math.Abs(Targets.Sum(t => t.Share ?? 0) - 1) < 0.005;
}

/// <summary>A number that a municipality, or a part of it, has in another year.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Share">The part of the old municipality's people, 0 to 1; null where the municipality was parted and nobody said how.</param>
public readonly record struct CodeTarget(string Number, double? Share);
