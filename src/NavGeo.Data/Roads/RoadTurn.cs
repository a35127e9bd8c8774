using NavGeo.Routing;

namespace NavGeo.Data.Roads;

/// <summary>A turn that is forbidden, or the only one allowed, between two links of an import.</summary>
/// <param name="FromLink">Link one comes along, by its place in <see cref="RoadImport.Links"/>.</param>
/// <param name="Via">The junction, an end of both.</param>
/// <param name="ToLink">Link one turns into; the same one for turning round.</param>
/// <param name="IsOnly">Whether it is the only turn allowed; otherwise it is forbidden.</param>
public readonly record struct RoadTurn(int FromLink, PlanePoint Via, int ToLink, bool IsOnly);
