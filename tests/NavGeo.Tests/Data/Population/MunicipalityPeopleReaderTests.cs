using System.Text;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Population;

public sealed class MunicipalityPeopleReaderTests
{
    /// <summary>Table 07459 as PxWebApi v2 gives it, cut down: two sexes, two years, country, county, an old number.</summary>
    private const string Table = """
        {"version":"2.0","class":"dataset","label":"07459: Befolkning","source":"Statistisk sentralbyrå","updated":"2026-02-19T07:00:00Z",
         "id":["Region","Kjonn","ContentsCode","Tid"],"size":[5,2,1,2],
         "dimension":{
          "Region":{"label":"region","category":{"index":{"0":0,"18":1,"1804":2,"1805":3,"1850":4},
            "label":{"0":"Hele landet","18":"Nordland","1804":"Bodø","1805":"Narvik (-2019)","1850":"Divtasvuodna - Tysfjord (-2019)"}},"extension":{"elimination":true}},
          "Kjonn":{"label":"kjønn","category":{"index":{"2":0,"1":1},"label":{"2":"Kvinner","1":"Menn"}},"extension":{"elimination":true}},
          "ContentsCode":{"label":"statistikkvariabel","category":{"index":{"Personer1":0},"label":{"Personer1":"Personer"},"unit":{"Personer1":{"base":"personer","decimals":0}}}},
          "Tid":{"label":"år","category":{"index":{"2018":0,"2020":1},"label":{"2018":"2018","2020":"2020"}}}},
         "value":[9,9,9,9, 9,9,9,9, 25000,26000,26000,27000, 9300,0,9338,0, 950,null,1003,null],
         "status":{"17":".","19":"."},
         "role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]}}
        """;

    [Theory]
    [InlineData(2018, "1804 Bodø 51000, 1805 Narvik 18638, 1850 Divtasvuodna - Tysfjord 1953")]
    [InlineData(2020, "1804 Bodø 53000")]
    public void Statistics_table_gives_the_municipalities_of_the_year(int year, string expected)
    {
        var findings = new Findings();
        MunicipalityPeople people = MunicipalityPeopleReader.Parse(Encoding.UTF8.GetBytes(Table), "07459.json", year, findings);
        Assert.Equal(expected, string.Join(", ", people.Rows.Select(r => $"{r.Number} {r.Name} {r.People}")));
        Assert.Equal((year, year), (people.Year, people.CodeYear));
        Assert.Contains(findings.All, f => f.Problem.Key == "people.stat.other-regions");
        Assert.All(findings.All, f => Assert.Equal(Severity.Note, f.Severity));
    }

    [Theory]
    [InlineData("\"2020\":1", "\"2018K2\":1", "the time '2018K2' is not a year of its own")]
    [InlineData("\"2020\":1", "\"sist\":1", "the time 'sist' is not a year of its own")]
    public void Time_that_is_no_year_is_said(string from, string to, string message)
    {
        byte[] json = Encoding.UTF8.GetBytes(Table.Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Throws<InputException>(() => MunicipalityPeopleReader.Parse(json, "07459.json", 2018, new Findings())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Total_of_a_dimension_is_taken_and_not_added_to_its_parts()
    {
        string json = Table.Replace("\"2\":\"Kvinner\"", "\"2\":\"Begge kjønn\"", StringComparison.Ordinal);
        MunicipalityPeople people = MunicipalityPeopleReader.Parse(Encoding.UTF8.GetBytes(json), "07459.json", 2018, new Findings());
        Assert.Equal(25000, people.Rows[0].People);
    }

    [Fact]
    public void Series_by_todays_numbers_says_so()
    {
        string json = Table.Replace("\"1804\"", "\"K-1804\"", StringComparison.Ordinal);
        MunicipalityPeople people = MunicipalityPeopleReader.Parse(Encoding.UTF8.GetBytes(json), "07459.json", 2018, new Findings());
        Assert.Equal(("1804", 2024), (people.Rows[0].Number, people.CodeYear));
    }

    [Theory]
    [InlineData("kommunenummer,kommunenavn,pop2017,pop2018\n0301,Oslo,666759,673469\n0709,Larvik (-2017),44082,0\n", 2018, "0301 673469", 2018)]
    [InlineData("\uFEFFkommunenummer;pop2018\r\n301;673 469\r\n", null, "0301 673469", 2018)]
    [InlineData("kommune2024,calyear,pop\n0301,2018,673469\n0301,2019,681071\n", 2019, "0301 681071", 2024)]
    [InlineData("kommunenummer,name,population,centre_lon,centre_lat\n0617,Gol,4600,8.9,60.7\n", null, "0617 4600", null)]
    [InlineData("region;år;value\n0301 Oslo;2018;673469\n", null, "0301 673469", 2018)]
    public void Forms_of_tables_are_told_apart_by_their_header(string text, int? year, string expected, int? codeYear)
    {
        MunicipalityPeople people = Read(text, year);
        Assert.Equal(expected, string.Join(", ", people.Rows.Select(r => $"{r.Number} {r.People}")));
        Assert.Equal(codeYear, people.CodeYear);
    }

    [Theory]
    [InlineData("kommunenummer,pop2017,pop2018\n0301,1,2\n", null, "the file has several years: 2017, 2018")]
    [InlineData("kommunenummer,pop2017,pop2018\n0301,1,2\n", 2016, "the year 2016 is not in the file")]
    [InlineData("navn,pop2018\nOslo,2\n", null, "test.csv:1: no column has municipality numbers")]
    [InlineData("kommunenummer,folk\n0301,2\n", null, "test.csv:1: no column has the number of people")]
    [InlineData("kommunenummer,pop2018\n0301,2\n301,3\n", null, "test.csv:3: municipality 0301 also stands on line 2")]
    [InlineData("kommunenummer,pop2018\nOslo,2\n", null, "test.csv:2: 'Oslo' is not a municipality number")]
    [InlineData("kommunenummer,pop2018\n0301,-2\n", null, "test.csv:2")]
    [InlineData("kommunenummer,pop2018\n0301,0\n", null, "no municipality in the file has people")]
    public void Fault_is_said(string text, int? year, string message)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => Read(text, year)).Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// The file has all numbers of 2017 and 2018; those of the other year have nobody. Before 2017 it also lacks the
    /// three that became Sandefjord, some 62 000 people.
    /// </summary>
    [Theory]
    [InlineData("population/kommune_2015_2018.csv", 2015, 425, 5_103_155, 2015)]
    [InlineData("population/kommune_2015_2018.csv", 2017, 426, 5_258_317, 2017)]
    [InlineData("population/kommune_2015_2018.csv", 2018, 422, 5_295_619, 2018)]
    [InlineData("population/kommune_2005_2026_codes2024.csv", 2015, 357, 5_165_804, 2024)]
    [InlineData("population/kommune_2005_2026_codes2024.csv", 2018, 357, 5_295_616, 2024)]
    [InlineData("population/kommune_2005_2026_codes2024.csv", 2026, 357, 5_627_400, 2024)]
    public void Published_tables_add_up(string file, int year, int municipalities, long people, int codeYear)
    {
        MunicipalityPeople read = MunicipalityPeopleReader.Read(RealData.Path(file), year, new Findings());
        Assert.Equal((municipalities, people, codeYear), (read.Rows.Length, read.TotalPeople, read.CodeYear));
    }

    private static MunicipalityPeople Read(string text, int? year) =>
        MunicipalityPeopleReader.Parse(Encoding.UTF8.GetBytes(text), "test.csv", year, new Findings());
}
