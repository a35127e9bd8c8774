namespace NavGeo.Routing.Graph;

/// <summary>
/// The attributes of the edges, one line each: its type, its section in a .navnet file, its value where the source says
/// nothing, and what two links that become one edge make of it. Building, <see cref="RoadGraph"/>, added links and files
/// all go by this table; what a source says of a link is set by <see cref="RoadLink.With"/> and read from
/// <see cref="RoadGraph.Column"/>.
/// </summary>
public static class EdgeTable
{
    private static readonly List<EdgeColumn> Attributes = [];

    /// <summary>First node.</summary>
    public static readonly EdgeColumn<int> From = OfCourse<int>("EFRM", _ => true);

    /// <summary>Second node.</summary>
    public static readonly EdgeColumn<int> To = OfCourse<int>("ETO ", _ => true);

    /// <summary>Length in millimetres; 0 for boarding.</summary>
    public static readonly EdgeColumn<int> Length = OfCourse<int>("ELEN", n => n >= 0);

    /// <summary>Given time along the drawing in milliseconds, or <see cref="RoadGraph.NotGiven"/>.</summary>
    public static readonly EdgeColumn<int> ForwardGiven = OfCourse<int>("EFWD", n => n >= RoadGraph.NotGiven);

    /// <summary>Given time against the drawing in milliseconds, or <see cref="RoadGraph.NotGiven"/>.</summary>
    public static readonly EdgeColumn<int> BackwardGiven = OfCourse<int>("EBWD", n => n >= RoadGraph.NotGiven);

    /// <summary>Index into the names, or <see cref="RoadGraph.NoName"/>.</summary>
    public static readonly EdgeColumn<int> Name = OfCourse<int>("ENAM", n => n >= RoadGraph.NoName);

    /// <summary>What one travels on.</summary>
    public static readonly EdgeColumn<LinkKind> Kind = OfLink("EKND", LinkKind.Road, EdgeJoin.Same, k => k <= LinkKind.NewRoad);

    /// <summary>Owner.</summary>
    public static readonly EdgeColumn<RoadCategory> Category = OfLink("ECAT", default(RoadCategory), EdgeJoin.Same);

    /// <summary>Road number.</summary>
    public static readonly EdgeColumn<RoadNumber> Road = OfLink("EROD", default(RoadNumber), EdgeJoin.Same);

    /// <summary>Which ways it is open.</summary>
    public static readonly EdgeColumn<LinkDirections> Directions = OfLink("EDIR", LinkDirections.Both, EdgeJoin.Same, turned: d => d switch { LinkDirections.Forward => LinkDirections.Backward, LinkDirections.Backward => LinkDirections.Forward, _ => d });

    /// <summary>Given speed in km/h; 0 for none.</summary>
    public static readonly EdgeColumn<float> Speed = OfLink("ESPD", 0f, EdgeJoin.Same);

    /// <summary>What is driven, in km/h, where that is another than <see cref="Speed"/>; 0 for none.</summary>
    public static readonly EdgeColumn<float> Driven = OfLink("EDRV", 0f, EdgeJoin.Same);

    /// <summary>Given minutes between departures; 0 for none.</summary>
    public static readonly EdgeColumn<float> Headway = OfLink("EHDW", 0f, EdgeJoin.Same);

    /// <summary>Season and other marks.</summary>
    public static readonly EdgeColumn<LinkMarks> Flags = OfLink("EFLG", LinkMarks.None, EdgeJoin.Same);

    /// <summary>Closed the winter through.</summary>
    public static readonly EdgeColumn<bool> ClosedInWinter = OfLink("EWIN", false, EdgeJoin.Same);

    /// <summary>What a link has of every attribute where the source says nothing.</summary>
    internal static readonly EdgeValues Defaults = EdgeValues.Default(Attributes);

    /// <summary>All attributes, in the order of their sections in a file.</summary>
    public static IReadOnlyList<EdgeColumn> All => Attributes;

    /// <summary>What two links that become one have; null where an attribute keeps them apart.</summary>
    /// <param name="one">What the first has.</param>
    /// <param name="other">What the second has.</param>
    /// <param name="isLonger">Whether the second is the longer.</param>
    internal static EdgeValues? Joined(EdgeValues one, EdgeValues other, bool isLonger)
    {
        if (one.Equals(other)) return one;
        foreach (EdgeColumn attribute in Attributes)
        {
            if (!attribute.TryJoin(ref one, other, isLonger)) return null;
        }
        return one;
    }

    /// <summary>What a link has when it is drawn the other way.</summary>
    internal static EdgeValues Turned(EdgeValues values)
    {
        foreach (EdgeColumn attribute in Attributes) attribute.Turn(ref values);
        return values;
    }

    /// <summary>What lies in the link's course, or follows from it, and has a place of its own in a draft.</summary>
    private static EdgeColumn<T> OfCourse<T>(string section, Func<T, bool> isValid)
        where T : unmanaged => Added(new EdgeColumn<T>(section, default, EdgeJoin.ByCourse, isValid));

    /// <summary>What a source says of a whole link.</summary>
    private static EdgeColumn<T> OfLink<T>(string section, T fallback, EdgeJoin join, Func<T, bool>? isValid = null, Func<T, T>? turned = null)
        where T : unmanaged => Added(new EdgeColumn<T>(section, fallback, join, isValid, turned));

    private static EdgeColumn<T> Added<T>(EdgeColumn<T> attribute)
        where T : unmanaged
    {
        attribute.Stand(Attributes);
        Attributes.Add(attribute);
        return attribute;
    }
}
