using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;
using NavGeo.Routing.Speeds;
using Spectre.Console;

namespace NavGeo.Cli.Views;

/// <summary>A comparison on the screen: structures side by side, indicators below each other.</summary>
internal sealed class ComparisonView
{
    /// <summary>So many structures stand side by side before a second table begins; the baseline leads each.</summary>
    private const int StructuresInTable = 6;

    private readonly Comparison comparison;
    private readonly Screen screen;
    private readonly Phrasebook texts;
    private readonly Prominence prominence;

    private ComparisonView(Comparison comparison, Screen screen, bool isAll)
    {
        prominence = isAll ? Prominence.Tables : Prominence.Pages;
        this.comparison = comparison;
        this.screen = screen;
        texts = screen.Texts;
    }

    /// <summary>Shows it.</summary>
    /// <param name="publication">The structures side by side.</param>
    /// <param name="screen">Where.</param>
    /// <param name="isAll">Whether with every indicator; else with those one asks for first.</param>
    public static void Show(Publication publication, Screen screen, bool isAll)
    {
        Comparison comparison = publication.Comparison;
        var view = new ComparisonView(comparison, screen, isAll);
        view.ShowHead();
        if (publication.Effect is { } effect) view.ShowEffect(effect);
        screen.Line();
        foreach (IReadOnlyList<ComparedStructure> group in view.Groups())
        {
            view.ShowIndicators(group);
            view.ShowMunicipalities(group);
        }
        int left = IndicatorCatalogue.Rows(comparison.Structures, view.texts).Count() - IndicatorCatalogue.Rows(comparison.Structures, view.texts, view.prominence).Count();
        if (left > 0) screen.Line(view.texts.Say("cli.compare.more", left));
        LedgerView.Show(comparison, screen);
        view.ShowFoot();
    }

    private void ShowHead()
    {
        PlanningCase planningCase = comparison.Study.Case;
        screen.Line(texts.Say("cli.compare.title", planningCase.Name.In(screen.Language), planningCase.Date));
        foreach (ComparedStructure structure in comparison.Structures)
            screen.Line($"  {structure.Access.Structure.Id,-4} {structure.Access.Structure.Name.In(screen.Language)}");
        string[] edits = [.. comparison.Study.Case.Differences.Select(texts.Say)];
        if (edits.Length > 0) screen.Line(texts.Say("edits.head", string.Join("; ", edits)));
        foreach (ComparedStructure structure in comparison.Structures)
        {
            foreach (Phrase sentence in ClosedOffices.Of(planningCase, structure.Access.Structure)) screen.Line(texts.Say(sentence));
        }
    }

    /// <summary>One line for structures that the changes mean the same for.</summary>
    private void ShowEffect(EditEffect effect)
    {
        screen.Line(texts.Say("edits.effect-head", string.Join("; ", effect.Sentences.Select(texts.Say))));
        foreach (IReadOnlyList<StructureChange> alike in effect.Alike)
        {
            (StructureAccess without, StructureAccess with, AccessChange change) = (alike[0].From, alike[0].To, alike[0].Total);
            screen.Line("  " + texts.Say(
                "edits.effect", string.Join(", ", alike.Select(s => s.To.Structure.Id)), change.Lose, change.LoseAccess, change.Gain + change.GainAccess,
                Minutes(alike[0].Shared.From.Total.MeanMinutes), Minutes(alike[0].Shared.To.Total.MeanMinutes), without.Total.WithoutAccess, with.Total.WithoutAccess));
        }
        screen.Line("  " + texts.Say("edits.effect-below", comparison.Study.Case.Baseline, comparison.Yardstick.Name));
    }

    /// <summary>The structures in tables that fit the screen, the baseline first in each.</summary>
    private IEnumerable<IReadOnlyList<ComparedStructure>> Groups()
    {
        ComparedStructure baseline = comparison.Structures[0];
        if (comparison.Structures.Count == 1) yield return [baseline];
        foreach (ComparedStructure[] others in comparison.Structures.Skip(1).Chunk(StructuresInTable - 1))
            yield return [baseline, .. others];
    }

    private void ShowIndicators(IReadOnlyList<ComparedStructure> group)
    {
        Table table = SideBySide(texts.Say("cli.compare.indicators"), group);
        foreach (string[] row in IndicatorCatalogue.Rows(group, texts, prominence)) table.AddRow([.. row.Select(Markup.Escape)]);
        screen.Table(table);
    }

    /// <summary>Mean minutes per municipality; nobody is left out because the number is bad.</summary>
    private void ShowMunicipalities(IReadOnlyList<ComparedStructure> group)
    {
        PlanningCase planningCase = comparison.Study.Case;
        Table table = SideBySide(texts.Say("cli.compare.by-municipality"), group);
        for (int m = 0; m < planningCase.Municipalities.Count; m++)
        {
            int municipality = m;
            table.AddRow(
                [Markup.Escape(planningCase.Municipalities[m].Name), .. group.Select(s => Cell(s, municipality))]);
        }
        screen.Table(table);

        string Cell(ComparedStructure structure, int municipality)
        {
            AccessChange change = structure.Change.ByMunicipality[municipality];
            string mean = IndicatorCatalogue.Find("mean_min")!.Cell(IndicatorSubject.Of(structure, municipality), texts);
            if (change.Lose + change.LoseAccess > 0) return $"{mean} ▲{texts.Whole(change.Lose + change.LoseAccess)}";
            return change.Gain + change.GainAccess > 0 ? $"{mean} ▼{texts.Whole(change.Gain + change.GainAccess)}" : mean;
        }
    }

    private void ShowFoot()
    {
        StructureAccess baseline = comparison.Structures[0].Access;
        PlanningCase planningCase = comparison.Study.Case;
        long without = baseline.Total.WithoutAccess;
        screen.Line(texts.Say(
            "cli.compare.reconcile",
            baseline.PeopleByState[AccessState.Served],
            without,
            baseline.PeopleByState[AccessState.Outside],
            baseline.Structure.Id,
            planningCase.Demand.TotalPeople));
        if (without > 0)
        {
            screen.Line(texts.Say(
                "cli.compare.states",
                baseline.PeopleByState[AccessState.NoRoad],
                baseline.PeopleByState[AccessState.AcrossWater],
                baseline.PeopleByState[AccessState.NotConnected]));
            if (comparison.Structures[0].Ledger.BeyondMap is { Count: > 0 } beyond) screen.Line(texts.Say("cli.compare.beyond-map", BeyondMap.Named(beyond, texts)));
        }
        foreach (NetworkGaps gap in NetworkGaps.Of(comparison.Study).Where(g => g.Places > 0))
            screen.Line(texts.Say("cli.compare.gaps", gap.Places, gap.People, gap.Kilometres));
        TravelProfile profile = planningCase.Profile;
        screen.Line($"{texts.Say("cli.compare.arrows", baseline.Structure.Id)} {texts.Say("cli.compare.by-" + (profile.OwnPaceKmh is null ? "car" : profile.Name), profile.OwnPaceKmh ?? 0)}");
        foreach (Phrase sentence in AccessRuleText.Of([.. comparison.Structures.Select(s => s.Access)])) screen.Line(texts.Say(sentence));
        if (profile.OwnPaceKmh is null && MinutesText.Of(planningCase) is { } minutes) screen.Line(texts.Say(minutes));
        if (planningCase.Demand.FewPlaces > 0) screen.Line(texts.Say("maps.sheet.rounded", planningCase.Demand.LeastPeople));
        string? estimated = Estimates.Sentence(comparison.Study, texts);
        if (estimated is not null) screen.Line(estimated);
        screen.Line(texts.Say("cli.compare.sources", string.Join("; ", SourceReference.Licensed(planningCase.Sources, texts.Language))));
    }

    private static Table SideBySide(string title, IReadOnlyList<ComparedStructure> group)
    {
        Table table = new Table { Border = TableBorder.Simple }.AddColumn(new TableColumn(Markup.Escape(title)));
        foreach (ComparedStructure structure in group)
            table.AddColumn(new TableColumn(Markup.Escape(structure.Access.Structure.Id)).RightAligned());
        return table;
    }

    private string Minutes(double? minutes) => minutes is { } known ? texts.Decimals(known, 1) : texts.Say("cli.none");
}
