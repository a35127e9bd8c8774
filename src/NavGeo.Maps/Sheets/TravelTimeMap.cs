using NavGeo.Maps.Drawing;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Styles;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The map itself, without title and legend: ground, travel times, roads, sites and names inside one frame. The sheet
/// of one structure and the sheet of all structures draw the same map in different sizes.
/// </summary>
internal sealed class TravelTimeMap
{
    private const double SeamWidth = 0.05;
    private const double CasingWidth = 0.3;
    private const double LeastCircle = 0.6;
    private const double LargestCircle = 4.5;
    private static readonly double[] FerryDashes = [1.3, 0.8];

    private readonly AccessStudy study;
    private readonly StructureAccess access;
    private readonly SheetSettings settings;
    private readonly PaperFrame frame;
    private readonly double lineScale;

    /// <param name="study">The measured case.</param>
    /// <param name="access">The structure shown.</param>
    /// <param name="settings">Language, style and background.</param>
    /// <param name="frame">Where it stands.</param>
    /// <param name="lineScale">1 for a full sheet; less where maps are small and lines must be thinner.</param>
    public TravelTimeMap(AccessStudy study, StructureAccess access, SheetSettings settings, PaperFrame frame, double lineScale)
    {
        this.study = study;
        this.access = access;
        this.settings = settings;
        this.frame = frame;
        this.lineScale = lineScale;
    }

    private MapStyle Style => settings.Style;

    /// <summary>Everything but the names.</summary>
    public GroupItem Draw() => new(
        "map", [Ground(), Times(), Boundaries(), Roads(), .. SiteSymbols.Draw(study.Case, access.Structure, Style, frame, lineScale)], frame.Box);

    /// <summary>The line around the map.</summary>
    public BoxItem Border() => new(frame.Box, null, new Stroke(Style.Text.Weak, 0.25));

    private GroupItem Ground()
    {
        MapBackground background = settings.Background;
        bool hasOutlines = background.Municipalities.Count > 0;
        var items = new List<DrawingItem> { new BoxItem(frame.Box, new Fill(hasOutlines ? Style.Ground.Outside : Style.Ground.Land)) };
        var land = new Fill(Style.Ground.Land);
        items.AddRange(background.Municipalities.Select(m => new AreaItem(PaperShapes.Rings(frame, m.Area), land)));
        var water = new Fill(Style.Ground.Water);
        items.AddRange(background.Water.Select(w => new AreaItem(PaperShapes.Rings(frame, w), water)));
        return new GroupItem("ground", items);
    }

    private GroupItem Boundaries()
    {
        var line = new Stroke(Style.Ground.Boundary, Style.Ground.BoundaryMm * lineScale);
        return new GroupItem("boundaries", [.. settings.Background.Municipalities
            .Select(m => new AreaItem(PaperShapes.Rings(frame, m.Area), null, line))]);
    }

    private GroupItem Times() => new(
        "travel-times", study.Case.Demand.CellMetres > 0 ? [.. Cells()] : [.. Circles()]);

    /// <summary>One shape a class: the union of its cells has no seams between them.</summary>
    private IEnumerable<DrawingItem> Cells()
    {
        CellMosaic mosaic = CellMosaic.Of(study.Case.Demand, access.Assignment, Style, frame);
        for (int i = 0; i < mosaic.Squares.Count; i++)
        {
            if (mosaic.Squares[i].Count == 0) continue;
            Geometry area = CatchmentLayer.UnionOf(mosaic.Squares[i], mosaic.SideMetres);
            bool hasAccess = i < Style.Classes.Count;
            Fill fill = hasAccess ? new Fill(Style.Classes[i].Colour) : NoAccessFill(Style);
            // Neighbouring classes would show a hairline of ground between them on screens.
            var seam = new Stroke(hasAccess ? fill.Colour : Style.NoAccess.Hatch, hasAccess ? SeamWidth : 0.12 * lineScale);
            yield return new AreaItem(PaperShapes.Rings(frame, area), fill, seam);
        }
    }

    /// <summary>Places that are points: circles whose area is the number of people, large ones beneath.</summary>
    private IEnumerable<DrawingItem> Circles()
    {
        Demand demand = study.Case.Demand;
        int most = 1;
        foreach (int people in demand.People) most = Math.Max(most, people);
        IEnumerable<int> order = Enumerable.Range(0, demand.Count)
            .Where(p => access.Assignment.States[p] != AccessState.Outside)
            .OrderByDescending(p => demand.People[p]);
        foreach (int place in order)
        {
            double radius = Math.Max(LeastCircle, LargestCircle * Math.Sqrt((double)demand.People[place] / most)) * lineScale;
            Fill fill = FillOf(Style.ClassOf(access.Assignment.TimeOf(place)));
            yield return new CircleItem(
                frame.ToPaper(demand.Points[place]), radius, fill, new Stroke(Style.Text.Plain, 0.12 * lineScale));
        }
    }

    private Fill FillOf(int index) => index < 0 ? NoAccessFill(Style) : new Fill(Style.Classes[index].Colour);

    /// <summary>The hatching of those without access; the legend shows the same.</summary>
    public static Fill NoAccessFill(MapStyle style) =>
        new(style.NoAccess.Colour, 1, new Hatch(style.NoAccess.Hatch, style.NoAccess.SpacingMm, style.NoAccess.WidthMm));

    /// <summary>The dashes of ferries, for the legend too.</summary>
    public static Stroke StrokeOf(RoadStyle road, double scale) => new(
        road.Colour,
        road.WidthMm * scale,
        road.Kind == RoadKind.Ferry ? [.. FerryDashes.Select(d => d * scale)] : null);

    private GroupItem Roads()
    {
        List<IReadOnlyList<PaperPoint>>[] lines = [.. Style.Roads.Select(_ => new List<IReadOnlyList<PaperPoint>>())];
        RoadGraph graph = study.Metric.Graph;
        foreach (int edge in RoadsInFrame.Of(graph, frame))
            lines[(int)RoadsInFrame.KindOf(graph, edge)].Add(PaperShapes.Line(frame, graph.Shape(edge)));
        var items = new List<DrawingItem>();
        foreach (RoadStyle road in Style.Roads.Where(r => r.Casing is not null).Reverse())
            items.Add(new LineItem(lines[(int)road.Kind], new Stroke(road.Casing!, (road.WidthMm + CasingWidth) * lineScale)));
        foreach (RoadStyle road in Style.Roads.Reverse())
            items.Add(new LineItem(lines[(int)road.Kind], StrokeOf(road, lineScale)));
        return new GroupItem("roads", items);
    }
}
