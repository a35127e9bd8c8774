namespace NavGeo.Routing.Graph;

public sealed partial class RoadGraph
{
    private readonly RoadGraphColumns columns;
    private readonly int[] arcFirst;
    private readonly int[] arcHeads;
    private readonly int[] arcEdges;

    /// <summary>What the edges have of an attribute. Length: edges.</summary>
    public ReadOnlySpan<T> Column<T>(EdgeColumn<T> attribute)
        where T : unmanaged => columns.Edges.Of(attribute);

    /// <summary>Where the nodes lie, metres. Length: nodes.</summary>
    public ReadOnlySpan<PlanePoint> NodePoints => columns.NodePoints;

    /// <summary>First node of each edge. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeFrom => Column(EdgeTable.From);

    /// <summary>Second node of each edge. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeTo => Column(EdgeTable.To);

    /// <summary>Length in millimetres; 0 for boarding. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeLengths => Column(EdgeTable.Length);

    /// <summary>What one travels on. Length: edges.</summary>
    public ReadOnlySpan<LinkKind> EdgeKinds => Column(EdgeTable.Kind);

    /// <summary>Owner. Length: edges.</summary>
    public ReadOnlySpan<RoadCategory> EdgeCategories => Column(EdgeTable.Category);

    /// <summary>Road number, the default where there is none. Length: edges.</summary>
    public ReadOnlySpan<RoadNumber> EdgeRoads => Column(EdgeTable.Road);

    /// <summary>Index into <see cref="Names"/> or <see cref="NoName"/>. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeNames => Column(EdgeTable.Name);

    /// <summary>Names of ferries, passes and bridges, each once.</summary>
    public IReadOnlyList<string> Names => columns.Names;

    /// <summary>Which ways the source leaves open. Length: edges.</summary>
    public ReadOnlySpan<LinkDirections> EdgeDirections => Column(EdgeTable.Directions);

    /// <summary>Speed in km/h that the source gives, 0 where it gives none. Length: edges.</summary>
    public ReadOnlySpan<float> EdgeSpeeds => Column(EdgeTable.Speed);

    /// <summary>Time in milliseconds along the drawing that the source gives, or <see cref="NotGiven"/>. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeForwardGiven => Column(EdgeTable.ForwardGiven);

    /// <summary>Time in milliseconds against the drawing that the source gives, or <see cref="NotGiven"/>. Length: edges.</summary>
    public ReadOnlySpan<int> EdgeBackwardGiven => Column(EdgeTable.BackwardGiven);

    /// <summary>Minutes between departures that the source gives, 0 where it gives none. Length: edges.</summary>
    public ReadOnlySpan<float> EdgeHeadways => Column(EdgeTable.Headway);

    /// <summary>Season and other marks. Length: edges.</summary>
    public ReadOnlySpan<LinkMarks> EdgeFlags => Column(EdgeTable.Flags);

    /// <summary>Whether the source says that it is closed the winter through. Length: edges.</summary>
    public ReadOnlySpan<bool> EdgeClosedInWinter => Column(EdgeTable.ClosedInWinter);

    /// <summary>Whether the source says of any road that it is closed in winter, or open in winter only.</summary>
    public bool HasSeasons => EdgeClosedInWinter.Contains(true) || columns.Edges.Of(EdgeTable.Flags).Any(f => (f & LinkMarks.OnlyInWinter) != 0);

    /// <summary>
    /// The arc along which one comes to each restricted turn: an edge times two, plus one against its drawing. Length:
    /// restricted turns.
    /// </summary>
    public ReadOnlySpan<int> TurnFrom => columns.TurnFrom;

    /// <summary>The arc one turns into. Length: restricted turns.</summary>
    public ReadOnlySpan<int> TurnTo => columns.TurnTo;

    /// <summary>Whether this is the only turn allowed from there; otherwise it is forbidden. Length: restricted turns.</summary>
    public ReadOnlySpan<bool> TurnIsOnly => columns.TurnIsOnly;

    /// <summary>How many paths of three arcs or more nobody may drive from beginning to end.</summary>
    public int PathCount => columns.PathFirst.Length - 1;

    /// <summary>The arcs of a forbidden path, each beginning where the one before ends.</summary>
    public ReadOnlySpan<int> ForbiddenPath(int path) => columns.PathArcs.AsSpan(columns.PathFirst[path]..columns.PathFirst[path + 1]);

    /// <summary>Where each node's arcs begin in <see cref="ArcHeads"/>. Length: nodes + 1.</summary>
    public ReadOnlySpan<int> ArcFirst => arcFirst;

    /// <summary>The node an arc leads to. Length: arcs.</summary>
    public ReadOnlySpan<int> ArcHeads => arcHeads;

    /// <summary>The arc's edge times two, plus one where the arc runs against the drawing. Length: arcs.</summary>
    public ReadOnlySpan<int> ArcEdges => arcEdges;

    /// <summary>The drawing of an edge, from its first node to its second; two points or more.</summary>
    public ReadOnlySpan<PlanePoint> Shape(int edge) =>
        columns.ShapePoints.AsSpan(columns.ShapeFirst[edge]..columns.ShapeFirst[edge + 1]);

    /// <summary>Name of the edge's ferry, pass or bridge; null where it has none.</summary>
    public string? NameOf(int edge) => EdgeNames[edge] == NoName ? null : Names[EdgeNames[edge]];

    /// <summary>The edge as a link again, with everything the source said of it.</summary>
    internal RoadLink LinkOf(int edge) => new()
    {
        Shape = [.. Shape(edge)],
        Values = columns.Edges.ValuesOf(edge),
        Name = NameOf(edge),
        LengthMillimetres = EdgeLengths[edge],
        ForwardMilliseconds = EdgeForwardGiven[edge] == NotGiven ? null : EdgeForwardGiven[edge],
        BackwardMilliseconds = EdgeBackwardGiven[edge] == NotGiven ? null : EdgeBackwardGiven[edge],
    };

    /// <summary>The rows of arcs themselves; not to be written to.</summary>
    internal (int[] First, int[] Heads, int[] Edges) Rows => (arcFirst, arcHeads, arcEdges);

    /// <summary>The columns themselves, for the file that holds them; not to be written to.</summary>
    internal RoadGraphColumns ToColumns() => columns;
}
