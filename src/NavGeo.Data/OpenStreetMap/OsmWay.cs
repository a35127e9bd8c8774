namespace NavGeo.Data.OpenStreetMap;

/// <summary>A way that is kept.</summary>
/// <param name="Id">Its OpenStreetMap id.</param>
/// <param name="FirstNode">Where its nodes begin in the batch's list.</param>
/// <param name="NodeCount">How many nodes, at least 2.</param>
/// <param name="Traits">What its tags say.</param>
internal readonly record struct OsmWay(long Id, int FirstNode, int NodeCount, WayTraits Traits);
