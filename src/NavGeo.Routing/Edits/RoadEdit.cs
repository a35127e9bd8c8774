using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Edits;

/// <summary>
/// One what-if on the roads, as a value: it says what shall be different and changes nothing itself. A
/// <see cref="RoadScenario"/> is a network, a profile and a list of these.
/// </summary>
public abstract record RoadEdit
{
    private protected RoadEdit()
    {
    }
}

/// <summary>
/// Builds a road, bridge or ferry line. Each end that lies within <see cref="ReachMetres"/> of a road is joined to it at
/// the nearest point; a road's end out of reach of everything stays a dead end.
/// </summary>
/// <param name="Link">The link, in the network's coordinates.</param>
public sealed record AddLink(RoadLink Link) : RoadEdit
{
    /// <summary>How far from a road an end may be drawn.</summary>
    public const double ReachMetres = 500;
}

/// <summary>Gives a ferry another time between departures.</summary>
/// <param name="NameOrRoad">As in <see cref="RemoveFerry"/>.</param>
/// <param name="Minutes">More than 0.</param>
public sealed record ChangeHeadway(string NameOrRoad, double Minutes) : RoadEdit;

/// <summary>Gives every stretch of a numbered road another speed; goes before speeds and times of the source.</summary>
/// <param name="Road">The road.</param>
/// <param name="Kmh">More than 0.</param>
public sealed record ChangeSpeed(RoadNumber Road, double Kmh) : RoadEdit;

/// <summary>Closes every road link that touches an area, as in a flood.</summary>
/// <param name="Ring">The area's outline, three corners or more, metres; the last one is joined to the first.</param>
public sealed record CloseArea(IReadOnlyList<PlanePoint> Ring) : RoadEdit;

/// <summary>Closes the link nearest to a point to through traffic.</summary>
/// <param name="Point">Metres.</param>
public sealed record ClosePoint(PlanePoint Point) : RoadEdit;

/// <summary>Closes every stretch of a numbered road to through traffic; the ferries on it sail on.</summary>
/// <param name="Road">The road.</param>
public sealed record CloseRoad(RoadNumber Road) : RoadEdit;

/// <summary>Closes a numbered road between two points: the links on the shortest way along the road from one to the other.</summary>
/// <param name="Road">The road.</param>
/// <param name="From">A point near the road, metres.</param>
/// <param name="To">Another.</param>
public sealed record CloseStretch(RoadNumber Road, PlanePoint From, PlanePoint To) : RoadEdit;

/// <summary>Takes out a ferry by its name, or all ferries of a road number.</summary>
/// <param name="NameOrRoad">"Bognes–Lødingen" or "rv 85"; upper and lower case are the same.</param>
public sealed record RemoveFerry(string NameOrRoad) : RoadEdit;

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
