namespace NavGeo.Data.OpenStreetMap;

/// <summary>A ferry route as the relation has it.</summary>
/// <param name="Ways">Its ways, quays and stops left out.</param>
/// <param name="Traits">What its tags say of a way that says nothing itself; null where they say it is no ferry to use.</param>
/// <param name="Milliseconds">Sailing time of the whole route; null where it is not given.</param>
internal sealed record OsmFerryRoute(long[] Ways, WayTraits? Traits, int? Milliseconds);
