using System.Globalization;
using NavGeo.Data.Regions;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Labels;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The sheet of a division, A4 upright: regions in colours of which neighbours never share one, municipal boundaries
/// within them, the names of the centres, and beside them the rule, the counts and the measures.
/// </summary>
public static class RegionSheet
{
    private const double Width = 210;
    private const double Height = 297;
    private const double Margin = 10;
    private const double NameSize = 2.3;
    private const double DotRadius = 0.5;
    private static readonly PaperBox NarrowMap = new(Margin, 28, 148, 276);
    private static readonly PaperBox SidePanel = new(153, 28, Width - Margin, 276);

    /// <summary>The whole width, with the panels in the corners where Norway has nothing but sea and neighbours.</summary>
    private static readonly PaperBox WideMap = new(Margin, 28, Width - Margin, 276);
    private static readonly PaperBox UpperPanel = new(13, 31, 64, 150);
    private static readonly PaperBox LowerPanel = new(138, 180, 197, 272);
    private static readonly PaperBox FooterBox = new(Margin, 278.5, Width - Margin, 293);

    /// <summary>Six light colours that differ in hue and a little in lightness; singles stay white.</summary>
    internal static readonly IReadOnlyList<string> Colours = ["#cfe3c8", "#f6dfb3", "#c9dcf0", "#ecc9c4", "#ddd0ea", "#cdeae6"];

    internal const string SingleColour = "#ffffff";

    /// <summary>Draws the sheet.</summary>
    /// <exception cref="ArgumentException">The market has no boundaries.</exception>
    public static MapDrawing Draw(LoadedMarket loaded, RegionDivision division, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        MapStyle style = MapStyle.TravelTime;
        var extent = new Envelope();
        foreach (Data.Boundaries.MunicipalityBoundary boundary in loaded.Boundaries) extent.ExpandToInclude(boundary.Extent);
        (PaperFrame frame, bool isWide) = Layout(loaded, extent);
        string title = book.Say("regions.sheet.title", division.Rule.Name);
        string subtitle = book.Say(
            "regions.sheet.subtitle", division.Market.Count, division.Regions.Count, division.Market.Year?.ToString(CultureInfo.InvariantCulture) ?? "–");
        (GroupItem names, int missing) = Names(division, frame, style);
        string crs = string.Create(CultureInfo.InvariantCulture, $"EPSG:25833, grid north up, 1:{frame.Denominator} on A4");
        return new MapDrawing
        {
            Width = Width,
            Height = Height,
            Title = title,
            Description = subtitle + ". " + string.Join("; ", Figures(division, book).Select(f => $"{f.Text}: {f.Figure}")),
            Language = language,
            Provenance = RegionLayer.ProvenanceOf(loaded, division, title, crs),
            Items =
            [
                new BoxItem(new PaperBox(0, 0, Width, Height), new Fill("#ffffff")),
                SheetTitle.Draw(title, subtitle, new PaperBox(Margin, Margin, Width - Margin, 26), style),
                new GroupItem("map", [new BoxItem(frame.Box, new Fill(style.Ground.Water)), .. Areas(loaded, division, frame, style), names], frame.Box),
                new BoxItem(frame.Box, null, new Stroke(style.Text.Weak, 0.25)),
                Panel(division, isWide, missing, style, book),
                Footer(loaded, frame, style, book),
            ],
        };
    }

    /// <summary>For every region the index of its colour, -1 for a municipality alone; neighbours have different ones as long as six are enough.</summary>
    public static IReadOnlyList<int> ColoursOf(RegionDivision division)
    {
        var colours = new int[division.Regions.Count];
        Array.Fill(colours, -1);
        var used = new int[Colours.Count];
        foreach (int r in Enumerable.Range(0, colours.Length).OrderByDescending(r => division.Regions[r].Members.Count).ThenBy(r => r))
        {
            if (division.Regions[r].Members.Count < 2) continue;
            var taken = new HashSet<int>();
            foreach (int m in division.Regions[r].Members)
            {
                foreach (int neighbour in division.Market.Contiguity.Of(m)) taken.Add(colours[division.Placements[neighbour].Region]);
            }
            // Of the free colours the one least used, so that the map is not one colour with exceptions.
            colours[r] = Enumerable.Range(0, Colours.Count).OrderBy(c => taken.Contains(c)).ThenBy(c => used[c]).ThenBy(c => c).First();
            used[colours[r]]++;
        }
        return colours;
    }

    private static IEnumerable<DrawingItem> Areas(LoadedMarket loaded, RegionDivision division, PaperFrame frame, MapStyle style)
    {
        IReadOnlyList<int> colours = ColoursOf(division);
        Geometry[] areas = [.. division.Regions.Select(r => RegionLayer.Dissolve(loaded, r))];
        for (int r = 0; r < areas.Length; r++)
            yield return new AreaItem(PaperShapes.Rings(frame, areas[r]), new Fill(colours[r] < 0 ? SingleColour : Colours[colours[r]]));
        foreach (Data.Boundaries.MunicipalityBoundary boundary in loaded.Boundaries)
            yield return new AreaItem(PaperShapes.Rings(frame, boundary.Area), null, new Stroke(style.Ground.Boundary, 0.06));
        for (int r = 0; r < areas.Length; r++)
            yield return new AreaItem(PaperShapes.Rings(frame, areas[r]), null, new Stroke(style.Text.Plain, 0.22));
    }

    /// <summary>Centres with members, those of large regions first; how many found no room.</summary>
    private static (GroupItem Group, int Missing) Names(RegionDivision division, PaperFrame frame, MapStyle style)
    {
        var items = new List<DrawingItem>();
        var texts = new Dictionary<string, TextItem>(StringComparer.Ordinal);
        var requests = new List<LabelRequest>();
        var dots = new List<PaperBox>();
        foreach (Region region in division.Regions.Where(r => r.Members.Count > 1))
        {
            Municipality centre = division.Market.Municipalities[region.Centre];
            PaperPoint at = frame.ToPaper(Planning.Projection.MapProjection.Norway.ToPlane(centre.Centre));
            var text = new TextItem(centre.Name, default, NameSize, style.Text.Strong) { Halo = new Stroke(style.Text.Halo, 0.6) };
            texts[region.Id] = text;
            int people = division.Market.Commuting?.Jobs[region.Centre] ?? centre.Population;
            requests.Add(new LabelRequest(region.Id, at, DotRadius, text.Width + 0.4, NameSize * (SheetFont.CapitalHeight + SheetFont.Descent) + 0.3, people) { MayHaveLeader = true });
            dots.Add(PaperBox.Around(at, DotRadius * 2, DotRadius * 2));
            items.Add(new CircleItem(at, DotRadius, new Fill(style.Text.Strong), new Stroke(style.Text.Halo, 0.15)));
        }
        IReadOnlyList<LabelPlacement> placed = new LabelPlacer(frame.Box.Grown(-0.8), dots).Place(requests);
        foreach (LabelPlacement placement in placed)
        {
            if (placement.LeaderEnd is { } end) items.Add(new LineItem([[end, placement.Request.Anchor]], new Stroke(style.Text.Plain, 0.15)));
            double baseline = placement.Box.Bottom - 0.15 - NameSize * SheetFont.Descent;
            items.Add(texts[placement.Request.Id] with { Baseline = new PaperPoint(placement.Box.Left + 0.2, baseline) });
        }
        return (new GroupItem("names", items), requests.Count - placed.Count);
    }

    /// <summary>The wide map where no land lies beneath the panels, the narrow one with one panel beside it otherwise.</summary>
    private static (PaperFrame Frame, bool IsWide) Layout(LoadedMarket loaded, Envelope extent)
    {
        PaperFrame wide = PaperFrame.Fit(extent, WideMap, 3);
        bool isClear = !loaded.Boundaries.Any(b => PaperShapes.Rings(wide, b.Area)
            .Any(ring => ring.Any(point => UpperPanel.Contains(point) || LowerPanel.Contains(point))));
        return isClear ? (wide, true) : (PaperFrame.Fit(extent, NarrowMap, 3), false);
    }

    private static GroupItem Panel(RegionDivision division, bool isWide, int missing, MapStyle style, Phrasebook book)
    {
        var column = new SheetColumn(isWide ? UpperPanel : SidePanel, style.Text);
        SheetColumn lower = isWide ? new SheetColumn(LowerPanel, style.Text) : column;
        column.Heading(book.Say("regions.sheet.counts"));
        foreach ((string text, string figure) in Figures(division, book)) column.Row(text, figure, 4.4);
        column.Skip(2);
        column.Heading(book.Say("regions.view.test"));
        foreach (IGrouping<string, Placement> test in division.Placements.GroupBy(p => p.Test).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal))
            column.Row(test.Key, book.Whole(test.Count()), 4.2);
        column.Skip(2);
        lower.Heading(book.Say("regions.sheet.parameters"));
        foreach ((string name, object value) in division.Rule.Parameters)
        {
            string written = value is bool flag ? book.Say(flag ? "page.yes" : "page.no") : Convert.ToString(value, book.Culture) ?? "";
            if (written.Length is > 0 and < 12) lower.Row(name.Replace('_', ' '), written, 3.9);
        }
        lower.Skip(2);
        var notes = new List<string> { book.Say("regions.sheet.note-own"), book.Say("regions.sheet.note-colours"), book.Say("regions.sheet.note-contiguity") };
        if (missing > 0) notes.Add(book.Say("regions.sheet.note-missing", missing));
        SheetNotes.Add(column, notes, style, book);
        return new GroupItem("panel", isWide ? [.. column.Items, .. lower.Items] : column.Items);
    }

    private static IEnumerable<(string Text, string Figure)> Figures(RegionDivision division, Phrasebook book)
    {
        yield return (book.Say("regions.sheet.regions"), book.Whole(division.Regions.Count));
        yield return (book.Say("regions.sheet.singles"), book.Whole(division.Placements.Count(p => p.Role == PlacementRole.Single)));
        if (division.Market.Commuting is null) yield break;
        DivisionQuality quality = DivisionQuality.Of(division);
        yield return (book.Say("regions.sheet.self-contained"), book.Decimals(quality.SelfContainedPercent, 1) + " %");
        yield return (book.Say("regions.sheet.least-supply"), book.Decimals(quality.LeastSupplyPercent, 1) + " %");
        yield return (book.Say("regions.sheet.modularity"), book.Decimals(quality.Modularity, 3));
        yield return (book.Say("regions.sheet.median-size"), book.Whole(quality.Sizes[2]));
    }

    private static GroupItem Footer(LoadedMarket loaded, PaperFrame frame, MapStyle style, Phrasebook book)
    {
        string sources = string.Join("; ", loaded.Sources.Select(s => s.Licence.Length > 0 ? s.In(book.Language) : s.Title).Distinct());
        IEnumerable<string> lines = TextBlock.Wrap(book.Say("maps.sheet.sources", sources) + ". " + book.Say("regions.sheet.made", Provenance.Version), SheetColumn.NoteSize, 95);
        return SheetFooter.Of(frame, lines, FooterBox, style, book);
    }
}
