using NavGeo.Routing;

namespace NavGeo.Planning.Staff;

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

/// <summary>A trip that is to be measured.</summary>
internal sealed record PlannedTrip(StaffTripKind Kind, string Who, StaffPlace From, StaffPlace To, long TripsPerYear);

/// <summary>Why somebody of the staff drives.</summary>
public enum StaffTripKind : byte
{
    /// <summary>A round of the case.</summary>
    Round = 0,

    /// <summary>Into a municipality that has no open site of its office any more: NavGeo's assumption.</summary>
    AssumedVisit,

    /// <summary>To be on duty at a site that is open while one's desk is elsewhere: NavGeo's assumption.</summary>
    AssumedDuty,

    /// <summary>The office's leader, from the main site to the others: NavGeo's assumption.</summary>
    Leader,
}
