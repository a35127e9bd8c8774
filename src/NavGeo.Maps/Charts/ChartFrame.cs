using NavGeo.Maps.Drawing;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps.Charts;

/// <summary>
/// The paper of a chart: a plot with a scale below it, series in colours that differ in grey too, and what they are called. Drawn once
/// for every file format. Millimetres; scratch for one thread.
/// </summary>
internal sealed class ChartFrame
{
    /// <summary>Width of every chart: that of a report's column.</summary>
    public const double Width = 170;

    /// <summary>Size of its texts.</summary>
    public const double TextSize = 3.1;

    private const double Right = 8, LegendRow = 4.8, AxisHeight = 13, OtherFont = 1.2;
    private const string Ink = "#16212b", Weak = "#6b747c", Grid = "#dcdfe2";

    /// <summary>The first is the baseline's; dashes tell neighbours apart in grey print.</summary>
    private static readonly (string Colour, double[]? Dashes)[] Series =
    [
        (Ink, null), ("#0b6aa2", null), ("#c4511a", [2.2, 0.9]), ("#5b8a1d", [0.8, 0.8]), ("#8e3b8f", [3.2, 0.9, 0.8, 0.9]), ("#b38600", null), ("#2f7f78", [2.2, 0.9]), ("#7c5a3c", [0.8, 0.8]),
    ];

    private readonly List<DrawingItem> items = [];
    private readonly Phrasebook book;
    private readonly double most;

    /// <param name="book">The language.</param>
    /// <param name="height">Of the plot.</param>
    /// <param name="left">Where the plot begins.</param>
    /// <param name="most">The largest value of the scale; it begins at 0.</param>
    /// <param name="legend">Names of the series, written above the plot.</param>
    public ChartFrame(Phrasebook book, double height, double left, double most, IReadOnlyList<string> legend)
    {
        (this.book, this.most) = (book, most > 0 ? most : 1);
        double top = 3 + Legend(legend);
        Plot = new PaperBox(left, top, Width - Right, top + height);
    }

    /// <summary>Where values are drawn.</summary>
    public PaperBox Plot { get; }

    /// <summary>Room for names left of a plot; a viewer without the font has a wider one.</summary>
    public static double RoomFor(IEnumerable<string> names) => 4 + OtherFont * names.Select(n => SheetFont.Measure(n, TextSize)).DefaultIfEmpty(0).Max();

    /// <summary>Where a value stands.</summary>
    public double X(double value) => Plot.Left + Plot.Width * Math.Clamp(value / most, 0, 1);

    /// <summary>The line of a series.</summary>
    public static Stroke StrokeOf(int series) => new(Series[series % Series.Length].Colour, 0.55, Series[series % Series.Length].Dashes);

    /// <summary>The colour of a series.</summary>
    public static string ColourOf(int series) => Series[series % Series.Length].Colour;

    /// <summary>Adds something.</summary>
    public void Add(DrawingItem item) => items.Add(item);

    /// <summary>A text that ends or begins at a point.</summary>
    public void Text(string text, double x, double y, TextAnchor anchor = TextAnchor.Start, bool isWeak = false, double size = TextSize) =>
        items.Add(new TextItem(text, new PaperPoint(x, y), size, isWeak ? Weak : Ink) { Anchor = anchor });

    /// <summary>The scale below the plot with a line of the grid at each mark, and what it counts.</summary>
    public void Scale(string title)
    {
        double step = StepOf(most);
        for (double mark = 0; mark <= most * 1.0001; mark += step)
        {
            items.Add(new LineItem([[new(X(mark), Plot.Top), new(X(mark), Plot.Bottom)]], new Stroke(Grid, 0.2)));
            Text(mark.ToString(step < 1 ? "0.0" : "N0", book.Culture), X(mark), Plot.Bottom + 4.2, TextAnchor.Middle, isWeak: true);
        }
        Text(title, Plot.Left + Plot.Width / 2, Plot.Bottom + 9.2, TextAnchor.Middle);
    }

    /// <summary>The finished chart.</summary>
    /// <param name="publication">What it shows.</param>
    /// <param name="title">Of the file.</param>
    /// <param name="description">What it says, for those who cannot see it.</param>
    public MapDrawing ToDrawing(Publication publication, string title, string description) => new()
    {
        Width = Width,
        Height = Plot.Bottom + AxisHeight,
        Title = title,
        Description = description,
        Language = book.Language,
        Provenance = Provenance.Of(publication.Study, title, "none: a chart", [.. publication.Comparison.Structures.Select(s => s.Structure)]),
        Items = [new BoxItem(new PaperBox(0, 0, Width, Plot.Bottom + AxisHeight), new Fill("#ffffff")), .. items],
    };

    /// <summary>Structures whose people travel alike are one series: their ids and the first of them.</summary>
    public static (string Name, ComparedStructure Structure)[] SeriesOf(Publication publication) =>
    [
        .. publication.Comparison.Structures.GroupBy(s => string.Join('|', s.Access.Assignment.Milliseconds.ToArray()), StringComparer.Ordinal)
            .Select(g => (string.Join(", ", g.Select(s => s.Structure.Id)), g.First())),
    ];

    private double Legend(IReadOnlyList<string> names)
    {
        (double x, double y) = (2, 4.5);
        for (int i = 0; i < names.Count; i++)
        {
            double width = 11 + OtherFont * SheetFont.Measure(names[i], TextSize) + 5;
            if (x > 2 && x + width > Width - 2) (x, y) = (2, y + LegendRow);
            items.Add(new LineItem([[new(x, y - 1), new(x + 8, y - 1)]], StrokeOf(i)));
            items.Add(new CircleItem(new PaperPoint(x + 4, y - 1), 0.9, new Fill(ColourOf(i))));
            Text(names[i], x + 9.5, y);
            x += width;
        }
        return names.Count == 0 ? 0 : y + 1;
    }

    private static double StepOf(double most)
    {
        double rough = most / 6;
        double ten = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return ((double[])[1, 2, 5, 10]).Select(f => f * ten).First(s => s >= rough * 0.999);
    }
}
