using NavGeo.Maps.Drawing;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing.Graph;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>
/// The map itself, without title and legend: ground, places in their classes, roads and sites inside one frame. All
/// sheets draw the same map in different sizes.
/// </summary>
/// <param name="study">The measured case.</param>
/// <param name="structure">Whose sites are shown.</param>
/// <param name="classes">How places are coloured.</param>
/// <param name="settings">Language, style and background.</param>
/// <param name="frame">Where it stands.</param>
/// <param name="lineScale">1 for a full sheet; less where maps are small and lines must be thinner.</param>
internal sealed class CaseMap(AccessStudy study, Structure structure, PlaceClasses classes, SheetSettings settings, PaperFrame frame, double lineScale)
{
    private const double SeamWidth = 0.05;
    private const double HatchRim = 0.12;
    private const double CasingWidth = 0.3;
    private const double LeastCircle = 0.6;
    private const double LargestCircle = 4.5;
    private static readonly double[] FerryDashes = [1.3, 0.8];

    private MapStyle Style => settings.Style;

    /// <summary>Everything but the names.</summary>
    public GroupItem Draw() => Draw([Places()]);

    /// <summary>The same with other things in place of the places.</summary>
    public GroupItem Draw(IReadOnlyList<DrawingItem> middle) => new(
        "map",
        [
            MapGround.Draw(settings.Background, Style, frame), .. middle, MapGround.Borders(settings.Background, Style, frame, lineScale), Roads(),
            .. Closed(),
            .. SiteSymbols.Draw(study.Case, structure, Style, frame, lineScale),
        ],
        frame.Box);

    /// <summary>The line around the map.</summary>
    public BoxItem Border() => new(frame.Box, null, new Stroke(Style.Text.Weak, 0.25));

    private GroupItem Places() => new(
        "places", study.Case.Demand.CellMetres > 0 ? [.. Cells()] : [.. Circles()]);

    /// <summary>One shape a class: the union of its cells has no seams between them.</summary>
    private IEnumerable<DrawingItem> Cells()
    {
        CellMosaic mosaic = CellMosaic.Of(study.Case.Demand, classes, frame);
        for (int i = 0; i < mosaic.Squares.Count; i++)
        {
            if (mosaic.Squares[i].Count == 0) continue;
            Geometry area = CatchmentLayer.UnionOf(mosaic.Squares[i], mosaic.SideMetres);
            Fill fill = classes.Fills[i];
            // Neighbouring classes would show a hairline of ground between them on screens.
            Stroke seam = fill.Hatch is { } hatch ? new Stroke(hatch.Colour, HatchRim * lineScale) : new Stroke(fill.Colour, SeamWidth);
            yield return new AreaItem(PaperShapes.Rings(frame, area), fill, fill.Opacity < 1 ? null : seam);
        }
    }

    /// <summary>Places that are points: circles whose area is the number of people, large ones beneath.</summary>
    private IEnumerable<DrawingItem> Circles()
    {
        Demand demand = study.Case.Demand;
        int most = 1;
        foreach (int people in demand.People) most = Math.Max(most, people);
        IEnumerable<int> order = Enumerable.Range(0, demand.Count)
            .Where(p => classes.Classes[p] >= 0)
            .OrderByDescending(p => demand.People[p]);
        foreach (int place in order)
        {
            double radius = Math.Max(LeastCircle, LargestCircle * Math.Sqrt((double)demand.People[place] / most)) * lineScale;
            yield return new CircleItem(
                frame.ToPaper(demand.Points[place]), radius, classes.Fills[classes.Classes[place]], new Stroke(Style.Text.Plain, 0.12 * lineScale));
        }
    }

    /// <summary>The dashes of ferries, for the legend too.</summary>
    public static Stroke StrokeOf(RoadStyle road, double scale) => new(
        road.Colour,
        road.WidthMm * scale,
        road.Kind == RoadKind.Ferry ? [.. FerryDashes.Select(d => d * scale)] : null);

    /// <summary>No group where nothing is closed.</summary>
    private IEnumerable<GroupItem> Closed() =>
        ClosedRoads.Draw(study, Style, frame, lineScale) is { Items.Count: > 0 } closed ? [closed] : [];

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
