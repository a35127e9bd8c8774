using NavGeo.Data.OpenStreetMap;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>The sea of a file with coastlines: which side of the line it is on, and that nobody drives over it.</summary>
public class OsmSeaTests
{
    /// <summary>A sound between the mainland in the north, with its road R–S, and an island.</summary>
    private const string Sound = """
        R-----------S
        A-----------B
        .
        .
        .
        .
        . P---Q
        . |   |
        . U---V
        """;

    [Theory]
    [InlineData("BA", "PUVQP")]
    [InlineData("AB", "PUVQP")]
    [InlineData("BA", "PQVUP")]
    public void Island_without_a_road_is_across_water(string coast, string island)
    {
        using var town = new OsmTown(Sound);
        town.Way("RS", "highway=primary").Way(coast == "BA" ? "AB" : "BA", "natural=coastline").Way(island, "natural=coastline,place=island").Open();
        WaterMask water = town.Network!.Water!;
        Assert.True(water.IsSea(At(town, 10.04, 59.985)), "the sound");
        Assert.False(water.IsSea(At(town, 10.04, 59.965)), "the island");
        Assert.False(water.IsSea(At(town, 10.04, 60.0)), "the road");
        Assert.InRange(water.SeaMetres(At(town, 10.04, 59.965), At(town, 10.04, 60.0)), 2500, 3100);
        SnappedPlace[] places = new RoadSnapper(town.Network.Graph, TravelProfile.Car, water).SnapAll([At(town, 10.04, 59.965), At(town, 10.04, 60.001)]);
        Assert.NotEqual(SnapState.OnRoad, places[0].Snap.State);
        Assert.Equal(SnapState.OnRoad, places[1].Snap.State);
        Assert.Equal(TravelTime.UnreachableMilliseconds, DirectAccess.Milliseconds(TravelProfile.Car, water, places[0], places[1]));
    }

    [Fact]
    public void File_without_a_coastline_has_no_sea()
    {
        using var town = new OsmTown("A-B");
        Assert.Null(town.Way("AB").Open().Network!.Water);
    }

    /// <summary>The extract ends in the middle of the land: on either side of the line's end each goes by the coast that is nearest.</summary>
    [Fact]
    public void Sea_does_not_run_out_over_land_where_the_line_ends()
    {
        using var town = new OsmTown("""
            R-----------S
            .
            A-----B
            .
            .           .
            """);
        WaterMask water = town.Way("RS", "highway=primary").Way("AB", "natural=coastline").Open().Network!.Water!;
        Assert.True(water.IsSea(At(town, 10.03, 59.989)));
        Assert.False(water.IsSea(At(town, 10.11, 59.999)));
    }

    /// <summary>Each square against the plain rule: the nearest piece of the coast tells the side.</summary>
    [Fact]
    public void Squares_of_a_ragged_coast_are_on_their_nearest_piece_s_side()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            PlanePoint[] line = [.. Enumerable.Range(0, 25).Select(i => new PlanePoint(i * 400, 5000 + random.Next(-1500, 1500)))];
            var squares = new CoastSquares(new PlanePoint(0, 0), 100, 96, 100);
            for (int i = 1; i < line.Length; i++) squares.Add(line[i - 1], line[i]);
            squares.Spread(CancellationToken.None);
            for (int column = 0; column < 96; column++)
            {
                for (int row = 0; row < 100; row++)
                {
                    var middle = new PlanePoint(column * 100 + 50, row * 100 + 50);
                    // Eastward the land is in the north.
                    int piece = column / 4;
                    double coast = line[piece].Towards(line[piece + 1], (middle.Easting - line[piece].Easting) / 400).Northing;
                    // A line through the very middle leaves it open.
                    if (Math.Abs(middle.Northing - coast) < 1) continue;
                    int side = squares.SideOf(middle);
                    Assert.True(side == (middle.Northing > coast ? 1 : -1), $"seed {seed}, {column}, {row}: {side}, {middle.Northing - coast:0} m");
                }
            }
        }
    }

    private static PlanePoint At(OsmTown town, double longitude, double latitude) =>
        MapProjection.ForEpsg(town.Network!.Graph.Epsg).ToPlane(new GeoPoint(longitude, latitude));
}
