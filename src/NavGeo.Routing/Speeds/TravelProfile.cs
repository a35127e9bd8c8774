namespace NavGeo.Routing.Speeds;

/// <summary>
/// How fast one travels: named settings, immutable, printed in every export. A time or speed that the source gives
/// for a link goes before the default of its category. The defaults are calibrated; <c>docs/method.md</c> says how.
/// </summary>
public sealed record TravelProfile
{
    /// <summary>Kilometres in a nautical mile.</summary>
    public const double KilometresPerNauticalMile = 1.852;

    /// <summary>A walker's pace, km/h.</summary>
    public const double WalkKmh = 4.8;

    /// <summary>A cyclist's pace, km/h.</summary>
    public const double BikeKmh = 15;

    /// <summary>A car that waits half the headway at every quay.</summary>
    public static TravelProfile Car { get; } = new();

    /// <summary>The same by the signs: what official tables of times between municipalities mean.</summary>
    public static TravelProfile Signposted { get; } = new() { Standard = TravelStandard.Signposted, MunicipalKmh = 45, PrivateKmh = 40, OffRoadKmh = 25 };

    /// <summary>Which minutes are meant.</summary>
    public TravelStandard Standard { get; init; }

    /// <summary>What minutes are multiplied with, by class; found by holding the network against known times.</summary>
    public TimeFactors Factors { get; init; } = TimeFactors.None;

    /// <summary>
    /// km/h of who goes by own power, the same on every road in both directions whatever its limit; motorways are closed to
    /// them, and boats for people are open. Null by car.
    /// </summary>
    public double? OwnPaceKmh { get; init; }

    /// <summary>Name of the profile in case files: <c>car</c>.</summary>
    public string Name { get; init; } = "car";

    /// <summary>km/h on motorways (motorveg).</summary>
    public double MotorwayKmh { get; init; } = 98;

    /// <summary>km/h on motor-traffic roads (motortrafikkveg).</summary>
    public double ExpresswayKmh { get; init; } = 85;

    /// <summary>km/h on other European roads.</summary>
    public double EuropeanKmh { get; init; } = 71;

    /// <summary>km/h on national roads (riksveg).</summary>
    public double NationalKmh { get; init; } = 68;

    /// <summary>km/h on county roads (fylkesveg).</summary>
    public double CountyKmh { get; init; } = 57;

    /// <summary>km/h on municipal roads.</summary>
    public double MunicipalKmh { get; init; } = 40;

    /// <summary>km/h on private and forest roads.</summary>
    public double PrivateKmh { get; init; } = 35;

    /// <summary>km/h where the source does not say what road it is, and on the way from the road's end to the quay.</summary>
    public double UnknownKmh { get; init; } = 30;

    /// <summary>Sailing speed where no sailing time is given, in knots.</summary>
    public double FerryKnots { get; init; } = 13.5;

    /// <summary>How the wait follows from the headway.</summary>
    public FerryWait FerryWait { get; init; } = FerryWait.HalfHeadway;

    /// <summary>Minutes between departures where none are given, on European and national roads.</summary>
    public double TrunkHeadwayMinutes { get; init; } = 20;

    /// <summary>Minutes between departures where none are given, on county roads.</summary>
    public double CountyHeadwayMinutes { get; init; } = 20;

    /// <summary>Minutes between departures where none are given, on all other ferries.</summary>
    public double OtherHeadwayMinutes { get; init; } = 20;

    /// <summary>Whether boats that carry people only may be used; a car cannot come along.</summary>
    public bool UsesPassengerBoats { get; init; }

    /// <summary>km/h along the straight line from a place to the nearest road of the network.</summary>
    public double OffRoadKmh { get; init; } = 30;

    /// <summary>A place farther from the network than this many metres has no access by road.</summary>
    public double MaximumOffRoadMetres { get; init; } = 15_000;

    /// <summary>
    /// So many metres of sea on the straight line to the road are taken as the drawing's coarseness; with more, the
    /// place lies across the water and that road does not reach it.
    /// </summary>
    public double MaximumSeaMetres { get; init; } = 400;

    /// <summary>
    /// A place and a site of which one has no road are joined by the straight line where it is no longer than this and
    /// stays on land: the island where people walk to the counter.
    /// </summary>
    public double MaximumDirectMetres { get; init; } = 5000;

    /// <summary>The same settings by another standard; speeds of roads without a limit follow it unless they were set otherwise.</summary>
    public TravelProfile As(TravelStandard standard)
    {
        (TravelProfile now, TravelProfile then) = standard == TravelStandard.Signposted ? (Car, Signposted) : (Signposted, Car);
        return this with
        {
            Standard = standard,
            MunicipalKmh = MunicipalKmh == now.MunicipalKmh ? then.MunicipalKmh : MunicipalKmh,
            PrivateKmh = PrivateKmh == now.PrivateKmh ? then.PrivateKmh : PrivateKmh,
        };
    }

    /// <summary>The same settings for who walks.</summary>
    public TravelProfile OnFoot() => ByOwnPower("walk", WalkKmh);

    /// <summary>The same settings for who cycles, and walks where there is no road.</summary>
    public TravelProfile ByBike() => ByOwnPower("bike", BikeKmh);

    private TravelProfile ByOwnPower(string name, double kmh) =>
        this with { Name = name, OwnPaceKmh = kmh, OffRoadKmh = WalkKmh, UsesPassengerBoats = true, Factors = TimeFactors.None };

    /// <summary>Milliseconds over <paramref name="metres"/> off the network, rounded to the nearest.</summary>
    public int OffRoadMilliseconds(double metres) => Milliseconds(metres, OffRoadKmh);

    /// <summary>Milliseconds over a length at a speed, rounded to the nearest; at least 1 for any length above 0.</summary>
    /// <exception cref="OverflowException">The time is longer than 24 days.</exception>
    internal static int Milliseconds(double metres, double kmh)
    {
        double milliseconds = Math.Round(metres * 3600 / kmh, MidpointRounding.AwayFromZero);
        return checked((int)Math.Max(milliseconds, metres > 0 ? 1 : 0));
    }
}

/// <summary>
/// What minutes are multiplied with, by class and whatever they rest on: limits, the source's own minutes or a default. A
/// road that is added as a what-if keeps its own.
/// </summary>
/// <param name="Trunk">European and national roads, and all motorways.</param>
/// <param name="County">County roads.</param>
/// <param name="OtherRoads">Municipal, private and forest roads, those of unknown owner, and ways to the quay.</param>
/// <param name="Ferry">On board and waiting.</param>
public sealed record TimeFactors(double Trunk = 1, double County = 1, double OtherRoads = 1, double Ferry = 1)
{
    /// <summary>Minutes as they are.</summary>
    public static TimeFactors None { get; } = new();
}
