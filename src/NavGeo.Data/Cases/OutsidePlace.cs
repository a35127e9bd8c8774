using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>People at a place in no municipality's boundary.</summary>
/// <param name="Id">As the demand file calls it.</param>
/// <param name="Point">Metres in EPSG:25833.</param>
/// <param name="People">How many.</param>
/// <param name="NearestNumber">Kommunenummer of the nearest municipality.</param>
/// <param name="NearestName">Its name.</param>
/// <param name="Metres">To its boundary.</param>
/// <param name="IsGiven">Whether the place was given to it, being near enough; else it counts as outside the municipalities.</param>
public sealed record OutsidePlace(
    string Id, PlanePoint Point, int People, string NearestNumber, string NearestName, double Metres, bool IsGiven);
