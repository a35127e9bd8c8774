namespace NavGeo.EndToEnd;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-");

    public string Of(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
