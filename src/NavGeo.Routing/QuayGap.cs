namespace NavGeo.Routing;

/// <summary>The gap between the end of a ferry line and the nearest road.</summary>
/// <param name="Quay">The end of the ferry line.</param>
/// <param name="Road">Number of the ferry's road.</param>
/// <param name="Metres">Straight line to the nearest road; infinite where there is none at all.</param>
public readonly record struct QuayGap(PlanePoint Quay, RoadNumber Road, double Metres);
