using NavGeo.Routing.Search;

namespace NavGeo.Routing.NavNet;

/// <summary>What a .navnet file holds: a network ready to be asked.</summary>
/// <param name="Hierarchy">The roads and their order.</param>
/// <param name="Water">The sea; null where the source did not know it.</param>
/// <param name="Source">Where the roads come from, as the writer gave it: lines of text, not read here.</param>
public sealed record NavNetContent(RoadHierarchy Hierarchy, WaterMask? Water, string Source);
