namespace NavGeo.EndToEnd;

/// <summary>The checkout the tests run in.</summary>
internal static class Checkout
{
    /// <summary>The folder of NavGeo.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NavGeo.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
