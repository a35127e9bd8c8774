using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Labels;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;
using NavGeo.Routing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of a survey of offices, A4 upright: the counties by the share of their offices that are guarantee offices,
/// with the number of offices on each; those that did not answer are hatched and in no sum.
/// </summary>
public static class SurveySheet
{
    private const double NameSize = 2.3;

    /// <summary>So many points along each side of a county's box are tried for its name.</summary>
    private const int Tries = 9;
    private const double RowHeight = 4.4;
    private static readonly SheetPaper Paper = SheetPaper.A4.Upright;
    private static readonly PaperBox Map = new(SheetLayout.Margin, 28, Paper.Width - SheetLayout.Margin, 276);
    private static readonly PaperBox UpperPanel = new(13, 31, 78, 160);
    private static readonly PaperBox LowerPanel = new(134, 190, 197, 272);
    private static readonly PaperBox FooterBox = new(SheetLayout.Margin, 278.5, Paper.Width - SheetLayout.Margin, 293);

    /// <summary>Per cent; the first class is none at all, the last what is above all.</summary>
    private static readonly int[] Upper = [0, 20, 30, 40];

    /// <summary>From light to dark, told apart in grey and by the colour-blind.</summary>
    private static readonly string[] Colours = ["#f4f1e8", "#f6dfb3", "#eab676", "#d9772b", "#9c4a12"];

    /// <summary>Draws the sheet.</summary>
    /// <param name="survey">The answers.</param>
    /// <param name="areas">Metres in EPSG:25833 by the county's name.</param>
    /// <param name="sources">Where areas and answers come from.</param>
    /// <param name="language">Of all texts.</param>
    public static MapDrawing Draw(
        OfficeSurvey survey, IReadOnlyDictionary<string, Geometry> areas, IReadOnlyList<SourceReference> sources, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        MapStyle style = MapStyle.TravelTime;
        var extent = new Envelope();
        foreach (Geometry area in areas.Values) extent.ExpandToInclude(area.EnvelopeInternal);
        PaperFrame frame = PaperFrame.Fit(extent, Map, 3);
        string title = book.Say("survey.title");
        string subtitle = book.Say("survey.sheet.subtitle");
        Fill notAnswered = style.NoAccess.ToFill();
        (GroupItem names, IReadOnlyList<string> unnamed) = Names(survey, areas, frame, style);
        var items = new List<DrawingItem>();
        foreach ((string county, Geometry area) in areas.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Fill fill = survey.Counties.FirstOrDefault(c => c.County == county) is { } answer ? new Fill(Colours[ClassOf(answer)]) : notAnswered;
            items.Add(new AreaItem(PaperShapes.Rings(frame, area), fill, new Stroke(style.Text.Plain, 0.15)));
        }
        string crs = string.Create(CultureInfo.InvariantCulture, $"EPSG:25833, grid north up, 1:{frame.Denominator} on A4");
        return new MapDrawing
        {
            Width = Paper.Width,
            Height = Paper.Height,
            Title = title,
            Description = $"{subtitle}. {string.Join("; ", survey.Counties.Select(c => $"{c.County}: {Told(c, book)}"))}.",
            Language = language,
            Provenance = new Provenance { Title = title, Case = null, Date = "2012", CodeYear = null, Crs = crs, Sources = sources, Parameters = [] },
            Items =
            [
                new BoxItem(new PaperBox(0, 0, Paper.Width, Paper.Height), new Fill("#ffffff")),
                SheetTitle.Draw(title, subtitle, new PaperBox(SheetLayout.Margin, SheetLayout.Margin, Paper.Width - SheetLayout.Margin, 26), style),
                new GroupItem("map", [new BoxItem(frame.Box, new Fill(style.Ground.Water)), .. items, names], frame.Box),
                new BoxItem(frame.Box, null, new Stroke(style.Text.Weak, 0.25)),
                Panel(survey, unnamed, style, book, notAnswered),
                Footer(sources, frame, style, book),
            ],
        };
    }

    /// <summary>The class of a county's share of guarantee offices.</summary>
    public static int ClassOf(CountyAnswer county)
    {
        double percent = county.Offices == 0 ? 0 : 100.0 * county.GuaranteeOffices / county.Offices;
        int index = Array.FindIndex(Upper, u => percent <= u);
        return index < 0 ? Upper.Length : index;
    }

    private static string Told(CountyAnswer county, Phrasebook book) => book.Say("survey.sheet.county", county.Offices, county.GuaranteeOffices);

    /// <summary>Name and figures inside each county; which found no room.</summary>
    private static (GroupItem Group, IReadOnlyList<string> Unnamed) Names(
        OfficeSurvey survey, IReadOnlyDictionary<string, Geometry> areas, PaperFrame frame, MapStyle style)
    {
        var items = new List<DrawingItem>();
        var texts = new Dictionary<string, (TextItem Name, TextItem? Figure)>(StringComparer.Ordinal);
        var requests = new List<LabelRequest>();
        foreach ((string county, Geometry area) in areas.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Coordinate inside = area.InteriorPoint.Coordinate;
            var name = new TextItem(county, default, NameSize, style.Text.Strong) { IsBold = true, Anchor = TextAnchor.Middle, Halo = new Stroke(style.Text.Halo, 0.7) };
            TextItem? figure = survey.Counties.FirstOrDefault(c => c.County == county) is { } answer
                ? name with { Text = FormattableString.Invariant($"{answer.Offices} / {answer.GuaranteeOffices}"), IsBold = false } : null;
            texts[county] = (name, figure);
            requests.Add(new LabelRequest(
                county, frame.ToPaper(new PlanePoint(inside.X, inside.Y)), 0.5, Math.Max(name.Width, figure?.Width ?? 0) + 0.6,
                NameSize * (figure is null ? 1.1 : 2.2), survey.Counties.FirstOrDefault(c => c.County == county)?.Offices ?? 0)
            { StandsOnPoint = true, OtherAnchors = [.. Within(area, frame)] });
        }
        foreach (LabelPlacement placed in new LabelPlacer(frame.Box.Grown(-0.8), []).Place(requests))
        {
            (TextItem name, TextItem? figure) = texts[placed.Request.Id];
            PaperPoint middle = placed.Box.Centre;
            texts.Remove(placed.Request.Id);
            if (figure is not null) items.Add(figure with { Baseline = new PaperPoint(middle.X, middle.Y + NameSize * 0.9) });
            items.Add(name with { Baseline = new PaperPoint(middle.X, middle.Y + NameSize * (figure is null ? 0.35 : -0.15)) });
        }
        return (new GroupItem("names", items), [.. texts.Select(t => t.Value.Figure is { } figure ? $"{t.Key} ({figure.Text})" : t.Key).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Points inside a county, those nearest to its middle first.</summary>
    private static IEnumerable<PaperPoint> Within(Geometry area, PaperFrame frame)
    {
        var locator = new IndexedPointInAreaLocator(area);
        Envelope box = area.EnvelopeInternal;
        return Enumerable.Range(0, Tries * Tries)
            .Select(i => new Coordinate(box.MinX + (i % Tries + 0.5) * box.Width / Tries, box.MinY + (i / Tries + 0.5) * box.Height / Tries))
            .Where(c => locator.Locate(c) == Location.Interior)
            .OrderBy(c => c.Distance(area.Centroid.Coordinate))
            .Select(c => frame.ToPaper(new PlanePoint(c.X, c.Y)));
    }

    private static GroupItem Panel(
        OfficeSurvey survey, IReadOnlyList<string> unnamed, MapStyle style, Phrasebook book, Fill notAnswered)
    {
        var column = new SheetColumn(UpperPanel, style.Text);
        var legend = new LegendParts(style, book);
        column.Heading(book.Say("survey.guarantee-share"));
        column.Skip(0.8);
        for (int i = 0; i < Colours.Length; i++)
        {
            string name = i == 0 ? book.Say("survey.sheet.none") : i < Upper.Length ? book.Say("survey.sheet.up-to", Upper[i]) : book.Say("survey.sheet.over", Upper[^1]);
            CountyAnswer[] own = [.. survey.Counties.Where(c => ClassOf(c) == i)];
            legend.Class(column, new Fill(Colours[i]), name, book.Say("survey.sheet.counties", own.Length, own.Sum(c => c.Offices)));
        }
        legend.Class(column, notAnswered, book.Say("survey.sheet.not-answered"), book.Say("survey.sheet.counties-alone", survey.NotAnswered.Count));
        IReadOnlyList<int> sums = survey.Sums;
        LegendParts.Sum(column, book.Say("maps.legend.total"), book.Say("survey.sheet.counties", survey.Counties.Count, sums[1]));
        column.Skip(2);
        column.Heading(book.Say("survey.sheet.leadership"));
        foreach ((int i, string key) in ((string[])["state-leader", "municipal-leader", "joint-leader", "split-leader", "guarantee"]).Index())
            column.Row(book.Say("survey." + key), book.Whole(sums[i + 2]), RowHeight);
        var lower = new SheetColumn(LowerPanel, style.Text);
        lower.Heading(book.Say("survey.cooperations-heading"));
        foreach (IGrouping<CooperationForm, Cooperation> form in survey.Cooperations.GroupBy(c => c.Form).OrderBy(g => g.Key))
            lower.Row(book.Say($"survey.form.{form.Key}"), book.Whole(form.Count()), RowHeight);
        lower.Skip(2);
        SheetNotes.Add(
            lower,
            [
                book.Say("survey.sheet.note"), .. survey.Contradictions().Select(c => book.Say(c)),
                .. unnamed.Count == 0 ? (string[])[] : [book.Say("maps.sheet.unnamed", string.Join(", ", unnamed))],
            ],
            style, book);
        return new GroupItem("panel", [.. column.Items, .. lower.Items]);
    }

    private static GroupItem Footer(IReadOnlyList<SourceReference> sources, PaperFrame frame, MapStyle style, Phrasebook book)
    {
        string told = string.Join("; ", sources.Select(s => s.Licence.Length > 0 ? s.In(book.Language) : s.Title).Distinct());
        IEnumerable<string> lines = TextBlock.Wrap(
            $"{book.Say("survey.source")} {book.Say("maps.sheet.sources", told)}. {book.Say("regions.sheet.made", Provenance.Version)}", SheetColumn.NoteSize, 95);
        return SheetFooter.Of(frame, lines, FooterBox, style, book);
    }
}
