using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Speeds;

/// <summary>What the speed of a stretch rests on.</summary>
public enum SpeedBasis : byte
{
    /// <summary>It has none: ferries, waiting, off the road.</summary>
    None = 0,

    /// <summary>A limit or time of the stretch itself.</summary>
    Own,

    /// <summary>The limit of the same road elsewhere.</summary>
    OfRoad,

    /// <summary>The limit of roads of the same class.</summary>
    OfClass,

    /// <summary>Nothing; the profile's speed.</summary>
    Guessed,
}

/// <summary>Tells what speeds rest on.</summary>
public static class SpeedBases
{
    /// <summary>What the speed of an edge rests on.</summary>
    public static SpeedBasis Of(RoadGraph graph, int edge)
    {
        if (!graph.EdgeKinds[edge].IsRoad()) return SpeedBasis.None;
        LinkMarks marks = graph.EdgeFlags[edge];
        bool isGiven = graph.EdgeSpeeds[edge] > 0 || graph.EdgeForwardGiven[edge] != RoadGraph.NotGiven || graph.EdgeBackwardGiven[edge] != RoadGraph.NotGiven;
        if (!isGiven || (marks & LinkMarks.AssumedSpeed) != 0) return SpeedBasis.Guessed;
        return (marks & LinkMarks.LimitOfClass) != 0 ? SpeedBasis.OfClass : (marks & LinkMarks.LimitOfRoad) != 0 ? SpeedBasis.OfRoad : SpeedBasis.Own;
    }
}
