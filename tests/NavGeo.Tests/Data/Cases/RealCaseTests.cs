using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>A case on national files: the roads of N1000, the population grid and the boundaries of 2018.</summary>
public class RealCaseTests
{
    /// <summary>Read twice, fine and coarse: gathering squares moves nobody to another municipality.</summary>
    [Fact]
    public void Case_on_national_files_has_the_people_of_its_municipalities()
    {
        PlanningCase fine = ReadWithoutWarning(gathered: 0);
        PlanningCase coarse = ReadWithoutWarning(gathered: 5000);
        Assert.Equal((250, 5000), (fine.Demand.CellMetres, coarse.Demand.CellMetres));
        Assert.True(coarse.Demand.Count < fine.Demand.Count / 4);
        Assert.Equal(ByMunicipality(fine), ByMunicipality(coarse));
        Assert.NotNull(fine.Water);
        Assert.True(fine.Roads.EdgeCount > 10_000);
        foreach (string file in (string[])["n1000.gpkg", "ru250m_2015.csv", "kommune_2018.geojson"])
            Assert.Single(fine.Sources, s => s.Sha256 is not null && s.File!.EndsWith(file, StringComparison.Ordinal));
    }

    [Fact]
    public void Site_in_another_municipality_than_it_says_is_warned_of()
    {
        using CaseOnDisk disk = OnNationalFiles(5000);
        CaseCheck check = disk.Change("sites.csv", "hemsedal,NAV Hemsedal,0618,8.5526,60.8631", "hemsedal,NAV Hemsedal,0618,8.5614,60.6286").Check();
        Assert.Equal("warning: case/sites.csv:3: hemsedal is given municipality 0618, but its position lies in 0619; correct the number or the position",
            disk.Told(Assert.Single(check.Findings, f => f.Severity == Severity.Warning && !IsOfRoads(f)), UserLanguage.English));
    }

    /// <summary>The case is dated 2018; the roads say when they were last changed. Told once, and not of roads of the case's own year.</summary>
    [Theory]
    [InlineData("2018-01-01", true)]
    [InlineData("2024-01-01", false)]
    public void Roads_of_another_year_than_the_case_are_warned_of(string date, bool isWarned)
    {
        using CaseOnDisk disk = OnNationalFiles(5000);
        Finding[] told = [.. disk.Change("case.json", "\"date\": \"2018-01-01\",", $"\"date\": \"{date}\", \"codeYear\": 2018,").Check().Findings.Where(IsOfRoads)];
        Assert.Equal(isWarned ? 1 : 0, told.Length);
        if (isWarned) Assert.Contains("are of 2024, the case is dated 2018: roads and bridges opened since are in the travel times", told[0].In(UserLanguage.English), StringComparison.Ordinal);
    }

    private static bool IsOfRoads(Finding finding) => finding.Severity == Severity.Warning && finding.Problem.Key.StartsWith("case.roads-", StringComparison.Ordinal);

    private static PlanningCase ReadWithoutWarning(int gathered)
    {
        using CaseOnDisk disk = OnNationalFiles(gathered);
        CaseCheck check = disk.Check();
        Assert.Equal("", string.Join('\n', check.Findings.Where(f => f.Severity != Severity.Note && !IsOfRoads(f)).Select(f => f.In(UserLanguage.English))));
        Demand demand = check.Case!.Demand;
        long expected = check.Case.Municipalities.Sum(m => (long)m.Population);
        Assert.InRange(demand.TotalPeople, expected * 97 / 100, expected * 103 / 100);
        Assert.DoesNotContain(-1, demand.Municipalities.ToArray());
        Assert.Equal(demand.Count, demand.Ids.ToArray().Distinct(StringComparer.Ordinal).Count());
        return check.Case;
    }

    private static long[] ByMunicipality(PlanningCase read)
    {
        var sums = new long[read.Municipalities.Count];
        for (int i = 0; i < read.Demand.Count; i++) sums[read.Demand.Municipalities[i]] += read.Demand.People[i];
        return sums;
    }

    private static CaseOnDisk OnNationalFiles(int gathered)
    {
        string roads = RealData.Path("roads/n1000.gpkg");
        string grid = RealData.Path("population/ru250m_2015.csv");
        string boundaries = RealData.Path("municipalities/kommune_2018.geojson");
        string files = $$"""
            "demandCellMetres": {{gathered}},
              "files": {
                "roads": { "path": "{{roads.Replace('\\', '/')}}" },
                "demand": { "path": "{{grid.Replace('\\', '/')}}" },
                "boundaries": { "path": "{{boundaries.Replace('\\', '/')}}" }
              },
              "travel"
            """;
        return new CaseOnDisk().Delete("roads.csv").Delete("places.csv").Delete("demand.csv").Change("case.json", "\"travel\"", files);
    }
}
