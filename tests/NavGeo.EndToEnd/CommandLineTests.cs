using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NavGeo.Cli;
using NavGeo.Planning.Language;

namespace NavGeo.EndToEnd;

/// <summary>What every verb owes its user: the language of the case, plain numbers for programs, and no noise in a log.</summary>
public sealed class CommandLineTests
{
    private static readonly string Hallingdal = DemoTests.EmbeddedCase("hallingdal");

    [Fact]
    public async Task Progress_is_kept_from_a_stream_that_is_no_terminal()
    {
        CommandRun run = await CommandRun.Of("times", "--roads", Hallingdal, "--from", Hallingdal, "--to", Hallingdal);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData(1, "har ingen kontorstruktur «X»", "--structures", "A,X")]
    [InlineData(1, "ingen veg eller ferje", "--close", "rv 999")]
    [InlineData(1, "er ingen måte å velje", "--access", "somehow")]
    [InlineData(2, "--contacts: «x» er ikkje eit tal", "--contacts", "x")]
    [InlineData(2, "«--structure» er ukjent her", "--structure", "A")]
    public async Task Mistake_is_told_in_the_language_of_the_case(int code, string words, params string[] options)
    {
        CommandRun run = await CommandRun.Of(["compare", Hallingdal, .. options]);
        Assert.Equal(code, run.ExitCode);
        Assert.StartsWith("feil: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Mistake_in_a_case_that_cannot_be_read_is_told_in_its_language()
    {
        using var folder = new WorkFolder();
        Directory.CreateDirectory(folder.Of("case"));
        await File.WriteAllTextAsync(folder.Of("case/case.json"), "{ \"language\": \"nn\", ", TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of("compare", folder.Of("case"));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("feil: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_cannot_be_written_is_named_without_the_systems_words()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("taken"), "a file, no folder", TestContext.Current.CancellationToken);
        string target = Path.Combine(folder.Of("taken"), "times.csv");
        CommandRun run = await CommandRun.Of("times", "--roads", Hallingdal, "--from", Hallingdal, "--to", Hallingdal, "-o", target, "--lang", "nb");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"feil: {target}: kan ikke skrives: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("map", "--kinds", "times")]
    [InlineData("export", "--format", "csv")]
    public async Task Files_written_are_listed_for_programs(string verb, params string[] options)
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of([verb, Hallingdal, "--structures", "E", "-o", folder.Of("out"), "--json", .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode result = JsonNode.Parse(run.Output)!;
        string[] files = [.. result["files"]!.AsArray().Select(f => (string)f!)];
        Assert.NotEmpty(files);
        Assert.Equal(files.Length, (int)result["count"]!);
        Assert.Equal(files.Sum(f => new FileInfo(f).Length), (long)result["bytes"]!);
    }

    [Fact]
    public async Task Place_beyond_every_road_is_told_with_its_distance()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("p.csv"), "id,lon,lat\nsea,4.5,60.0\n", TestContext.Current.CancellationToken);
        string[] args = ["times", "--roads", Hallingdal, "--from", folder.Of("p.csv"), "--to", Hallingdal, "--lang", "en"];
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("sea,gol,,,from_too_far_from_road", run.Output, StringComparison.Ordinal);
        Assert.Matches("note: sea lies 1[0-9]{2}\\.[0-9] km from the nearest road", run.Error);
        JsonNode off = JsonNode.Parse((await CommandRun.Of([.. args, "--json"])).Output)!["off_road"]!.AsArray().Single()!;
        Assert.InRange((double)off["metres"]!, 100_000, 200_000);
    }

    [Fact]
    public async Task Longitude_and_latitude_exchanged_are_recognised()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("p.csv"), "id,lon,lat\ngol,60.7001,8.9461\n", TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of("times", "--roads", Hallingdal, "--from", folder.Of("p.csv"), "--to", Hallingdal, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("look swapped", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closure_says_what_it_does_by_itself()
    {
        CommandRun run = await CommandRun.Of("compare", Hallingdal, "--structures", "A", "--close", "rv 7", "--lang", "en");
        Assert.Contains("The change alone (Closed all of Rv 7 to through traffic: those who live along it come out)", run.Output, StringComparison.Ordinal);
        Assert.Contains("  A: ", run.Output, StringComparison.Ordinal);
        run = await CommandRun.Of("compare", Hallingdal, "--structures", "A", "--lang", "en");
        Assert.DoesNotContain("The change alone", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_of_the_roads_is_told_for_every_structure_in_json_tables_and_report()
    {
        using var folder = new WorkFolder();
        string[] what = [Hallingdal, "--structures", "E1", "--close", "rv 7", "--lang", "nb"];
        CommandRun run = await CommandRun.Of(["compare", .. what, "--json", "-o", folder.Of("tables")]);
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode answer = JsonNode.Parse(run.Output)!;
        JsonArray effect = answer["edit_effect"]!["structures"]!.AsArray();
        Assert.Equal(["A", "E1"], effect.Select(e => (string)e!["id"]!));
        JsonArray open = JsonNode.Parse((await CommandRun.Of("compare", Hallingdal, "--structures", "E1", "--json")).Output)!["structures"]!.AsArray();
        JsonArray closed = answer["structures"]!.AsArray();
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(open[i]!["access"]!.ToJsonString(), effect[i]!["access_without"]!.ToJsonString());
            Assert.Equal(closed[i]!["access"]!.ToJsonString(), effect[i]!["access_with"]!.ToJsonString());
        }
        Assert.True((long)effect[1]!["change"]!["lose"]! > 0);
        string[] rows = await File.ReadAllLinesAsync(folder.Of("tables/edit_effect.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(3, rows.Length);
        // What edits and structure do together against today: what the baseline loses by the closure is not held against itself.
        JsonArray today = answer["against_today"]!.AsArray();
        Assert.Equal("changed_roads", (string)answer["held_against"]!);
        Assert.Equal((long)effect[0]!["change"]!["lose"]!, (long)today[0]!["change"]!["lose"]!);
        Assert.Equal(0, (long)closed[0]!["change"]!["lose"]!);
        Assert.NotEqual((long)closed[1]!["change"]!["lose"]!, (long)today[1]!["change"]!["lose"]!);
        Assert.Equal(3, (await File.ReadAllLinesAsync(folder.Of("tables/against_today.csv"), TestContext.Current.CancellationToken)).Length);
        run = await CommandRun.Of(["report", .. what, "-o", folder.Of("report"), "--format", "html", "--municipalities", "none"]);
        Assert.True(run.ExitCode == 0, run.Error);
        string report = await File.ReadAllTextAsync(folder.Of("report/hallingdal-report.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Hva endringen i veinettet gjør alene", report, StringComparison.Ordinal);
        Assert.Contains("modell A på de endrede veiene", report, StringComparison.Ordinal);
        Assert.InRange(report.IndexOf("Rapporten regner med disse endringene", StringComparison.Ordinal), 0, report.IndexOf("Hva endringen i veinettet gjør alene", StringComparison.Ordinal));
        Assert.DoesNotContain("(i dag ", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_days_stand_beside_the_other_indicators()
    {
        using var folder = new WorkFolder();
        string nordland = DemoTests.EmbeddedCase("nordland");
        CommandRun run = await CommandRun.Of("compare", nordland, "--json", "-o", folder.Of("t"), "--lang", "en");
        JsonArray structures = JsonNode.Parse(run.Output)!["structures"]!.AsArray();
        string[] lines = await File.ReadAllLinesAsync(folder.Of("t/indicators.csv"), TestContext.Current.CancellationToken);
        string[] header = lines[0].TrimStart('\uFEFF').Split(',');
        int fewer = Array.IndexOf(header, "fewer_days"), mean = Array.IndexOf(header, "mean_open_days");
        Assert.True(fewer > 0 && mean > 0, lines[0]);
        foreach ((int i, JsonNode? structure) in structures.Index())
        {
            JsonNode days = structure!["opening_days"]!;
            Assert.Contains(FormattableString.Invariant($",{(double)days["mean_open_days"]!:0.00},{(long)days["people_fewer_days"]!},{(long)days["people_more_days"]!},{(double)days["week_mean_minutes"]!:0.00},"),
                lines[i + 1], StringComparison.Ordinal);
            Assert.Equal((long)days["people_fewer_days"]!, structure["municipalities"]!.AsArray().Sum(m => (long)m!["opening_days"]!["people_fewer_days"]!));
        }
    }

    [Theory]
    [InlineData("Lødingen–Bognes")]
    [InlineData("Bognes - Lødingen")]
    public async Task Ferry_is_found_with_its_quays_in_either_order_and_any_dash(string name)
    {
        string nordland = DemoTests.EmbeddedCase("nordland");
        string[] args = ["times", "--roads", nordland, "--from", nordland, "--to", nordland, "--no-ferry"];
        CommandRun run = await CommandRun.Of([.. args, name]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal((await CommandRun.Of([.. args, "Bognes–Lødingen"])).Output, run.Output);
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal)]
    [InlineData(UserLanguage.Nynorsk)]
    public void Every_text_of_the_help_stands_in_norwegian(UserLanguage language) =>
        Assert.Empty(NavGeoCommand.UntranslatedHelp(language));

    [Fact]
    public async Task Help_is_in_the_language_asked_for()
    {
        CommandRun run = await CommandRun.Of("compare", "--help", "--lang", "nb");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sammenlign kontorstrukturene", run.Output, StringComparison.Ordinal);
        Assert.Contains("Bruk:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Options:", run.Output, StringComparison.Ordinal);
        Assert.Contains("Kommandoar:", (await CommandRun.Of("--help", "--lang", "nn")).Output, StringComparison.Ordinal);
        Assert.Contains("Commands:", (await CommandRun.Of("--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_port_is_told_as_a_number_of_a_port()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("serve", Hallingdal, "--port", port, "--session", folder.Of("session"), "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"port {port} is taken", run.Error, StringComparison.Ordinal);
    }
}
