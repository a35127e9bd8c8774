using NavGeo.Data.Networks;
using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Data.Networks;

public sealed class FerryLabelsTests
{
    private static readonly PlanePoint West = new(300_000, 6_700_000), East = new(305_000, 6_700_000);

    [Fact]
    public void Quays_are_called_by_the_nearest_names_each_by_its_own()
    {
        // Vik is nearest to both; the nearer has it.
        Assert.Equal("Vik–Sund", Label([Name("Vik", "tettsted", 301_000), Name("Sund", "grend", 311_000)]));
    }

    [Fact]
    public void Name_of_the_quay_itself_goes_before_a_nearer_farm_and_an_island_comes_last()
    {
        Assert.Equal("Vik–Nes", Label(
            [Name("Gard", "gard", 298_500), Name("Vik ferjekai", "ferjekai", 297_500), Name("Nes", "bruk", 307_500), Name("Storøya", "øyISjø", 303_000)]));
    }

    [Fact]
    public void Quay_far_from_every_name_is_left_out_beside_one_that_has_a_name() =>
        Assert.Equal("Vik", Label([Name("Vik", "tettsted", 301_000)]));

    [Fact]
    public void Ferry_far_from_every_name_has_its_place_in_degrees() => Assert.Matches(@"^\d+\.\d{3},\d+\.\d{3}–\d+\.\d{3},\d+\.\d{3}$", Label([]));

    [Fact]
    public void No_two_ferries_have_the_same_name()
    {
        RoadGraph graph = Build(
            [Name("Vik", "tettsted", 300_000), Name("Sund", "tettsted", 305_000)],
            Ferry(0), Ferry(300) with { Road = new RoadNumber(RoadCategory.County, 519) }, Ferry(600));
        string[] names = [.. FerryService.In(graph).Select(f => f.Name!)];
        Assert.Equal(3, names.Distinct().Count());
        Assert.Contains("Vik–Sund", names);
        Assert.Contains("Vik–Sund (Fv 519)", names);
    }

    /// <summary>Every ferry of N1000 has a name of its own, and what is printed takes out that ferry and no other.</summary>
    [Fact]
    public void Every_ferry_of_N1000_can_be_taken_out_by_the_name_it_is_given()
    {
        RoadGraph graph = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings()).Graph;
        IReadOnlyList<FerryService> ferries = FerryService.In(graph);
        Assert.Equal(ferries.Count, ferries.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ferries, f => Assert.True(f.IsNameAssumed));
        foreach (FerryService ferry in ferries)
        {
            Assert.Equal(ferry.Lines, EdgeSelection.ByFerry(graph, ferry.Name!).Where(e => graph.EdgeKinds[e].IsFerry()));
        }
        // As they are known: the map writes these names at the quays.
        foreach (string known in (string[])["Melbu–Fiskebøl", "Lødingen–Bognes–Skarberget", "Andenes–Gryllefjorden", "Mannheller–Fodnes", "Lavik–Oppedal"])
            Assert.Contains(ferries, f => RoadEditSame(f.Name!, known));
    }

    private static bool RoadEditSame(string one, string other) => one.Split('–').Order(StringComparer.Ordinal).SequenceEqual(other.Split('–').Order(StringComparer.Ordinal));

    private static string Label(PlaceName[] places) => Assert.Single(FerryService.In(Build(places, Ferry(0)))).Name!;

    private static RoadGraph Build(PlaceName[] places, params RoadLink[] ferries) =>
        new RoadGraphBuilder(25833) { FerryNamer = f => FerryLabels.Of(f, places, MapProjection.Norway) }.AddRange(
        [
            .. ferries,
            .. ferries.SelectMany(f => (RoadLink[])[Road(f.Shape[0], -2_000), Road(f.Shape[1], 2_000)]),
        ]).Build();

    private static RoadLink Ferry(double north) =>
        new() { Kind = LinkKind.CarFerry, Shape = [West with { Northing = West.Northing + north }, East with { Northing = East.Northing + north }] };

    private static RoadLink Road(PlanePoint quay, double inland) => new() { Shape = [quay, quay with { Easting = quay.Easting + inland }] };

    private static PlaceName Name(string name, string kind, double east) => new(name, kind, new PlanePoint(east, 6_700_000));
}
