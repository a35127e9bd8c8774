using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

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

/// <summary>A town, village, hamlet or valley by which a spot on the map is named.</summary>
/// <param name="Name">As the map writes it, the Norwegian name where it has several.</param>
/// <param name="Point">In the case's projection: where people live by the name on the map, else where the map writes it.</param>
/// <param name="Municipality">Index into the case's municipalities; -1 for none of them, or unknown.</param>
public readonly record struct Settlement(string Name, PlanePoint Point, int Municipality)
{
    /// <summary>Whether it is a valley, which names a spot only where no settlement does.</summary>
    public bool IsValley { get; init; }

    /// <summary>Its names in other languages; null for none.</summary>
    public IReadOnlyList<string>? OtherNames { get; init; }
}
