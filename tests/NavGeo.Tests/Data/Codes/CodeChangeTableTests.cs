using System.Text;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Codes;

public sealed class CodeChangeTableTests
{
    [Theory]
    [InlineData("from_year,from,to_year,to\n2019,101,2020,3001\n", "test.csv:2")]
    [InlineData("from_year,from,to_year,to\n2020,0101,2020,3001\n", "the change goes from 2,020 to 2,020")]
    [InlineData("from_year,from,to_year,to\n2019,0101,2020,3001\n2019,0101,2020,3001\n", "also stands on line 2")]
    [InlineData("from_year,from,to_year,to,share\n2019,1850,2020,1806,0.5\n2019,1850,2020,1875,0.4\n", "the shares of 1850 add up to 0.9")]
    [InlineData("from_year,from,to_year,to,share\n2019,1850,2020,1806,0.5\n2019,1850,2020,1875,\n", "the shares of 1850 add up to 0.5")]
    [InlineData("from_year,from,to_year,to,kind\n2019,1850,2020,1806,merger\n", "'merger' is not a kind of change")]
    public void Fault_is_said_with_its_line(string text, string message)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void General_table_is_written_as_it_is_read()
    {
        byte[] written = CodeChangeTable.Write(CodeChangeTable.General.Rows, TableDress.International).ToBytes();
        Assert.Equal(CodeChangeTable.General.Rows, CodeChangeTable.Parse(written, "test.csv", new Findings()).Rows);
        byte[] excel = CodeChangeTable.Write(CodeChangeTable.General.Rows, TableDress.NorwegianExcel).ToBytes();
        Assert.Equal(CodeChangeTable.General.Rows, CodeChangeTable.Parse(excel, "test.csv", new Findings()).Rows);
    }

    [Theory]
    [InlineData(2017, 2018, "")]
    [InlineData(2018, 2019, "")]
    [InlineData(2018, 2020, "1850, 5012")]
    [InlineData(2020, 2024, "1507")]
    public void Parted_municipalities_are_those_the_reforms_parted(int from, int to, string parted)
    {
        Assert.Equal(parted, string.Join(", ", CodeChangeTable.General.Between(from, to).Splits.Select(s => s.Number)));
    }

    [Theory]
    [InlineData(2018, 2020, "kommune_2018.geojson", "kommune_2020.geojson")]
    [InlineData(2020, 2024, "kommune_2020.geojson", "kommune_2024.geojson")]
    public void General_table_leads_from_every_municipality_of_one_year_to_every_one_of_the_next(int from, int to, string before, string after)
    {
        CodeMapping mapping = CodeChangeTable.General.Between(from, to);
        string[] old = Numbers(before);
        IEnumerable<string> reached = old.SelectMany(n => mapping.FindSplit(n) is { } split ? split.Targets.Select(t => t.Number) : [mapping.FindSuccessor(n)!]);
        Assert.Equal(Numbers(after), reached.Distinct().Order(StringComparer.Ordinal));
        Assert.All(mapping.Unique.Keys, number => Assert.Contains(number, old));
    }

    [Fact]
    public void People_of_2018_by_the_numbers_of_2024_are_the_publishers_own_but_for_what_was_parted()
    {
        var findings = new Findings();
        MunicipalityPeople own = MunicipalityPeopleReader.Read(RealData.Path("population/kommune_2015_2018.csv"), 2018, findings);
        MunicipalityPeople published = MunicipalityPeopleReader.Read(RealData.Path("population/kommune_2005_2026_codes2024.csv"), 2018, findings);
        MunicipalityPeople converted = own.By(CodeChangeTable.General.Between(2018, 2024), findings);
        Assert.Equal(own.TotalPeople, converted.TotalPeople);
        Assert.Equal((422, 357, 357), (own.Rows.Length, converted.Rows.Length, published.Rows.Length));
        IEnumerable<string> differing = converted.Rows.Zip(published.Rows).Where(p => p.First.People != p.Second.People).Select(p => p.Second.Number);
        // The publisher's series halves Tysfjord and Ålesund and gives each heir of Snillfjord a third.
        Assert.Equal(["1508", "1580", "1806", "1875", "5055", "5056", "5059"], differing);
        Assert.Equal(2, findings.All.Count(f => f.Problem.Key == "codes.divided"));
        // What was Haram until 2019 had 9 345 people in 2018; what is Haram again had 9 357 in 2024.
        Assert.Equal(9345, converted.Rows.Single(r => r.Number == "1580").People);
    }

    [Fact]
    public void People_of_2017_by_the_numbers_of_2018_fit_the_municipalities_of_2018()
    {
        var findings = new Findings();
        string file = RealData.Path("population/kommune_2015_2018.csv");
        MunicipalityPeople before = MunicipalityPeopleReader.Read(file, 2017, findings);
        MunicipalityPeople after = MunicipalityPeopleReader.Read(file, 2018, findings);
        MunicipalityPeople converted = before.By(CodeChangeTable.General.Between(2017, 2018), findings);
        Assert.Equal((426, 5_258_317L), (before.Rows.Length, converted.TotalPeople));
        Assert.Equal(after.Rows.Select(r => r.Number), converted.Rows.Select(r => r.Number));
        Assert.All(converted.Rows.Zip(after.Rows), pair => Assert.InRange(pair.Second.People / (double)pair.First.People, 0.9, 1.1));
    }

    [Fact]
    public void Parted_municipality_without_shares_is_an_error_with_the_remedy()
    {
        var people = new MunicipalityPeople("test.csv", 2018, 2018, [new MunicipalityCount("1850", "Tysfjord", 1953)]);
        InputException fault = Assert.Throws<InputException>(() => people.By(CodeChangeTable.General.Between(2018, 2020).WithoutShares(), new Findings()));
        Assert.Contains("1850 Tysfjord was parted between 1806, 1875 (2018–2020)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("navgeo codes --from 2018 --to 2020", fault.Message, StringComparison.Ordinal);
        MunicipalityPeople divided = people.By(CodeChangeTable.General.Between(2018, 2020), new Findings());
        Assert.Equal([("1806", 937), ("1875", 1016)], divided.Rows.Select(r => (r.Number, r.People)));
    }

    private static CodeChanges Parse(string text) => CodeChangeTable.Parse(Encoding.UTF8.GetBytes(text), "test.csv", new Findings());

    private static string[] Numbers(string file) =>
        [.. BoundaryReader.Read(RealData.Path("municipalities/" + file), new Findings()).Select(b => b.Number)];
}
