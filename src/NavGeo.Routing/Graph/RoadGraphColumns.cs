namespace NavGeo.Routing.Graph;

/// <summary>The columns a <see cref="RoadGraph"/> is made of, handed over by who built or read them; see there.</summary>
internal sealed record RoadGraphColumns
{
    public required int Epsg { get; init; }

    public required PlanePoint[] NodePoints { get; init; }

    public required int[] EdgeFrom { get; init; }

    public required int[] EdgeTo { get; init; }

    public required int[] EdgeLengths { get; init; }

    public required LinkKind[] EdgeKinds { get; init; }

    public required RoadCategory[] EdgeCategories { get; init; }

    public required RoadNumber[] EdgeRoads { get; init; }

    public required int[] EdgeNames { get; init; }

    public required string[] Names { get; init; }

    public required LinkDirections[] EdgeDirections { get; init; }

    public required float[] EdgeSpeeds { get; init; }

    public required int[] EdgeForwardGiven { get; init; }

    public required int[] EdgeBackwardGiven { get; init; }

    public required float[] EdgeHeadways { get; init; }

    public required LinkMarks[] EdgeFlags { get; init; }

    public required bool[] EdgeClosedInWinter { get; init; }

    public required int[] TurnFrom { get; init; }

    public required int[] TurnTo { get; init; }

    public required bool[] TurnIsOnly { get; init; }

    public required int[] BendFirst { get; init; }

    public required EdgeBend[] Bends { get; init; }

    public required int[] ShapeFirst { get; init; }

    public required PlanePoint[] ShapePoints { get; init; }
}
