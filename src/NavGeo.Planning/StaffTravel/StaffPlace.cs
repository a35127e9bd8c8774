using NavGeo.Routing.Snapping;

namespace NavGeo.Planning.StaffTravel;

/// <summary>A site or a partner as the end of a trip.</summary>
internal sealed record StaffPlace(string Name, string Municipality, SnappedPlace Place);
