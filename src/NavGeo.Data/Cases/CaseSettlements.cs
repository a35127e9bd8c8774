using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Norway;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>The settlements and valleys of Norway as a case knows them; a population grid has no names.</summary>
internal static class CaseSettlements
{
    private const int Epsg = 25833;

    /// <summary>Statistics Norway's smallest squares.</summary>
    private const double SquareMetres = 250;

    /// <summary>Settlements, large kinds first, then valleys; none in a case without an N1000, or in another projection.</summary>
    /// <param name="input">The case.</param>
    /// <param name="demand">Its people.</param>
    /// <param name="locator">Says where nobody lives; null where the case names no boundaries.</param>
    /// <param name="municipalities">In the case's order.</param>
    public static IReadOnlyList<Settlement> Read(CaseFolder input, Demand demand, MunicipalityLocator? locator, IReadOnlyList<Municipality> municipalities)
    {
        if (input.Settings.Map is not { } map || input.Settings.Epsg != Epsg || !AreOn(map)) return [];
        Dictionary<string, int> byNumber = municipalities.Index().ToDictionary(m => m.Item.Number, m => m.Index, StringComparer.Ordinal);
        return Of(demand, point => locator is not null && locator.Locate(point) is >= 0 and var boundary
            ? byNumber.GetValueOrDefault(locator.Boundaries[boundary].Number, -1) : -1);
    }

    /// <summary>Whether a file is a map that has their names: N1000, or what NavGeo carries of it.</summary>
    public static bool AreOn(InputFile map) => map.Path == NorwayBase.Ground || N1000PlaceNames.Of(map, [N1000PlaceNames.Settlements[0]]).Count > 0;

    /// <summary>All of Norway's, each in the municipality that the people of its square live in.</summary>
    /// <param name="demand">Who lives where.</param>
    /// <param name="locate">The municipality of a spot where nobody lives; -1 for none.</param>
    public static IReadOnlyList<Settlement> Of(Demand demand, Func<PlanePoint, int> locate)
    {
        var municipalityAt = new Dictionary<(int, int), int>();
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] >= 0) municipalityAt.TryAdd(SquareOf(demand.Points[place]), demand.Municipalities[place]);
        }
        return
        [
            .. SettlementTable.Norway.Select(place => new Settlement(
                place.Name, place.Point, municipalityAt.TryGetValue(SquareOf(place.Point), out int municipality) ? municipality : locate(place.Point))
            {
                IsValley = place.Kind == N1000PlaceNames.Valley,
                OtherNames = place.OtherNames,
            }),
        ];
    }

    private static (int, int) SquareOf(PlanePoint point) => ((int)Math.Floor(point.Easting / SquareMetres), (int)Math.Floor(point.Northing / SquareMetres));
}
