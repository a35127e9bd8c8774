using System.IO.Compression;
using NavGeo.Data.Dimacs;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Dimacs;

public sealed class DimacsReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dimacs").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Graph_is_read_with_nodes_from_zero(bool zipped)
    {
        DimacsGraph graph = DimacsReader.ReadGraph(Write("c hello\np sp 3 2\r\na 1 2 10\n\n a 3 1 0", zipped));
        Assert.Equal(3, graph.NodeCount);
        Assert.Equal([0, 2], graph.Tails);
        Assert.Equal([1, 0], graph.Heads);
        Assert.Equal([10, 0], graph.Weights);
    }

    [Fact]
    public void Coordinates_are_read_in_any_order()
    {
        (int[] longitudes, int[] latitudes) = DimacsReader.ReadCoordinates(Write("p aux sp co 2\nv 2 -7 8\nv 1 5 -6\n"), 2);
        Assert.Equal([5, -7], longitudes);
        Assert.Equal([-6, 8], latitudes);
    }

    [Theory]
    [InlineData("", "no problem line")]
    [InlineData("p sp three 2\n", ":1: the problem line cannot be read")]
    [InlineData("a 1 2 3\np sp 3 1\n", ":1: there is no problem line")]
    [InlineData("p sp 3 2\na 1 2 3\n", ":2: the file ends after 1 of 2 arcs")]
    [InlineData("p sp 3 1\na 1 2 3\na 1 2 3\n", ":3: there are more arcs than the 1")]
    [InlineData("p sp 3 1\nc\na 1 4 3\n", ":3: node 4 does not exist; nodes are numbered from 1 to 3")]
    [InlineData("p sp 3 1\na 1 2 -3\n", ":2: the weight -3 is out of range")]
    [InlineData("p sp 3 1\na 1 2 fast\n", ":2: this is not an arc")]
    [InlineData("p sp 3 1\na 1 2 3x\n", ":2: this is not an arc")]
    [InlineData("p sp 3 1\nhello\n", ":2: this kind of line is unknown")]
    public void Faulty_graph_is_refused_with_its_line(string text, string expected)
    {
        InputException problem = Assert.Throws<InputException>(() => DimacsReader.ReadGraph(Write(text)));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p aux sp co 3\n", "are for 3 nodes, the graph has 2")]
    [InlineData("p aux sp co 2\nv 1 2 3\n", "only 1 of 2 nodes have coordinates")]
    [InlineData("p aux sp co 2\nv 3 2 3\n", "node 3 does not exist")]
    public void Faulty_coordinates_are_refused(string text, string expected)
    {
        InputException problem = Assert.Throws<InputException>(() => DimacsReader.ReadCoordinates(Write(text), 2));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_gzip_is_refused_at_every_length_and_several_members_are_one_file()
    {
        string path = Write("p sp 30 30\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a {i} {31 - i} {i * 7919 % 1000}\n")), zipped: true);
        byte[] bytes = File.ReadAllBytes(path);
        for (int length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Throws<InputException>(() => DimacsReader.ReadGraph(path));
        }
        byte[] first = File.ReadAllBytes(Write("p sp 3 2\na 1 2 3\n", zipped: true));
        byte[] second = File.ReadAllBytes(Write("a 2 3 4\n", zipped: true));
        File.WriteAllBytes(path, [.. first, .. second]);
        Assert.Equal(2, DimacsReader.ReadGraph(path).ArcCount);
    }

    [Fact]
    public void Missing_file_is_refused() =>
        Assert.Throws<InputException>(() => DimacsReader.ReadGraph(Path.Combine(folder, "nowhere.gr")));

    private string Write(string text, bool zipped = false)
    {
        string path = Path.Combine(folder, "file.gr");
        using FileStream file = File.Create(path);
        using Stream stream = zipped ? new GZipStream(file, CompressionLevel.Optimal) : file;
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return path;
    }
}
