namespace NavGeo.Tests;

/// <summary>The checkout the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of NavGeo.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NavGeo.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
