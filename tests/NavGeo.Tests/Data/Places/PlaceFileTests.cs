using NavGeo.Data.Input;
using NavGeo.Data.Places;

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
