using System.Text.RegularExpressions;

namespace NavGeo.Tests.Architecture;

/// <summary>The laws of the house that speak of folders and files, read from the source as it is written.</summary>
public sealed class FolderTests
{
    private const int LongestFile = 400;
    private const int Crumb = 25;

    /// <summary>
    /// Circles that are still there, each by one of its folders' least name. A circle that is not listed fails; so does
    /// one that is listed and gone, so that the list only gets shorter.
    /// </summary>
    private static readonly string[] CirclesLeft = [];

    private static readonly Dictionary<string, string> Sources = Directory
        .GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !f.Contains("node_modules", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(Repository.Root, f), File.ReadAllText, StringComparer.Ordinal);

    [Fact]
    public void Folders_do_not_import_each_other_in_a_circle()
    {
        var arrows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (string text in Sources.Values)
        {
            if (NamespaceOf(text) is not { } room) continue;
            if (!arrows.TryGetValue(room, out HashSet<string>? used)) arrows[room] = used = new HashSet<string>(StringComparer.Ordinal);
            used.UnionWith(Regex.Matches(text, @"^using (?:static )?(?<room>NavGeo[\w.]*);", RegexOptions.Multiline | RegexOptions.ExplicitCapture).Select(m => m.Groups["room"].Value));
        }
        Assert.Equal(CirclesLeft, Circles(arrows).Select(c => c.Min(StringComparer.Ordinal)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_circle_of_folders_is_found()
    {
        var arrows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["a"] = ["b"], ["b"] = ["c"], ["c"] = ["b"], ["d"] = ["a", "d"] };
        Assert.Equal([["b", "c"]], Circles(arrows).Select(c => c.Order(StringComparer.Ordinal).ToArray()));
    }

    [Fact]
    public void The_namespace_is_the_folder() =>
        Assert.All(Sources.Where(s => NamespaceOf(s.Value) is not null), s => Assert.Equal(
            Path.GetDirectoryName(s.Key)!.Replace('\\', '/')["src/".Length..].Replace('/', '.'), NamespaceOf(s.Value)));

    [Fact]
    public void No_file_is_long_and_few_are_crumbs()
    {
        Dictionary<string, int> lines = Sources.ToDictionary(s => s.Key, s => s.Value.Count(c => c == '\n'), StringComparer.Ordinal);
        Assert.DoesNotContain(lines, l => l.Value > LongestFile);
        Assert.InRange(lines.Count(l => l.Value < Crumb), 0, lines.Count / 10);
    }

    [Fact]
    public void One_public_name_is_one_type()
    {
        IEnumerable<(string Name, string Room)> types = Sources.Values.SelectMany(text => Regex
            .Matches(text, @"^public (?:(?:static|sealed|abstract|readonly|partial|ref) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)
            .Select(m => (m.Groups["name"].Value, NamespaceOf(text) ?? "")));
        Assert.Empty(types.Distinct().GroupBy(t => t.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static string? NamespaceOf(string text) =>
        Regex.Match(text, @"^namespace (?<room>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture) is { Success: true } found ? found.Groups["room"].Value : null;

    /// <summary>Sets of two or more rooms each of which leads to every other.</summary>
    private static List<HashSet<string>> Circles(Dictionary<string, HashSet<string>> arrows)
    {
        Dictionary<string, HashSet<string>> reach = arrows.Keys.ToDictionary(r => r, r => Reach(arrows, r), StringComparer.Ordinal);
        var circles = new List<HashSet<string>>();
        foreach (string room in arrows.Keys.Order(StringComparer.Ordinal))
        {
            if (circles.Exists(c => c.Contains(room))) continue;
            HashSet<string> circle = [.. reach[room].Where(other => reach[other].Contains(room)), room];
            if (circle.Count > 1) circles.Add(circle);
        }
        return circles;
    }

    private static HashSet<string> Reach(Dictionary<string, HashSet<string>> arrows, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out string? room))
        {
            foreach (string used in arrows[room])
            {
                if (arrows.ContainsKey(used) && used != room && reached.Add(used)) open.Push(used);
            }
        }
        return reached;
    }
}
