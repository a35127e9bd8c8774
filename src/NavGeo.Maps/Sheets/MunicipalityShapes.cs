using NavGeo.Data.Boundaries;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Labels;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Algorithm.Locate;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The municipalities of a case on paper: as areas where their outlines are known, as discs at their centres otherwise,
/// with names that stand inside them. In the order of the case.
/// </summary>
internal sealed class MunicipalityShapes
{
    private const double NameSize = 2.4;
    private const double DiscRadius = 4;
    private const double Gap = 0.4;
    private const double LeaderClearance = 1;
    private const int Rings = 6;
    private const int Turns = 16;
    private const double RingStep = 2.5;

    private readonly PlanningCase planningCase;
    private readonly Shape[] shapes;

    private MunicipalityShapes(PlanningCase planningCase, Shape[] shapes)
    {
        this.planningCase = planningCase;
        this.shapes = shapes;
    }

    /// <summary>The shapes within a frame.</summary>
    public static MunicipalityShapes Of(PlanningCase planningCase, SheetSettings settings, PaperFrame frame)
    {
        var outlines = settings.Background.Municipalities.ToDictionary(m => m.Number, StringComparer.Ordinal);
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        return new MunicipalityShapes(planningCase, [.. planningCase.Municipalities.Select(m =>
        {
            PaperPoint centre = frame.ToPaper(projection.ToPlane(m.Centre));
            if (!outlines.TryGetValue(m.Number, out MunicipalityBoundary? outline)) return new Shape(null, centre, []);
            NetTopologySuite.Geometries.Point inside = outline.Area.InteriorPoint;
            return new Shape(
                PaperShapes.Rings(frame, outline.Area), frame.ToPaper(new PlanePoint(inside.X, inside.Y)), [.. Within(outline.Area, inside.Coordinate, frame)]);
        })]);
    }

    /// <summary>The areas or discs.</summary>
    /// <param name="style">Colours of lines.</param>
    /// <param name="fill">The fill of each municipality.</param>
    public GroupItem Areas(MapStyle style, Func<int, Fill> fill) => new("municipalities",
    [
        .. shapes.Select((shape, m) => shape.Area is { } rings
            ? (DrawingItem)new AreaItem(rings, fill(m))
            : new CircleItem(shape.Middle, DiscRadius, fill(m), new Stroke(style.Text.Plain, 0.15))),
    ]);

    /// <summary>Names, those of most people first; the sheet says which found no room.</summary>
    /// <param name="sheet">The sheet they stand on.</param>
    /// <param name="structure">Whose site symbols they keep clear of.</param>
    /// <param name="figure">What stands beneath each name; null for nothing.</param>
    public GroupItem Labels(MapSheet sheet, Structure structure, Func<int, string>? figure)
    {
        MapStyle style = sheet.Settings.Style;
        double symbol = SiteSymbols.ScaleFor(planningCase.Sites.Count);
        IEnumerable<PaperBox> symbols = planningCase.Sites.Select((site, i) =>
        {
            double size = SiteSymbols.RadiusOf(SiteOpening.Of(structure, site.Id), symbol) * 2;
            return PaperBox.Around(sheet.Frame.ToPaper(planningCase.SitePoints[i]), size, size);
        });
        var placer = new LabelPlacer(sheet.Frame.Box.Grown(-0.8), symbols);
        var items = new List<DrawingItem>();
        var unnamed = new List<string>();
        double lines = figure is null ? 1.1 : 2.2;
        foreach ((int m, Municipality municipality) in planningCase.Municipalities.Index().OrderByDescending(m => m.Item.Population))
        {
            var name = new TextItem(municipality.Name, default, NameSize, style.Text.Strong) { IsBold = true, Anchor = TextAnchor.Middle, Halo = new Stroke(style.Text.Halo, 0.6) };
            TextItem? below = figure is null ? null : name with { Text = figure(m), IsBold = false };
            double width = Math.Max(name.Width, below?.Width ?? 0) + Gap;
            var request = new LabelRequest(municipality.Number, shapes[m].Middle, shapes[m].Area is null ? DiscRadius : LeaderClearance, width, NameSize * lines, 0);
            LabelRequest inside = request with { StandsOnPoint = true, OtherAnchors = shapes[m].Others };
            // A name with a line would stand in another municipality and read as its own.
            if (placer.Place([shapes[m].Area is null ? request with { MayHaveLeader = true } : inside]) is not [LabelPlacement placement])
            {
                unnamed.Add(municipality.Name);
                continue;
            }
            if (placement.LeaderEnd is { } end) items.Add(new LineItem([[end, shapes[m].Middle]], new Stroke(style.Text.Plain, 0.2)));
            PaperPoint middle = placement.Box.Centre;
            // The name comes last: the rim of the figure would cover its lower parts.
            if (below is not null) items.Add(below with { Baseline = new PaperPoint(middle.X, middle.Y + NameSize * 0.9) });
            items.Add(name with { Baseline = new PaperPoint(middle.X, middle.Y + NameSize * (below is null ? 0.35 : -0.15)) });
        }
        sheet.NoteUnnamed(unnamed);
        return new GroupItem("names", items);
    }

    /// <summary>Points of a municipality in rings around one of its points, the nearest first.</summary>
    private static IEnumerable<PaperPoint> Within(NetTopologySuite.Geometries.Geometry area, NetTopologySuite.Geometries.Coordinate middle, PaperFrame frame)
    {
        var locator = new IndexedPointInAreaLocator(area);
        for (int ring = 1; ring <= Rings; ring++)
        {
            for (int turn = 0; turn < Turns; turn++)
            {
                (double sine, double cosine) = Math.SinCos(turn * 2 * Math.PI / Turns);
                double metres = frame.Metres(ring * RingStep);
                var at = new NetTopologySuite.Geometries.Coordinate(middle.X + metres * cosine, middle.Y + metres * sine);
                if (locator.Locate(at) == NetTopologySuite.Geometries.Location.Interior) yield return frame.ToPaper(new PlanePoint(at.X, at.Y));
            }
        }
    }

    /// <summary>A municipality on paper: its rings, or none where only its centre is known; a point inside it, and others.</summary>
    private readonly record struct Shape(
        IReadOnlyList<IReadOnlyList<PaperPoint>>? Area, PaperPoint Middle, IReadOnlyList<PaperPoint> Others);
}
