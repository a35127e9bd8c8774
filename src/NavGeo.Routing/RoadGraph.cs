namespace NavGeo.Routing;

/// <summary>The road network.</summary>
public sealed class RoadGraph
{
}
