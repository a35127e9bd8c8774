using NavGeo.Data.Places;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Places;

public sealed class PlaceFileTests
{
    [Fact]
    public void Case_folder_gives_its_sites()
    {
        IReadOnlyList<NamedPlace> places = PlaceFile.Read(Path.Combine(Repository.Root, "data", "hallingdal"), new Findings());
        Assert.Equal(["fla", "nes", "gol", "hemsedal", "al", "hol"], places.Select(p => p.Id));
    }

    [Fact]
    public void GeoJson_points_are_places_by_their_id()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("navgeo-").FullName, "places.geojson");
        File.WriteAllText(file, """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"id":"gol"},"geometry":{"type":"Point","coordinates":[8.9,60.7]}},
             {"type":"Feature","id":7,"properties":null,"geometry":{"type":"Point","coordinates":[9,61,200]}},
             {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[10,62]}}]}
            """);
        Assert.Equal(["gol", "7", "3"], PlaceFile.Read(file, new Findings()).Select(p => p.Id));
        File.WriteAllText(file, """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[890,60]}}]}""");
        Assert.Contains("feature 1", Assert.Throws<InputException>(() => PlaceFile.Read(file, new Findings())).Message, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("a", "b", "a", "b")]
    [InlineData("a", "a", "1", "2")]
    public void GeoJson_names_are_ids_where_each_has_its_own(string first, string second, string firstId, string secondId)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("navgeo-").FullName, "places.geojson");
        File.WriteAllText(file, $$$"""
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"name":"{{{first}}}"},"geometry":{"type":"Point","coordinates":[8.9,60.7]}},
             {"type":"Feature","properties":{"name":"{{{second}}}"},"geometry":{"type":"Point","coordinates":[9,61]}}]}
            """);
        Assert.Equal([firstId, secondId], PlaceFile.Read(file, new Findings()).Select(p => p.Id));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void File_without_points_and_a_folder_are_refused()
    {
        string folder = Directory.CreateTempSubdirectory("navgeo-").FullName;
        string file = Path.Combine(folder, "places.geojson");
        File.WriteAllText(file, """{"type":"FeatureCollection","features":[]}""");
        Assert.Contains("no points", Assert.Throws<InputException>(() => PlaceFile.Read(file, new Findings())).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder, "sites.csv"));
        Assert.Contains("a folder", Assert.Throws<InputException>(() => PlaceFile.Read(folder, new Findings())).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Id_that_stands_twice_is_told_with_both_lines()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("navgeo-").FullName, "places.csv");
        File.WriteAllText(file, "id,lon,lat\na,8,60\nb,8,61\na,9,60\n");
        InputException problem = Assert.Throws<InputException>(() => PlaceFile.Read(file, new Findings()));
        Assert.Contains("places.csv:4", problem.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
