using NavGeo.Routing;

namespace NavGeo.Planning;

/// <summary>A kommune in the code year of its case, or a named part of one that structures may divide between offices.</summary>
/// <param name="Number">Kommunenummer: four digits as text, with leading zero. For a part its id: <c>1850-aust</c>.</param>
/// <param name="Name">As the case writes it, Sámi and Kven letters kept.</param>
/// <param name="Population">Inhabitants by the municipality table; the demand may be of another year.</param>
/// <param name="Centre">The municipal centre or largest settlement: a travel origin, not the middle of the polygon.</param>
public sealed record Municipality(string Number, string Name, int Population, GeoPoint Centre)
{
    /// <summary>Kommunenummer of the whole of which this is a part; null for a whole municipality.</summary>
    public string? PartOf { get; init; }

    /// <summary>Whether <see cref="Population"/> is an estimate; only parts have such.</summary>
    public bool IsPopulationEstimated { get; init; }
}
