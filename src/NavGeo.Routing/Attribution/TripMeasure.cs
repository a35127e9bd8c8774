namespace NavGeo.Routing.Attribution;

/// <summary>One trip made once.</summary>
/// <param name="Time">Off-road time at both ends included; unreachable where there is no way.</param>
/// <param name="Millimetres">Length, gaps off the road included; 0 where there is no way.</param>
public readonly record struct TripMeasure(TravelTime Time, long Millimetres);
