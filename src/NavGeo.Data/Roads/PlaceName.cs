using NavGeo.Routing;

namespace NavGeo.Data.Roads;

/// <summary>A name in a road file and where it stands.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">What kind of place the source calls it; empty where it says nothing.</param>
/// <param name="Point">The middle of its writing, in the file's projection.</param>
public sealed record PlaceName(string Name, string Kind, PlanePoint Point);
