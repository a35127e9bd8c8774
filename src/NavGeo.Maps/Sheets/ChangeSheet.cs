using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Sheets;

/// <summary>The sheet of what a structure changes: who gets a shorter way, who a longer one, who loses or gains access.</summary>
public static class ChangeSheet
{
    private const double RowHeight = 4.4;
    private const int Unchanged = 0;
    private const int FirstShorter = 1;
    private const int FirstLonger = FirstShorter + ChangeClass.Count;
    private const int WithoutAccess = FirstLonger + ChangeClass.Count;
    private const int Gained = WithoutAccess + 1;
    private const int Lost = Gained + 1;

    /// <summary>Draws the sheet.</summary>
    /// <param name="study">The measured case.</param>
    /// <param name="compared">The structure, held against the baseline.</param>
    /// <param name="settings">Language, paper and background.</param>
    public static MapDrawing Draw(AccessStudy study, ComparedStructure compared, SheetSettings settings)
    {
        PlanningCase planningCase = study.Case;
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        ChangeStyle style = ChangeStyle.Usual;
        PlaceClasses classes = ClassesOf(compared, settings.Style, style);
        var map = new CaseMap(study, compared.Access.Structure, classes, settings, sheet.Frame, lineScale: 1);
        var names = new MapNames(study, compared.Access.Structure, settings, sheet.Frame);
        LedgerRow total = compared.Ledger.Total;
        AccessChange change = total.Change;
        var counts = new CountTable(settings.LeastPeople);
        int lost = counts.Add(change.LoseAccess), gained = counts.Add(change.GainAccess);
        int[] longer = [.. total.Longer.Select(counts.Add)], shorter = [.. total.Shorter.Select(counts.Add)];
        int worse = counts.Add(change.Lose + change.LoseAccess), better = counts.Add(change.Gain + change.GainAccess);
        long stayWithout = WithoutAccessIn(study, classes);
        int unchanged = counts.Add(change.Unchanged - stayWithout), without = counts.Add(stayWithout);
        counts.Sum(worse, [lost, .. longer]);
        counts.Sum(better, [gained, .. shorter]);
        counts.Sum(CountTable.Known, worse, better, unchanged, without);
        sheet.KeyFigure(counts.Told(worse) is { } told ? book.Whole(told) : counts.IsSmall(worse) ? book.Say("maps.legend.few-short", counts.Least) : PageWriter.Untold, book.Say("sheets.change.lose"));
        sheet.First.Row(book.Say("sheets.change.gain"), sheet.Legend.People(counts, better), RowHeight);
        sheet.First.Row(book.Say("sheets.change.worst"), Figures.Minutes(change.WorstMilliseconds / 60_000.0, book), RowHeight);
        sheet.First.Skip(1.5);
        Legend();
        LegendParts.Sum(sheet.First, book.Say("maps.legend.total"), book.Say("maps.legend.people", change.People));
        sheet.NoteUntold(counts);
        sheet.Second.Skip(sheet.Second == sheet.First ? 1.5 : 0);
        sheet.Legend.Symbols(sheet.Second, planningCase, [compared.Access.Structure], sheet.Frame, settings.Background);
        sheet.NoteMissing(names.Missing);
        sheet.Note(book.Say("sheets.change.print"));
        foreach (string note in (string[])[.. SheetNotes.OfRule([compared.Access], book), .. SheetNotes.OfDrawing(planningCase.Demand, sheet.Frame, book)]) sheet.Note(note);
        string name = compared.Access.Structure.Name.In(book.Language);
        string baseline = compared.Change.From.Structure.Name.In(book.Language);
        string subtitle = book.Say("sheets.change.subtitle", baseline, planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        Provenance provenance = SheetProvenance.Of(study, settings, sheet.Frame, $"{name}. {subtitle}", style.Name, compared.Access.Structure).Under(compared.Access.Rule)
            .With("compared_with", compared.Change.From.Structure.Id)
            .With("class_minutes", string.Join(' ', ChangeClass.UpperMinutes.Select(m => m.ToString(CultureInfo.InvariantCulture))));
        return sheet.ToDrawing(
            book.Say("sheets.change.title", $"{compared.Access.Structure.Id}: {name}"), subtitle, $"{name} – {planningCase.Name.In(book.Language)}",
            book.Say(
                "sheets.change.description", sheet.Legend.People(counts, worse), sheet.Legend.People(counts, better), sheet.Legend.People(counts, lost),
                sheet.Legend.People(counts, gained)),
            [map.Draw(), names.Group, map.Border()], provenance);

        // From the greatest loss to the greatest gain; what nobody has is left out, but for lost access.
        void Legend()
        {
            sheet.First.Heading(book.Say("sheets.change.legend"));
            sheet.First.Skip(0.8);
            Row(Lost, book.Say("sheets.change.lost"), lost, isAlways: true);
            for (int i = ChangeClass.Count - 1; i >= 0; i--) Row(FirstLonger + i, ClassName("sheets.change.longer", i, book), longer[i]);
            Row(Unchanged, book.Say("sheets.change.unchanged"), unchanged, isAlways: true);
            for (int i = 0; i < ChangeClass.Count; i++) Row(FirstShorter + i, ClassName("sheets.change.shorter", i, book), shorter[i]);
            Row(Gained, book.Say("sheets.change.gained"), gained);
            Row(WithoutAccess, book.Say("sheets.change.without"), without);
        }

        void Row(int index, string title, int count, bool isAlways = false)
        {
            if (counts.Count(count) > 0 || isAlways) sheet.Legend.Class(sheet.First, classes.Fills[index], title, sheet.Legend.People(counts, count));
        }
    }

    private static string ClassName(string key, int i, Phrasebook book) => i < ChangeClass.UpperMinutes.Count
        ? book.Say(key, book.Say("maps.legend.up-to", ChangeClass.UpperMinutes[i]))
        : book.Say(key, book.Say("maps.legend.over", ChangeClass.UpperMinutes[^1]));

    private static PlaceClasses ClassesOf(ComparedStructure compared, MapStyle map, ChangeStyle style)
    {
        ReadOnlySpan<PlaceChange> places = compared.Ledger.Places;
        var classes = new int[places.Length];
        for (int place = 0; place < classes.Length; place++)
            classes[place] = compared.Access.Assignment.States[place] == AccessState.Outside ? -1 : ClassOf(places[place]);
        var hatch = new Hatch(style.ShorterHatch.Colour, style.ShorterHatch.SpacingMm, style.ShorterHatch.WidthMm);
        HatchStyle gained = style.AccessGained;
        Fill[] fills =
        [
            new(style.Unchanged), .. style.Shorter.Select(c => new Fill(c.Colour, 1, hatch)), .. style.Longer.Select(c => new Fill(c.Colour)),
            PlaceClasses.NoAccess(map), new(gained.Colour, 1, new Hatch(gained.Hatch, gained.SpacingMm, gained.WidthMm)), new(style.AccessLost),
        ];
        return new PlaceClasses(fills, classes, fills.Length - WithoutAccess);
    }

    private static int ClassOf(PlaceChange change) => change switch
    {
        { IsChanged: false, Before: { IsReachable: false } } => WithoutAccess,
        { IsChanged: false } => Unchanged,
        { After: { IsReachable: false } } => Lost,
        { Before: { IsReachable: false } } => Gained,
        { Difference: < 0 and { } less } => FirstShorter + ChangeClass.Of(-less),
        _ => FirstLonger + ChangeClass.Of(change.Difference!.Value),
    };

    private static long WithoutAccessIn(AccessStudy study, PlaceClasses classes)
    {
        long people = 0;
        for (int place = 0; place < study.Case.Demand.Count; place++)
        {
            if (classes.Classes[place] == WithoutAccess) people += study.Case.Demand.People[place];
        }
        return people;
    }
}
