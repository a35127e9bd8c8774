namespace NavGeo.Planning.StaffTravel;

/// <summary>Trips that counsellors make from their base to a site or a partner, there and back.</summary>
/// <param name="Counsellor">The position or group, as users see it; several rounds may have the same.</param>
/// <param name="BaseSite">Id of the site they have their desk at.</param>
/// <param name="To">Id of a site or a partner.</param>
/// <param name="TripsPerYear">Times a year each of them goes.</param>
/// <param name="People">How many go, each in a car of their own.</param>
/// <param name="Structures">Ids of the structures in which the round is made; empty for all.</param>
public sealed record Round(
    string Counsellor, string BaseSite, string To, int TripsPerYear, int People, IReadOnlyList<string> Structures);
