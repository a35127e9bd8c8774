using System.Globalization;
using System.Text.RegularExpressions;

namespace NavGeo.Tests.Architecture;

/// <summary>The four journeys of <c>docs/architecture.md</c>: their stations are there, and they are as long as it says.</summary>
public sealed class JourneyTests
{
    private static readonly string[] Files = [.. new[] { "*.cs", "*.ts", "*.tsx" }
        .SelectMany(kind => Directory.GetFiles(Path.Combine(Repository.Root, "src"), kind, SearchOption.AllDirectories))
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    /// <summary>Types by the word their declaration ends with, and files of the page.</summary>
    private static readonly HashSet<string> Stations = [.. Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(f => Regex
        .Matches(File.ReadAllText(f), @"^(?:public|internal) .*?\b(?:class|struct|record|interface) (?:struct )?(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)
        .Select(m => m.Groups["name"].Value)), .. Files.Where(f => !f.EndsWith(".cs", StringComparison.Ordinal)).Select(f => Path.GetFileName(f))];

    [Theory]
    [InlineData("A road link to a cell's minutes", 25)]
    [InlineData("A closure from the command line to its sentence", 15)]
    [InlineData("A click to a recoloured square", 20)]
    [InlineData("A commuting row to a region's polygon", 14)]
    public void Journey_passes_what_there_is_and_is_as_short_as_it_says(string title, int most)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        Match journey = Regex.Match(text, $@"^- \*\*{Regex.Escape(title)}\*\* \((?<hops>\d+) hops.*?(?=^- |^\s*$)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture);
        Assert.True(journey.Success, title);
        string[] stations = [.. Regex.Matches(journey.Value, "`(?<name>[^`]+)`", RegexOptions.ExplicitCapture).Select(m => m.Groups["name"].Value)];
        Assert.All(stations, s => Assert.Contains(s, Stations));
        int hops = int.Parse(journey.Groups["hops"].ValueSpan, CultureInfo.InvariantCulture);
        Assert.Equal(hops, stations.Length - 1);
        Assert.InRange(hops, 1, most);
    }
}
