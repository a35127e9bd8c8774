using NavGeo.Maps.Styles;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>Which roads a map shows, and in which look.</summary>
internal static class RoadsInFrame
{
    /// <summary>1 : so many; at smaller scales only trunk roads and ferries are drawn.</summary>
    public const long SmallScale = 1_000_000;

    /// <summary>Whether roads of a look are drawn: at small scales local ones would be a grey felt over the times.</summary>
    public static bool AreDrawn(RoadKind kind, PaperFrame frame) =>
        frame.Denominator <= SmallScale || kind is RoadKind.Trunk or RoadKind.Ferry;

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

    /// <summary>The look of an edge.</summary>
    public static RoadKind KindOf(RoadGraph graph, int edge)
    {
        LinkKind kind = graph.EdgeKinds[edge];
        if (kind.IsFerry()) return RoadKind.Ferry;
        if (kind is LinkKind.Motorway or LinkKind.Expressway) return RoadKind.Trunk;
        return graph.EdgeCategories[edge] switch
        {
            RoadCategory.European or RoadCategory.National => RoadKind.Trunk,
            RoadCategory.County => RoadKind.County,
            _ => RoadKind.Other,
        };
    }
}
