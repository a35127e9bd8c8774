using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Comparing;

/// <summary>
/// The scale of change, one for tables, sheets, packages and the page: by how much a trip gets longer or shorter, in steps
/// of up to 5, 15, 30, 60 minutes, and more, and whether access is lost or gained. Exact to the millisecond; a change of
/// 30 minutes and 0 ms is in "15 to 30". <c>maps/change.json</c> has its colours.
/// </summary>
public static class ChangeScale
{
    /// <summary>How many steps a way can get longer, and as many shorter.</summary>
    public const int Steps = 5;

    /// <summary>The largest change of each step but the last, minutes.</summary>
    public static readonly IReadOnlyList<int> UpperMinutes = [5, 15, 30, 60];

    /// <summary>In the order of legends: from the greatest loss to the greatest gain, and last those without access before and after.</summary>
    public static readonly IReadOnlyList<ChangeClass> Classes =
    [
        new(ChangeKind.AccessLost), .. Enumerable.Range(0, Steps).Reverse().Select(s => new ChangeClass(ChangeKind.Longer, s)),
        new(ChangeKind.Unchanged), .. Enumerable.Range(0, Steps).Select(s => new ChangeClass(ChangeKind.Shorter, s)),
        new(ChangeKind.AccessGained), new(ChangeKind.WithoutAccess),
    ];

    /// <summary>What happens to a trip, to the millisecond.</summary>
    public static ChangeKind KindOf(TravelTime before, TravelTime after)
    {
        if (before == after) return before.IsReachable ? ChangeKind.Unchanged : ChangeKind.WithoutAccess;
        if (!after.IsReachable) return ChangeKind.AccessLost;
        if (!before.IsReachable) return ChangeKind.AccessGained;
        return after.CompareTo(before) > 0 ? ChangeKind.Longer : ChangeKind.Shorter;
    }

    /// <summary>Where a trip lies in <see cref="Classes"/>.</summary>
    public static int IndexOf(TravelTime before, TravelTime after)
    {
        ChangeKind kind = KindOf(before, after);
        bool hasStep = kind is ChangeKind.Longer or ChangeKind.Shorter;
        return IndexOf(kind, hasStep ? StepOf(Math.Abs((long)after.Milliseconds - before.Milliseconds)) : 0);
    }

    /// <summary>Where a class lies in <see cref="Classes"/>.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="step">Of longer and shorter ways, below <see cref="Steps"/>; 0 for the others.</param>
    public static int IndexOf(ChangeKind kind, int step = 0) => kind switch
    {
        ChangeKind.AccessLost => 0,
        ChangeKind.Longer => Steps - step,
        ChangeKind.Unchanged => Steps + 1,
        ChangeKind.Shorter => Steps + 2 + step,
        ChangeKind.AccessGained => 2 * Steps + 2,
        _ => 2 * Steps + 3,
    };

    /// <summary>The step of a change above 0.</summary>
    /// <param name="milliseconds">How much longer, or how much shorter.</param>
    public static int StepOf(long milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(milliseconds);
        int step = 0;
        while (step < UpperMinutes.Count && milliseconds > UpperMinutes[step] * 60_000L) step++;
        return step;
    }

    /// <summary>For column names: <c>0_5</c>, <c>5_15</c>, …, <c>over_60</c>.</summary>
    public static string NameOf(int step) => step == UpperMinutes.Count ? $"over_{UpperMinutes[^1]}" : $"{FromMinutes(step)}_{UpperMinutes[step]}";

    /// <summary>For narrow column heads: <c>0–5</c>, …, <c>&gt;60</c>.</summary>
    public static string RangeOf(int step) => step == UpperMinutes.Count ? $">{UpperMinutes[^1]}" : $"{FromMinutes(step)}–{UpperMinutes[step]}";

    /// <summary>What every change of a step is above, minutes.</summary>
    public static int FromMinutes(int step) => step == 0 ? 0 : UpperMinutes[step - 1];
}

/// <summary>What a structure does to a trip.</summary>
public enum ChangeKind
{
    /// <summary>There was a way and is none any more.</summary>
    AccessLost = 0,

    /// <summary>A longer way.</summary>
    Longer,

    /// <summary>The same to the millisecond.</summary>
    Unchanged,

    /// <summary>A shorter way.</summary>
    Shorter,

    /// <summary>There was no way and is one.</summary>
    AccessGained,

    /// <summary>No way before and after.</summary>
    WithoutAccess,
}

/// <summary>One class of the <see cref="ChangeScale"/>.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Step">By how much, for longer and shorter ways; 0 for the others.</param>
public sealed record ChangeClass(ChangeKind Kind, int Step = 0)
{
    /// <summary>In files: <c>access_lost</c>, <c>longer_15_30</c>, ….</summary>
    public string Name => Kind is ChangeKind.Longer or ChangeKind.Shorter ? $"{NameOf(Kind)}_{ChangeScale.NameOf(Step)}" : NameOf(Kind);

    /// <summary>In legends: "15–30 min longer".</summary>
    public Phrase Title => Kind switch
    {
        ChangeKind.Longer => new Phrase("change.longer", Range),
        ChangeKind.Shorter => new Phrase("change.shorter", Range),
        _ => new Phrase("change." + NameOf(Kind)),
    };

    private Phrase Range => Step == ChangeScale.UpperMinutes.Count
        ? new Phrase("maps.legend.over", ChangeScale.UpperMinutes[^1])
        : new Phrase("change.range", ChangeScale.FromMinutes(Step), ChangeScale.UpperMinutes[Step]);

    /// <summary>A kind in files: <c>access_lost</c>, <c>longer</c>, ….</summary>
    public static string NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.AccessLost => "access_lost",
        ChangeKind.Longer => "longer",
        ChangeKind.Unchanged => "unchanged",
        ChangeKind.Shorter => "shorter",
        ChangeKind.AccessGained => "access_gained",
        _ => "without_access",
    };
}
