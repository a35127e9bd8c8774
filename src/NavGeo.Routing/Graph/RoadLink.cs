namespace NavGeo.Routing.Graph;

/// <summary>
/// One link as a reader found it, before it becomes part of a <see cref="RoadGraph"/>: a line with what the source
/// says about it. Links meet where their end points are the same place (within the builder's tolerance).
/// </summary>
public sealed record RoadLink
{
    /// <summary>The drawing, two points or more, in the graph's projected coordinates.</summary>
    public required IReadOnlyList<PlanePoint> Shape { get; init; }

    /// <summary>What one travels on.</summary>
    public LinkKind Kind { get; init; } = LinkKind.Road;

    /// <summary>Owner; also where the road has no number.</summary>
    public RoadCategory Category { get; init; }

    /// <summary>The road's number, or the default where it has none.</summary>
    public RoadNumber Road { get; init; }

    /// <summary>The name of the ferry, pass or bridge where the source has one.</summary>
    public string? Name { get; init; }

    /// <summary>Which ways it is open.</summary>
    public LinkDirections Directions { get; init; } = LinkDirections.Both;

    /// <summary>Length in millimetres where the source gives it; otherwise it is measured along the drawing.</summary>
    public int? LengthMillimetres { get; init; }

    /// <summary>Signposted or measured speed in km/h where the source gives it.</summary>
    public double? SpeedKmh { get; init; }

    /// <summary>Given travel time along the drawing, milliseconds; for a ferry the sailing time without the wait.</summary>
    public int? ForwardMilliseconds { get; init; }

    /// <summary>Given travel time against the drawing, milliseconds.</summary>
    public int? BackwardMilliseconds { get; init; }

    /// <summary>Whether the source says that it is closed the winter through.</summary>
    public bool ClosedInWinter { get; init; }

    /// <summary>Marks beside that.</summary>
    public LinkMarks Flags { get; init; }

    /// <summary>
    /// The source's own number of the junction at the first point: ends of the same number meet, ends of different
    /// numbers do not, wherever they lie. Null where the source has none; then places decide.
    /// </summary>
    public long? FromJunction { get; init; }

    /// <summary>The same at the last point.</summary>
    public long? ToJunction { get; init; }

    /// <summary>For a ferry: time between departures in minutes where known.</summary>
    public double? HeadwayMinutes { get; init; }
}

/// <summary>Which ways a link may be travelled, seen along its drawing.</summary>
[Flags]
public enum LinkDirections : byte
{
    /// <summary>Closed both ways.</summary>
    None = 0,

    /// <summary>From the first point to the last.</summary>
    Forward = 1,

    /// <summary>From the last point to the first.</summary>
    Backward = 2,

    /// <summary>Open both ways.</summary>
    Both = Forward | Backward,
}

/// <summary>What else a source says of a link, one bit each.</summary>
[Flags]
public enum LinkMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A road over ice or snow: open in winter only, so that it is closed unless <see cref="Edits.WinterSeason"/> opens it.</summary>
    OnlyInWinter = 1,

    /// <summary>The speed is the default of the road's class; the source gives none for this road.</summary>
    AssumedSpeed = 2,

    /// <summary>The source gives the ferry no name; this one is NavGeo's, by the places near its quays.</summary>
    AssumedName = 4,
}
