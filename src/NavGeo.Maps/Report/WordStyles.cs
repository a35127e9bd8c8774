using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using StyleSheet = DocumentFormat.OpenXml.Wordprocessing.Styles;

namespace NavGeo.Maps.Report;

/// <summary>How a report looks in Word: the built-in style names, so that the navigation pane and contents work.</summary>
internal static class WordStyles
{
    public const string Caption = "Caption";
    public const string Cell = "TableText";
    public const string Bullet = "ListBullet";

    /// <summary>Width of the text in twentieths of a point: A4 less margins of 20 mm.</summary>
    public const int TextWidth = 9638;

    private const string Blue = "0056B4";
    private const string Font = "Calibri";

    public static StyleSheet Of(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font },
                new FontSize { Val = "21" },
                new Languages { Val = language switch { "nb" => "nb-NO", "nn" => "nn-NO", _ => "en-GB" } })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph("Normal", "Normal", null, null, isDefault: true),
        Paragraph("Title", "Title", new StyleParagraphProperties(new SpacingBetweenLines { After = "240" }), Run("44", "1C1C1C")),
        Heading(1, "32"), Heading(2, "25"), Heading(3, "22"),
        Paragraph(Caption, "caption", new StyleParagraphProperties(new SpacingBetweenLines { Before = "120", After = "60" }), new StyleRunProperties(new Italic(), new Color { Val = "444444" }, new FontSize { Val = "18" })),
        Paragraph(Cell, "Table Text", new StyleParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20", Line = "220", LineRule = LineSpacingRuleValues.Auto }), new StyleRunProperties(new FontSize { Val = "16" })),
        Paragraph(Bullet, "List Bullet", new StyleParagraphProperties(
            new NumberingProperties(new NumberingId { Val = 1 }), new SpacingBetweenLines { After = "60" }, new Indentation { Left = "360", Hanging = "360" }), null));

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    public static Footer PageNumber(string title) => new(new Paragraph(
        new ParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = TextWidth })),
        new Run(new RunProperties(new FontSize { Val = "16" }), new Text(title), new TabChar()),
        new SimpleField(new Run(new RunProperties(new FontSize { Val = "16" }), new Text("1"))) { Instruction = " PAGE " }));

    public static SectionProperties Section(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906U, Height = 16838U },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134U, Right = 1134U, Header = 567U, Footer = 567U, Gutter = 0U });

    private static Style Heading(int level, string size) => Paragraph(
        $"Heading{level.ToString(CultureInfo.InvariantCulture)}",
        $"heading {level.ToString(CultureInfo.InvariantCulture)}",
        new StyleParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "320", After = "120" }, new OutlineLevel { Val = level - 1 }),
        Run(size, Blue));

    private static StyleRunProperties Run(string size, string colour) =>
        new(new Bold(), new Color { Val = colour }, new FontSize { Val = size });

    private static Style Paragraph(string id, string name, StyleParagraphProperties? paragraph, StyleRunProperties? run, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        else style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (paragraph is not null) style.Append(paragraph);
        if (run is not null) style.Append(run);
        return style;
    }
}
