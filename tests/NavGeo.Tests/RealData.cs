using Xunit;

namespace NavGeo.Tests;

/// <summary>
/// The real data that lies beside the project: environment variable <c>NAVGEO_DATA</c>, otherwise
/// <c>../shared/data</c> seen from the repository's root. A test that needs it is skipped where it is absent.
/// </summary>
public static class RealData
{
    /// <summary>The full path of a file below the data folder; skips the test where the file is not there.</summary>
    public static string Path(string relative)
    {
        string full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder(), relative));
        Assert.SkipUnless(File.Exists(full), $"real data not found at {full}; set NAVGEO_DATA");
        return full;
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("NAVGEO_DATA") is { Length: > 0 } folder) return folder;
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(System.IO.Path.Combine(root, "NavGeo.sln")))
            root = System.IO.Path.GetDirectoryName(root);
        return System.IO.Path.Combine(root ?? AppContext.BaseDirectory, "..", "shared", "data");
    }
}
