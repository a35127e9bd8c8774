using NavGeo.Maps.Drawing;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// What all sheets of one map have in common: paper, title, map with its names, a panel, notes, scale, north, sources.
/// Scratch for one sheet: draw the map in <see cref="Frame"/>, fill the columns, then take the drawing.
/// </summary>
internal sealed class MapSheet
{
    /// <summary>More sites without room for their name are counted, not listed.</summary>
    private const int MostNamedInNote = 12;
    private const double MapMargin = 6;

    private readonly SheetLayout layout;
    private readonly List<string> notes = [];

    /// <param name="study">The measured case.</param>
    /// <param name="settings">Language, style, paper and background.</param>
    /// <param name="extent">What the map shows; the whole case where null.</param>
    public MapSheet(AccessStudy study, SheetSettings settings, Envelope? extent = null)
    {
        Study = study;
        Book = Phrasebook.For(settings.Language ?? study.Case.Language);
        Envelope shown = extent ?? CaseExtent.Of(study.Case, settings.Background);
        (SheetPaper paper, layout) = SheetLayout.For(settings, shown);
        Settings = settings with { Paper = paper };
        Frame = PaperFrame.Fit(shown, layout.Map, MapMargin);
        First = new SheetColumn(layout.First, settings.Style.Text);
        Second = layout.IsOneColumn ? First : new SheetColumn(layout.Second, settings.Style.Text);
        Legend = new LegendParts(settings.Style, Book);
    }

    public AccessStudy Study { get; }

    public SheetSettings Settings { get; }

    public Phrasebook Book { get; }

    public PaperFrame Frame { get; }

    public LegendParts Legend { get; }

    /// <summary>For what the map says.</summary>
    public SheetColumn First { get; }

    /// <summary>For how to read it; the first one where there is only one.</summary>
    public SheetColumn Second { get; }

    /// <summary>Adds a note beside those every map has.</summary>
    public void Note(string text) => notes.Add(text);

    /// <summary>Says which open sites found no room for their name.</summary>
    public void NoteMissing(IReadOnlyList<string> names)
    {
        if (names.Count > MostNamedInNote) Note(Book.Say("maps.sheet.many-unnamed", names.Count));
        else if (names.Count > 0) Note(Book.Say("maps.sheet.unnamed", string.Join(", ", names)));
    }

    /// <summary>Says which municipalities found no room for their name.</summary>
    public void NoteUnnamed(IReadOnlyList<string> municipalities)
    {
        if (municipalities.Count > MostNamedInNote) Note(Book.Say("sheets.municipalities.many-unnamed", municipalities.Count));
        else if (municipalities.Count > 0) Note(Book.Say("maps.sheet.unnamed", string.Join(", ", municipalities)));
    }

    /// <summary>The figure the eye shall fall on, with what it is beneath.</summary>
    public void KeyFigure(string figure, string meaning, Phrase? error = null)
    {
        First.Skip(8);
        First.Add(new TextItem(figure, new PaperPoint(First.Box.Left, First.Y), 10.5, Settings.Style.Text.Strong) { IsBold = true });
        First.Skip(1.4);
        First.Paragraph(meaning, SheetColumn.PlainSize, Settings.Style.Text.Plain);
        if (error is not null) First.Paragraph(Book.Say(error), SheetColumn.PlainSize * 0.85, Settings.Style.Text.Weak);
        First.Skip(1.5);
    }

    /// <summary>The finished sheet.</summary>
    /// <param name="heading">On the sheet.</param>
    /// <param name="subtitle">Beneath it.</param>
    /// <param name="title">Of the file.</param>
    /// <param name="description">For those who cannot see it, after the subtitle.</param>
    /// <param name="map">Map, names and border, in drawing order.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="isByCar">Whether it shows times by car, with what of them is estimated; otherwise it is of people without one.</param>
    public MapDrawing ToDrawing(
        string heading, string subtitle, string title, string description, IReadOnlyList<DrawingItem> map, Provenance provenance, bool isByCar = true)
    {
        PlanningCase planningCase = Study.Case;
        Second.Skip(2);
        SheetNotes.Add(
            Second, [.. notes, .. isByCar ? EstimateNotes.Of(Study, Frame, Book) : EstimateNotes.OfSites(Study, Book)], Settings.Style, Book);
        SheetColumn[] columns = layout.IsOneColumn ? [First] : [First, Second];
        return new MapDrawing
        {
            Width = Settings.Paper.Width,
            Height = Settings.Paper.Height,
            Title = title,
            Description = $"{subtitle}. {description}",
            Language = Book.Language,
            Provenance = provenance,
            Items =
            [
                new BoxItem(new PaperBox(0, 0, Settings.Paper.Width, Settings.Paper.Height), new Fill("#ffffff")),
                SheetTitle.Draw(heading, subtitle, layout.Title, Settings.Style),
                .. map,
                new GroupItem("panel", [.. columns.SelectMany(c => c.Items)]),
                SheetFooter.Draw(planningCase, Settings, Frame, [], layout.Footer, Book, isByCar),
            ],
        };
    }
}
