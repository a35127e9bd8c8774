using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.NavNet;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing.NavNet;

public sealed class NavNetFileTests
{
    [Fact]
    public void Network_comes_back_as_it_was_with_the_same_bytes()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            byte[] bytes = Written(seed);
            NavNetContent read = NavNetFile.Read(new MemoryStream(bytes));
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 30);
            Assert.Equal(graph.NodePoints.ToArray(), read.Hierarchy.Roads.NodePoints.ToArray());
            Assert.Equal(
                RoadMetric.Of(graph, AsciiTown.Profile).Forward.ToArray(),
                RoadMetric.Of(read.Hierarchy.Roads, AsciiTown.Profile).Forward.ToArray());
            Assert.Equal(graph.Report.Parts, read.Hierarchy.Roads.Report.Parts);
            Assert.True(read.Water!.IsSea(new PlanePoint(150, 50)));
            Assert.False(read.Water.IsSea(new PlanePoint(50, 50)));
            using var again = new MemoryStream();
            NavNetFile.Write(again, read);
            Assert.Equal(bytes, again.ToArray());
        }
    }

    [Fact]
    public void File_cut_off_anywhere_is_refused()
    {
        byte[] bytes = Written(seed: 1);
        for (int length = 0; length < bytes.Length; length += 1 + length / 50)
            Assert.Throws<NavNetException>(() => NavNetFile.Read(new MemoryStream(bytes[..length])));
    }

    [Fact]
    public void Any_flipped_bit_is_refused()
    {
        byte[] bytes = Written(seed: 2);
        var random = new Random(5);
        for (int i = 0; i < 400; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Throws<NavNetException>(() => NavNetFile.Read(new MemoryStream(damaged)));
        }
    }

    [Theory]
    [InlineData(0, NavNetFault.Foreign)]
    [InlineData(7, NavNetFault.OtherVersion)]
    public void Foreign_file_and_other_version_are_told_apart(int position, NavNetFault fault)
    {
        byte[] bytes = Written(seed: 3);
        bytes[position] ^= 0x40;
        Assert.Equal(fault, Assert.Throws<NavNetException>(() => NavNetFile.Read(new MemoryStream(bytes))).Fault);
    }

    private static byte[] Written(int seed)
    {
        var water = new WaterMask(new PlanePoint(0, 0), 100, 3, 1, (column, _) => column == 1);
        using var stream = new MemoryStream();
        NavNetFile.Write(stream, new NavNetContent(RoadHierarchy.Of(RandomNetwork.Of(seed, nodes: 30)), water, "made by a test"));
        return stream.ToArray();
    }
}
