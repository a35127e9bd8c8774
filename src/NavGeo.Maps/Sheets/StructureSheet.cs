using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of one structure, A4 on its side: the map, the figures that matter most, the legend with how many people
/// live in each class, what is estimated, and the sources.
/// </summary>
public static class StructureSheet
{
    /// <summary>More sites without room for their name are counted, not listed.</summary>
    private const int MostNamedInNote = 12;

    private const double Width = 297;
    private const double Height = 210;
    private const double Margin = 10;
    private const double MapMargin = 6;
    private static readonly PaperBox MapBox = new(Margin, 28, 219, 188);
    private static readonly PaperBox PanelBox = new(225, 28, Width - Margin, 188);
    private static readonly PaperBox FooterBox = new(Margin, 190.5, Width - Margin, 206.5);
    private static readonly int WithinThirty = Array.IndexOf([.. AccessIndicators.Thresholds], 30);

    /// <summary>Draws the sheet.</summary>
    public static MapDrawing Draw(AccessStudy study, StructureAccess access, SheetSettings settings)
    {
        PlanningCase planningCase = study.Case;
        Phrasebook book = Phrasebook.For(settings.Language ?? planningCase.Language);
        MapStyle style = settings.Style;
        PaperFrame frame = PaperFrame.Fit(CaseExtent.Of(planningCase), MapBox, MapMargin);
        var map = new TravelTimeMap(study, access, settings, frame, lineScale: 1);
        var names = new MapNames(study, access.Structure, settings, frame);
        ClassTally tally = ClassTally.Of(style, planningCase.Demand, access.Assignment);
        string subtitle = book.Say("maps.sheet.subtitle", planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        return new MapDrawing
        {
            Width = Width,
            Height = Height,
            Title = $"{access.Structure.Name.In(book.Language)} – {planningCase.Name.In(book.Language)}",
            Description = Description(access, tally, subtitle, book),
            Language = book.Language,
            Provenance = SheetProvenance.Of(study, settings, frame, $"{access.Structure.Name.In(book.Language)}. {subtitle}", access.Structure),
            Items =
            [
                new BoxItem(new PaperBox(0, 0, Width, Height), new Fill("#ffffff")),
                SheetTitle.Draw($"{access.Structure.Id}: {access.Structure.Name.In(book.Language)}", subtitle, new PaperBox(Margin, Margin, Width - Margin, 26), style),
                map.Draw(),
                names.Group,
                map.Border(),
                Panel(study, access, settings, frame, names, tally, book),
                SheetFooter.Draw(planningCase, settings, frame, [], FooterBox, book),
            ],
        };
    }

    private static GroupItem Panel(
        AccessStudy study, StructureAccess access, SheetSettings settings, PaperFrame frame, MapNames names, ClassTally tally, Phrasebook book)
    {
        MapStyle style = settings.Style;
        var column = new SheetColumn(PanelBox, style.Text);
        AccessIndicators total = access.Total;
        KeyFigure(column, total, style, book);
        column.Row(book.Say("maps.figure.mean"), Figures.Minutes(total.MeanMinutes, book), 4.4);
        column.Row(book.Say("maps.figure.longest"), Figures.Minutes(total.Longest?.Minutes, book), 4.4);
        column.Row(book.Say("maps.figure.without-access"), book.Say("maps.legend.people", total.WithoutAccess), 4.4, isBold: total.WithoutAccess > 0);
        column.Skip(2);
        var legend = new LegendParts(style, book);
        legend.Classes(column, tally);
        column.Skip(2);
        legend.Symbols(column, study.Case, [access.Structure], frame, settings.Background.Municipalities.Count > 0);
        column.Skip(2);
        var notes = new List<string>();
        if (names.Missing.Count > MostNamedInNote) notes.Add(book.Say("maps.sheet.many-unnamed", names.Missing.Count));
        else if (names.Missing.Count > 0) notes.Add(book.Say("maps.sheet.unnamed", string.Join(", ", names.Missing)));
        if (tally.Outside > 0) notes.Add(book.Say("maps.sheet.outside", tally.Outside));
        notes.AddRange(SheetNotes.OfDrawing(study.Case.Demand, frame, book));
        notes.AddRange(EstimateNotes.Of(study, frame, book));
        SheetNotes.Add(column, notes, style, book);
        return new GroupItem("panel", column.Items);
    }

    private static void KeyFigure(SheetColumn column, AccessIndicators total, MapStyle style, Phrasebook book)
    {
        column.Skip(8);
        column.Add(new TextItem(
            Figures.Share(total.ShareWithin(WithinThirty), book), new PaperPoint(column.Box.Left, column.Y), 10.5, style.Text.Strong)
        { IsBold = true });
        column.Skip(1.4);
        column.Paragraph(book.Say("maps.figure.within-30"), SheetColumn.PlainSize, style.Text.Plain);
        column.Skip(1.5);
    }

    private static string Description(StructureAccess access, ClassTally tally, string subtitle, Phrasebook book) => string.Join(' ',
        subtitle + ".",
        book.Say(
            "maps.sheet.description",
            tally.Total,
            Figures.Share(access.Total.ShareWithin(WithinThirty), book),
            Figures.Minutes(access.Total.MeanMinutes, book),
            Figures.Minutes(access.Total.Longest?.Minutes, book),
            tally.WithoutAccess));
}
