namespace NavGeo.Routing.Graph;

public sealed partial class RoadGraph
{
    private readonly PlanePoint[] nodePoints;
    private readonly int[] edgeFrom;
    private readonly int[] edgeTo;
    private readonly int[] edgeLengths;
    private readonly LinkKind[] edgeKinds;
    private readonly RoadCategory[] edgeCategories;
    private readonly RoadNumber[] edgeRoads;
    private readonly int[] edgeNames;
    private readonly string[] names;
    private readonly LinkDirections[] edgeDirections;
    private readonly float[] edgeSpeeds;
    private readonly int[] edgeForwardGiven;
    private readonly int[] edgeBackwardGiven;
    private readonly float[] edgeHeadways;
    private readonly LinkMarks[] edgeFlags;
    private readonly bool[] edgeClosedInWinter;
    private readonly int[] turnFrom;
    private readonly int[] turnTo;
    private readonly bool[] turnIsOnly;
    private readonly int[] shapeFirst;
    private readonly PlanePoint[] shapePoints;
    private readonly int[] arcFirst;
    private readonly int[] arcHeads;
    private readonly int[] arcEdges;

    /// <summary>Where the nodes lie, metres. Length: nodes.</summary>
    public ReadOnlySpan<PlanePoint> NodePoints => nodePoints;

    /// <summary>First node of each edge. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeFrom => edgeFrom;

    /// <summary>Second node of each edge. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeTo => edgeTo;

    /// <summary>Length in millimetres; 0 for boarding. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeLengths => edgeLengths;

    /// <summary>What one travels on. Length: edges.</summary>
    public ReadOnlySpan<LinkKind> EdgeKinds => edgeKinds;

    /// <summary>Owner. Length: edges.</summary>
    public ReadOnlySpan<RoadCategory> EdgeCategories => edgeCategories;

    /// <summary>Road number, the default where there is none. Length: edges.</summary>
    public ReadOnlySpan<RoadNumber> EdgeRoads => edgeRoads;

    /// <summary>Index into <see cref="Names"/> or <see cref="NoName"/>. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeNames => edgeNames;

    /// <summary>Names of ferries, passes and bridges, each once.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Which ways the source leaves open. Length: edges.</summary>
    public ReadOnlySpan<LinkDirections> EdgeDirections => edgeDirections;

    /// <summary>Speed in km/h that the source gives, 0 where it gives none. Length: edges.</summary>
    public ReadOnlySpan<float> EdgeSpeeds => edgeSpeeds;

    /// <summary>Time in milliseconds along the drawing that the source gives, or <see cref="NotGiven"/>. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeForwardGiven => edgeForwardGiven;

    /// <summary>Time in milliseconds against the drawing that the source gives, or <see cref="NotGiven"/>. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeBackwardGiven => edgeBackwardGiven;

    /// <summary>Minutes between departures that the source gives, 0 where it gives none. Length: edges.</summary>
    public ReadOnlySpan<float> EdgeHeadways => edgeHeadways;

    /// <summary>Season and other marks. Length: edges.</summary>
    public ReadOnlySpan<LinkMarks> EdgeFlags => edgeFlags;

    /// <summary>Whether the source says that it is closed the winter through. Length: edges.</summary>
    public ReadOnlySpan<bool> EdgeClosedInWinter => edgeClosedInWinter;

    /// <summary>Whether the source says of any road that it is closed in winter, or open in winter only.</summary>
    public bool HasSeasons => edgeClosedInWinter.AsSpan().Contains(true) || edgeFlags.Any(f => (f & LinkMarks.OnlyInWinter) != 0);

    /// <summary>
    /// The arc along which one comes to each restricted turn: an edge times two, plus one against its drawing. Length:
    /// restricted turns.
    /// </summary>
    public ReadOnlySpan<int> TurnFrom => turnFrom;

    /// <summary>The arc one turns into. Length: restricted turns.</summary>
    public ReadOnlySpan<int> TurnTo => turnTo;

    /// <summary>Whether this is the only turn allowed from there; otherwise it is forbidden. Length: restricted turns.</summary>
    public ReadOnlySpan<bool> TurnIsOnly => turnIsOnly;

    /// <summary>Where each node's arcs begin in <see cref="ArcHeads"/>. Length: nodes + 1.</summary>
    public ReadOnlySpan<int> ArcFirst => arcFirst;

    /// <summary>The node an arc leads to. Length: arcs.</summary>
    public ReadOnlySpan<int> ArcHeads => arcHeads;

    /// <summary>The arc's edge times two, plus one where the arc runs against the drawing. Length: arcs.</summary>
    public ReadOnlySpan<int> ArcEdges => arcEdges;

    /// <summary>The drawing of an edge, from its first node to its second; two points or more.</summary>
    public ReadOnlySpan<PlanePoint> Shape(int edge) =>
        shapePoints.AsSpan(shapeFirst[edge], shapeFirst[edge + 1] - shapeFirst[edge]);

    /// <summary>Name of the edge's ferry, pass or bridge; null where it has none.</summary>
    public string? NameOf(int edge) => edgeNames[edge] == NoName ? null : names[edgeNames[edge]];

    /// <summary>The edge as a link again, with everything the source said of it.</summary>
    internal RoadLink LinkOf(int edge) => new()
    {
        Shape = [.. Shape(edge)],
        Kind = edgeKinds[edge],
        Category = edgeCategories[edge],
        Road = edgeRoads[edge],
        Name = NameOf(edge),
        Directions = edgeDirections[edge],
        LengthMillimetres = edgeLengths[edge],
        SpeedKmh = edgeSpeeds[edge] > 0 ? edgeSpeeds[edge] : null,
        ForwardMilliseconds = edgeForwardGiven[edge] == NotGiven ? null : edgeForwardGiven[edge],
        BackwardMilliseconds = edgeBackwardGiven[edge] == NotGiven ? null : edgeBackwardGiven[edge],
        HeadwayMinutes = edgeHeadways[edge] > 0 ? edgeHeadways[edge] : null,
        Flags = edgeFlags[edge],
        ClosedInWinter = edgeClosedInWinter[edge],
    };

    /// <summary>The rows of arcs themselves; not to be written to.</summary>
    internal (int[] First, int[] Heads, int[] Edges) Rows => (arcFirst, arcHeads, arcEdges);

    /// <summary>The columns themselves, for the file that holds them; not to be written to.</summary>
    internal RoadGraphColumns ToColumns() => new()
    {
        Epsg = Epsg,
        NodePoints = nodePoints,
        EdgeFrom = edgeFrom,
        EdgeTo = edgeTo,
        EdgeLengths = edgeLengths,
        EdgeKinds = edgeKinds,
        EdgeCategories = edgeCategories,
        EdgeRoads = edgeRoads,
        EdgeNames = edgeNames,
        Names = names,
        EdgeDirections = edgeDirections,
        EdgeSpeeds = edgeSpeeds,
        EdgeForwardGiven = edgeForwardGiven,
        EdgeBackwardGiven = edgeBackwardGiven,
        EdgeHeadways = edgeHeadways,
        EdgeFlags = edgeFlags,
        EdgeClosedInWinter = edgeClosedInWinter,
        TurnFrom = turnFrom,
        TurnTo = turnTo,
        TurnIsOnly = turnIsOnly,
        BendFirst = bendFirst,
        Bends = bends,
        ShapeFirst = shapeFirst,
        ShapePoints = shapePoints,
    };
}
