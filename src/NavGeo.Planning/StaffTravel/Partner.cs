using NavGeo.Routing;

namespace NavGeo.Planning.StaffTravel;

/// <summary>Samarbeidspartner: somebody counsellors go out to meet.</summary>
/// <param name="Id">Unique in the case, also among the sites.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Municipality">Kommunenummer of where it is.</param>
/// <param name="Position">Where it is.</param>
public sealed record Partner(string Id, string Name, PartnerKind Kind, string Municipality, GeoPoint Position);
