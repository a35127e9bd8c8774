using NavGeo.Data;
using NavGeo.Data.Input;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data;

public sealed class OutputManifestTests : IDisposable
{
    private const string Name = "navgeo-map.files";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_an_earlier_run_left_is_deleted_and_what_others_made_or_changed_is_not()
    {
        string root = Path.GetDirectoryName(folder.File("x"))!;
        string kept = folder.Write("A.svg", "one"), stale = folder.Write("B.svg", "two"), changed = folder.Write("C.svg", "three");
        string foreign = folder.Write("notes.svg", "mine");
        Assert.Empty(OutputManifest.Replace(root, Name, [kept, stale, changed]));
        File.WriteAllText(changed, "edited by hand");
        Assert.Equal(["B.svg"], OutputManifest.Replace(root, Name, [kept]));
        Assert.True(File.Exists(kept) && File.Exists(changed) && File.Exists(foreign));
        Assert.False(File.Exists(stale));
    }

    [Fact]
    public void List_that_leads_out_of_the_folder_deletes_nothing()
    {
        string root = Directory.CreateDirectory(folder.File("out")).FullName;
        string outside = folder.Write("outside.txt", "x");
        File.WriteAllText(Path.Combine(root, Name), $"{new InputFile(outside).Sha256()}  ../outside.txt\n{new InputFile(outside).Sha256()}  {outside}\n");
        Assert.Empty(OutputManifest.Replace(root, Name, []));
        Assert.True(File.Exists(outside));
    }
}
