using System.IO.Compression;
using System.Text;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Tests.Data.Commuting;

public sealed class CommutingFileTests
{
    private static readonly Municipality[] Two = [new("0301", "Oslo", 0, default), new("0219", "Bærum", 0, default)];

    [Theory]
    [InlineData("bosted,arbeidssted,aar,sysselsatte\n0301,0301,2018,10\n0219,0301,2018,4\n")]
    [InlineData("bosted;arbeidssted;aar;sysselsatte\r\n301;301;2018;10\r\n219;301;2018;4\r\n")]
    [InlineData("from,to,workers\n0301,0301,10\n0219,0301,4\n")]
    [InlineData("\uFEFFfrom;to;year;workers\n0301;0301;2018;10\n0219;0301;2018;4\n")]
    public void Files_of_all_dresses_are_read_alike(string text)
    {
        CommutingMatrix matrix = Matrix(Encoding.UTF8.GetBytes(text), new Findings());
        Assert.Equal((10, 4, 14L), (matrix[0, 0], matrix[1, 0], matrix.Total));
        Assert.Equal([10, 4], matrix.Residents.ToArray());
        Assert.Equal([14, 0], matrix.Jobs.ToArray());
    }

    [Fact]
    public void Compressed_file_is_told_by_its_bytes()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write("from,to,workers\n0301,0219,3\n"u8);
        Assert.Equal(3, Matrix(packed.ToArray(), new Findings())[0, 1]);
        byte[] damaged = [0x1F, 0x8B, 1, 2, 3];
        Assert.Contains("damaged", Assert.Throws<InputException>(() => Matrix(damaged, new Findings())).Message, StringComparison.Ordinal);
        // Cut off between two rows it would look whole.
        byte[] cut = packed.ToArray()[..^9];
        Assert.Contains("cut off", Assert.Throws<InputException>(() => Matrix(cut, new Findings())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from,to,workers\n0301,0301,10\n0301,0301,4\n", "x.csv:3", "stands at line 2 already")]
    [InlineData("from,to,workers\n0301,0301,-1\n", "x.csv:2", "workers")]
    [InlineData("from,to,workers\nOslo,0301,1\n", "x.csv:2", "Oslo")]
    [InlineData("from,to\n0301,0301\n", "x.csv:1", "sysselsatte")]
    [InlineData("bosted,arbeidssted,aar,sysselsatte\n0301,0301,2018,1\n0301,0301,2019,1\n", "x.csv", "several years: 2018, 2019")]
    [InlineData("from,to,workers\n0301,0301,0\n", "x.csv", "nobody commutes")]
    public void Mistake_is_an_error_with_its_place(string text, string place, string words)
    {
        string message = Assert.Throws<InputException>(() => Matrix(Encoding.UTF8.GetBytes(text), new Findings())).Message;
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":", 1)]
    [InlineData("..", 1)]
    [InlineData("-", 0)]
    [InlineData(".", 0)]
    public void Hidden_number_is_unknown_and_a_warning_names_the_pair(string sign, int warnings)
    {
        string[] texts =
        [
            $"bosted,arbeidssted,aar,sysselsatte\n0301,0301,2025,10\n0219,0301,2025,{sign}\n0219,0219,2025,5\n0301,0219,2025,0\n",
            "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"Bokommuen\",\"ArbstedKomm\",\"Tid\"],\"size\":[2,2,1],\"dimension\":{"
            + "\"Bokommuen\":{\"category\":{\"index\":[\"0301\",\"0219\"]}},\"ArbstedKomm\":{\"category\":{\"index\":[\"0301\",\"0219\"]}},"
            + $"\"Tid\":{{\"category\":{{\"index\":[\"2025\"]}}}}}},\"value\":[10,0,null,5],\"status\":{{\"2\":\"{sign}\"}}}}",
        ];
        foreach (string text in texts)
        {
            var findings = new Findings();
            CommutingMatrix matrix = Matrix(Encoding.UTF8.GetBytes(text), findings);
            Assert.Equal((10, 0, 5), (matrix[0, 0], matrix[1, 0], matrix[1, 1]));
            Finding[] hidden = [.. findings.All.Where(f => f.Severity == Severity.Warning && f.Problem.Key == "regions.hidden")];
            Assert.Equal(warnings, hidden.Length);
            if (warnings > 0) Assert.Contains("0219 Bærum – 0301 Oslo", hidden[0].Problem.In(UserLanguage.English), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Matrix_of_an_earlier_year_is_recoded_and_nobody_is_lost()
    {
        CodeMapping codes = new CodeChanges(
        [
            new CodeChange(2019, "0001", 2020, "3001"), new CodeChange(2019, "0002", 2020, "3001"),
            new CodeChange(2019, "0003", 2020, "3003") { Share = 0.25 }, new CodeChange(2019, "0003", 2020, "3004") { Share = 0.75 },
        ]).Between(2018, 2020);
        Municipality[] later = [new("3001", "A", 0, default), new("3003", "B", 0, default), new("3004", "C", 0, default)];
        var bytes = Encoding.UTF8.GetBytes("from,to,year,workers\n0001,0001,2018,10\n0001,0002,2018,4\n0002,0001,2018,3\n0003,0003,2018,400\n0003,0001,2018,8\n");
        var findings = new Findings();
        CommutingMatrix matrix = CommutingFile.Parse(bytes, "x.csv", null, findings).ToMatrix(later, findings, codes);
        Assert.Equal([17, 0, 0], matrix.From(0).ToArray());
        Assert.Equal([2, 100, 0], matrix.From(1).ToArray());
        Assert.Equal([6, 0, 300], matrix.From(2).ToArray());
        Assert.Contains(findings.All, f => f.Severity == Severity.Warning && f.Problem.In(UserLanguage.English).Contains("0003 → 3003 25 %, 3004 75 %", StringComparison.Ordinal));
        Assert.Throws<InputException>(() => CommutingFile.Parse(bytes, "x.csv", null, findings).ToMatrix(later, findings, codes.WithoutShares()));
    }

    [Fact]
    public void Year_can_be_chosen_where_there_are_several()
    {
        var bytes = Encoding.UTF8.GetBytes("bosted,arbeidssted,aar,sysselsatte\n0301,0301,2018,1\n0301,0301,2019,2\n");
        Assert.Equal(2, CommutingFile.Parse(bytes, "x.csv", 2019, new Findings()).ToMatrix(Two, new Findings())[0, 0]);
        Assert.Contains("does not hold 2020", Assert.Throws<InputException>(() => CommutingFile.Parse(bytes, "x.csv", 2020, new Findings())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_pairs_nobody_living_and_nobody_working_are_each_a_finding()
    {
        var findings = new Findings();
        Matrix("from,to,workers\n0301,0301,10\n"u8.ToArray(), findings, [.. Two, new("0233", "Nittedal", 0, default), .. Many(20)]);
        string[] said = [.. findings.All.Select(f => f.In(UserLanguage.English))];
        Assert.Contains(said, s => s.Contains("pairs are not in the file", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("0219 Bærum has no employed residents", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("nobody works in 0219 Bærum", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("0233 Nittedal", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_number_is_a_warning_and_a_matrix_of_another_year_an_error()
    {
        Municipality[] many = [.. Many(20)];
        string rows = string.Concat(many.Select(m => $"{m.Number},{m.Number},5\n"));
        var findings = new Findings();
        CommutingFile.Parse(Encoding.UTF8.GetBytes("from,to,workers\n" + rows + "9999,1000,7\n"), "x.csv", null, findings).ToMatrix(many, findings);
        Assert.Contains(findings.All, f => f.Severity == Severity.Warning && f.In(UserLanguage.English).Contains("unknown municipality number: 9999 (7 workers left out)", StringComparison.Ordinal));

        string other = string.Concat(many.Select(m => $"3{m.Number[1..]},3{m.Number[1..]},5\n"));
        string message = Assert.Throws<InputException>(
            () => CommutingFile.Parse(Encoding.UTF8.GetBytes("bosted,arbeidssted,sysselsatte\n" + other), "x.csv", null, findings).ToMatrix(many, findings)).Message;
        Assert.Contains("20 of 20 are not in it", message, StringComparison.Ordinal);
    }

    private static IEnumerable<Municipality> Many(int count) => Enumerable.Range(0, count).Select(i => new Municipality($"{1000 + i}", $"K{i}", 0, default));

    private static CommutingMatrix Matrix(byte[] bytes, Findings findings, Municipality[]? municipalities = null) =>
        CommutingFile.Parse(bytes, "x.csv", null, findings).ToMatrix(municipalities ?? Two, findings);
}
