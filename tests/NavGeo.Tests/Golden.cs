namespace NavGeo.Tests;

/// <summary>
/// Texts that were read by a person once and must stay: files under <c>Expected/</c>. Run with
/// <c>NAVGEO_ACCEPT=1</c> to write them anew, and read the difference before it is committed.
/// </summary>
internal static class Golden
{
    /// <summary>Holds a text against <c>Expected/<paramref name="relative"/></c>.</summary>
    public static void AssertText(string relative, string actual) =>
        AssertFile(Path.Combine("tests", "NavGeo.Tests", "Expected", relative), actual);

    /// <summary>Holds a text against a file of the repository that is made from it.</summary>
    public static void AssertFile(string relative, string actual)
    {
        string path = Path.Combine(Repository.Root, relative);
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"{path} is missing; run with NAVGEO_ACCEPT=1");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }

    /// <summary>
    /// A stretch of a document of the repository that a test writes: between <c>&lt;!-- name --&gt;</c> and
    /// <c>&lt;!-- /name --&gt;</c>. Rewritten with NAVGEO_ACCEPT=1.
    /// </summary>
    public static void AssertSection(string document, string name, string expected)
    {
        string path = Path.Combine(Repository.Root, document);
        string text = File.ReadAllText(path);
        string open = $"<!-- {name} -->\n";
        string close = $"<!-- /{name} -->";
        int start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        int end = text.IndexOf(close, StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"{document} has no section '{name}'");
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") == "1")
            File.WriteAllText(path, text[..start] + expected + text[end..]);
        else
            Assert.Equal(expected, text[start..end]);
    }
}
