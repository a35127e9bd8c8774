using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// All structures of a case side by side on one A4 sheet: the same window, the same classes, and beneath each map its
/// figures, so that the eye compares and the numbers confirm.
/// </summary>
public static class ComparisonSheet
{
    /// <summary>So many structures fit; more want a second sheet.</summary>
    public const int MostStructures = 11;

    private const double Width = 297;
    private const double Height = 210;
    private const double Margin = 10;
    private const double Gutter = 5;
    private const double HeadingHeight = 6;
    private const double RowHeight = 3.9;
    private const double TableHeight = RowHeight * 4 + 1.5;
    private const double LineScale = 0.6;
    private static readonly PaperBox Body = new(Margin, 27, Width - Margin, 189);
    private static readonly PaperBox FooterBox = new(Margin, 191, Width - Margin, 207);
    private static readonly int WithinThirty = Array.IndexOf([.. AccessIndicators.Thresholds], 30);

    /// <summary>Draws the sheet.</summary>
    /// <exception cref="ArgumentException">There are no structures, or more than <see cref="MostStructures"/>.</exception>
    public static MapDrawing Draw(AccessStudy study, IReadOnlyList<StructureAccess> structures, SheetSettings settings)
    {
        if (structures.Count is 0 or > MostStructures)
            throw new ArgumentException($"a sheet shows 1 to {MostStructures} structures", nameof(structures));
        PlanningCase planningCase = study.Case;
        Phrasebook book = Phrasebook.For(settings.Language ?? planningCase.Language);
        MapStyle style = settings.Style;
        IReadOnlyList<PaperBox> slots = Slots(structures.Count + 1);
        var items = new List<DrawingItem>();
        string title = book.Say("maps.comparison.title", planningCase.Name.In(book.Language));
        string subtitle = book.Say("maps.sheet.subtitle", planningCase.Name.In(book.Language), planningCase.Date);
        items.Add(new BoxItem(new PaperBox(0, 0, Width, Height), new Fill("#ffffff")));
        items.Add(SheetTitle.Draw(title, subtitle, new PaperBox(Margin, Margin, Width - Margin, 26), style));
        PaperFrame frame = FrameIn(slots[0], planningCase);
        for (int i = 0; i < structures.Count; i++)
        {
            frame = FrameIn(slots[i], planningCase);
            items.Add(One(study, structures[i], settings, frame, slots[i], book));
        }
        items.Add(Legend(study, structures, settings, frame, slots[^1], book));
        items.Add(SheetFooter.Draw(planningCase, settings, frame, FooterBox, book));
        return new MapDrawing
        {
            Width = Width,
            Height = Height,
            Title = title,
            Description = string.Join(' ', structures.Select(s => Sentence(s, book)).Prepend(subtitle + ".")),
            Language = book.Language,
            Provenance = SheetProvenance.Of(planningCase, settings, frame, title, [.. structures.Select(s => s.Structure)]),
            Items = items,
        };
    }

    /// <summary>Boxes of one size in rows; as many columns as make the maps largest on a sheet that is wider than high.</summary>
    private static IReadOnlyList<PaperBox> Slots(int count)
    {
        int columns = count <= 3 ? count : count <= 6 ? 3 : 4;
        int rows = (count + columns - 1) / columns;
        double width = (Body.Width - Gutter * (columns - 1)) / columns;
        double height = (Body.Height - Gutter * (rows - 1)) / rows;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double left = Body.Left + i % columns * (width + Gutter);
            double top = Body.Top + i / columns * (height + Gutter);
            return new PaperBox(left, top, left + width, top + height);
        })];
    }

    private static PaperFrame FrameIn(PaperBox slot, PlanningCase planningCase) => PaperFrame.Fit(
        CaseExtent.Of(planningCase),
        slot with { Top = slot.Top + HeadingHeight, Bottom = slot.Bottom - TableHeight },
        margin: 2.5);

    private static GroupItem One(
        AccessStudy study, StructureAccess access, SheetSettings settings, PaperFrame frame, PaperBox slot, Phrasebook book)
    {
        MapStyle style = settings.Style;
        var map = new TravelTimeMap(study, access, settings, frame, LineScale);
        var column = new SheetColumn(slot with { Top = frame.Box.Bottom + 1.2 }, style.Text);
        AccessIndicators total = access.Total;
        column.Row(book.Say("maps.figure.within-30-short"), Figures.Share(total.ShareWithin(WithinThirty), book), RowHeight, isBold: true);
        column.Row(book.Say("maps.figure.mean"), Figures.Minutes(total.MeanMinutes, book), RowHeight);
        column.Row(book.Say("maps.figure.longest"), Figures.Minutes(total.Longest?.Minutes, book), RowHeight);
        column.Row(
            book.Say("maps.figure.without-access"), book.Say("maps.legend.people", total.WithoutAccess), RowHeight, isBold: total.WithoutAccess > 0);
        var heading = new TextItem(
            access.Structure.Name.In(book.Language), new PaperPoint(slot.Left, slot.Top + 4), 3.6, style.Text.Strong)
        { IsBold = true };
        return new GroupItem("structure", [TextBlock.Fit(heading, slot.Width, 2.2), map.Draw(), map.Border(), .. column.Items]);
    }

    private static GroupItem Legend(
        AccessStudy study, IReadOnlyList<StructureAccess> structures, SheetSettings settings, PaperFrame frame, PaperBox slot, Phrasebook book)
    {
        MapStyle style = settings.Style;
        double half = (slot.Width - 4) / 2;
        var legend = new LegendParts(style, book);
        var left = new SheetColumn(slot with { Right = slot.Left + half }, style.Text);
        legend.ClassNames(left);
        var right = new SheetColumn(slot with { Left = slot.Right - half }, style.Text);
        legend.Symbols(right, study.Case, [.. structures.Select(s => s.Structure)], frame, settings.Background.Municipalities.Count > 0);
        var below = new SheetColumn(slot with { Top = Math.Max(left.Y, right.Y) + 3 }, style.Text);
        SheetNotes.Add(below, EstimateNotes.Of(study, frame, book), style, book);
        return new GroupItem("legend", [.. left.Items, .. right.Items, .. below.Items]);
    }

    private static string Sentence(StructureAccess access, Phrasebook book) => book.Say(
        "maps.comparison.sentence",
        access.Structure.Name.In(book.Language),
        Figures.Share(access.Total.ShareWithin(WithinThirty), book),
        Figures.Minutes(access.Total.MeanMinutes, book),
        Figures.Minutes(access.Total.Longest?.Minutes, book),
        access.Total.WithoutAccess);
}
