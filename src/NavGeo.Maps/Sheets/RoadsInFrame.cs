using NavGeo.Maps.Styles;
using NavGeo.Routing.Graph;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>Which roads a map shows, and in which look.</summary>
internal static class RoadsInFrame
{
    private const long SmallScale = 1_000_000;
    private const long SmallestScale = 5_000_000;
    private const double LargeWindow = 150;

    /// <summary>
    /// Whether roads of a look are drawn: at small scales local ones would be a grey felt over the times. A map that
    /// fills a sheet bears county roads where one of many small ones does not.
    /// </summary>
    public static bool AreDrawn(RoadKind kind, PaperFrame frame) => kind switch
    {
        RoadKind.Trunk or RoadKind.Ferry => true,
        RoadKind.County when frame.Box.Width >= LargeWindow => frame.Denominator <= SmallestScale,
        _ => frame.Denominator <= SmallScale,
    };

    /// <summary>Edges with a line that reach into the window and are drawn, in the graph's order.</summary>
    public static IEnumerable<int> Of(RoadGraph graph, PaperFrame frame)
    {
        Envelope window = frame.Extent;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] == LinkKind.Boarding) continue;
            if (!AreDrawn(KindOf(graph, edge), frame)) continue;
            if (window.Intersects(CaseExtent.Of(graph.Shape(edge)))) yield return edge;
        }
    }

    /// <summary>The look of an edge; a road to be built is what the map is about, and seen at every scale.</summary>
    public static RoadKind KindOf(RoadGraph graph, int edge)
    {
        LinkKind kind = graph.EdgeKinds[edge];
        if (kind.IsFerry()) return RoadKind.Ferry;
        if (kind is LinkKind.Motorway or LinkKind.Expressway or LinkKind.NewRoad) return RoadKind.Trunk;
        return graph.EdgeCategories[edge] switch
        {
            RoadCategory.European or RoadCategory.National => RoadKind.Trunk,
            RoadCategory.County => RoadKind.County,
            _ => RoadKind.Other,
        };
    }
}
