namespace NavGeo.Data.OpenStreetMap;

/// <summary>A piece of a way that is a link: sixteen bytes, where the link itself would take some hundred.</summary>
/// <param name="Way">The way, by its position in the batch.</param>
/// <param name="First">Its first node, by the position in the batch's list of nodes.</param>
/// <param name="Count">How many nodes, at least 2.</param>
/// <param name="LengthMillimetres">Its length on the ground.</param>
internal readonly record struct OsmCut(int Way, int First, int Count, int LengthMillimetres);
