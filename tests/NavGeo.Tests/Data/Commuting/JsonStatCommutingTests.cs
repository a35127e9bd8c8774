using System.Text;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Commuting;

/// <summary>Table 03321 as PxWebApi v2 gives it.</summary>
public sealed class JsonStatCommutingTests
{
    private const string Table = """
        {"class":"dataset","id":["ArbstedKomm","Bokommuen","ContentsCode","Tid"],"size":[3,2,1,2],"dimension":{
          "ArbstedKomm":{"label":"arbeidsstedskommune","category":{"index":["0301","0219","9900"]}},
          "Bokommuen":{"label":"bostedskommune","category":{"index":["0219","0301"]}},
          "ContentsCode":{"label":"statistikkvariabel","category":{"index":["Sysselsatte"]}},
          "Tid":{"label":"år","category":{"index":["2018","2020"]}}},
         "value":{"0":4,"1":5,"2":10,"3":11,"4":7,"6":0}}
        """;

    [Fact]
    public void Residence_and_work_are_told_apart_whatever_their_order()
    {
        CommutingRows rows = Read(Table, 2018);
        Assert.Equal([new CommutingRow("0219", "0301", 4), new CommutingRow("0219", "0219", 7), new CommutingRow("0301", "0301", 10)],
            rows.Rows.OrderBy(r => r.Workers));
        Assert.Equal(2018, rows.Year);
        Assert.Equal(rows.Rows, Read(Table.Replace("Bokommuen", "X1", StringComparison.Ordinal).Replace("ArbstedKomm", "X2", StringComparison.Ordinal), 2018).Rows);
    }

    [Fact]
    public void Unclear_tables_are_refused()
    {
        Assert.Contains("2018, 2020", Fault(Table, null), StringComparison.Ordinal);
        Assert.Contains("2019", Fault(Table, 2019), StringComparison.Ordinal);
        Assert.Contains("'Tall'", Fault(Table.Replace("\"Tid\"", "\"Tall\"", StringComparison.Ordinal), null), StringComparison.Ordinal);
        Assert.Contains("no dimensions of residence and work", Fault(Table.Replace("Bokommuen", "Y", StringComparison.Ordinal).Replace("bosted", "y", StringComparison.Ordinal), 2018), StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_country_as_json_is_the_same_as_the_table()
    {
        CommutingRows table = CommutingFile.Read(RealData.Path("commuting/pendling_03321_2018.csv.gz"), 2018, new Findings());
        string[] numbers = [.. table.Rows.Select(r => r.Home).Concat(table.Rows.Select(r => r.Work)).Distinct().Order(StringComparer.Ordinal)];
        var index = numbers.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        var values = new double[numbers.Length * numbers.Length];
        Array.Fill(values, double.NaN);
        foreach (CommutingRow row in table.Rows) values[index[row.Home] * numbers.Length + index[row.Work]] = row.Workers;
        JsonStatDimension[] dimensions = [new("Bokommuen", "", [.. numbers], [.. numbers]), new("ArbstedKomm", "", [.. numbers], [.. numbers]), new("Tid", "", ["2018"], ["2018"])];
        using var bytes = new MemoryStream();
        JsonStatWriter.Write(new JsonStatTable("", "", "", dimensions, values, new Dictionary<int, string>()), bytes);
        CommutingRows read = CommutingFile.Parse(bytes.ToArray(), "03321.json", null, new Findings());
        Assert.Equal(2_667_158, read.Rows.Sum(r => (long)r.Workers));
        Assert.Equal(table.Rows.Where(r => r.Workers > 0).ToHashSet(), [.. read.Rows]);
    }

    private static CommutingRows Read(string json, int? year) => CommutingFile.Parse(Encoding.UTF8.GetBytes(json), "x.json", year, new Findings());

    private static string Fault(string json, int? year) => Assert.Throws<InputException>(() => Read(json, year)).Message;
}
