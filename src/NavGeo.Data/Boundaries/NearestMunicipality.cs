namespace NavGeo.Data.Boundaries;

/// <summary>The municipality nearest to a point outside all of them.</summary>
/// <param name="Index">Of the municipality; -1 where none is near enough.</param>
/// <param name="Metres">From the point to its boundary; infinite where none is near enough.</param>
public readonly record struct NearestMunicipality(int Index, double Metres);
