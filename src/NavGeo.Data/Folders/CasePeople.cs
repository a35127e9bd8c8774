using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Data.Folders;

/// <summary>
/// The account of a case's people: the factor each municipality's count was multiplied by, and the places outside all
/// boundaries. Filled while a case is read, then only read.
/// </summary>
public sealed class CasePeople
{
    internal CasePeople()
    {
    }

    /// <summary>The municipalities that <see cref="Spread"/> counts by index; empty where nothing was spread.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; internal set; } = [];

    /// <summary>One a municipality; empty where the case names no totals.</summary>
    public IReadOnlyList<SpreadRow> Spread { get; internal set; } = [];

    /// <summary>The year of the totals; null where not known.</summary>
    public int? Year { get; internal set; }

    /// <summary>Places of the demand file in no municipality, nearest to one of the case.</summary>
    public IReadOnlyList<OutsidePlace> Outside { get; internal set; } = [];
}

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
