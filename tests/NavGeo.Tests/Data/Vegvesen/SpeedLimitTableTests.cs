using System.IO.Compression;
using System.Text;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Vegvesen;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Data.Vegvesen;

public sealed class SpeedLimitTableTests : IDisposable
{
    private const string Links = """
        "municipalityIds","roadSystem","length","highestSpeedLimit","lowestSpeedLimit","isFerryRoute","isRamp","hasOnlyPublicTransportLanes"
        "301","EV6",1000,"80","80",FALSE,FALSE,FALSE
        "301","EV6",1000,"80","40",FALSE,FALSE,FALSE
        "301","EV6",5000,"110","100",FALSE,FALSE,FALSE
        "301","EV6",9000,"30","30",FALSE,TRUE,FALSE
        "301","FV50",9000,"30","30",TRUE,FALSE,FALSE
        """;

    private static readonly RoadNumber E6 = new(RoadCategory.European, 6);
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Mean_is_harmonic_by_kilometres_and_ramps_and_ferries_are_left_out()
    {
        (DelimitedWriter table, double kilometres) = SpeedLimitTable.Make(Written(Links), new Findings());
        Assert.Equal(3.5, kilometres, 6);
        var limits = SpeedLimitTable.Parse(table.ToBytes(), "limits.csv", new Findings());
        Assert.Equal((new MeanLimit(1, 80, 53.3), LinkMarks.None), limits.Find("0301", E6, LinkKind.Road));
        Assert.Equal((new MeanLimit(2.5, 110, 100), LinkMarks.None), limits.Find("0301", E6, LinkKind.Motorway));
        Assert.Equal(LinkMarks.LimitOfRoad, limits.Find("4601", E6, LinkKind.Road)?.Basis);
        Assert.Equal(LinkMarks.LimitOfClass, limits.Find("0301", new RoadNumber(RoadCategory.European, 39), LinkKind.Road)?.Basis);
        Assert.Null(limits.Find("0301", new RoadNumber(RoadCategory.County, 50), LinkKind.Road));
        Assert.Null(limits.Find("0301", E6, LinkKind.CarFerry));
    }

    [Fact]
    public void Table_that_comes_with_NavGeo_is_the_one_the_command_makes() =>
        Golden.AssertFile(
            "data/speeds/limits.csv",
            Encoding.UTF8.GetString(SpeedLimitTable.Make(RealData.Path("speeds/vegvesen_directed_links_2024.csv.gz"), new Findings()).Table.ToBytes()));

    [Fact]
    public void Packed_file_that_is_cut_off_is_told_and_never_half_a_table()
    {
        byte[] packed = Packed(string.Concat(Links, string.Concat(Enumerable.Repeat("\n\"301\",\"EV6\",1000,\"80\",\"80\",FALSE,FALSE,FALSE", 500))));
        for (int length = 3; length < packed.Length; length++)
        {
            string path = Path.Combine(folder, $"cut{length}.csv.gz");
            File.WriteAllBytes(path, packed[..length]);
            Assert.Throws<InputException>(() => SpeedLimitTable.Make(path, new Findings()));
        }
    }

    private InputFile Written(string text)
    {
        string path = Path.Combine(folder, "links.csv.gz");
        File.WriteAllBytes(path, Packed(text));
        return path;
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
