using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;

namespace NavGeo.Maps.Sheets;

/// <summary>What lies beneath the figures of a map: land, neighbours in grey, water; and over them borders and shores.</summary>
internal static class MapGround
{
    private const double ShoreWidth = 0.12;
    private const double NeighbourWidth = 0.12;

    /// <summary>Beneath everything.</summary>
    public static GroupItem Draw(MapBackground background, MapStyle style, PaperFrame frame)
    {
        GroundStyle ground = style.Ground;
        bool hasOutlines = background.Municipalities.Count > 0;
        string all = background.HasSea ? ground.Water : hasOutlines ? ground.Outside : ground.Land;
        var items = new List<DrawingItem> { new BoxItem(frame.Box, new Fill(all)) };
        var outside = new Fill(ground.Outside);
        var land = new Fill(ground.Land);
        var water = new Fill(ground.Water);
        items.AddRange(background.Abroad.Select(a => new AreaItem(PaperShapes.Rings(frame, a), outside)));
        items.AddRange(background.Neighbours.Select(m => new AreaItem(PaperShapes.Rings(frame, m.Area), outside, new Stroke(ground.Outside, NeighbourWidth))));
        items.AddRange(background.Municipalities.Select(m => new AreaItem(PaperShapes.Rings(frame, m.Area), land)));
        items.AddRange(background.Water.Select(w => new AreaItem(PaperShapes.Rings(frame, w), water)));
        return new GroupItem("ground", [.. items.Where(IsSeen)]);
    }

    /// <summary>Over the figures: shores, so that the coast is seen through squares of people, and municipal borders.</summary>
    public static GroupItem Borders(MapBackground background, MapStyle style, PaperFrame frame, double scale)
    {
        GroundStyle ground = style.Ground;
        var shore = new Stroke(ground.Shore, ShoreWidth * scale);
        var line = new Stroke(ground.Boundary, ground.BoundaryMm * scale);
        var faint = new Stroke(ground.Boundary, NeighbourWidth * scale);
        IEnumerable<DrawingItem> items =
        [
            .. background.Neighbours.Select(m => new AreaItem(PaperShapes.Rings(frame, m.Area), null, faint)),
            .. background.Municipalities.Select(m => new AreaItem(PaperShapes.Rings(frame, m.Area), null, line)),
            .. background.Water.Select(w => new AreaItem(PaperShapes.Rings(frame, w), null, shore)),
        ];
        return new GroupItem("boundaries", [.. items.Where(IsSeen)]);
    }

    private static bool IsSeen(DrawingItem item) => item is not AreaItem { Rings.Count: 0 };
}
