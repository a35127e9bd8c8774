using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Web.Situations;
using NavGeo.Web.Tiles;

namespace NavGeo.Tests.Web;

public sealed class TileTests
{
    [Fact]
    public void Tile_holds_the_places_on_it_with_their_minutes()
    {
        PlanningCase planningCase = EmbeddedCase.Hallingdal;
        AccessStudy study = AccessStudy.Of(planningCase);
        StructureAccess today = study.Access(planningCase.GetStructure(planningCase.Baseline));
        var tiles = new MapTiles(planningCase, today);
        // The whole of Hallingdal lies on this one.
        var number = new TileNumber(5, 16, 9);
        ReadTile tile = ReadTile.Of(tiles.Surface(today, number));
        Assert.Equal("surface", tile.Name);
        int[] inside = [.. Enumerable.Range(0, planningCase.Demand.Count).Where(p => planningCase.Demand.Municipalities[p] >= 0)];
        Assert.Equal(inside, tile.Features.Select(PlaceOf).Order());
        Assert.All(tile.Features, f => Assert.Equal(
            Math.Floor(today.Assignment.Milliseconds[PlaceOf(f)] / 6000.0) / 10, (double)f.Properties["minutes"], 9));
        Assert.All(tile.Features, f => Assert.Equal((long)ChangeScale.IndexOf(ChangeKind.Unchanged), (long)f.Properties["change"]));
    }

    [Fact]
    public void Tiles_beside_it_hold_nothing_of_it()
    {
        PlanningCase planningCase = EmbeddedCase.Hallingdal;
        StructureAccess today = AccessStudy.Of(planningCase).Access(planningCase.GetStructure(planningCase.Baseline));
        Assert.Empty(new MapTiles(planningCase, today).Surface(today, new TileNumber(5, 20, 9)));
    }

    [Fact]
    public void Roads_of_a_case_are_all_on_its_tile_when_looked_at_closely()
    {
        PlanningCase planningCase = EmbeddedCase.Hallingdal;
        var roads = new RoadTiles(planningCase.Roads, new MapLattice(planningCase.Epsg));
        var seen = new HashSet<int>();
        for (int x = 0; x < 1 << 9; x++)
        {
            for (int y = 120; y < 170; y++)
            {
                byte[] bytes = roads.Tile(new TileNumber(9, x, y));
                if (bytes.Length > 0) seen.UnionWith(ReadTile.Of(bytes).Features.Select(f => f.Id));
            }
        }
        int[] drawn = [.. Enumerable.Range(0, planningCase.Roads.EdgeCount).Where(e => planningCase.Roads.EdgeKinds[e] != LinkKind.Boarding && planningCase.Roads.EdgeLengths[e] > 1_000_000)];
        Assert.Superset(drawn.ToHashSet(), seen);
    }

    [Fact]
    public void Road_to_be_built_is_drawn_from_afar_like_a_main_road()
    {
        PlanningCase planningCase = EmbeddedCase.Hallingdal;
        Situation situation = Situation.Of(
            AccessStudy.Of(planningCase), AccessStudy.Of(planningCase).Access(planningCase.GetStructure(planningCase.Baseline)),
            [new AddLink([[8.5625, 60.6295], [8.5559, 60.8639]], false, 80)]);
        RoadGraph roads = situation.Roads;
        int added = Enumerable.Range(0, roads.EdgeCount).Single(e => roads.EdgeKinds[e] == LinkKind.NewRoad);
        byte[] tile = new RoadTiles(roads, new MapLattice(planningCase.Epsg)).Tile(new TileNumber(5, 16, 9));
        ReadTile.Feature drawn = Assert.Single(ReadTile.Of(tile).Features, f => f.Id == added);
        Assert.Equal(0L, drawn.Properties["class"]);
    }

    [Fact]
    public void Interpolated_points_of_the_map_are_where_the_exact_ones_are()
    {
        var lattice = new MapLattice(25833);
        NavGeo.Planning.Projection.MapProjection projection = NavGeo.Planning.Projection.MapProjection.Norway;
        var random = new Random(7);
        for (int i = 0; i < 500; i++)
        {
            var point = new PlanePoint(random.Next(-75_000, 1_100_000), random.Next(6_450_000, 7_930_000));
            MapPoint exact = MapPoint.Of(projection.ToGeo(point));
            MapPoint near = lattice.Of(point);
            // A unit is four centimetres at the equator and half of that in Norway: twenty are less than half a metre.
            Assert.InRange(Math.Abs(exact.X - near.X), 0, 60);
            Assert.InRange(Math.Abs(exact.Y - near.Y), 0, 60);
        }
    }

    private static int PlaceOf(ReadTile.Feature feature) => (int)(long)feature.Properties["place"];
}
