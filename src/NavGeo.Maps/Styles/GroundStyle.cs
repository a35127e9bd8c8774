namespace NavGeo.Maps.Styles;

/// <summary>What lies beneath the travel times.</summary>
public sealed record GroundStyle(string Land, string Outside, string Water, string Shore, string Boundary, double BoundaryMm);
