using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>What may come to a case.</summary>
public sealed partial class Workspace
{
    private List<Future> futures = [];

    /// <summary>The years that people are asked for where nobody says others.</summary>
    public static IReadOnlyList<int> UsualYears { get; } = [2030, 2040, 2050];

    /// <summary>
    /// The futures of the case's own table; where it has none, <see cref="Future.Usual"/> with those of the usual years that its projection has.
    /// </summary>
    /// <exception cref="InputException">The case or its projection cannot be used.</exception>
    public IReadOnlyList<Future> Futures(PlanningCase known) => futures.Count > 0 ? futures : Usual(known, ProjectionTable.Find(folder, known.Municipalities), null);

    /// <summary>The usual futures with years of a projection that somebody names beside the case, after those of the case's own table.</summary>
    /// <param name="known">The case.</param>
    /// <param name="projection">Its file; null for the case's own.</param>
    /// <param name="alternative">Which of several it has; null for the only or the main one.</param>
    /// <param name="years">Of it; null for the usual ones that it has.</param>
    /// <exception cref="InputException">It cannot be used, or lacks a year asked for.</exception>
    public IReadOnlyList<Future> FuturesWith(PlanningCase known, InputFile? projection, string? alternative, IReadOnlyList<int>? years)
    {
        ProjectionTable? table = projection is null ? ProjectionTable.Find(folder, known.Municipalities) : ProjectionTable.Of(folder, known.Municipalities, projection, alternative);
        IReadOnlyList<Future> usual = Usual(known, table, years);
        return futures.Count == 0 ? usual : [.. futures, .. usual.Where(u => u.Year is not null && !futures.Exists(f => f.Id == u.Id))];
    }

    private IReadOnlyList<Future> Usual(PlanningCase known, ProjectionTable? projection, IReadOnlyList<int>? asked)
    {
        int[] years = [.. asked ?? UsualYears.Where(y => projection?.Years.Contains(y) == true)];
        if (asked is not null && projection is null) folder.Findings.Error("--years", null, new Phrase("futures.no-projection"), new Phrase("futures.no-projection.remedy"));
        var totals = years.Select(y => (Year: y, Totals: projection?.In(y))).ToList();
        folder.Findings.ThrowIfErrors();
        return Future.Usual(known, Planned is not null, totals.Select(t => (t.Year, t.Totals!)));
    }
}
