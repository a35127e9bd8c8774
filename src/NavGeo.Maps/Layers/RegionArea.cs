namespace NavGeo.Maps.Layers;

/// <summary>A region of whole municipalities, for the layer of regions.</summary>
/// <param name="Id">Short and unique among its like.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Rule">The rule that made it, by name.</param>
/// <param name="Municipalities">Kommunenumre.</param>
public sealed record RegionArea(string Id, string Name, string Rule, IReadOnlyList<string> Municipalities);
