namespace NavGeo.Planning.StaffTravel;

/// <summary>A trip that is to be measured.</summary>
internal sealed record PlannedTrip(StaffTripKind Kind, string Who, StaffPlace From, StaffPlace To, long TripsPerYear);
