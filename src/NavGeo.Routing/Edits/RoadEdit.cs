using System.Globalization;
using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Edits;

/// <summary>
/// One thing that is different about the roads, as a value that the engine applies: a <see cref="RoadScenario"/> is a network,
/// a profile and a list of these. What a user asks for in words is above it. As text it is one line, without language and in
/// the network's metres, for files that must be made again from it: <c>close-road Rv 7</c>.
/// </summary>
public abstract record RoadEdit
{
    private protected RoadEdit()
    {
    }

    private protected static string ToAll(bool isToAll) => isToAll ? "-to-all" : "";

    private protected static string Plain(PlanePoint point) => Invariant($"{point.Easting:0.0} {point.Northing:0.0}");

    private protected static string Plain(IEnumerable<PlanePoint> points) => string.Join(' ', points.Select(Plain));

    private protected static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// A road, bridge or ferry line is built. Each end that lies within <see cref="ReachMetres"/> of a road is joined to it at
/// the nearest point; a road's end out of reach of everything stays a dead end.
/// </summary>
/// <param name="Link">The link, in the network's coordinates.</param>
public sealed record BuiltLink(RoadLink Link) : RoadEdit
{
    /// <summary>How far from a road an end may be drawn.</summary>
    public const double ReachMetres = 500;

    private string Pace => Link.ForwardMilliseconds is { } time ? Invariant($"{time} ms") : Invariant($"{Link.SpeedKmh} km/h");

    private string Headway => Link.HeadwayMinutes is { } headway ? Invariant($" every {headway} min") : "";

    /// <inheritdoc/>
    public override string ToString() =>
        $"add-{(Link.Kind.IsFerry() ? "ferry" : "road")} {Pace}{Headway}{(Link.Directions == LinkDirections.Both ? "" : " one way")} {Plain(Link.Shape)}";
}

/// <summary>A ferry has another time between departures.</summary>
/// <param name="NameOrRoad">As in <see cref="RemovedFerry"/>.</param>
/// <param name="Minutes">More than 0.</param>
public sealed record FerryHeadway(string NameOrRoad, double Minutes) : RoadEdit
{
    /// <inheritdoc/>
    public override string ToString() => Invariant($"headway {NameOrRoad} {Minutes}");
}

/// <summary>Every stretch of a numbered road has another speed; goes before speeds and times of the source.</summary>
/// <param name="Road">The road.</param>
/// <param name="Kmh">More than 0.</param>
public sealed record RoadSpeed(RoadNumber Road, double Kmh) : RoadEdit
{
    /// <inheritdoc/>
    public override string ToString() => Invariant($"speed {Road} {Kmh}");
}

/// <summary>Every road link that touches an area is closed, as in a flood.</summary>
/// <param name="Ring">The area's outline, three corners or more, metres; the last one is joined to the first.</param>
/// <param name="IsToAll">As in <see cref="ClosedRoad"/>.</param>
public sealed record ClosedArea(IReadOnlyList<PlanePoint> Ring, bool IsToAll = false) : RoadEdit
{
    /// <inheritdoc/>
    public override string ToString() => $"close-area{ToAll(IsToAll)} {Plain(Ring)}";
}

/// <summary>The link nearest to a point is closed to through traffic.</summary>
/// <param name="Point">Metres.</param>
public sealed record ClosedPoint(PlanePoint Point) : RoadEdit
{
    /// <inheritdoc/>
    public override string ToString() => $"close-point {Plain(Point)}";
}

/// <summary>Every stretch of a numbered road is closed to through traffic; the ferries on it sail on.</summary>
/// <param name="Road">The road.</param>
/// <param name="IsToAll">Nobody drives on it; otherwise who lives along it comes out at either end.</param>
public sealed record ClosedRoad(RoadNumber Road, bool IsToAll = false) : RoadEdit
{
    /// <inheritdoc/>
    public override string ToString() => $"close-road{ToAll(IsToAll)} {Road}";
}

/// <summary>A ferry is taken out by its name, or all ferries of a road number.</summary>
/// <param name="NameOrRoad">"Bognes–Lødingen" or "rv 85"; upper and lower case are the same.</param>
public sealed record RemovedFerry(string NameOrRoad) : RoadEdit
{
    /// <inheritdoc/>
    public override string ToString() => $"remove-ferry {NameOrRoad}";
}

/// <summary>
/// Roads as in winter: what the source says is closed the winter through is closed, roads over ice are open, and the rest
/// is slower by an assumed share. A network without season data is changed by the share alone.
/// </summary>
/// <param name="SlowerPercent">So many percent longer does every road take; 0 or more.</param>
public sealed record WinterSeason(double SlowerPercent = WinterSeason.AssumedPercent) : RoadEdit
{
    /// <summary>The share where nobody states another: an assumption of NavGeo's, said wherever it is used.</summary>
    public const double AssumedPercent = 10;

    /// <summary>The winter of a case: with the share that is asked for, else with its own, else with NavGeo's.</summary>
    /// <param name="standing">The case's own edits.</param>
    /// <param name="percent">What is asked for; null where nothing is.</param>
    public static WinterSeason For(IEnumerable<RoadEdit> standing, double? percent = null) =>
        percent is { } asked ? new WinterSeason(asked) : standing.OfType<WinterSeason>().FirstOrDefault() ?? new WinterSeason();

    /// <summary>Edits with this winter as their season, or with summer.</summary>
    /// <param name="standing">The case's own edits.</param>
    /// <param name="winter">Null in summer.</param>
    public static IReadOnlyList<RoadEdit> Set(IEnumerable<RoadEdit> standing, WinterSeason? winter)
    {
        RoadEdit[] others = [.. standing.Where(e => e is not WinterSeason)];
        return winter is null ? others : [.. others, winter];
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"winter {SlowerPercent}");
}

/// <summary>An edit speaks of something the network does not have: a road number, a ferry, a road near a point.</summary>
public sealed class UnknownEditTargetException : ArgumentException
{
    /// <param name="edit">The edit that finds nothing to change.</param>
    public UnknownEditTargetException(RoadEdit edit)
        : base($"nothing in the network matches {edit}") => Edit = edit;

    /// <summary>The edit that finds nothing to change.</summary>
    public RoadEdit Edit { get; }
}
