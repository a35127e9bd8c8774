using System.Globalization;
using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary>What the README says is what the command answers.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));

    [Fact]
    public async Task Table_of_the_demo_has_the_figures_the_demo_publishes()
    {
        CommandRun run = await CommandRun.Of("compare", DemoTests.EmbeddedCase("hallingdal"), "--structures", "E,E1", "--least-people", "5", "--json");
        JsonArray structures = JsonNode.Parse(run.Output)!["structures"]!.AsArray();
        Assert.Contains(Row("inhabitants within 30 minutes", s => Number(100.0 * (long)s["access"]!["people_within"]![1]! / (long)s["access"]!["people"]!, "0.0") + " %"), Readme, StringComparison.Ordinal);
        Assert.Contains(Row("inhabitants with a longer way", s => s == structures[0] ? "–" : Number((long)s["change"]!["lose"]!, "#,0").Replace(',', ' ')), Readme, StringComparison.Ordinal);
        Assert.Contains(Row("mean time", s => Number((double)s["access"]!["mean_minutes"]!, "0.0") + " min"), Readme, StringComparison.Ordinal);
        Assert.Contains(Row("open sites", s => Number(s["open_sites"]!.AsArray().Count, "0")), Readme, StringComparison.Ordinal);

        string Row(string title, Func<JsonNode, string> value) => $"| {title} | {string.Join(" | ", structures.Select(s => value(s!)))} |";
    }

    [Fact]
    public async Task Every_verb_the_README_names_is_known()
    {
        foreach (string line in Readme.Split('\n').Where(l => l.StartsWith("navgeo ", StringComparison.Ordinal)))
        {
            string[] words = line.Split(' ');
            string[] verb = [.. words.Skip(1).TakeWhile(w => w.Length > 1 && w.All(c => char.IsLower(c) || c == '-') && !w.StartsWith('-')).Take(2)];
            CommandRun help = await CommandRun.Of([.. verb.Take(verb is ["case" or "network", ..] ? 2 : 1), "--help"]);
            Assert.True(help.ExitCode == 0, line);
        }
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
