using System.Globalization;
using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Cases;

/// <summary>Futures, projections, homes, hours and groups as tables of a case: what is read, and what is said of mistakes.</summary>
public sealed class FutureTableTests
{
    private const string Projection = "kommunenummer,year,people\n0617,2030,5000\n0618,2030,2600\n0619,2030,4400\n0617,2040,5200\n0618,2040,2700\n0619,2040,4300\n";

    [Fact]
    public void Futures_are_read_with_the_people_of_their_year()
    {
        using var disk = new CaseOnDisk();
        disk.Write("projection.csv", Projection);
        disk.Write("futures.csv", "future,name_nb,name_nn,year,season,changes\nw40,Vinter 2040,Vinter 2040,2040,winter,\nshut,,,,,close rv 7|speed fv 50 40|planned\n");
        Workspace work = Workspace.Open(disk.Folder, new Findings());
        IReadOnlyList<Future> futures = work.Futures(work.Case);
        Assert.Equal(["w40", "shut"], futures.Select(f => f.Id));
        Assert.Equal([5200L, 2700, 4300], futures[0].Totals!);
        Assert.Equal((true, false), (futures[0].IsWinter, futures[0].UsesPlanned));
        Assert.Equal((true, "shut"), (futures[1].UsesPlanned, futures[1].Name.In(UserLanguage.Nynorsk)));
        Assert.Equal([new CloseRoad("rv 7"), new SetSpeed("fv 50", 40)], futures[1].Edits);
        Assert.Contains(work.Case.Sources, s => s.File == "projection.csv" && s.Sha256 is not null);
    }

    [Fact]
    public void Without_a_table_the_usual_years_that_there_are_come_after_season_and_planned_roads()
    {
        using var disk = new CaseOnDisk();
        disk.Write("projection.csv", Projection);
        Workspace work = Workspace.Open(disk.Folder, new Findings());
        Assert.Equal(["winter", "planned", "2030", "2040"], work.Futures(work.Case).Select(f => f.Id));
        Assert.Equal(["winter", "planned", "2040"], work.FuturesWith(work.Case, null, null, [2040]).Select(f => f.Id));
        InputException wrong = Assert.Throws<InputException>(() => work.FuturesWith(work.Case, null, null, [2035]));
        Assert.Contains("2035", wrong.Findings[^1].Problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("futures.csv", "future,year\nx,2040\n", "2")]
    [InlineData("futures.csv", "future,changes\nx,burn rv 7\n", "2")]
    [InlineData("futures.csv", "future,changes\nok,\nx,speed rv 7\n", "3")]
    [InlineData("futures.csv", "future,season\nx,spring\n", "2")]
    [InlineData("futures.csv", "future\nx\nx\n", "3")]
    [InlineData("futures.csv", "future,changes\nx,add bridge.geojson\n", "2")]
    [InlineData("hours.csv", "site,weekdays,opens,closes\ngol,mo,15:00,09:00\n", "2")]
    [InlineData("hours.csv", "site,weekdays,opens,closes\ngol,mo,09:00,15:00\ngol,mo+ti,14:00,16:00\n", "3")]
    [InlineData("hours.csv", "site,weekdays,opens,closes\ngol,monday,9,half four\n", "2")]
    [InlineData("groups.csv", "group,kommunenummer,people\nold,9999,10\n", "2")]
    [InlineData("groups.csv", "group,kommunenummer,people\nold,0617,10\nold,617,10\n", "3")]
    [InlineData("homes.csv", "site,lon,lat,employees\ngol,8.9,60.7,0\n", "2")]
    [InlineData("homes.csv", "site,lon,lat,employees,employer\nnowhere,8.9,60.7,2,state\n", "2")]
    public void Mistakes_are_told_with_file_and_line(string file, string text, string line)
    {
        using var disk = new CaseOnDisk();
        disk.Write(file, text);
        Finding[] errors = [.. disk.Check().Findings.Where(f => f.Severity == Severity.Error)];
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.Equal((file, line), (Path.GetFileName(e.File), e.Place)));
    }

    [Fact]
    public void Projection_that_lacks_a_municipality_is_refused()
    {
        using var disk = new CaseOnDisk();
        disk.Write("projection.csv", "kommunenummer,year,people\n0617,2040,5000\n");
        disk.Write("futures.csv", "future,year\nx,2040\n");
        Finding error = Assert.Single(disk.Check().Findings, f => f.Severity == Severity.Error);
        Assert.Contains("0618", error.Problem.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Statistics Norway's form of table 14288: alternatives as contents, years as times, sexes and ages to be added up.</summary>
    [Theory]
    [InlineData(null, 4)]
    [InlineData("Personer2", 400)]
    [InlineData("LLML", 40)]
    public void The_alternative_is_taken_by_code_or_label_and_is_the_main_one_otherwise(string? alternative, int people)
    {
        int[] ones = [1, 10, 100];
        string values = string.Join(',', Enumerable.Range(0, 2 * 2 * 3 * 2).Select(i => (ones[i / 2 % 3] * (i % 2 == 0 ? 1 : 2)).ToString(CultureInfo.InvariantCulture)));
        string json = $$$$$"""
            {"version":"2.0","class":"dataset","label":"14288","id":["Region","Kjonn","ContentsCode","Tid"],"size":[2,2,3,2],
            "dimension":{"Region":{"label":"region","category":{"index":{"0617":0,"0618":1},"label":{"0617":"Gol","0618":"Hemsedal"}}},
            "Kjonn":{"label":"kjønn","category":{"index":{"1":0,"2":1},"label":{"1":"Menn","2":"Kvinner"}}},
            "ContentsCode":{"label":"statistikkvariabel","category":{"index":{"Personer":0,"Personer1":1,"Personer2":2},
            "label":{"Personer":"Hovedalternativet (MMMM)","Personer1":"Lav nasjonal vekst (LLML)","Personer2":"Høy nasjonal vekst (HHMH)"}}},
            "Tid":{"label":"år","category":{"index":{"2030":0,"2040":1},"label":{"2030":"2030","2040":"2040"}}}},"value":[{{{{{values}}}}}]}
            """;
        MunicipalityPeople read = MunicipalityPeopleReader.Parse(Encoding.UTF8.GetBytes(json), "14288.json", 2040, new Findings(), alternative);
        Assert.Equal([people, people], read.Rows.Select(r => r.People));
        Assert.Throws<InputException>(() => MunicipalityPeopleReader.Parse(Encoding.UTF8.GetBytes(json), "14288.json", 2040, new Findings(), "nasjonal"));
    }
}
