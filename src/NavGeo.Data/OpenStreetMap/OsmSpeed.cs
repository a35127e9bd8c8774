namespace NavGeo.Data.OpenStreetMap;

/// <summary>Speeds of a road in km/h each way, after the sign has been turned into what is driven.</summary>
/// <param name="ForwardKmh">Along the drawing.</param>
/// <param name="BackwardKmh">Against it.</param>
/// <param name="IsAssumed">Whether they are the class's default in either direction.</param>
/// <param name="IsUnread">Whether there was a limit that could not be understood.</param>
internal readonly record struct OsmSpeed(double ForwardKmh, double BackwardKmh, bool IsAssumed, bool IsUnread);
