using NavGeo.Routing;

namespace NavGeo.Data.Roads;

/// <summary>A place in a network that a person should look at.</summary>
/// <param name="Kind">What is suspicious.</param>
/// <param name="Place">Where.</param>
/// <param name="Road">Road number or name, where there is one; else empty.</param>
/// <param name="Metres">Size: the way to the quay, the length of the road or of all roads of the part.</param>
public sealed record SuspiciousPlace(SuspicionKind Kind, PlanePoint Place, string Road, double Metres);
