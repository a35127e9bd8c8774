using NavGeo.Data.Ground;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;

namespace NavGeo.Maps.Sheets;

/// <summary>What lies beneath the figures of a map: land, neighbours in grey, water; and over them borders and shores.</summary>
internal static class MapGround
{
    private const double ShoreWidth = 0.12;
    private const double NeighbourWidth = 0.12;
    private const double SeaSeam = 0.08;

    /// <summary>Millimetres; smaller lakes are specks.</summary>
    private const double LeastLake = 0.7;


    /// <summary>Beneath everything.</summary>
    public static GroupItem Draw(MapBackground background, MapStyle style, PaperFrame frame)
    {
        GroundStyle ground = style.Ground;
        bool hasOutlines = background.Municipalities.Count > 0;
        string all = background.HasSea ? ground.Water : hasOutlines ? ground.Outside : ground.Land;
        var items = new List<DrawingItem> { new BoxItem(frame.Box, new Fill(all)) };
        var outside = new Fill(ground.Outside);
        items.AddRange(background.Abroad.Select(a => new AreaItem(PaperShapes.Rings(frame, a), outside)));
        // One shape for all neighbours; the rim closes the seams between them.
        items.Add(new AreaItem([.. background.Neighbours.SelectMany(m => PaperShapes.Rings(frame, m.Area))], outside, new Stroke(ground.Outside, NeighbourWidth)));
        items.Add(new AreaItem([.. background.Municipalities.SelectMany(m => PaperShapes.Rings(frame, m.Area))], new Fill(ground.Land)));
        items.AddRange(WaterItems(background, style, frame));
        return new GroupItem("ground", [.. items.Where(IsSeen)]);
    }

    /// <summary>Sea and lakes alone, to lie over whole municipalities.</summary>
    public static GroupItem Water(MapBackground background, MapStyle style, PaperFrame frame) =>
        new("water", [.. WaterItems(background, style, frame).Where(IsSeen)]);

    /// <summary>Over the figures: shores, so that the coast is seen through squares of people, and municipal borders.</summary>
    public static GroupItem Borders(MapBackground background, MapStyle style, PaperFrame frame, double scale)
    {
        GroundStyle ground = style.Ground;
        var shore = new Stroke(ground.Shore, ShoreWidth * scale);
        var line = new Stroke(ground.Boundary, ground.BoundaryMm * scale);
        var faint = new Stroke(ground.Boundary, NeighbourWidth * scale);
        IEnumerable<DrawingItem> items =
        [
            new AreaItem([.. background.Neighbours.SelectMany(m => PaperShapes.Rings(frame, m.Area))], null, faint),
            new AreaItem([.. background.Municipalities.SelectMany(m => PaperShapes.Rings(frame, m.Area))], null, line),
            new AreaItem([.. background.Lakes.SelectMany(w => PaperShapes.Rings(frame, w, LeastLake))], null, shore),
            new LineItem([.. background.Shores.SelectMany(s => PaperShapes.Lines(frame, s))], shore),
        ];
        return new GroupItem("boundaries", [.. items.Where(IsSeen)]);
    }

    private static AreaItem[] WaterItems(MapBackground background, MapStyle style, PaperFrame frame)
    {
        var water = new Fill(style.Ground.Water);
        return
        [
            new AreaItem([.. background.Sea.SelectMany(w => PaperShapes.Rings(frame, w))], water, new Stroke(style.Ground.Water, SeaSeam)),
            new AreaItem([.. background.Lakes.SelectMany(w => PaperShapes.Rings(frame, w, LeastLake))], water),
        ];
    }

    private static bool IsSeen(DrawingItem item) => item is not (AreaItem { Rings.Count: 0 } or LineItem { Lines.Count: 0 });
}
