using NavGeo.Maps.Drawing;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of one structure: the map of travel times, the figures that matter most, the legend with how many people
/// live in each class, what is estimated, and the sources.
/// </summary>
public static class StructureSheet
{
    private const double RowHeight = 4.4;
    private static readonly int WithinThirty = Array.IndexOf([.. AccessIndicators.Thresholds], 30);

    /// <summary>Draws the sheet.</summary>
    public static MapDrawing Draw(Publication publication, ComparedStructure compared, SheetSettings settings) =>
        Draw(publication.Study, compared.Access, settings);

    /// <summary>The sheet of a structure that is none of the comparison's, in a study that may be told.</summary>
    /// <param name="study">What was measured.</param>
    /// <param name="access">Of the structure.</param>
    /// <param name="settings">Of the sheet.</param>
    /// <param name="title">Instead of the structure's id and name; null for these.</param>
    internal static MapDrawing Draw(AccessStudy study, StructureAccess access, SheetSettings settings, string? title = null)
    {
        PlanningCase planningCase = study.Case;
        var sheet = new MapSheet(study, settings);
        Phrasebook book = sheet.Book;
        PlaceClasses classes = PlaceClasses.OfTimes(settings.Style, planningCase.Demand, access.Assignment);
        var map = new CaseMap(study, access.Structure, classes, settings, sheet.Frame, lineScale: 1);
        var names = new MapNames(study, access.Structure, settings, sheet.Frame);
        ClassTally tally = ClassTally.Of(settings.Style, planningCase.Demand, access.Assignment);
        string without = sheet.Legend.People(tally.WithoutAccess);
        AccessIndicators total = access.Total;
        string share = Figures.Share(total.ShareWithin(WithinThirty), book);
        string mean = Figures.Minutes(total.MeanMinutes, book);
        string longest = Figures.Minutes(total.Longest?.Minutes, book);
        sheet.KeyFigure(share, book.Say("maps.figure.within-30"), MinutesText.ShortOf(planningCase));
        foreach (Indicator indicator in IndicatorCatalogue.Of(IndicatorLevel.Site, Prominence.Sheets).Where(i => i.Better == Direction.Less))
            sheet.First.Row(indicator.Heading(book), indicator.Cell(IndicatorSubject.Of(total), book), RowHeight);
        sheet.First.Skip(2);
        sheet.Legend.Classes(sheet.First, tally);
        if (sheet.Second == sheet.First) sheet.Second.Skip(2);
        sheet.Legend.Symbols(sheet.Second, study, [access.Structure], sheet.Frame, settings.Background);
        sheet.NoteMissing(names.Missing);
        if (tally.Outside > 0) sheet.Note(book.Say("maps.sheet.outside", tally.Outside));
        foreach (string note in (string[])[.. SheetNotes.OfRule([access], book), .. SheetNotes.OfDrawing(planningCase.Demand, sheet.Frame, book)]) sheet.Note(note);
        string name = access.Structure.Name.In(book.Language);
        string subtitle = book.Say(MinutesText.KeyFor("maps.sheet.subtitle", planningCase), planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        return sheet.ToDrawing(
            title ?? $"{access.Structure.Id}: {name}", subtitle, $"{name} – {planningCase.Name.In(book.Language)}",
            book.Say("maps.sheet.description", tally.Total, share, mean, longest, without),
            [map.Draw(), names.Group, map.Border()],
            SheetProvenance.OfTimes(study, settings, sheet.Frame, $"{name}. {subtitle}", access.Structure).Under(access.Rule));
    }
}
