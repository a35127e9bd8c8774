using System.Globalization;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>Totals, numbers of other years, and boundaries in a case.</summary>
public sealed class CasePopulationTests : IDisposable
{
    private readonly CaseOnDisk disk = new();

    [Fact]
    public void Totals_are_spread_over_the_places_and_the_factor_is_told()
    {
        disk.Write("demand.csv", """
            id,name,kommunenummer,lon,lat,people
            1,Gol,0617,8.9461,60.7001,3000
            2,Golsfjellet,0617,8.9,60.75,1000
            3,Hemsedal,0618,8.5526,60.8631,2400
            4,Ål,0619,8.5614,60.6286,4700
            5,Hytta,,8.7,60.7,3

            """).Write("totals.csv", "kommunenummer,pop2017,pop2018\n0617,1,4601\n0618,1,2450\n0619,1,4700\n");
        CaseCheck check = WithTotals("""{ "path": "totals.csv", "year": 2018 }""").Check();
        Assert.Equal([3451, 1150, 2450, 4700, 3], check.Case!.Demand.People.ToArray());
        Assert.Equal(
            """
            kommunenummer,name,places,counted,total,factor,year
            0617,Gol,2,4000,4601,1.150250,2018
            0618,Hemsedal,1,2400,2450,1.020833,2018
            0619,Ål,1,4700,4700,1.000000,2018

            """,
            System.Text.Encoding.UTF8.GetString(CasePeopleTables.Spread(check.People!, TableDress.International).ToBytes()));
        Finding note = Assert.Single(check.Findings, f => f.Problem.Key == "people.spread");
        Assert.Contains("factor 1 (Ål) to 1.15 (Gol)", note.In(UserLanguage.English), StringComparison.Ordinal);
        Assert.Contains(check.Case.Sources, s => s.Title == "totals.csv" && s.Date == "2018");
    }

    [Fact]
    public void Total_without_places_and_places_without_a_total_are_warned_of()
    {
        disk.Change("demand.csv", "2,Hemsedal,0618", "2,Hemsedal,0619").Write("totals.csv", "kommunenummer,pop2018\n0617,4600\n0618,2450\n");
        CaseCheck check = WithTotals("""{ "path": "totals.csv" }""").Check();
        Assert.NotNull(check.Case);
        Assert.Contains(check.Findings, f => f.Severity == Severity.Warning && f.Problem.Key == "people.no-cells");
        Assert.Contains(check.Findings, f => f.Severity == Severity.Warning && f.Problem.Key == "people.no-total");
    }

    [Fact]
    public void Factor_that_two_years_cannot_explain_is_warned_of()
    {
        disk.Write("totals.csv", "kommunenummer,pop2018\n0617,9200\n0618,2400\n0619,4700\n");
        Finding warning = Assert.Single(
            WithTotals("""{ "path": "totals.csv" }""").Check().Findings, f => f.Severity == Severity.Warning);
        Assert.Equal("people.factor", warning.Problem.Key);
    }

    [Fact]
    public void Numbers_of_another_year_need_the_cases_own_table()
    {
        disk.Write("totals.csv", "kommune2024,calyear,pop\n3324,2018,4600\n3326,2018,2400\n3328,2018,4700\n");
        CaseCheck refused = WithTotals("""{ "path": "totals.csv" }""").Check();
        Finding error = Assert.Single(refused.Findings, f => f.Severity == Severity.Error);
        Assert.Contains("navgeo codes --from 2024 --to 2018 -o changes.csv", error.In(UserLanguage.English), StringComparison.Ordinal);

        disk.Write("changes.csv", """
            from_year,from,to_year,to
            2019,0617,2020,3041
            2019,0618,2020,3042
            2019,0619,2020,3043
            2023,3041,2024,3324
            2023,3042,2024,3326
            2023,3043,2024,3328

            """);
        CaseCheck check = disk.Check();
        Assert.Equal([4600, 2400, 4700, 3], check.Case!.Demand.People.ToArray());
        Assert.Contains(check.Findings, f => f.Problem.Key == "codes.used");
        Assert.Contains(check.Case.Sources, s => s.Title == "changes.csv");
    }

    [Fact]
    public void Numbers_of_another_year_that_did_not_change_need_no_table()
    {
        disk.Change("case.json", "\"date\": \"2018-01-01\"", "\"date\": \"2017-01-01\"")
            .Write("totals.csv", "kommunenummer,pop2018\n0617,4600\n0618,2400\n0619,4700\n");
        Assert.NotNull(WithTotals("""{ "path": "totals.csv" }""").Check().Case);
    }

    [Fact]
    public void Boundaries_of_an_earlier_year_are_merged_through_the_table()
    {
        disk.Write("areas.geojson", $$"""
            {"type":"FeatureCollection","features":[
             {{Area("0615", 8.9, 60.5, 8.94, 61)}},{{Area("0616", 8.94, 60.5, 9.2, 61)}},
             {{Area("0618", 8.4, 60.75, 8.9, 61)}},{{Area("0619", 8.4, 60.5, 8.9, 60.75)}}]}
            """).Write("changes.csv", "from_year,from,to_year,to\n2016,0615,2017,0617\n2016,0616,2017,0617\n")
            .Write("grid.csv", Grid((8.95, 60.70, 10), (8.92, 60.70, 20), (8.55, 60.86, 30), (8.55, 60.63, 40), (9.22, 60.7, 5)))
            .Delete("demand.csv");
        CaseCheck check = WithFiles("""
            "demand": { "path": "grid.csv" }, "boundaries": { "path": "areas.geojson", "codeYear": 2016 }
            """).Check();
        Assert.NotNull(check.Case);
        Assert.Equal(["0617", "0618", "0619"], check.Work!.Boundaries.Select(b => b.Number));
        Assert.DoesNotContain(check.Findings, f => f.Problem.Key is "case.wrong-municipality" or "case.no-boundary");
        Assert.Equal(35, check.Case.Demand.People.ToArray().Index().Where(p => check.Case.Demand.Municipalities[p.Index] == 0).Sum(p => p.Item));
        OutsidePlace outside = Assert.Single(check.People!.Outside);
        Assert.Equal(("0617", 5, true), (outside.NearestNumber, outside.People, outside.IsGiven));
        Assert.InRange(outside.Metres, 900, 1300);
        Assert.Contains("\"nearest\":\"0617\"", CasePeopleTables.OutsideGeoJson(check.People).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_of_a_municipality_that_was_parted_are_refused()
    {
        disk.Write("areas.geojson", $$"""{"type":"FeatureCollection","features":[{{Area("0616", 8, 60, 9.5, 61)}}]}""")
            .Write("changes.csv", "from_year,from,to_year,to,share\n2016,0616,2017,0617,0.5\n2016,0616,2017,0618,0.5\n");
        CaseCheck check = WithFiles("""
            "boundaries": { "path": "areas.geojson", "codeYear": 2016 }
            """).Check();
        Assert.Contains(check.Findings, f => f.Severity == Severity.Error && f.Problem.Key == "codes.split-boundary");
    }

    [Fact]
    public void People_at_points_are_the_demand_of_a_case()
    {
        disk.Write("areas.geojson", $$"""
            {"type":"FeatureCollection","features":[{{Area("0617", 8.9, 60.5, 9.2, 61)}},{{Area("0618", 8.4, 60.75, 8.9, 61)}},{{Area("0619", 8.4, 60.5, 8.9, 60.75)}}]}
            """).Write("points.csv", "id,lon,lat,weight\ng,8.95,60.7,10.5\nh,8.55,60.86,30.5\na,8.55,60.63,40\n").Delete("demand.csv");
        CaseCheck check = WithFiles("""
            "demand": { "path": "points.csv" }, "boundaries": { "path": "areas.geojson" }
            """).Check();
        Assert.Equal(["g", "h", "a"], check.Case!.Demand.Ids.ToArray());
        Assert.Equal((81L, 0), (check.Case.Demand.TotalPeople, check.Case.Demand.CellMetres));
    }

    public void Dispose() => disk.Dispose();

    private CaseOnDisk WithTotals(string reference) => WithFiles($"\"population\": {reference}");

    private CaseOnDisk WithFiles(string files) => disk.Change("case.json", "\"travel\": {", $"\"files\": {{ {files} }},\n  \"travel\": {{");

    private static string Area(string number, double west, double south, double east, double north) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"type":"Feature","properties":{"kommunenummer":"{{{number}}}","kommunenavn":"K{{{number}}}"},"geometry":{"type":"Polygon","coordinates":
        [[[{{{west}}},{{{south}}}],[{{{east}}},{{{south}}}],[{{{east}}},{{{north}}}],[{{{west}}},{{{north}}}],[{{{west}}},{{{south}}}]]]}}
        """);

    private static string Grid(params (double Lon, double Lat, int People)[] cells) => "ru250m;pop_tot\n" + string.Concat(cells.Select(cell =>
    {
        var at = NavGeo.Data.Projection.MapProjection.Norway.ToPlane(new NavGeo.Routing.GeoPoint(cell.Lon, cell.Lat));
        return string.Create(CultureInfo.InvariantCulture, $"{2_000_000 + (long)Math.Floor(at.Easting / 250) * 250:0000000}{(long)Math.Floor(at.Northing / 250) * 250:0000000};{cell.People}\n");
    }));
}
