using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary>
/// The program as it is handed out, run as its user does: one file, nothing installed, a home of its own. Skipped, with
/// the reason, where <c>./publish linux-x64</c> has not been run.
/// </summary>
public sealed class PublishedProgramTests
{
    /// <summary>Where it lies, once it is made.</summary>
    public static readonly string Program = Path.Combine(Checkout.Root, "out", "publish", "linux-x64", "navgeo");

    [Fact]
    public async Task First_case_is_made_compared_drawn_and_told_without_anything_installed()
    {
        Assert.SkipUnless(File.Exists(Program), "run ./publish linux-x64 first");
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Program)!));
        using var home = new WorkFolder();
        await Run(home, "case", "new", "valdres", "--municipalities", "Valdres");
        JsonNode compared = JsonNode.Parse(await Run(home, "compare", "valdres", "--json"))!;
        Assert.InRange((long)compared["structures"]![0]!["access"]!["people"]!, 17_000, 19_000);
        await Run(home, "map", "valdres", "-o", "kart", "--format", "png");
        Assert.NotEmpty(Directory.GetFiles(home.Of("kart"), "*.png"));
        await Run(home, "report", "valdres", "-o", "rapport");
        Assert.NotEmpty(Directory.GetFiles(home.Of("rapport"), "*.docx"));
        await Run(home, "demo", "hallingdal", "-o", "hallingdal");
        Assert.NotEmpty(Directory.GetFiles(home.Of("hallingdal/tables")));
    }

    /// <summary>Runs it with no variable of this process but a home.</summary>
    internal static async Task<string> Run(WorkFolder home, params string[] words)
    {
        var start = new ProcessStartInfo(Program, words) { UseShellExecute = false, WorkingDirectory = home.Of("."), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["HOME"] = home.Of(".");
        start.Environment["PATH"] = "/nowhere";
        start.Environment["LANG"] = "nb_NO.UTF-8";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', words)}: {await error}");
        return output;
    }
}
