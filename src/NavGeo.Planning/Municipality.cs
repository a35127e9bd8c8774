using NavGeo.Routing;

namespace NavGeo.Planning;

/// <summary>A kommune in the code year of its case.</summary>
/// <param name="Number">Kommunenummer: four digits as text, with leading zero.</param>
/// <param name="Name">As the case writes it, Sámi and Kven letters kept.</param>
/// <param name="Population">Inhabitants by the municipality table; the demand may be of another year.</param>
/// <param name="Centre">The municipal centre or largest settlement: a travel origin, not the middle of the polygon.</param>
public sealed record Municipality(string Number, string Name, int Population, GeoPoint Centre);
