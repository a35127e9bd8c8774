using NavGeo.Routing;
using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Trips;

/// <summary>The way of the people of one place to their site.</summary>
/// <param name="Site">Index into the case's sites; -1 where it leads to a place of no case.</param>
/// <param name="Milliseconds">In all, the same as in the answer.</param>
/// <param name="Legs">In the order they are travelled; their times add up to the whole.</param>
/// <param name="Line">The way on the road, from the place to the site, metres in the case's projection.</param>
public sealed record Trip(int Site, int Milliseconds, IReadOnlyList<TripLeg> Legs, IReadOnlyList<PlanePoint> Line);

/// <summary>A part of a trip on one road, one ferry, waiting, or off the network.</summary>
/// <param name="Kind">What it is made on.</param>
/// <param name="Name">Road number, name of the road or ferry; empty where it has none.</param>
/// <param name="Millimetres">Length.</param>
/// <param name="Milliseconds">Time.</param>
/// <param name="IsEstimated">Whether a part of the time rests on a default and not on a figure of the source.</param>
public sealed record TripLeg(TripLegKind Kind, string Name, long Millimetres, int Milliseconds, bool IsEstimated)
{
    /// <summary>Its speed limits.</summary>
    public LegLimits Limits { get; init; }
}

/// <summary>The limits of a leg and what they rest on; lengths in millimetres.</summary>
/// <param name="Own">Length with a limit or time of its own.</param>
/// <param name="OfRoad">Length with the limit of its road elsewhere.</param>
/// <param name="OfClass">Length with the limit of its class.</param>
/// <param name="Guessed">Length whose speed is the profile's.</param>
/// <param name="Limited">Length of which a limit in km/h is known.</param>
/// <param name="LimitedHours">How long that length takes at its limits.</param>
public readonly record struct LegLimits(long Own, long OfRoad, long OfClass, long Guessed, long Limited, double LimitedHours)
{
    /// <summary>The mean limit where one is known, km/h by the pace; null where none is.</summary>
    public double? Kmh => LimitedHours > 0 ? Limited / 1e6 / LimitedHours : null;

    /// <summary>What most of its length rests on; of equals the better.</summary>
    public SpeedBasis Mostly
    {
        get
        {
            long most = Math.Max(Math.Max(Own, OfRoad), Math.Max(OfClass, Guessed));
            return most == 0 ? SpeedBasis.None : most == Own ? SpeedBasis.Own : most == OfRoad ? SpeedBasis.OfRoad : most == OfClass ? SpeedBasis.OfClass : SpeedBasis.Guessed;
        }
    }

    /// <summary>Those of a length of one stretch.</summary>
    /// <param name="basis">What its speed rests on.</param>
    /// <param name="millimetres">Its length.</param>
    /// <param name="kmh">Its limit; 0 where none is known.</param>
    public static LegLimits Of(SpeedBasis basis, long millimetres, double kmh)
    {
        bool hasLimit = kmh > 0 && basis is not (SpeedBasis.None or SpeedBasis.Guessed);
        return new LegLimits(
            basis == SpeedBasis.Own ? millimetres : 0, basis == SpeedBasis.OfRoad ? millimetres : 0, basis == SpeedBasis.OfClass ? millimetres : 0,
            basis == SpeedBasis.Guessed ? millimetres : 0, hasLimit ? millimetres : 0, hasLimit ? millimetres / 1e6 / kmh : 0);
    }

    /// <summary>Those of two stretches.</summary>
    public LegLimits With(LegLimits other) => new(
        Own + other.Own, OfRoad + other.OfRoad, OfClass + other.OfClass, Guessed + other.Guessed, Limited + other.Limited, LimitedHours + other.LimitedHours);
}

/// <summary>What a leg of a trip is made on.</summary>
public enum TripLegKind
{
    /// <summary>A road.</summary>
    Road,

    /// <summary>On board.</summary>
    Ferry,

    /// <summary>At the quay.</summary>
    Wait,

    /// <summary>Between the road and a place beside it.</summary>
    OffRoad,
}
