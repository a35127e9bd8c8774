using NavGeo.Routing;

namespace NavGeo.Data.Places;

/// <summary>A place a user names by an id.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Position">Degrees.</param>
public sealed record NamedPlace(string Id, GeoPoint Position);
