using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NavGeo.EndToEnd;

/// <summary><c>navgeo sweep</c> as it is run: shares as processes of their own, killed in the middle, and put together.</summary>
public sealed class SweepTests
{
    private static readonly string Hallingdal = DemoTests.EmbeddedCase("hallingdal");

    [Fact]
    public async Task Run_killed_in_the_middle_goes_on_to_the_bytes_of_one_that_was_not()
    {
        using var folder = new WorkFolder();
        string[] order = ["sweep", Hallingdal, "--over", "draws", "--draws", "1500", "--threads", "1", "--lang", "en", "--quiet"];
        Assert.Equal(0, (await CommandRun.Of([.. order, "-o", folder.Of("whole.csv")])).ExitCode);
        string file = folder.Of("killed.csv");
        for (int kill = 1; kill <= 2; kill++)
        {
            using Process run = Start([.. order, "-o", file]);
            long before = File.Exists(file + ".part") ? new FileInfo(file + ".part").Length : 0;
            while (!run.HasExited && (!File.Exists(file + ".part") || new FileInfo(file + ".part").Length < before + 40_000)) await Task.Delay(5, TestContext.Current.CancellationToken);
            run.Kill();
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.False(File.Exists(file), "it was over before it was killed");
        }
        CommandRun on = await CommandRun.Of([.. order[..^1], "-o", file]);
        Assert.True(on.ExitCode == 0, on.Error);
        Assert.Matches(@"note: [\d,]+ of 15,000 rows were there already", on.Error);
        Assert.Equal(File.ReadAllBytes(folder.Of("whole.csv")), File.ReadAllBytes(file));
        Assert.False(File.Exists(file + ".part"));
        // Once more: nothing to do, and nothing done.
        DateTime written = File.GetLastWriteTimeUtc(file);
        Assert.Contains("finished already", (await CommandRun.Of([.. order[..^1], "-o", file])).Error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public async Task Shares_run_as_the_job_array_runs_them_are_one_run_and_ranked()
    {
        using var folder = new WorkFolder();
        Assert.Equal(0, (await CommandRun.Of("sweep", Hallingdal, "--over", "links", "-o", folder.Of("one.parquet"), "--quiet")).ExitCode);
        string[] shares = [.. Enumerable.Range(1, 5).Select(i => folder.Of($"share-{i}.csv"))];
        Process[] tasks = [.. shares.Select((s, i) => Start("sweep", Hallingdal, "--over", "links", "--shard", string.Create(CultureInfo.InvariantCulture, $"{i + 1}/5"), "--threads", "1", "-o", s, "--quiet"))];
        foreach (Process task in tasks)
        {
            await task.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, task.ExitCode);
            task.Dispose();
        }
        CommandRun show = await CommandRun.Of(["sweep", "show", .. shares, "--merged", folder.Of("merged.parquet"), "-o", folder.Of("ranking.csv"), "--structure", "E1", "--json"]);
        Assert.True(show.ExitCode == 0, show.Error);
        Assert.Equal(File.ReadAllBytes(folder.Of("one.parquet")), File.ReadAllBytes(folder.Of("merged.parquet")));
        JsonNode first = JsonNode.Parse(show.Output)!["ranking"]![0]!;
        Assert.StartsWith("Rv 7", (string)first["title"]!, StringComparison.Ordinal);
        Assert.Equal(1 + JsonNode.Parse(show.Output)!["ranking"]!.AsArray().Count, File.ReadAllLines(folder.Of("ranking.csv")).Length);
        foreach (string ending in (string[])["xlsx", "gpkg"])
        {
            string[] twice = [folder.Of("a." + ending), folder.Of("b." + ending)];
            foreach (string file in twice) Assert.Equal(0, (await CommandRun.Of(["sweep", "show", .. shares, "-o", file])).ExitCode);
            Assert.Equal(File.ReadAllBytes(twice[0]), File.ReadAllBytes(twice[1]));
        }
        CommandRun part = await CommandRun.Of(["sweep", "show", .. shares[1..], "--lang", "en"]);
        Assert.Equal(1, part.ExitCode);
        Assert.Matches(@"rows 0 to \d+ are missing", part.Error);
    }

    [Theory]
    [InlineData("--shard", "0/3")]
    [InlineData("--shard", "4/3")]
    [InlineData("--shard", "3")]
    [InlineData("--threads", "0")]
    [InlineData("--draws", "-1")]
    [InlineData("-o", "links.txt")]
    [InlineData("--structures", "Q")]
    public async Task Wrong_word_is_told_with_a_remedy_and_leaves_nothing(string option, string value)
    {
        using var folder = new WorkFolder();
        string[] file = option == "-o" ? [] : ["-o", folder.Of("a.csv")];
        CommandRun run = await CommandRun.Of(["sweep", Hallingdal, "--over", "links", .. file, option, option == "-o" ? folder.Of(value) : value, "--lang", "en"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder.Of("a"))!));
    }

    [Fact]
    public async Task Manifest_and_script_say_options_that_there_are()
    {
        string help = (await CommandRun.Of("sweep", "--help")).Output + (await CommandRun.Of("sweep", "show", "--help")).Output;
        foreach (string file in (string[])["deploy/slurm/sweep.sh", "deploy/kubernetes/sweep.yaml"])
        {
            string[] lines = [.. File.ReadAllLines(Path.Combine(Checkout.Root, file)).Where(l => l.Contains("navgeo sweep", StringComparison.Ordinal) && !l.StartsWith('#'))];
            Assert.NotEmpty(lines);
            Assert.All(lines.SelectMany(l => Regex.Matches(l[l.IndexOf("navgeo sweep", StringComparison.Ordinal)..], "--[a-z-]+").Select(m => m.Value)), o => Assert.Contains(o, help, StringComparison.Ordinal));
        }
    }

    private static Process Start(params string[] order) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "navgeo.dll"), .. order]) { UseShellExecute = false })!;
}
