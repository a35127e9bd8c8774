using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// All structures of a case side by side on one sheet: the same window, the same classes, and beneath each map its
/// figures, so that the eye compares and the numbers confirm.
/// </summary>
public static class ComparisonSheet
{
    /// <summary>So many structures fit; more want a second sheet.</summary>
    public const int MostStructures = 11;

    private const double Gutter = 5;
    private const double HeadingHeight = 7.5;
    private const double RowHeight = 3.9;
    private const double TableHeight = RowHeight * 4 + 1.5;
    private const double LineScale = 0.6;
    private const int MostColumns = 4;
    private const double LegendWidth = 110;

    /// <summary>High enough for the two blocks of the legend one above the other.</summary>
    private const double TallSlot = 95;

    /// <summary>So much higher, for its width, than the case a map may be.</summary>
    private const double MostHeight = 1.15;

    /// <summary>Less would not hold the legend.</summary>
    private const double LeastSlotHeight = 46;
    private static readonly Indicator[] Told = [.. IndicatorCatalogue.Of(IndicatorLevel.Structure, Prominence.Sheets)];

    /// <summary>Draws the sheet.</summary>
    /// <exception cref="ArgumentException">There are no structures, or more than <see cref="MostStructures"/>.</exception>
    public static MapDrawing Draw(Publication publication, IReadOnlyList<ComparedStructure> compared, SheetSettings settings)
    {
        AccessStudy study = publication.Study;
        StructureAccess[] structures = [.. compared.Select(s => s.Access)];
        if (structures.Length is 0 or > MostStructures)
            throw new ArgumentException($"a sheet shows 1 to {MostStructures} structures", nameof(compared));
        PlanningCase planningCase = study.Case;
        Phrasebook book = Phrasebook.For(settings.Language ?? planningCase.Language);
        MapStyle style = settings.Style;
        (double width, double height) = (settings.Paper.Width, settings.Paper.Height);
        const double margin = SheetLayout.Margin;
        IReadOnlyList<PaperBox> slots = Slots(structures.Length + 1, planningCase, new PaperBox(margin, 27, width - margin, height - 21));
        var items = new List<DrawingItem>();
        string title = book.Say("maps.comparison.title", planningCase.Name.In(book.Language));
        string subtitle = book.Say(MinutesText.KeyFor("maps.sheet.subtitle", planningCase), planningCase.Name.In(book.Language), Figures.Date(planningCase.Date, book));
        items.Add(new BoxItem(new PaperBox(0, 0, width, height), new Fill("#ffffff")));
        items.Add(SheetTitle.Draw(title, subtitle, new PaperBox(margin, margin, width - margin, 26), style));
        PaperFrame frame = FrameIn(slots[0], planningCase);
        for (int i = 0; i < structures.Length; i++)
        {
            frame = FrameIn(slots[i], planningCase);
            items.Add(One(study, compared[i], settings, frame, slots[i], book));
        }
        items.Add(Legend(study, structures, settings, frame, slots[^1], book));
        string[] notes = [.. SheetNotes.OfRule(structures, book), .. SheetNotes.OfDrawing(planningCase.Demand, frame, book), .. EstimateNotes.Of(study, frame, book)];
        items.Add(SheetFooter.Draw(planningCase, settings, frame, notes, new PaperBox(margin, height - 19, width - margin, height - 3), book));
        return new MapDrawing
        {
            Width = width,
            Height = height,
            Title = title,
            Description = string.Join(' ', compared.Select(s => Sentence(s, book)).Prepend(subtitle + ".")),
            Language = book.Language,
            Provenance = SheetProvenance.OfTimes(study, settings, frame, title, [.. structures.Select(s => s.Structure)]).Under(structures[0].Rule),
            Items = items,
        };
    }

    /// <summary>Boxes of one size in rows, in the number of columns that makes the maps largest.</summary>
    private static IReadOnlyList<PaperBox> Slots(int count, PlanningCase planningCase, PaperBox body) => Enumerable.Range(1, MostColumns)
        .Select(columns => Slots(count, columns, CaseExtent.Of(planningCase), body))
        .Where(slots => slots[0].Height >= LeastSlotHeight)
        .MinBy(slots => FrameIn(slots[0], planningCase).Denominator)!;

    private static IReadOnlyList<PaperBox> Slots(int count, int columns, Envelope extent, PaperBox body)
    {
        int rows = (count + columns - 1) / columns;
        double width = (body.Width - Gutter * (columns - 1)) / columns;
        // A map much higher than its case is wide would show the ground beyond the case's own.
        double highest = Math.Max(LeastSlotHeight, HeadingHeight + TableHeight + width * extent.Height / extent.Width * MostHeight);
        double height = Math.Min(highest, (body.Height - Gutter * (rows - 1)) / rows);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double left = body.Left + i % columns * (width + Gutter);
            double top = body.Top + i / columns * (height + Gutter);
            // The legend is last and takes what is left of its row.
            return new PaperBox(left, top, i == count - 1 ? body.Right : left + width, top + height);
        })];
    }

    private static PaperFrame FrameIn(PaperBox slot, PlanningCase planningCase) => PaperFrame.Fit(
        CaseExtent.Of(planningCase),
        slot with { Top = slot.Top + HeadingHeight, Bottom = slot.Bottom - TableHeight },
        margin: 2.5);

    private static GroupItem One(
        AccessStudy study, ComparedStructure compared, SheetSettings settings, PaperFrame frame, PaperBox slot, Phrasebook book)
    {
        (MapStyle style, StructureAccess access) = (settings.Style, compared.Access);
        var map = new CaseMap(
            study, access.Structure, PlaceClasses.OfTimes(style, study.Case.Demand, access.Assignment), settings, frame, LineScale);
        var column = new SheetColumn(slot with { Top = frame.Box.Bottom + 1.2 }, style.Text);
        foreach (Indicator indicator in Told)
            column.Row(indicator.Heading(book), indicator.Cell(IndicatorSubject.Of(compared), book), RowHeight, isBold: indicator.Better == Direction.More);
        return new GroupItem(
            "structure", [.. Heading(access.Structure.Name.In(book.Language), slot, style), map.Draw(), map.Border(), .. column.Items]);
    }

    /// <summary>A name on one line, or smaller on two.</summary>
    private static IEnumerable<TextItem> Heading(string name, PaperBox slot, MapStyle style)
    {
        const double large = 3.6;
        const double small = 2.7;
        var text = new TextItem(name, new PaperPoint(slot.Left, slot.Top + 6), large, style.Text.Strong) { IsBold = true };
        if (text.Width <= slot.Width) return [text];
        IReadOnlyList<string> lines = TextBlock.Wrap(name, small, slot.Width, isBold: true);
        if (lines.Count == 1) return [text with { Size = small }];
        TextItem second = text with { Text = string.Join(' ', lines.Skip(1)), Size = small };
        return
        [
            text with { Text = lines[0], Size = small, Baseline = new PaperPoint(slot.Left, slot.Top + 2.7) },
            TextBlock.Fit(second, slot.Width, 1.8),
        ];
    }

    private static GroupItem Legend(
        AccessStudy study, IReadOnlyList<StructureAccess> structures, SheetSettings settings, PaperFrame frame, PaperBox slot, Phrasebook book)
    {
        MapStyle style = settings.Style;
        if (slot.Height >= TallSlot)
        {
            var only = new SheetColumn(slot, style.Text);
            new LegendParts(style, book).ClassNames(only);
            only.Skip(3);
            new LegendParts(style, book).Symbols(
                only, study, [.. structures.Select(s => s.Structure)], frame, settings.Background);
            return new GroupItem("legend", only.Items);
        }
        double half = (Math.Min(slot.Width, LegendWidth) - 4) / 2;
        var legend = new LegendParts(style, book);
        var left = new SheetColumn(slot with { Right = slot.Left + half }, style.Text);
        legend.ClassNames(left);
        var right = new SheetColumn(slot with { Left = left.Box.Right + 4, Right = left.Box.Right + 4 + half }, style.Text);
        legend.Symbols(right, study, [.. structures.Select(s => s.Structure)], frame, settings.Background);
        return new GroupItem("legend", [.. left.Items, .. right.Items]);
    }

    private static string Sentence(ComparedStructure compared, Phrasebook book) => $"{compared.Structure.Name.In(book.Language)}: {string.Join(
        "; ", Told.Select(i => $"{i.Title(book)} {i.Cell(IndicatorSubject.Of(compared), book)}"))}.";
}
