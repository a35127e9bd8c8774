namespace NavGeo.Tests.Data.GeoPackage;

/// <summary>A folder of its own for one test's files; gone when the test is.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-test-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
