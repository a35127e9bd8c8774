using NavGeo.Routing;

namespace NavGeo.Planning.StaffTravel;

/// <summary>Trips there and back between two places.</summary>
public sealed record StaffTrip
{
    /// <summary>Why.</summary>
    public required StaffTripKind Kind { get; init; }

    /// <summary>Counsellor, unit or office.</summary>
    public required string Who { get; init; }

    /// <summary>Name of the site they set out from.</summary>
    public required string From { get; init; }

    /// <summary>Name of the site or partner they go to.</summary>
    public required string To { get; init; }

    /// <summary>Kommunenumre of both ends.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>Trips there and back a year, of all who go together.</summary>
    public required long TripsPerYear { get; init; }

    /// <summary>Time out.</summary>
    public required TravelTime Out { get; init; }

    /// <summary>Time back.</summary>
    public required TravelTime Back { get; init; }

    /// <summary>Millimetres there and back, once.</summary>
    public required long Millimetres { get; init; }

    /// <summary>Whether there is a way out and one back; without it no figure is given.</summary>
    public bool IsReachable => Out.IsReachable && Back.IsReachable;

    /// <summary>Hours a year; 0 where there is no way.</summary>
    public double HoursPerYear => IsReachable ? TripsPerYear * ((long)Out.Milliseconds + Back.Milliseconds) / 3_600_000.0 : 0;

    /// <summary>Kilometres a year; 0 where there is no way.</summary>
    public double KilometresPerYear => IsReachable ? TripsPerYear * Millimetres / 1_000_000.0 : 0;
}
