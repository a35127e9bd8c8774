using NavGeo.Planning;
using NavGeo.Routing;
using NavGeo.Routing.Search;

namespace NavGeo.Data.Roads;

/// <summary>A network as it came from a file.</summary>
/// <param name="Graph">The roads and ferries.</param>
/// <param name="Water">The sea; null where the file does not know it.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RoadNetwork(RoadGraph Graph, WaterMask? Water, SourceReference Source)
{
    /// <summary>What was read and dropped on the way; null for a network that was built before.</summary>
    public RoadImport? Import { get; init; }

    /// <summary>The order, where the file holds one; null for raw roads, which are ordered when first needed.</summary>
    public RoadHierarchy? Hierarchy { get; init; }
}
