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
    public LinkKind Kind { get => EdgeTable.Kind.Of(Values); init => Values = EdgeTable.Kind.In(Values, value); }

    /// <summary>Owner; also where the road has no number.</summary>
    public RoadCategory Category { get => EdgeTable.Category.Of(Values); init => Values = EdgeTable.Category.In(Values, value); }

    /// <summary>The road's number, or the default where it has none.</summary>
    public RoadNumber Road { get => EdgeTable.Road.Of(Values); init => Values = EdgeTable.Road.In(Values, value); }

    /// <summary>The name of the ferry, pass or bridge where the source has one.</summary>
    public string? Name { get; init; }

    /// <summary>Which ways it is open.</summary>
    public LinkDirections Directions { get => EdgeTable.Directions.Of(Values); init => Values = EdgeTable.Directions.In(Values, value); }

    /// <summary>Length in millimetres where the source gives it; otherwise it is measured along the drawing.</summary>
    public int? LengthMillimetres { get; init; }

    /// <summary>Signposted or measured speed in km/h where the source gives it, seven digits of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not more than 0.</exception>
    public double? SpeedKmh { get => Given(EdgeTable.Speed.Of(Values)); init => Values = EdgeTable.Speed.In(Values, Positive(value)); }

    /// <summary>What a driver makes of that, in km/h, where the source lets it be known; as signposted otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not more than 0.</exception>
    public double? DrivenKmh { get => Given(EdgeTable.Driven.Of(Values)); init => Values = EdgeTable.Driven.In(Values, Positive(value)); }

    /// <summary>Given travel time along the drawing, milliseconds; for a ferry the sailing time without the wait.</summary>
    public int? ForwardMilliseconds { get; init; }

    /// <summary>Given travel time against the drawing, milliseconds.</summary>
    public int? BackwardMilliseconds { get; init; }

    /// <summary>Whether the source says that it is closed the winter through.</summary>
    public bool ClosedInWinter { get => EdgeTable.ClosedInWinter.Of(Values); init => Values = EdgeTable.ClosedInWinter.In(Values, value); }

    /// <summary>Marks beside that.</summary>
    public LinkMarks Flags { get => EdgeTable.Flags.Of(Values); init => Values = EdgeTable.Flags.In(Values, value); }

    /// <summary>
    /// The source's own number of the junction at the first point: ends of the same number meet, ends of different
    /// numbers do not, wherever they lie. Null where the source has none; then places decide.
    /// </summary>
    public long? FromJunction { get; init; }

    /// <summary>The same at the last point.</summary>
    public long? ToJunction { get; init; }

    /// <summary>For a ferry: time between departures in minutes where known; 0 is not known.</summary>
    public double? HeadwayMinutes { get => Given(EdgeTable.Headway.Of(Values)); init => Values = EdgeTable.Headway.In(Values, (float)(value ?? 0)); }

    /// <summary>
    /// For a ferry: the source's number of the sailing it is a part of; 0 where it has none. Lines of one sailing that meet
    /// at a quay are one service: the boat calls and sails on.
    /// </summary>
    public long Sailing { get; init; }

    /// <summary>What the source says of every attribute of the <see cref="EdgeTable"/> that is no part of the course.</summary>
    internal EdgeValues Values { get; init; } = EdgeTable.Defaults;

    /// <summary>The same link with an attribute set.</summary>
    public RoadLink With<T>(EdgeColumn<T> attribute, T value)
        where T : unmanaged => this with { Values = attribute.In(Values, value) };

    /// <summary>The same link with the attributes of two that become one; null where one of them keeps them apart.</summary>
    /// <param name="other">What it goes on with.</param>
    /// <param name="isLonger">Whether that is the longer.</param>
    internal RoadLink? JoinedWith(RoadLink other, bool isLonger) =>
        Name == other.Name && EdgeTable.Joined(Values, other.Values, isLonger) is { } joined ? WithValues(joined) : null;

    /// <summary>The attributes of the link drawn the other way.</summary>
    internal RoadLink Turned() => WithValues(EdgeTable.Turned(Values));

    private RoadLink WithValues(EdgeValues values) => values.Equals(Values) ? this : this with { Values = values };

    private static double? Given(float value) => value > 0 ? (double)(decimal)value : null;

    private static float Positive(double? value) => value switch
    {
        null => 0,
        > 0 and { } given => (float)given,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "a speed is more than 0"),
    };
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

    /// <summary>The limit is the mean of the same road elsewhere; none is known of this stretch.</summary>
    LimitOfRoad = 8,

    /// <summary>The limit is the mean of roads of the same class; none is known of this road.</summary>
    LimitOfClass = 16,

    /// <summary>In a tunnel: nobody enters the road through its roof.</summary>
    Underground = 32,

    /// <summary>On a bridge high over water or land.</summary>
    OnBridge = 64,

    /// <summary>The way on or off a motorway.</summary>
    Ramp = 128,
}
