using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NavGeo.Maps.Drawing;
using NavGeo.Planning.Language;
using NavGeo.Reports.Pages;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Shapes = DocumentFormat.OpenXml.Drawing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace NavGeo.Maps.Report;

/// <summary>Writes the blocks of a report into the body of a Word document. Scratch for one thread.</summary>
internal sealed class WordBody
{
    private const int DotsPerInch = 150;
    private const long EmuPerMillimetre = 36_000;
    private const double MostPictureWidth = 170;

    /// <summary>Leaves room on the page for a heading above and the caption below.</summary>
    private const double MostPictureHeight = 212;

    private readonly MainDocumentPart main;
    private readonly Body body;
    private readonly PageDocument document;
    private readonly IReadOnlyDictionary<string, MapDrawing> pictures;
    private readonly Phrasebook texts;
    private string section = "";
    private int headings;
    private int tables;
    private int figures;
    private bool breaksNext;

    public WordBody(MainDocumentPart main, Body body, PageDocument document, IReadOnlyDictionary<string, MapDrawing> pictures)
    {
        this.main = main;
        this.body = body;
        this.document = document;
        this.pictures = pictures;
        texts = Phrasebook.For(document.Language);
    }

    /// <summary>Adds a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="next">What follows: a sentence that leads up to a table or picture stays on its page.</param>
    public void Add(PageBlock block, PageBlock? next)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Heading(heading);
                break;
            case ParagraphBlock paragraph:
                body.Append(next is TableBlock or FigureBlock
                    ? new Paragraph([new ParagraphProperties(new KeepNext()), .. Runs(paragraph.Text)])
                    : new Paragraph(Runs(paragraph.Text)));
                break;
            case PointsBlock points:
                foreach (string point in points.Points) body.Append(Styled(WordStyles.Bullet, Runs(point)));
                break;
            case TableBlock table:
                Table(table);
                break;
            case FigureBlock figure:
                Figure(figure);
                break;
            case PageBreakBlock:
                breaksNext = true;
                break;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Run> Runs(string text, int? halfPoints = null) => InlineRun.Of(text).Select(run =>
    {
        var properties = new RunProperties();
        if (run.IsCode) properties.Append(new RunFonts { Ascii = "Consolas", HighAnsi = "Consolas" });
        if (run.IsStrong) properties.Append(new Bold());
        if (run.IsCode) properties.Append(new NoProof());
        if (halfPoints is { } size) properties.Append(new FontSize { Val = Text(size) });
        var words = new Text(WrittenText.Clean(run.Text, keepsEnds: true)) { Space = SpaceProcessingModeValues.Preserve };
        return properties.HasChildren ? new Run(properties, words) : new Run(words);
    });

    private static Paragraph Styled(string style, IEnumerable<OpenXmlElement> content, params OpenXmlElement[] more) =>
        new([new ParagraphProperties([new ParagraphStyleId { Val = style }, .. more]), .. content]);

    private void Heading(HeadingBlock heading)
    {
        headings++;
        section = string.Concat(InlineRun.Of(heading.Text).Select(r => r.Text));
        string style = heading.Level == 1 ? "Title" : $"Heading{Text(heading.Level - 1)}";
        string id = Text(headings);
        OpenXmlElement[] breaks = breaksNext ? [new PageBreakBefore()] : [];
        breaksNext = false;
        body.Append(Styled(
            style,
            [new BookmarkStart { Id = id, Name = "_s" + id }, .. Runs(heading.Text), new BookmarkEnd { Id = id }],
            breaks));
        if (heading.Level == 1) Contents();
    }

    /// <summary>Links to the sections, below the title.</summary>
    private void Contents()
    {
        body.Append(new Paragraph(new Run(new RunProperties(new Bold()), new Text(texts.Say("report.contents")))));
        int number = 0;
        foreach (HeadingBlock each in document.Blocks.OfType<HeadingBlock>())
        {
            number++;
            if (each.Level == 2) body.Append(Styled(WordStyles.Bullet, [new Hyperlink(Runs(each.Text)) { Anchor = "_s" + Text(number), History = true }]));
        }
    }

    private void Table(TableBlock table)
    {
        body.Append(Numbered("report.table", ++tables, section, new KeepNext()));
        var columns = WordColumns.Of(table);
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4U, Color = "B7C4D6" }, new LeftBorder { Val = BorderValues.Single, Size = 4U, Color = "B7C4D6" },
            new BottomBorder { Val = BorderValues.Single, Size = 4U, Color = "B7C4D6" }, new RightBorder { Val = BorderValues.Single, Size = 4U, Color = "B7C4D6" },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4U, Color = "B7C4D6" },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4U, Color = "B7C4D6" });
        var drawn = new Table(
            new TableProperties(
                new TableWidth { Width = Text(WordStyles.TextWidth), Type = TableWidthUnitValues.Dxa }, borders,
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa }),
                new TableCaption { Val = section }),
            new TableGrid(columns.Widths.Select(w => new GridColumn { Width = Text(w) })));
        drawn.Append(Row(table, table.Header, columns, isHead: true));
        foreach (IReadOnlyList<string> row in table.Rows) drawn.Append(Row(table, row, columns, isHead: false));
        body.Append(drawn);
        body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "60" })));
    }

    private static TableRow Row(TableBlock table, IReadOnlyList<string> cells, WordColumns columns, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (int i = 0; i < cells.Count; i++)
        {
            var cell = new TableCellProperties(new TableCellWidth { Width = Text(columns.Widths[i]), Type = TableWidthUnitValues.Dxa });
            if (isHead) cell.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E6F0FF" });
            string text = isHead ? $"**{cells[i].Replace("**", "", StringComparison.Ordinal)}**" : cells[i];
            row.Append(new TableCell(cell, Styled(
                WordStyles.Cell, Runs(text.Length == 4 && isHead ? "" : text, columns.HalfPoints),
                new Justification { Val = table.IsText(i) ? JustificationValues.Left : JustificationValues.Right })));
        }
        return row;
    }

    /// <summary>A caption whose number Word keeps: "Tabell 3: …".</summary>
    private Paragraph Numbered(string key, int number, string text, params OpenXmlElement[] more)
    {
        const string mark = "\u0001";
        string[] around = texts.Say(key, mark, text).Split(mark);
        string name = key == "report.table" ? "Table" : "Figure";
        return Styled(WordStyles.Caption,
        [
            .. Runs(around[0]),
            new SimpleField(new Run(new Text(Text(number)))) { Instruction = $" SEQ {name} \\* ARABIC " },
            .. Runs(around[1]),
        ], more);
    }

    private void Figure(FigureBlock figure)
    {
        figures++;
        MapDrawing drawing = pictures[figure.Id];
        string id = "rIdFigure" + Text(figures);
        ImagePart image = main.AddImagePart(ImagePartType.Png, id);
        using (var png = new MemoryStream())
        {
            SkiaRenderer.WritePng(png, drawing, DotsPerInch);
            png.Position = 0;
            image.FeedData(png);
        }
        double scale = Math.Min(MostPictureWidth / drawing.Width, MostPictureHeight / drawing.Height);
        long width = (long)(drawing.Width * scale * EmuPerMillimetre);
        long height = (long)(drawing.Height * scale * EmuPerMillimetre);
        uint number = (uint)figures;
        string name = "Figure " + Text(figures);
        string alternative = string.Join(' ', figure.Alternative.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var picture = new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties { Id = number, Name = name, Description = alternative }, new Pictures.NonVisualPictureDrawingProperties()),
            new Pictures.BlipFill(new Shapes.Blip { Embed = id }, new Shapes.Stretch(new Shapes.FillRectangle())),
            new Pictures.ShapeProperties(
                new Shapes.Transform2D(new Shapes.Offset { X = 0, Y = 0 }, new Shapes.Extents { Cx = width, Cy = height }),
                new Shapes.PresetGeometry(new Shapes.AdjustValueList()) { Preset = Shapes.ShapeTypeValues.Rectangle }));
        var inline = new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties { Id = number, Name = name, Description = alternative },
            new Shapes.Graphic(new Shapes.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0U, DistanceFromBottom = 0U, DistanceFromLeft = 0U, DistanceFromRight = 0U };
        body.Append(new Paragraph(new ParagraphProperties(new KeepNext()), new Run(new DocumentFormat.OpenXml.Wordprocessing.Drawing(inline))));
        body.Append(Numbered("report.figure", figures, figure.Caption));
    }
}
