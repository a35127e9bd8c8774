using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps.Sheets;

/// <summary>The sheet of what a structure changes: who gets a shorter way, who a longer one, who loses or gains access.</summary>
public static class ChangeSheet
{
    private const double RowHeight = 4.4;

    /// <summary>Those without access, who gain and who lose it lie over the others; they come last among the fills.</summary>
    private static readonly ChangeKind[] Overlays = [ChangeKind.WithoutAccess, ChangeKind.AccessGained, ChangeKind.AccessLost];
    private static readonly int[] FillOrder =
        [.. Enumerable.Range(0, ChangeScale.Classes.Count).Where(i => !Overlays.Contains(ChangeScale.Classes[i].Kind)), .. Overlays.Select(k => ChangeScale.IndexOf(k))];

    /// <summary>Draws the sheet.</summary>
    /// <param name="publication">The measured case.</param>
    /// <param name="compared">The structure, held against the baseline.</param>
    /// <param name="settings">Language, paper and background.</param>
    public static MapDrawing Draw(Publication publication, ComparedStructure compared, SheetSettings settings)
    {
        AccessStudy study = publication.Study;
        PlanningCase planningCase = study.Case;
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        ChangeStyle style = ChangeStyle.Usual;
        PlaceClasses classes = ClassesOf(compared, style);
        var map = new CaseMap(study, compared.Access.Structure, classes, settings, sheet.Frame, lineScale: 1);
        var names = new MapNames(study, compared.Access.Structure, settings, sheet.Frame);
        LedgerRow total = compared.Ledger.Total;
        AccessChange change = total.Change;
        (long worse, long better) = (change.Lose + change.LoseAccess, change.Gain + change.GainAccess);
        sheet.KeyFigure(book.Whole(worse), book.Say("sheets.change.lose"));
        sheet.First.Row(book.Say("sheets.change.gain"), sheet.Legend.People(better), RowHeight);
        sheet.First.Row(book.Say("sheets.change.worst"), Figures.Minutes(change.WorstMilliseconds / 60_000.0, book), RowHeight);
        sheet.First.Skip(1.5);
        Legend();
        LegendParts.Sum(sheet.First, book.Say("maps.legend.total"), sheet.Legend.People(change.People));
        sheet.Second.Skip(sheet.Second == sheet.First ? 1.5 : 0);
        sheet.Legend.Symbols(sheet.Second, study, [compared.Access.Structure], sheet.Frame, settings.Background);
        sheet.NoteMissing(names.Missing);
        sheet.Note(book.Say("sheets.change.print"));
        foreach (string note in (string[])[.. SheetNotes.OfRule([compared.Access], book), .. SheetNotes.OfDrawing(planningCase.Demand, sheet.Frame, book)]) sheet.Note(note);
        string name = compared.Access.Structure.Name.In(book.Language);
        string baseline = compared.Change.From.Structure.Name.In(book.Language);
        Yardstick yardstick = Yardstick.Of(study);
        string subtitle = book.Say(
            yardstick.IsToday ? "sheets.change.subtitle" : "sheets.change.subtitle-edited", baseline, planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book), yardstick.Name);
        Provenance provenance = SheetProvenance.Of(study, settings, sheet.Frame, $"{name}. {subtitle}", style.Name, compared.Access.Structure).Under(compared.Access.Rule)
            .Against(compared.Change.From, study)
            .With("class_minutes", string.Join(' ', ChangeScale.UpperMinutes.Select(m => m.ToString(CultureInfo.InvariantCulture))));
        return sheet.ToDrawing(
            book.Say("sheets.change.title", $"{compared.Access.Structure.Id}: {name}"), subtitle, $"{name} – {planningCase.Name.In(book.Language)}",
            book.Say(
                "sheets.change.description", sheet.Legend.People(worse), sheet.Legend.People(better), sheet.Legend.People(change.LoseAccess),
                sheet.Legend.People(change.GainAccess)),
            [map.Draw(), names.Group, map.Border()], provenance);

        // What nobody has is left out, but for lost access and the unchanged.
        void Legend()
        {
            sheet.First.Heading(book.Say("sheets.change.legend"));
            sheet.First.Skip(0.8);
            foreach ((int i, ChangeClass each) in ChangeScale.Classes.Index())
            {
                long count = each.Kind switch
                {
                    ChangeKind.AccessLost => change.LoseAccess,
                    ChangeKind.Longer => total.Longer[each.Step],
                    ChangeKind.Unchanged => change.Unchanged,
                    ChangeKind.Shorter => total.Shorter[each.Step],
                    ChangeKind.AccessGained => change.GainAccess,
                    _ => change.StillWithout,
                };
                if (count > 0 || each.Kind is ChangeKind.AccessLost or ChangeKind.Unchanged)
                    sheet.Legend.Class(sheet.First, style.Areas[i].ToFill(), book.Say(each.Title), sheet.Legend.People(count));
            }
        }
    }

    private static PlaceClasses ClassesOf(ComparedStructure compared, ChangeStyle style)
    {
        ReadOnlySpan<PlaceChange> places = compared.Ledger.Places;
        var classes = new int[places.Length];
        for (int place = 0; place < classes.Length; place++)
        {
            bool isOutside = compared.Access.Assignment.States[place] == AccessState.Outside;
            classes[place] = isOutside ? -1 : Array.IndexOf(FillOrder, ChangeScale.IndexOf(places[place].Before, places[place].After));
        }
        return new PlaceClasses([.. FillOrder.Select(i => style.Areas[i].ToFill())], classes, Overlays.Length);
    }
}
