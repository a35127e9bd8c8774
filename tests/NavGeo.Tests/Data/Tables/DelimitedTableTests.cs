using System.Text;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Tests.Data.Tables;

public class DelimitedTableTests
{
    private static readonly TableColumns Columns = new(["id", "km", "people"], "lon", "lat", "open", "list");

    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    /// <summary>Everything that can be wrong with a table, by name: the golden file shows what a user is told.</summary>
    private static readonly (string Name, string Text, int Line)[] Bad =
    [
        ("nothing at all", "", 0),
        ("blank lines only", "\n \n\r\n", 0),
        ("header only", "id,km,people\n", 0),
        ("header and empty rows only", "id;km;people\n;;\n", 0),
        ("missing column", "id,kilometres,people\na,1,2\n", 1),
        ("missing column after a blank line", "\nid,people\na,2\n", 2),
        ("duplicate column", "id,km,people,KM \na,1,2,3\n", 1),
        ("tabs", "id\tkm\tpeople\na\t1\t2\n", 1),
        ("too few fields", "id,km,people\na,1\n", 2),
        ("too many fields, decimal comma between commas", "id,km,people\na,1,5,2\n", 2),
        ("unclosed quote", "id,km,people\na,1,2\n\"b,1,2\nc,1,2\n", 3),
        ("text after a closing quote", "id,km,people\n\"a\"b,1,2\n", 2),
        ("quote in the middle of a field", "id,km,people\na\"b,1,2\n", 2),
        ("unclosed quote in the header", "id,\"km,people\na,1,2\n", 1),
        ("empty field", "id,km,people\n,1,2\n", 2),
        ("letters for a number", "id,km,people\na,1,2\n\nb,fast,2\n", 4),
        ("point and comma in one number", "id,km,people\na,\"1,234.5\",2\n", 2),
        ("thousands in the wrong place", "id,km,people\na,1 23,2\n", 2),
        ("fraction of a person", "id,km,people\na,1,2.5\n", 2),
        ("more people than a number holds", "id,km,people\na,1,99999999999\n", 2),
        ("below the least", "id,km,people\na,-1,2\n", 2),
        ("above the most", "id,km,people\na,10001,2\n", 2),
        ("neither yes nor no", "id,km,people,open\na,1,2,perhaps\n", 2),
        ("swapped position", "id,km,people,lon,lat\na,1,2,60.7,8.9\n", 2),
        ("metres for degrees", "id,km,people,lon,lat\na,1,2,262000,6650000\n", 2),
        ("outside Norway", "id,km,people,lon,lat\na,1,2,2.35,48.86\n", 2),
        ("half a position", "id,km,people,lon,lat\na,1,2,8.9,\n", 2),
        ("error after a field of several lines", "id,km,people\n\"a\nb\r\nc\",1,2\nd,x,2\n", 5),
    ];

    [Fact]
    public void Table_with_a_mistake_is_told_with_line_and_remedy()
    {
        var told = new StringBuilder();
        foreach ((string name, string text, int line) in Bad)
        {
            Findings findings = Read(Encoding.UTF8.GetBytes(text), out _);
            told.AppendLine("# " + name);
            foreach (Finding finding in findings.All) told.AppendLine(finding.In(UserLanguage.English));
            Finding error = Assert.Single(findings.All, f => f.Severity == Severity.Error);
            Assert.Equal(line == 0 ? null : $"{line}", error.Place);
            foreach (UserLanguage language in Enum.GetValues<UserLanguage>()) Assert.NotEmpty(error.In(language));
        }
        Golden.AssertText("Tables/mistakes.en.txt", told.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("sep=;\nid;km;people\na;1,5;10.0\n", ';')]
    [InlineData("\uFEFF\"sep=,\"\r\nid,km,people\r\na,1.5,10\r\n", ',')]
    [InlineData("SEP=\t\r\nid\tkm\tpeople\r\na\t1,5\t10,00\r\n", '\t')]
    [InlineData("sep=|\n\nid|km|people\na|1.5|10.\n", '|')]
    public void First_line_of_Excel_tells_the_delimiter_and_programs_write_whole_numbers_as_decimals(string text, char delimiter)
    {
        Findings findings = Read(Encoding.UTF8.GetBytes(text), out DelimitedTable? table);
        Assert.Empty(findings.All);
        Assert.Equal(delimiter, table!.Delimiter);
        DelimitedRow row = Assert.Single(table.Rows);
        Assert.Equal(("a", 1.5, 10), (row.Text("id"), row.Decimal("km", 0, 10), row.Whole("people", 0, 100)));
    }

    [Fact]
    public void Lines_are_counted_from_the_first_line_of_Excel()
    {
        Findings findings = Read("sep=;\nid;km;people\na;1;2\nb;x;2\n"u8.ToArray(), out _);
        Assert.Equal("4", Assert.Single(findings.All).Place);
    }

    /// <summary>What a Norwegian Excel saves as "CSV (semikolondelt)".</summary>
    [Fact]
    public void Table_in_ansi_is_read_and_told_where()
    {
        byte[] latin = Encoding.Latin1.GetBytes("id,km,people\na,1,2\nÅl,1,2\n");
        Findings findings = Read(latin, out DelimitedTable? table);
        Assert.Equal("Ål", table!.Rows[1]["id"]);
        Assert.Equal("t.csv:3: the text is not UTF-8; it is read as Windows-1252 (ANSI); see that æ, ø and å are right; save as 'CSV UTF-8' in Excel to be sure",
            Assert.Single(findings.All).In(UserLanguage.English));
    }

    /// <summary>Ål in the code page of a console, and a text of which half is UTF-8: nobody knows what the letters are.</summary>
    [Theory]
    [InlineData(new byte[] { 0x8F, (byte)'l' })]
    [InlineData(new byte[] { 0xC3, 0x85, (byte)'l', 0xC5, (byte)'l' })]
    public void Table_in_another_code_page_is_told_where_and_how_to_save_it(byte[] name)
    {
        Findings findings = Read([.. "id,km,people\na,1,2\n"u8, .. name, .. ",1,2\n"u8], out DelimitedTable? table);
        Assert.Null(table);
        Assert.Equal("t.csv:3: the text is not UTF-8; save again as 'CSV UTF-8' in Excel",
            Assert.Single(findings.All).In(UserLanguage.English));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'i', 0 }, "UTF-16")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 20 }, "Excel workbook")]
    public void File_that_is_no_csv_is_recognised(byte[] bytes, string told)
    {
        Assert.Contains(told, Assert.Single(Read(bytes, out _).All).In(UserLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_does_not_exist_is_told()
    {
        var findings = new Findings();
        Assert.Null(DelimitedTable.Read("nowhere/t.csv", Columns, findings));
        Assert.Equal("nowhere/t.csv: the file does not exist; check the name and the folder",
            Assert.Single(findings.All).In(UserLanguage.English));
    }

    [Fact]
    public void Misspelt_optional_column_is_warned_of_and_a_column_of_ones_own_is_not()
    {
        Findings findings = Read("id,km,people,opem,comment\na,1,2,1,x\n"u8.ToArray(), out DelimitedTable? table);
        Assert.NotNull(table);
        Assert.Equal("t.csv:1: column 'opem' is not known and is not read; did you mean 'open'?",
            Assert.Single(findings.All).In(UserLanguage.English));
        Assert.Equal(Severity.Warning, findings.All[0].Severity);
    }

    [Fact]
    public void Reading_stops_at_twenty_errors()
    {
        string text = "id,km,people\n" + string.Concat(Enumerable.Repeat("a,x,2\n", 50));
        var findings = new Findings();
        DelimitedTable table = DelimitedTable.Parse(Encoding.UTF8.GetBytes(text), "t.csv", Columns, findings)!;
        InputException stop = Assert.Throws<InputException>(() => { foreach (DelimitedRow row in table.Rows) row.Decimal("km", 0, 1000); });
        Assert.Equal(20, stop.Findings.Count);
        Assert.Equal("21", stop.Findings[^1].Place);
    }

    [Theory]
    [InlineData("id,km,people,lon,lat,list\na,1234.5,12430,8.95,60.7,x|y\n", false)]
    [InlineData("id;km;people;lon;lat;list\r\na;1234,5;12430;8,95;60,7;x|y\r\n", true)]
    [InlineData("ID ; Km;PEOPLE;Lon;LAT;list\n\n a ;1 234,5;12 430;8,95;60.7;\"x; y\"\n\n", true)]
    [InlineData("id,km,people,lon,lat,list\n\"a\",\"1\u00A0234,5\",12\u202F430,\"8,95\",60.7,x;y", false)]
    public void Norwegian_dress_reads_as_international(string text, bool withMark)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Findings findings = Read(withMark ? [.. Bom, .. bytes] : bytes, out DelimitedTable? table);
        Assert.Empty(findings.All);
        DelimitedRow row = Assert.Single(table!.Rows);
        Assert.Equal("a", row.Text("id"));
        Assert.Equal(1234.5, row.Decimal("km", 0, 10_000));
        Assert.Equal(12430, row.Whole("people", 0, 100_000));
        Assert.Equal(new GeoPoint(8.95, 60.7), row.Position("lon", "lat", PositionLimits.Norway));
        Assert.Equal(["x", "y"], row.List("list"));
        Assert.Null(row.OptionalText("open"));
        Assert.False(row.IsFaulty);
    }

    [Fact]
    public void Quoted_field_keeps_delimiters_quotes_and_line_breaks()
    {
        Read("id,km,people\n\"a, \"\"b\"\"\nc\",1,2\n"u8.ToArray(), out DelimitedTable? table);
        Assert.Equal("a, \"b\"\nc", table!.Rows[0].Text("id"));
    }

    [Fact]
    public void Position_outside_norway_is_taken_where_the_whole_world_is()
    {
        Read("id,km,people,lon,lat\na,1,2,-73.9,40.7\n"u8.ToArray(), out DelimitedTable? table);
        Assert.Equal(new GeoPoint(-73.9, 40.7), table!.Rows[0].Position("lon", "lat", PositionLimits.World));
    }

    private static Findings Read(byte[] bytes, out DelimitedTable? table)
    {
        var findings = new Findings();
        table = DelimitedTable.Parse(bytes, "t.csv", Columns, findings);
        foreach (DelimitedRow row in table?.Rows ?? [])
        {
            row.Text("id");
            row.Decimal("km", 0, 10_000);
            row.Whole("people", 0, int.MaxValue);
            row.Flag("open", true);
            if (table!.Has("lon")) row.Position("lon", "lat", row["lon"].StartsWith('-') ? PositionLimits.World : PositionLimits.Norway);
        }
        return findings;
    }
}
