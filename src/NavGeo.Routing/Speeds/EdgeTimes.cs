using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Speeds;

/// <summary>
/// The time of one edge under a profile: what the source gives goes first, then the profile's defaults. The one place
/// where roads, ferries and the wait at the quay become milliseconds.
/// </summary>
public static class EdgeTimes
{
    private const double MillisecondsPerMinute = 60_000;

    /// <summary>Milliseconds in one direction, or <see cref="RoadMetric.Closed"/>; a road over ice is closed.</summary>
    public static int Milliseconds(RoadGraph graph, int edge, TravelProfile profile, LinkDirections direction) =>
        (graph.EdgeFlags[edge] & LinkMarks.OnlyInWinter) != 0 ? RoadMetric.Closed : WinterMilliseconds(graph, edge, profile, direction);

    /// <summary>The same when the roads over ice are open.</summary>
    public static int WinterMilliseconds(RoadGraph graph, int edge, TravelProfile profile, LinkDirections direction)
    {
        int plain = PlainMilliseconds(graph, edge, profile, direction);
        double factor = profile.Factors == TimeFactors.None ? 1 : FactorOf(graph, edge, profile.Factors);
        return factor == 1 || plain == RoadMetric.Closed ? plain : checked((int)Math.Round(plain * factor, MidpointRounding.AwayFromZero));
    }

    private static double FactorOf(RoadGraph graph, int edge, TimeFactors factors) => ClassOf(graph, edge) switch
    {
        TimeErrorClass.Wait or TimeErrorClass.Sailing => factors.Ferry,
        TimeErrorClass.Planned => 1,
        TimeErrorClass.Trunk => factors.Trunk,
        TimeErrorClass.County => factors.County,
        _ => factors.OtherRoads,
    };

    /// <summary>Which error an edge's time shares with others.</summary>
    public static TimeErrorClass ClassOf(RoadGraph graph, int edge) => graph.EdgeKinds[edge] switch
    {
        LinkKind.Boarding => TimeErrorClass.Wait,
        LinkKind.CarFerry or LinkKind.PassengerBoat => TimeErrorClass.Sailing,
        LinkKind.NewRoad => TimeErrorClass.Planned,
        LinkKind.Motorway or LinkKind.Expressway => TimeErrorClass.Trunk,
        _ => graph.EdgeCategories[edge] switch
        {
            RoadCategory.European or RoadCategory.National => TimeErrorClass.Trunk,
            RoadCategory.County => TimeErrorClass.County,
            _ => TimeErrorClass.OtherRoads,
        },
    };

    private static int PlainMilliseconds(RoadGraph graph, int edge, TravelProfile profile, LinkDirections direction)
    {
        LinkKind kind = graph.EdgeKinds[edge];
        if (profile.OwnPaceKmh is { } pace && kind.IsRoad()) return OwnPaceMilliseconds(graph, edge, kind, pace);
        if ((graph.EdgeDirections[edge] & direction) == 0) return RoadMetric.Closed;
        if (kind == LinkKind.PassengerBoat && !profile.UsesPassengerBoats) return RoadMetric.Closed;
        if (kind == LinkKind.Boarding) return direction == LinkDirections.Forward ? WaitMilliseconds(profile, HeadwayMinutes(graph, edge, profile)) : 0;
        int given = direction == LinkDirections.Forward ? graph.EdgeForwardGiven[edge] : graph.EdgeBackwardGiven[edge];
        if (given != RoadGraph.NotGiven) return given;
        double driven = profile.Standard == TravelStandard.Driven ? graph.Column(EdgeTable.Driven)[edge] : 0;
        double kmh = driven > 0 ? driven : graph.EdgeSpeeds[edge] > 0 ? graph.EdgeSpeeds[edge] : DefaultKmh(graph, edge, profile);
        return TravelProfile.Milliseconds(graph.EdgeLengths[edge] / 1000.0, kmh);
    }

    private static int OwnPaceMilliseconds(RoadGraph graph, int edge, LinkKind kind, double kmh) =>
        kind is LinkKind.Motorway or LinkKind.Expressway || graph.EdgeDirections[edge] == LinkDirections.None
            ? RoadMetric.Closed
            : TravelProfile.Milliseconds(graph.EdgeLengths[edge] / 1000.0, kmh);

    /// <summary>
    /// Whether the edge's time rests on a default instead of a figure of the source: a ferry whose headway or sailing
    /// time is not given, a way to the quay laid by NavGeo, a road that is not built. Default road speeds are not counted here: where a source
    /// gives none, all of them are.
    /// </summary>
    public static bool IsEstimated(RoadGraph graph, int edge) => graph.EdgeKinds[edge] switch
    {
        LinkKind.QuayLink or LinkKind.NewRoad => true,
        LinkKind.Boarding => graph.EdgeHeadways[edge] == 0,
        LinkKind.CarFerry or LinkKind.PassengerBoat => graph.EdgeForwardGiven[edge] == RoadGraph.NotGiven,
        _ => false,
    };

    /// <summary>The wait at a quay from which a ferry leaves every so many minutes.</summary>
    public static int WaitMilliseconds(TravelProfile profile, double headwayMinutes) =>
        checked((int)Math.Round(profile.FerryWait.Minutes(headwayMinutes) * MillisecondsPerMinute));

    /// <summary>Minutes between departures at a boarding edge: the source's, or the default of its road.</summary>
    public static double HeadwayMinutes(RoadGraph graph, int edge, TravelProfile profile) => graph.EdgeHeadways[edge] > 0
        ? graph.EdgeHeadways[edge]
        : graph.EdgeCategories[edge] switch
        {
            RoadCategory.European or RoadCategory.National => profile.TrunkHeadwayMinutes,
            RoadCategory.County => profile.CountyHeadwayMinutes,
            _ => profile.OtherHeadwayMinutes,
        };

    private static double DefaultKmh(RoadGraph graph, int edge, TravelProfile profile) => graph.EdgeKinds[edge] switch
    {
        LinkKind.CarFerry or LinkKind.PassengerBoat => profile.FerryKnots * TravelProfile.KilometresPerNauticalMile,
        LinkKind.Motorway => profile.MotorwayKmh,
        LinkKind.Expressway => profile.ExpresswayKmh,
        LinkKind.QuayLink => profile.UnknownKmh,
        _ => graph.EdgeCategories[edge] switch
        {
            RoadCategory.European => profile.EuropeanKmh,
            RoadCategory.National => profile.NationalKmh,
            RoadCategory.County => profile.CountyKmh,
            RoadCategory.Municipal => profile.MunicipalKmh,
            RoadCategory.Private or RoadCategory.Forest => profile.PrivateKmh,
            _ => profile.UnknownKmh,
        },
    };
}

/// <summary>Edges whose times rest on the same kind of knowledge.</summary>
public enum TimeErrorClass : byte
{
    /// <summary>European and national roads, and all motorways.</summary>
    Trunk = 0,

    /// <summary>County roads.</summary>
    County,

    /// <summary>Municipal, private and forest roads, those of unknown owner, and ways to the quay.</summary>
    OtherRoads,

    /// <summary>At the quay.</summary>
    Wait,

    /// <summary>On board.</summary>
    Sailing,

    /// <summary>A road that is added as a what-if, with its own minutes.</summary>
    Planned,
}
