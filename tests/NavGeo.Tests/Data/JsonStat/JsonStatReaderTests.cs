using System.Text;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.JsonStat;

public sealed class JsonStatReaderTests
{
    private const string Dimensions = """
        "version":"2.0","class":"dataset","label":"t","source":"s","updated":"2026-01-01",
        "id":["A","B"],"size":[2,3],
        "dimension":{"A":{"label":"a","category":{"index":{"a2":1,"a1":0},"label":{"a1":"en","a2":"to"}}},
                     "B":{"label":"b","category":{"index":["b1","b2","b3"]}}}
        """;

    [Fact]
    public void Last_dimension_runs_fastest()
    {
        JsonStatTable table = Read($$"""{ {{Dimensions}}, "value":[1,2,3,4,5,6] }""");
        Assert.Equal(6, table.Values[table.Position([1, 2])]);
        Assert.Equal(3, table.Values[table.Position([0, 2])]);
        Assert.Equal(["a1", "a2"], table.Dimensions[0].Codes);
        Assert.Equal(["en", "to"], table.Dimensions[0].Labels);
        Assert.Equal(["b1", "b2", "b3"], table.Dimensions[1].Labels);
    }

    [Fact]
    public void Sparse_values_and_signs_stand_at_their_positions()
    {
        JsonStatTable table = Read($$"""{ {{Dimensions}}, "value":{"4":7.5}, "status":{"0":".","3":":"} }""");
        Assert.Equal(7.5, table.Values[table.Position([1, 1])]);
        Assert.Equal(5, table.Values.ToArray().Count(double.IsNaN));
        Assert.Equal(".", table.Statuses[0]);
        Assert.Equal(2, table.Statuses.Count);
    }

    [Theory]
    [InlineData("[]", "not a json-stat2 dataset")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{\"title\":\"busy\"}", "not a json-stat2 dataset")]
    [InlineData("{ DIM, \"value\":[1,2,3] }", "the values do not fit the 6 cells")]
    [InlineData("{ DIM, \"value\":{\"6\":1} }", "the values do not fit the 6 cells")]
    [InlineData("{ DIM, \"value\":[1,2,3,4,5,\"6\"] }", "the values do not fit the 6 cells")]
    [InlineData("{ DIM }", "the values do not fit the 6 cells")]
    public void Fault_is_said(string text, string message)
    {
        string json = text.Replace("DIM", Dimensions, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Throws<InputException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"size\":[2,3]", "\"size\":[2,4]", "'B' has 3 categories")]
    [InlineData("\"a2\":1", "\"a2\":7", "'A' is missing or its categories are broken")]
    [InlineData("\"id\":[\"A\",\"B\"]", "\"id\":[\"A\",\"C\"]", "'C' is missing")]
    [InlineData("\"b3\"", "\"b1\"", "'B' is missing or its categories are broken")]
    [InlineData("[\"b1\",\"b2\",\"b3\"]", "[]", "'B' is missing or its categories are broken")]
    [InlineData("\"label\":\"a\"", "\"label\":\"\\ud800\"", "a text is not valid Unicode")]
    public void Broken_dimension_is_said(string from, string to, string message)
    {
        string json = $$"""{ {{Dimensions.Replace(from, to, StringComparison.Ordinal)}}, "value":[1,2,3,4,5,6] }""";
        Assert.Contains(message, Assert.Throws<InputException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_that_claims_to_be_huge_takes_no_memory()
    {
        string codes = string.Join(',', Enumerable.Range(0, 8000).Select(i => $"\"{i}\""));
        string dimension = $"{{\"category\":{{\"index\":[{codes}]}}}}";
        string json = $"{{\"class\":\"dataset\",\"id\":[\"A\",\"B\"],\"size\":[8000,8000],\"dimension\":{{\"A\":{dimension},\"B\":{dimension}}},\"value\":{{}}}}";
        Assert.Contains("more than 50,000,000 cells", Assert.Throws<InputException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1,2,3,4,5,6]")]
    [InlineData("{\"4\":7.5}")]
    [InlineData("[1,null,3,4,5,6]")]
    public void Table_is_written_as_it_is_read(string value)
    {
        JsonStatTable table = Read($$"""{ {{Dimensions}}, "value":{{value}}, "status":{"1":".."} }""");
        using var bytes = new MemoryStream();
        JsonStatWriter.Write(table, bytes);
        JsonStatTable again = JsonStatReader.Parse(bytes.ToArray(), "again");
        Assert.Equal(table.Values.ToArray(), again.Values.ToArray());
        Assert.Equal(table.Statuses, again.Statuses);
        Assert.Equal(table.Dimensions.Select(d => string.Join(',', d.Codes)), again.Dimensions.Select(d => string.Join(',', d.Codes)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Parts_are_joined_along_any_dimension(int along)
    {
        int[] sizes = [2, 3, 4];
        JsonStatTable whole = Numbered(sizes, along, 0, sizes[along]);
        JsonStatTable joined = JsonStatTable.Join([Numbered(sizes, along, 0, 1), Numbered(sizes, along, 1, sizes[along])], along);
        Assert.Equal(whole.Values.ToArray(), joined.Values.ToArray());
        Assert.Equal(whole.Dimensions[along].Codes, joined.Dimensions[along].Codes);
        Assert.Equal(whole.Statuses, joined.Statuses);
        Assert.Throws<ArgumentException>(() => JsonStatTable.Join([whole, whole], along));
    }

    /// <summary>The categories from..to of one dimension of a table whose figures are the digits of their cells.</summary>
    private static JsonStatTable Numbered(int[] sizes, int along, int from, int to)
    {
        JsonStatDimension[] dimensions = [.. sizes.Select((size, d) =>
        {
            string[] codes = [.. Enumerable.Range(0, size).Where(c => d != along || (c >= from && c < to)).Select(c => $"{c}")];
            return new JsonStatDimension($"D{d}", $"D{d}", [.. codes], [.. codes]);
        })];
        double[] values = [.. from a in dimensions[0].Codes from b in dimensions[1].Codes from c in dimensions[2].Codes select double.Parse(a + b + c, null)];
        var statuses = values.Index().Where(v => v.Item % 5 == 0).ToDictionary(v => v.Index, v => $"{v.Item}");
        return new JsonStatTable("", "", "", dimensions, values, statuses);
    }

    private static JsonStatTable Read(string json) => JsonStatReader.Parse(Encoding.UTF8.GetBytes(json), "test.json");
}
