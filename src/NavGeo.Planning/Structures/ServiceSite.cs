using NavGeo.Routing;

namespace NavGeo.Planning.Structures;

/// <summary>
/// Tjenestested: a place where people meet NAV. Not an office: one office may have several sites, and a structure
/// says which of them are open.
/// </summary>
/// <param name="Id">Unique in the case.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Municipality">Kommunenummer of where it stands.</param>
/// <param name="Position">Where the door is.</param>
public sealed record ServiceSite(string Id, string Name, string Municipality, GeoPoint Position)
{
    /// <summary>True where the position is NavGeo's assumption (the town centre) and not a known address.</summary>
    public bool IsPositionEstimated { get; init; }
}
