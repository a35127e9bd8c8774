using NavGeo.Data.Regions;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Planning.Regions;

/// <summary>The real markets of 2018 and 2020, read once for all tests.</summary>
internal static class NationalMarket
{
    private static readonly Dictionary<int, LoadedMarket> Read = [];
    private static readonly Lock Gate = new();

    /// <summary>The market of a year; the test is skipped where the data are not there.</summary>
    public static LoadedMarket Of(int year)
    {
        var files = new MarketFiles
        {
            Roads = RealData.Path("roads/n1000.gpkg"),
            Municipalities = RealData.Path($"municipalities/kommune_{year}.geojson"),
            Population = RealData.Path("population/nor2015pop_1kmruter.csv"),
            Commuting = RealData.Path($"commuting/pendling_03321_{year}.csv.gz"),
        };
        lock (Gate)
        {
            if (!Read.TryGetValue(year, out LoadedMarket? market)) Read[year] = market = files.Read(new Findings());
            return market;
        }
    }
}
