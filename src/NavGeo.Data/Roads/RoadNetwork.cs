using NavGeo.Planning;
using NavGeo.Routing;

namespace NavGeo.Data.Roads;

/// <summary>A network as it came from a file.</summary>
/// <param name="Graph">The roads and ferries.</param>
/// <param name="Water">The sea; null where the file does not know it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Import">What was read and dropped on the way.</param>
public sealed record RoadNetwork(RoadGraph Graph, WaterMask? Water, SourceReference Source, RoadImport Import);
