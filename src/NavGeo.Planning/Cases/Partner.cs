using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>Samarbeidspartner: somebody counsellors go out to meet.</summary>
/// <param name="Id">Unique in the case, also among the sites.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Municipality">Kommunenummer of where it is.</param>
/// <param name="Position">Where it is.</param>
public sealed record Partner(string Id, string Name, PartnerKind Kind, string Municipality, GeoPoint Position);

/// <summary>Whom counsellors go out to meet.</summary>
public enum PartnerKind : byte
{
    /// <summary>Anybody else.</summary>
    Other = 0,

    /// <summary>The municipality's own services.</summary>
    TownHall,

    /// <summary>Doctors.</summary>
    Doctor,

    /// <summary>Schools.</summary>
    School,

    /// <summary>Employers.</summary>
    Employer,
}

/// <summary>Trips that counsellors make from their base to a site or a partner, there and back.</summary>
/// <param name="Counsellor">The position or group, as users see it; several rounds may have the same.</param>
/// <param name="BaseSite">Id of the site they have their desk at.</param>
/// <param name="To">Id of a site or a partner.</param>
/// <param name="TripsPerYear">Times a year each of them goes.</param>
/// <param name="People">How many go, each in a car of their own.</param>
/// <param name="Structures">Ids of the structures in which the round is made; empty for all.</param>
public sealed record Round(
    string Counsellor, string BaseSite, string To, int TripsPerYear, int People, IReadOnlyList<string> Structures);
