using System.Security.Cryptography;
using System.Text;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Input;

public sealed class InputFileTests : IDisposable
{
    private const string Text = "a,b\n1,2\n";

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void What_was_read_once_stays_what_it_was()
    {
        string path = scratch.Write("x.csv", Text);
        var file = new InputFile(path);
        Assert.Equal("a,b"u8, file.Begin(3));
        scratch.Write("x.csv", "something else, and longer");
        Assert.Equal(Text, Encoding.UTF8.GetString(file.Bytes));
        Assert.Equal(HashOf(Text), file.Sha256());
        using var reader = new StreamReader(file.OpenRead());
        Assert.Equal(Text, reader.ReadToEnd());
    }

    [Fact]
    public void File_too_large_to_be_held_is_gone_through_as_often_as_one_likes()
    {
        var file = new InputFile(scratch.Write("x.csv", Text), mostHeldBytes: 4);
        Assert.False(file.IsHeld);
        Assert.Equal(8, file.Length);
        using (Stream first = file.OpenRead())
        using (Stream second = file.OpenRead())
        {
            Assert.Equal('a', first.ReadByte());
            Assert.Equal(Text, new StreamReader(second).ReadToEnd());
            Assert.Equal(',', first.ReadByte());
            first.Position = 4;
            Assert.Equal('1', first.ReadByte());
        }
        Assert.Equal("a,b"u8, file.Begin(3));
        Assert.Equal(8, file.Begin(100).Length);
        Assert.Equal(HashOf(Text), file.Sha256());
        Assert.Equal(Text, Encoding.UTF8.GetString(file.Bytes));
    }

    [Fact]
    public void Empty_file_is_nothing()
    {
        var file = new InputFile(scratch.Write("x.csv", ""));
        Assert.Equal((0L, 0, HashOf("")), (file.Length, file.Bytes.Length, file.Sha256()));
    }

    [Fact]
    public void Missing_file_and_folder_are_told_when_their_content_is_wanted()
    {
        InputFile missing = scratch.File("nei.csv");
        Assert.False(missing.Exists);
        Assert.Contains("nei.csv: the file does not exist", Assert.Throws<InputException>(() => missing.Bytes).Message, StringComparison.Ordinal);
        InputFile folder = Path.GetDirectoryName(scratch.File("x"))!;
        Assert.Equal("geo.file-unreadable", Assert.Throws<InputException>(() => folder.Length).Findings.Single().Problem.Key);
    }

    [Fact]
    public void Path_written_in_two_ways_is_one_file()
    {
        var files = new InputFiles();
        string path = scratch.Write("x.csv", Text);
        Assert.Same(files.At(path), files.At(Path.Combine(Path.GetDirectoryName(path)!, ".", "y", "..", "x.csv")));
        Assert.Equal(path, files.At(path).Path);
    }

    [Theory]
    [InlineData(false, InputFile.MostHeldBytes)]
    [InlineData(false, 100)]
    [InlineData(true, InputFile.MostHeldBytes)]
    [InlineData(true, 100)]
    public void GeoPackage_is_read_from_memory_and_from_disk(bool hasKeptJournal, long mostHeldBytes)
    {
        string path = scratch.File("x.gpkg");
        using (var gpkg = new SmallGeoPackage(path))
        {
            // The mode stays in the file when its journal is gone.
            if (hasKeptJournal) gpkg.Run("PRAGMA journal_mode = WAL");
            gpkg.AddLayer("a", "n INTEGER");
            for (int i = 0; i < 1000; i++) gpkg.AddRow("a", SmallGeoPackage.Blob("POINT (1 2)"), i);
        }
        Assert.False(File.Exists(path + "-wal"));
        var file = new InputFile(path, mostHeldBytes);
        string hash = file.Sha256();
        for (int time = 0; time < 2; time++)
        {
            using GeoPackageReader reader = GeoPackageReader.Open(file);
            Assert.Equal(Enumerable.Range(0, 1000), reader.Read(reader.GetLayer("a"), ["n"], new Findings()).Select(r => (int)(long)r.Values[0]!));
        }
        Assert.Equal(hash, new InputFile(path).Sha256());
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
