using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Norway;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.GeoPackage;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Data.Ground;

public sealed class GroundTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("hallingdal", 6)]
    [InlineData("lillehammer", 4)]
    [InlineData("nordland", 44)]
    public void Background_of_an_embedded_case_has_its_municipalities_and_valid_areas(string name, int municipalities)
    {
        MapBackground background = GroundFile.Read(Path.Combine(EmbeddedCase.Folder(name), GroundFile.Name));
        Assert.Equal(municipalities, background.Municipalities.Count);
        Assert.NotEmpty(background.Neighbours);
        Assert.All(background.Sources, s => Assert.Equal("CC BY 4.0", s.Licence));
        Geometry[] areas = [.. background.Municipalities.Concat(background.Neighbours).Select(m => m.Area), .. background.Lakes, .. background.Abroad];
        Assert.DoesNotContain(areas, a => !a.IsValid);
        for (int i = 0; i < background.Municipalities.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double shared = background.Municipalities[i].Area.Intersection(background.Municipalities[j].Area).Area;
                Assert.True(shared < 1e5, $"{background.Municipalities[i].Name} and {background.Municipalities[j].Name} share {shared} m²");
            }
        }
    }

    [Fact]
    public void Background_of_Lillehammer_is_what_N1000_and_the_boundaries_give()
    {
        string n1000 = RealData.Path("roads/n1000.gpkg");
        string boundaries = RealData.Path("municipalities/kommune_2018.geojson");
        PlanningCase planningCase = EmbeddedCase.Lillehammer;
        var window = MapWindow.Of(planningCase);
        string own = Path.Combine(EmbeddedCase.Folder("lillehammer"), GroundFile.Name);
        MapBackground made = GroundMaker.Make(
            n1000, BoundaryReader.Read(boundaries, new Findings()), planningCase.Municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal),
            window.Extent, window.ToleranceMetres, new Findings())
            with
        { Sources = [.. GroundFile.Read(own).Sources.Select(s => s with { File = null, Sha256 = null })] };
        GroundFile.Write(folder.File("background.geojson"), made);
        Assert.Equal(File.ReadAllText(own), File.ReadAllText(folder.File("background.geojson")));
    }

    [Fact]
    public void Sea_and_land_beyond_the_border_are_read_from_N1000()
    {
        MapBackground ground = N1000Ground.Read(RealData.Path("roads/n1000.gpkg"), new Envelope(400_000, 600_000, 7_400_000, 7_600_000), new Findings());
        Assert.True(ground.HasSea);
        Geometry abroad = Assert.Single(ground.Abroad);
        Assert.True(abroad.Contains(abroad.Factory.CreatePoint(new Coordinate(720_000, 7_540_000))), "Kiruna is abroad");
        Assert.False(abroad.Contains(abroad.Factory.CreatePoint(new Coordinate(475_000, 7_464_000))), "Bodø is not");
        Assert.False(abroad.Contains(abroad.Factory.CreatePoint(new Coordinate(262_000, 6_649_000))), "Oslo is not");
    }

    [Theory]
    [InlineData(1_150_000, 7_900_000, false)] // the Barents Sea off Vardø
    [InlineData(1_090_000, 7_700_000, true)] // Nikel
    [InlineData(262_000, 6_500_000, false)] // the Skagerrak off Bohuslän
    [InlineData(316_000, 6_520_000, true)] // Tanum
    public void Beyond_the_border_the_sea_is_sea_and_the_land_is_land(double easting, double northing, bool isLand)
    {
        var point = new Coordinate(easting, northing);
        var window = new Envelope(point);
        window.ExpandBy(200_000);
        MapBackground ground = N1000Ground.Read(NorwayBase.Ground, window, new Findings());
        Assert.Equal(isLand, ground.Abroad.Any(a => a.Contains(a.Factory.CreatePoint(point))));
        Assert.Contains(ground.Sources, s => s.Title.StartsWith("Natural Earth", StringComparison.Ordinal));
    }

    [Fact]
    public void File_that_is_no_background_is_told_so()
    {
        string path = folder.Write("background.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
        InputException told = Assert.Throws<InputException>(() => GroundFile.Read(path));
        Assert.Contains("background", told.Findings[0].In(NavGeo.Planning.Language.UserLanguage.English), StringComparison.Ordinal);
    }
}
