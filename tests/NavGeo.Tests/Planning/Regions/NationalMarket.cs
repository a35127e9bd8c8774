using NavGeo.Data.Regions;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Tests.Planning.Regions;

/// <summary>The real markets of 2018 and 2020, read once for all tests.</summary>
internal static class NationalMarket
{
    private static readonly Dictionary<int, LoadedMarket> Read = [];
    private static readonly Lock Gate = new();

    /// <summary>The market of 2020 with the commuting of another year, recoded.</summary>
    public static LabourMarket Recoded(int commutingYear)
    {
        LabourMarket market = Of(2020).Market;
        CommutingRows rows = CommutingFile.Read(RealData.Path($"commuting/pendling_03321_{commutingYear}.csv.gz"), null, new Findings());
        return market with
        {
            Commuting = rows.ToMatrix(market.Municipalities, new Findings(), CodeChangeTable.General.Between(commutingYear, 2020)),
            Year = commutingYear,
        };
    }

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
