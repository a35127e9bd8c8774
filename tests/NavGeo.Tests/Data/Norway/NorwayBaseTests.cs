using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Networks;
using NavGeo.Data.Norway;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Norway;

/// <summary>The country that comes with NavGeo is whole, small enough, says what it was made of, and is made again the same.</summary>
public sealed class NorwayBaseTests
{
    /// <summary>Megabytes that all parts may take.</summary>
    private const double MostMegabytes = 12;

    [Fact]
    public void Every_part_is_what_the_list_says_with_source_licence_and_date()
    {
        Assert.Equal(11, NorwayBase.Parts.Count);
        foreach (NorwayPart part in NorwayBase.Parts)
        {
            Assert.Equal(part.Source.Sha256, Convert.ToHexStringLower(SHA256.HashData(new InputFile(part.Path).Bytes)));
            Assert.True(part.Source is { Title.Length: > 0, Licence.Length: > 0, Date.Length: >= 4 }, part.Name);
        }
        Assert.True(NorwayBase.Parts.Sum(p => p.PackedBytes) < MostMegabytes * 1e6);
    }

    [Fact]
    public void Roads_ground_and_boundaries_open_as_any_file_does()
    {
        Assert.InRange(RoadFile.Open(NorwayBase.Roads, new Findings()).Graph.EdgeCount, 10_000, 20_000);
        Assert.True(N1000Ground.IsIn(NorwayBase.Ground));
        Assert.Contains(N1000PlaceNames.Of(NorwayBase.Ground, N1000PlaceNames.Settlements), p => p.Name == "Fagernes");
        Assert.Equal(357, BoundaryReader.Read(NorwayBase.Boundaries(2024)!, new Findings()).Count);
        Assert.Null(NorwayBase.Boundaries(2019));
    }

    [Fact]
    public void What_is_not_carried_is_a_missing_file()
    {
        var missing = new InputFile("norway:fish.csv");
        Assert.False(missing.Exists);
        Assert.Throws<InputException>(() => missing.Bytes);
    }

    [Fact]
    public void Made_again_of_the_published_files_every_part_is_the_same()
    {
        JsonNode list = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "norway", NorwayBase.ListName)))!;
        var files = new InputFiles();
        foreach (JsonNode? part in list["parts"]!.AsArray())
        {
            Assert.Equal((string?)part!["fromSha256"], files.At(RealData.Path((string)part["from"]!)).Sha256());
            byte[] plain = NorwayMaker.Plain(part, files, Path.GetDirectoryName(RealData.Path("README.md"))!, new Findings(), ReadingRun.Default);
            Assert.True((string?)part["sha256"] == Convert.ToHexStringLower(SHA256.HashData(plain)), "make data/norway anew: navgeo norway build data/norway --from … (" + part["name"] + ")");
        }
    }
}
