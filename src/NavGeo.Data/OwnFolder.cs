namespace NavGeo.Data;

/// <summary>Where NavGeo keeps what is its own and can be made again, for this user of the machine.</summary>
public static class OwnFolder
{
    /// <summary>The folder; made when first asked for.</summary>
    public static string Path => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "NavGeo");

    /// <summary>The folder, be it there or not; null for a user without a home.</summary>
    public static string? Find() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home
            ? System.IO.Path.Combine(home, "NavGeo") : null;
}
