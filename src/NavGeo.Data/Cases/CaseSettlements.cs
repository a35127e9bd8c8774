using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Kartverket;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>The names of settlements on a case's map, which is an N1000: a population grid has none.</summary>
internal static class CaseSettlements
{
    private const int Epsg = 25833;

    /// <summary>In the order of the file; none where the roads are not from N1000 or the case lies in another projection.</summary>
    /// <param name="input">The case.</param>
    /// <param name="municipalities">In the case's order.</param>
    /// <param name="locator">Says where a settlement lies; null where the case names no boundaries.</param>
    public static IReadOnlyList<Settlement> Read(CaseFolder input, IReadOnlyList<Municipality> municipalities, MunicipalityLocator? locator)
    {
        if (input.Settings.Map is not { } map || input.Settings.Epsg != Epsg) return [];
        Dictionary<string, int> byNumber = municipalities.Index().ToDictionary(m => m.Item.Number, m => m.Index, StringComparer.Ordinal);
        return
        [
            .. N1000PlaceNames.Of(map, N1000PlaceNames.Settlements).Select(s => new Settlement(s.Name, s.Point, locator is null || locator.Locate(s.Point) is not (>= 0 and var boundary)
                ? -1 : byNumber.GetValueOrDefault(locator.Boundaries[boundary].Number, -1))),
        ];
    }
}
