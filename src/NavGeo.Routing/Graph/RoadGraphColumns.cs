namespace NavGeo.Routing.Graph;

/// <summary>The columns a <see cref="RoadGraph"/> is made of, handed over by who built or read them; see there.</summary>
internal sealed record RoadGraphColumns
{
    public required int Epsg { get; init; }

    public required PlanePoint[] NodePoints { get; init; }

    /// <summary>The attributes of the edges.</summary>
    public required EdgeColumns Edges { get; init; }

    public required string[] Names { get; init; }

    public required int[] TurnFrom { get; init; }

    public required int[] TurnTo { get; init; }

    public required bool[] TurnIsOnly { get; init; }

    /// <summary>Where each forbidden path begins in <see cref="PathArcs"/>, and where the last ends.</summary>
    public int[] PathFirst { get; init; } = [0];

    public int[] PathArcs { get; init; } = [];

    public required int[] BendFirst { get; init; }

    public required EdgeBend[] Bends { get; init; }

    public required int[] ShapeFirst { get; init; }

    public required PlanePoint[] ShapePoints { get; init; }
}
