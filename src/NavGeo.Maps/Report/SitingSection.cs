using NavGeo.Data.Siting;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Siting;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// Siting in a report: what each structure loses against the best sites of the same number, with the bound no set beats,
/// and how much better as many sites as today's could stand anywhere people live. The searches stop after a fixed
/// effort, so the same case gives the same text on every machine.
/// </summary>
internal sealed class SitingSection
{
    /// <summary>Larger tables of places times candidates take minutes: candidates are then fewer, and the section says which.</summary>
    private const long MostEntries = 12_000_000;

    private const long Work = 400_000_000;

    /// <summary>So many moves of a site are told one after the other.</summary>
    private const int MostMoves = 3;

    /// <summary>For so many numbers of sites it is told what keeping each of today's costs.</summary>
    private const int MostCounts = 3;

    /// <summary>With more sites than this the list of prices is left to <c>navgeo site</c>.</summary>
    public const int MostPriced = 20;

    /// <summary>From so many per cent on, better sites are worth a table and a map.</summary>
    private const decimal WorthPercent = 1;

    /// <summary>Per cent; less would be written as nothing.</summary>
    private const decimal LeastLossTold = 0.05m;

    /// <summary>A smaller share would be written as nothing.</summary>
    private const double LeastGapTold = 0.0001;

    private static readonly SearchLimits Limits = new() { Work = Work };

    /// <summary>Among all cells: the bound is told, so that two per cent is near enough.</summary>
    private static readonly SearchLimits AnywhereLimits = new() { Work = 3 * Work, Gap = 0.02 };

    private readonly Comparison comparison;
    private readonly PlanningCase planningCase;
    private readonly PageWriter page;
    private readonly SheetSettings sheets;
    private readonly List<KeyValuePair<string, object>> parameters = [];

    public SitingSection(Comparison comparison, PageWriter page, SheetSettings sheets)
    {
        this.comparison = comparison;
        planningCase = comparison.Study.Case;
        this.page = page;
        this.sheets = sheets;
    }

    /// <summary>Whether what each site is worth is not told, because there are too few or too many sites.</summary>
    public bool ArePricesLeftOut { get; private set; }

    /// <summary>Whether sites anywhere are not told, because today's sites do not reach from their cells whom they reach from their doors.</summary>
    public bool IsAnywhereLeftOut { get; private set; }

    /// <summary>What was asked of the searches, for the appendix.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters => parameters;

    /// <summary>Adds the sentences and tables after the heading.</summary>
    /// <param name="addFigure">Takes the id, the caption and the sheet of the best sites.</param>
    public void Add(Action<string, string, MapDrawing> addFigure)
    {
        if ((long)planningCase.Demand.Count * planningCase.Sites.Count > MostEntries / 3)
        {
            page.Paragraph("report.siting-large", page.Whole(planningCase.Demand.Count), page.Whole(planningCase.Sites.Count));
            return;
        }
        page.Paragraph("report.siting-note");
        parameters.AddRange([new("siting_model", SitingModelName.Of(SitingModel.PMedian)), new("siting_gap", Limits.Gap), new("siting_work", Limits.Work)]);
        AddStructures();
        AddPrices();
        AddAnywhere(addFigure);
    }

    /// <summary>Each set of open sites beside the best of as many among the case's own.</summary>
    private void AddStructures()
    {
        var sited = SitingCase.Of(comparison.Study, []);
        var best = new Dictionary<int, SitingAnswer?>();
        var rows = new List<string[]>();
        var unmatched = new List<string>();
        foreach (IGrouping<string, Structure> same in comparison.Structures.Select(s => s.Access.Structure)
            .GroupBy(s => string.Join('|', s.OpenSites.Order(StringComparer.Ordinal)), StringComparer.Ordinal))
        {
            Structure structure = same.First();
            string ids = string.Join(", ", same.Select(s => s.Id));
            SitingQuestion question = Median(structure.OpenSites.Count) with
            {
                Today = [.. Enumerable.Range(0, sited.Table.SiteCount).Where(s => structure.OpenSites.Contains(sited.Table.SiteIds[s]))],
            };
            SitingAnswer? own = new SitingStudy(sited.Table, Limits).Today(question);
            if (!best.TryGetValue(question.Today.Count, out SitingAnswer? answer))
                best[question.Today.Count] = answer = own is null ? null : new SitingSolver(sited.Table, Limits).Solve(question);
            if (own is null || answer is null) unmatched.Add(ids);
            else rows.Add([ids, page.Whole(question.Today.Count), .. Loss(sited.Table, own, answer), Moves(sited.Names, own, answer)]);
        }
        if (rows.Count > 0)
        {
            page.Subheading("report.siting-of-structures");
            page.Paragraph("report.siting-structures");
            page.Table(
                [
                    page.Say("money.structure"), page.Say("siting.sites"), page.Say("siting.mean"), page.Say("report.best-mean"), page.Say("report.lost-minutes"),
                    page.Say("report.proof"), page.Say("report.other-sites"),
                ],
                rows, 5, 6);
        }
        if (unmatched.Count > 0) page.Paragraph("report.siting-unmatched", string.Join(", ", unmatched));
    }

    /// <summary>What it costs to close each site of today alone, and to keep it where fewer stay open than today.</summary>
    private void AddPrices()
    {
        var sited = SitingCase.Of(comparison.Study, []);
        int today = sited.Today.Count;
        int[] fewer = [.. comparison.Structures.Select(s => s.Access.Structure.OpenSites.Count).Where(n => n > 0 && n < today).Distinct().OrderDescending().Take(MostCounts)];
        ArePricesLeftOut = today is < 2 or > MostPriced;
        if (ArePricesLeftOut) return;
        var study = new SitingStudy(sited.Table, Limits, sited.Names);
        SitingQuestion among = Median(0) with { Today = sited.Today, Forbid = [.. Enumerable.Range(0, sited.Table.SiteCount).Except(sited.Today)] };
        SitingAnswer?[] best = [.. fewer.Select(n => study.Best(among with { Count = n }))];
        page.Subheading("report.siting-of-sites");
        page.Paragraph("report.siting-prices");
        page.Table(
            [page.Say("report.site"), page.Say("report.uses-it"), page.Say("report.closing-more"), page.Say("siting.worst-more"), .. fewer.Select(n => page.Say("report.keep-among", n))],
            study.Closings(sited.Today).Select(c => (string[])
            [
                sited.Names[c.Site], page.Whole(c.Weight / sited.Table.WeightScale),
                c.More is { } more ? page.Whole((decimal)more / sited.Table.CostScale / 60 / sited.Table.WeightScale) : page.Say("report.cut-off"),
                page.Number(c.WorstMore / sited.Table.CostScale, 1), .. fewer.Select((n, i) => Price(best[i], n, c.Site)),
            ]));

        string Price(SitingAnswer? free, int count, int site)
        {
            if (free is null) return PageWriter.None;
            if (free.Sites.Contains(site)) return page.Say("report.keep-free");
            SitingAnswer? kept = study.Best(among with { Count = count, Keep = [site] });
            return kept is null ? PageWriter.None : "+" + page.Number(SitingFigures.Mean(sited.Table, kept) - SitingFigures.Mean(sited.Table, free), 2);
        }
    }

    /// <summary>
    /// As many sites as today, standing in any cell where people live. Today's sites are measured as standing in their cells
    /// too, so that a step within a cell is no gain.
    /// </summary>
    private void AddAnywhere(Action<string, string, MapDrawing> addFigure)
    {
        int least = LeastCandidatePeople();
        var candidates = CellCandidates.Of(planningCase, least);
        if (candidates.Today.Count == 0) return;
        AccessStudy study = AccessStudy.Of(candidates.Case, comparison.Study.TriedEdits);
        var free = SitingCase.Of(study, []);
        (SitingTable table, long left) = ReachedToday(free);
        SitingQuestion question = Median(candidates.Today.Count) with { Today = candidates.Today };
        if (new SitingStudy(table, AnywhereLimits, free.Names).Today(question) is not { } today)
        {
            IsAnywhereLeftOut = true;
            return;
        }
        parameters.Add(new("siting_candidate_people", least));
        parameters.Add(new("siting_candidates", free.Table.SiteCount));
        parameters.Add(new("siting_anywhere_gap", AnywhereLimits.Gap));
        SitingAnswer answer = new SitingSolver(table, AnywhereLimits).Solve(question);
        (decimal Mean, decimal Longest) doors = AtTheirDoors(free);
        decimal? best = SitingFigures.Mean(table, answer);
        // What is shorter only than today's sites moved to the middle of their cells is no gain for anybody.
        decimal? lost = LossPercent(table, today, answer);
        decimal? gained = doors.Mean > 0 ? 100 * (doors.Mean - best) / doors.Mean : null;
        bool isGain = lost is >= LeastLossTold && gained is >= LeastLossTold;
        Structure chosen = SitedStructure.Of(free, answer, page.Say("report.best-id"));
        AccessStudy shown = study.With(Shown(study.Case, chosen), comparison.Study.TriedEdits);
        page.Subheading("report.siting-of-cells");
        page.Paragraph(
            isGain ? "report.siting-anywhere" : "report.siting-anywhere-none", today.Sites.Count, page.Whole(free.Table.SiteCount), page.Whole(least), Mean(table, today), Mean(table, answer),
            page.Number(lost, 1), Bound(answer), answer.Sites.Intersect(today.Sites).Count(), page.Number(doors.Mean, 2), page.Number(gained, 1),
            Longest(doors.Longest, LongestOfReached(free, shown.Access(chosen).Assignment)), comparison.Yardstick.In);
        if (least > 1) page.Paragraph("report.siting-not-all", page.Whole(least));
        if (left > 0) page.Paragraph("report.siting-left-out", page.Whole(left));
        if (!isGain || Math.Min(lost!.Value, gained!.Value) < WorthPercent) return;
        AddMoves(table, free, question, answer, today);
        addFigure("siting", page.Say("report.siting-caption", today.Sites.Count), StructureSheet.Draw(shown, shown.Access(chosen), sheets, chosen.Name.In(page.Language)));
    }

    /// <summary>What one, two and three moves from today towards the best give, each the best of its number among the sites of both.</summary>
    private void AddMoves(SitingTable table, SitingCase free, SitingQuestion question, SitingAnswer answer, SitingAnswer today)
    {
        HashSet<int> both = [.. today.Sites, .. answer.Sites];
        SitingQuestion between = question with { Forbid = [.. Enumerable.Range(0, table.SiteCount).Where(s => !both.Contains(s))] };
        CurvePoint[] moves = [.. new SitingStudy(table, Limits, free.Names).ChangeCurve(between, MostMoves).Where(p => p.Number > 0)];
        if (moves.Length == 0) return;
        page.Paragraph("report.siting-moves");
        page.Table(
            [page.Say("report.moved-sites"), page.Say("siting.mean"), page.Say("report.saved-minutes"), page.Say("siting.what-changes")],
            moves.Select(p => (string[])
            [
                page.Whole(p.Number), Mean(table, p.Answer), page.Number(SitingFigures.Mean(table, today) - SitingFigures.Mean(table, p.Answer), 2),
                Moves(free.Names, today, p.Answer),
            ]),
            3);
        page.Paragraph("report.siting-names");
    }

    /// <summary>Mean and longest minutes to today's sites where they stand, of the people whom <see cref="ReachedToday"/> counts.</summary>
    private (decimal Mean, decimal Longest) AtTheirDoors(SitingCase free)
    {
        SiteAssignment today = Today;
        (long people, decimal milliseconds) = (0, 0);
        foreach (int place in free.Places)
        {
            int here = planningCase.Demand.People[place];
            if (here == 0 || today.Sites[place] == SiteAssignment.NoSite) continue;
            people += here;
            milliseconds += (decimal)here * today.Milliseconds[place];
        }
        return (people == 0 ? 0 : milliseconds / 60_000 / people, LongestOfReached(free, today));
    }

    /// <summary>Who goes where today, to the nearest site.</summary>
    private SiteAssignment Today => comparison.Study.Access(comparison.Structures[0].Structure).Assignment;

    /// <summary>The longest trip in minutes of those whom today's sites reach, also of places where too few live to be told.</summary>
    private decimal LongestOfReached(SitingCase free, SiteAssignment assignment)
    {
        (SiteAssignment today, int longest) = (Today, 0);
        foreach (int place in free.Places)
        {
            if (planningCase.Demand.IsInhabited(place) && today.Sites[place] != SiteAssignment.NoSite && assignment.Sites[place] != SiteAssignment.NoSite) longest = Math.Max(longest, assignment.Milliseconds[place]);
        }
        return longest / 60_000m;
    }

    /// <summary>What becomes of the longest trip, as a sentence.</summary>
    private string Longest(decimal before, decimal after)
    {
        (string was, string then) = (page.Number(before, 1), page.Number(after, 1));
        return was == then ? page.Say("report.siting-longest-same", was, comparison.Yardstick.In)
            : page.Say("report.siting-longest-" + (after > before ? "grows" : "falls"), was, then);
    }

    /// <summary>The case with the sites of the answer and today's; the other candidates are no sites that somebody could miss. Where a cell's middle lies is known.</summary>
    private PlanningCase Shown(PlanningCase candidates, Structure chosen)
    {
        HashSet<string> ids = [.. planningCase.Sites.Select(s => s.Id), .. chosen.OpenSites];
        int[] kept = [.. Enumerable.Range(0, candidates.Sites.Count).Where(s => ids.Contains(candidates.Sites[s].Id))];
        return candidates with
        {
            Sites = [.. kept.Select(s => chosen.OpenSites.Contains(candidates.Sites[s].Id) ? candidates.Sites[s] with { IsPositionEstimated = false } : candidates.Sites[s])],
            SitePoints = [.. kept.Select(s => candidates.SitePoints[s])],
        };
    }

    /// <summary>The table in which those whom today's sites do not reach weigh nothing, so that both sets serve the same people; and how many they are.</summary>
    private (SitingTable Table, long Left) ReachedToday(SitingCase free)
    {
        SiteAssignment today = Today;
        Demand demand = planningCase.Demand;
        long[] weights = [.. free.Places.Select(p => today.Sites[p] == SiteAssignment.NoSite ? 0L : demand.People[p])];
        long left = free.Places.Sum(p => (long)demand.People[p]) - weights.Sum();
        return (SitingTable.Of(free.Table.RowIds, free.Table.SiteIds, weights, free.Study.Times, [.. free.Places], [.. free.Sites]), left);
    }

    private static SitingQuestion Median(int count) => new() { Model = SitingModel.PMedian, Count = count };

    /// <summary>One, so that every cell where somebody lives is a candidate; doubled until the table is not too large.</summary>
    private int LeastCandidatePeople()
    {
        int least = 1;
        while ((long)planningCase.Demand.Count * Candidates(least) > MostEntries) least *= 2;
        return least;
    }

    private int Candidates(int least)
    {
        int count = 0;
        foreach (int people in planningCase.Demand.People) count += people >= least ? 1 : 0;
        return count;
    }

    private string Mean(SitingTable table, SitingAnswer answer) => page.Number(SitingFigures.Mean(table, answer), 2);

    private static decimal? LossPercent(SitingTable table, SitingAnswer own, SitingAnswer best) =>
        SitingFigures.Mean(table, own) is { } mean and > 0 ? 100 * (mean - SitingFigures.Mean(table, best)) / mean : null;

    private string[] Loss(SitingTable table, SitingAnswer own, SitingAnswer best) =>
    [
        Mean(table, own), Mean(table, best), page.Number(SitingFigures.Mean(table, own) - SitingFigures.Mean(table, best), 2), Proof(best),
    ];

    private string Proof(SitingAnswer answer) =>
        answer.IsProven ? page.Say("report.proven")
        : answer.Gap < LeastGapTold ? page.Say("report.bounded-least")
        : page.Say("report.bounded", page.Number((decimal)(100 * answer.Gap), 2));

    /// <summary>What no placing among the candidates does, as a sentence.</summary>
    private string Bound(SitingAnswer answer) =>
        answer.IsProven ? page.Say("report.siting-proven") : page.Say("report.siting-bounded", page.Number(Math.Max(0.01m, (decimal)(100 * answer.Gap)), 2));

    private static string Moves(IReadOnlyList<string> names, SitingAnswer own, SitingAnswer best)
    {
        string[] moves = [.. own.Sites.Except(best.Sites).Select(s => "−" + names[s]), .. best.Sites.Except(own.Sites).Select(s => "+" + names[s])];
        return moves.Length == 0 ? PageWriter.None : string.Join(", ", moves);
    }
}
