
namespace NavGeo.Tests;

/// <summary>
/// Texts that were read by a person once and must stay: files under <c>Expected/</c>. Run with
/// <c>NAVGEO_ACCEPT=1</c> to write them anew, and read the difference before it is committed.
/// </summary>
internal static class Golden
{
    /// <summary>Holds a text against <c>Expected/<paramref name="relative"/></c>.</summary>
    public static void AssertText(string relative, string actual)
    {
        string path = Path.Combine(Folder(), "Expected", relative);
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"{path} is missing; run with NAVGEO_ACCEPT=1");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NavGeo.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("no NavGeo.sln above the tests"), "tests", "NavGeo.Tests");
    }
}
