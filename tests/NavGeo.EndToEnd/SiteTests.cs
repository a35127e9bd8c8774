using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary><c>navgeo site</c> as a user types it: a matrix, a case, an answer that becomes a structure.</summary>
public sealed class SiteTests
{
    private const string Matrix = "id,A,B,C\nn,0,2.5,9\ns,2.5,0,4.25\nw,9,4.25,0\n";
    private const string Demand = "id,weight\nn,10\ns,1\nw,10\n";

    [Fact]
    public async Task Matrix_gives_plain_numbers_as_given()
    {
        using var folder = new WorkFolder();
        JsonNode answer = await Json(folder, Matrix, Demand, "--model", "p-median", "--p", "1");
        Assert.Equal(67.5m, (decimal)answer["objective"]!);
        Assert.Equal(67.5m, (decimal)answer["bound"]!);
        Assert.Equal(0, (double)answer["gap"]!);
        Assert.Equal(["B"], answer["sites"]!.AsArray().Select(s => (string)s!));
        Assert.Equal(4.25m, (decimal)(await Json(folder, Matrix, Demand, "--model", "p-center", "--p", "1"))["objective"]!);
        Assert.Equal(2, (int)(await Json(folder, Matrix, Demand, "--model", "lscp", "--within", "2.5"))["objective"]!);
        Assert.Equal(11, (int)(await Json(folder, Matrix, Demand, "--model", "mclp", "--p", "1", "--within", "2.5"))["covered"]!);
    }

    [Fact]
    public async Task Norwegian_excel_matrix_reads_alike()
    {
        using var folder = new WorkFolder();
        string norwegian = "\uFEFF" + Matrix.Replace(',', ';').Replace('.', ',');
        JsonNode answer = await Json(folder, norwegian, Demand.Replace(',', ';'), "--model", "p-median", "--p", "2", "--keep", "C");
        Assert.Equal(2.5m, (decimal)answer["objective"]!);
        Assert.Equal("keeping C", (string)answer["prices"]![0]!["demand"]!);
    }

    [Theory]
    [InlineData(3, "--model", "p-median", "--p", "4")]
    [InlineData(3, "--model", "lscp", "--within", "1", "--forbid", "C")]
    [InlineData(2, "--model", "p-median")]
    [InlineData(2, "--model", "mclp", "--p", "1")]
    [InlineData(2, "--model", "nearest", "--p", "1")]
    [InlineData(1, "--model", "p-median", "--p", "1", "--keep", "Z")]
    public async Task Exit_code_says_what_is_wrong(int code, params string[] args)
    {
        using var folder = new WorkFolder();
        CommandRun run = await Run(folder, Matrix, Demand, args);
        Assert.True(run.ExitCode == code, $"{run.ExitCode}: {run.Error}");
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Empty_matrix_says_what_belongs_there()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("empty.csv"), "", TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of(
            "site", "--cost-matrix", folder.Of("empty.csv"), "--demand", folder.Of("empty.csv"), "--model", "p-median", "--p", "2", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("empty.csv: the file is empty; the first row holds the headers of the columns", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_field_is_named_with_file_and_line()
    {
        using var folder = new WorkFolder();
        CommandRun run = await Run(folder, Matrix.Replace("4.25,0\n", "far,0\n", StringComparison.Ordinal), Demand, "--model", "p-median", "--p", "1");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("costs.csv:4", run.Error, StringComparison.Ordinal);
        run = await Run(folder, Matrix, "id,weight\nn,1\n", "--model", "p-median", "--p", "1");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("s, w", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_becomes_a_structure_that_compares_like_any_other()
    {
        using var folder = new WorkFolder();
        Directory.CreateDirectory(folder.Of("case"));
        foreach (string file in Directory.GetFiles(Path.Combine(Checkout.Root, "data", "hallingdal")))
            File.Copy(file, Path.Combine(folder.Of("case"), Path.GetFileName(file)));
        byte[] before = await File.ReadAllBytesAsync(Path.Combine(folder.Of("case"), "structures.csv"));
        CommandRun run = await CommandRun.Of(
            "site", folder.Of("case"), "--model", "p-median", "--p", "3", "--save-as", "best3", "-o", folder.Of("out"), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode answer = JsonNode.Parse(run.Output)!;
        byte[] after = await File.ReadAllBytesAsync(Path.Combine(folder.Of("case"), "structures.csv"));
        Assert.Equal(before, after[..before.Length]);
        CommandRun compared = await CommandRun.Of("compare", folder.Of("case"), "--structures", "best3", "--json");
        Assert.True(compared.ExitCode == 0, compared.Error);
        JsonNode structure = JsonNode.Parse(compared.Output)!["structures"]!.AsArray().Single(s => (string)s!["id"]! == "best3")!;
        Assert.Equal(
            answer["sites"]!.AsArray().Select(s => (string)s!).Order(StringComparer.Ordinal),
            structure["open_sites"]!.AsArray().Select(s => (string)s!).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder.Of("out"), "assignment.csv")));
        run = await CommandRun.Of("site", folder.Of("case"), "--model", "p-median", "--p", "2", "--save-as", "best3");
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Same_question_gives_the_same_bytes()
    {
        string nordland = Path.Combine(Checkout.Root, "data", "nordland");
        string[] args = ["site", nordland, "--model", "p-median", "--p", "34", "--json"];
        CommandRun first = await CommandRun.Of(args);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(first.Output, (await CommandRun.Of(args)).Output);
        JsonNode answer = JsonNode.Parse(first.Output)!;
        Assert.True((bool)answer["proven"]!);
        Assert.Equal(44, (int)answer["today"]!["p"]!);
        Assert.Equal(44, answer["closings"]!.AsArray().Count);
    }

    private static async Task<JsonNode> Json(WorkFolder folder, string matrix, string demand, params string[] args)
    {
        CommandRun run = await Run(folder, matrix, demand, [.. args, "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    private static async Task<CommandRun> Run(WorkFolder folder, string matrix, string demand, params string[] args)
    {
        await File.WriteAllTextAsync(folder.Of("costs.csv"), matrix);
        await File.WriteAllTextAsync(folder.Of("weights.csv"), demand);
        return await CommandRun.Of(["site", "--cost-matrix", folder.Of("costs.csv"), "--demand", folder.Of("weights.csv"), "--lang", "en", .. args]);
    }
}
