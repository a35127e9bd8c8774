using NavGeo.Data.Ground;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Data.Ground;

/// <summary>What the ground does not bear is refused by whoever tries it, the meeting or the command.</summary>
public sealed class GroundGuardTests
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>A lake twenty kilometres wide around 9° east, 61° north.</summary>
    private static MapBackground Lake
    {
        get
        {
            var middle = NavGeo.Planning.Projection.MapProjection.Norway.ToPlane(new(9, 61));
            return MapBackground.None with { Lakes = [Factory.CreatePoint(new Coordinate(middle.Easting, middle.Northing)).Buffer(10_000)] };
        }
    }

    [Fact]
    public void Site_in_a_lake_and_ferry_over_land_are_refused_and_others_are_not()
    {
        var guard = new GroundGuard(EmbeddedCase.Hallingdal, () => Lake);
        Assert.Throws<InputException>(() => guard.Check(new MoveSite("gol", 9, 61)));
        guard.Check(new MoveSite("gol", 8.6, 60.7));
        guard.Check(new AddLink([[8.9, 61], [9.1, 61]], IsFerry: true, Minutes: 20));
        InputException dry = Assert.Throws<InputException>(() => guard.Check(new AddLink([[8.2, 60.7], [8.6, 60.7]], IsFerry: true, Minutes: 20)));
        Assert.Contains("land", dry.Message, StringComparison.Ordinal);
        guard.Check(new AddLink([[8.2, 60.7], [8.6, 60.7]], IsFerry: false, Kmh: 60));
    }

    [Fact]
    public void Where_nothing_is_known_of_water_nothing_is_refused_and_the_ground_is_read_only_for_what_needs_it()
    {
        int read = 0;
        var guard = new GroundGuard(EmbeddedCase.Hallingdal, () =>
        {
            read++;
            return MapBackground.None;
        });
        guard.Check(new CloseRoad("rv 7"));
        Assert.Equal(0, read);
        guard.Check(new MoveSite("gol", 9, 61));
        Assert.Equal(1, read);
    }
}
