namespace NavGeo.Planning.Siting;

/// <summary>The best that so many changes from today, or so many sites, can give.</summary>
/// <param name="Number">Changes or sites.</param>
/// <param name="Answer">The best.</param>
public sealed record CurvePoint(int Number, SitingAnswer Answer);
