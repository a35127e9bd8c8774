namespace NavGeo.Tests;

/// <summary>
/// The one place where tests look up the real data: the folder in NAVGEO_DATA, or <c>../shared/data</c> beside the
/// repository. A test that needs a file which is not there is skipped with the reason.
/// </summary>
internal static class RealData
{
    public static string Path(string relative)
    {
        string full = System.IO.Path.Combine(Folder, relative);
        Assert.SkipUnless(File.Exists(full), $"real data not found at {full}; set NAVGEO_DATA");
        return full;
    }

    private static string Folder =>
        Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? System.IO.Path.Combine(Repository.Root, "..", "shared", "data");
}
