using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.Norway;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Data.Networks;

/// <summary>On the roads and people that come with NavGeo.</summary>
public sealed class PeopleBehindTests
{
    private static readonly Lazy<RoadNetwork> Roads = new(() => RoadFile.Open(new InputFile(NorwayBase.Roads), new Findings()));

    [Fact]
    public void Everybody_whom_the_network_serves_badly_is_behind_a_place()
    {
        PopulationGrid grid = PeopleFile.Read(new InputFile(NorwayBase.People), new Findings());
        IReadOnlyList<SuspiciousPlace> places = PeopleBehind.Of(Roads.Value, grid.Middles, grid.People);
        SnappedPlace[] snapped = new RoadSnapper(Roads.Value.Graph, TravelProfile.Car, Roads.Value.Water).SnapAll([.. grid.Middles]);
        Assert.Equal(Sum(SnapState.AcrossWater), places.Where(p => p.Kind == SuspicionKind.PeopleAcrossSea).Sum(p => p.People!.Value));
        Assert.Equal(1152, places.Where(p => p.Kind == SuspicionKind.PeopleFromQuay).Sum(p => p.People!.Value));
        Assert.InRange(Sum(SnapState.TooFar), 100, 1000);
        Assert.InRange(places.Where(p => p.Kind == SuspicionKind.PeopleOnDeadPiece).Sum(p => p.People!.Value), 500, 5000);
        Assert.All(places, p => Assert.True(p.People == 0 || p.People >= PeopleBehind.LeastPeople));

        int Sum(SnapState state) => snapped.Zip(grid.People).Where(p => p.First.Snap.State == state).Sum(p => p.Second);
    }

    [Fact]
    public void Few_are_counted_at_the_nearest_place_and_told_of_no_place_alone()
    {
        // Out at sea west of Stad, three squares of 5 km.
        PlanePoint[] points = [new(-72_500, 6_902_500), new(-67_500, 6_902_500), new(-52_500, 6_902_500)];
        Assert.Equal([10, 7, 0], Told([8, 2, 7]));
        Assert.Equal([7, 0, 0], Told([3, 2, 2]));
        Assert.Equal([0, 0], Told([3, 0, 1]));

        int[] Told(int[] people) => [.. PeopleBehind.Of(Roads.Value, points, people).Select(p => p.People!.Value)];
    }

    [Fact]
    public void People_outside_the_box_of_the_roads_are_passed_over() =>
        Assert.Empty(PeopleBehind.Of(Roads.Value, [new PlanePoint(500_000, 5_000_000)], [100]));
}
