namespace NavGeo.Routing.Attribution;

/// <summary>One trip made once.</summary>
/// <param name="Time">Off-road time at both ends included; unreachable where there is no way.</param>
/// <param name="Millimetres">Length, gaps off the road included; 0 where there is no way.</param>
/// <param name="GapMillimetres">The gaps between places and roads; 0 where the trip does not touch the roads.</param>
/// <param name="FerryMilliseconds">The part of the time that is spent on ferries and waiting for them.</param>
public readonly record struct TripMeasure(TravelTime Time, long Millimetres, long GapMillimetres, int FerryMilliseconds);
