using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Planning.Ledger;

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
        sheet.KeyFigure(book.Whole(change.Lose + change.LoseAccess), book.Say("sheets.change.lose"));
        sheet.First.Row(book.Say("sheets.change.gain"), book.Say("maps.legend.people", change.Gain + change.GainAccess), RowHeight);
        sheet.First.Row(book.Say("sheets.change.worst"), Figures.Minutes(change.WorstMilliseconds / 60_000.0, book), RowHeight);
        sheet.First.Skip(1.5);
        Legend(sheet, classes, total);
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
            book.Say("sheets.change.description", change.Lose, change.Gain, change.LoseAccess, change.GainAccess, change.Unchanged),
            [map.Draw(), names.Group, map.Border()], provenance);
    }

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

    /// <summary>From the greatest loss to the greatest gain; what nobody has is left out, but for lost access.</summary>
    private static void Legend(MapSheet sheet, PlaceClasses classes, LedgerRow total)
    {
        Phrasebook book = sheet.Book;
        SheetColumn column = sheet.First;
        column.Heading(book.Say("sheets.change.legend"));
        column.Skip(0.8);
        Row(Lost, book.Say("sheets.change.lost"), total.Change.LoseAccess, isAlways: true);
        for (int i = ChangeClass.Count - 1; i >= 0; i--) Row(FirstLonger + i, Name("sheets.change.longer", i), total.Longer[i]);
        long without = WithoutAccessIn(sheet.Study, classes);
        Row(Unchanged, book.Say("sheets.change.unchanged"), total.Change.Unchanged - without, isAlways: true);
        for (int i = 0; i < ChangeClass.Count; i++) Row(FirstShorter + i, Name("sheets.change.shorter", i), total.Shorter[i]);
        Row(Gained, book.Say("sheets.change.gained"), total.Change.GainAccess);
        Row(WithoutAccess, book.Say("sheets.change.without"), without);
        LegendParts.Sum(column, book.Say("maps.legend.total"), book.Say("maps.legend.people", total.Change.People));

        void Row(int index, string name, long people, bool isAlways = false)
        {
            if (people > 0 || isAlways) sheet.Legend.Class(column, classes.Fills[index], name, book.Say("maps.legend.people", people));
        }

        string Name(string key, int i) => i < ChangeClass.UpperMinutes.Count
            ? book.Say(key, book.Say("maps.legend.up-to", ChangeClass.UpperMinutes[i]))
            : book.Say(key, book.Say("maps.legend.over", ChangeClass.UpperMinutes[^1]));
    }

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
