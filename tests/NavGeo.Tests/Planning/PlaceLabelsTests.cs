using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning;

public class PlaceLabelsTests
{
    private static readonly PlanningCase Town = TownCase.Of(
        AsciiTown.Parse("A--B-----C"), "1:AB 2:C", "A10 B10 C10", "A", TownCase.Structure("A", ("12", "A")));

    [Fact]
    public void Place_without_name_is_called_after_the_nearest_in_its_municipality()
    {
        var labels = new PlaceLabels(Named("A", null, "C"));
        Assert.Equal(["A", "A", "C"], Enumerable.Range(0, 3).Select(p => labels.OfPlace(p).Name));
        Assert.Equal("M1", new PlaceLabels(Named(null, null, null)).OfPlace(1).Name);
    }

    [Fact]
    public void Point_is_called_after_the_nearest_settlement_or_else_municipality()
    {
        PlanePoint nearC = Town.Demand.Points[2] with { Northing = 500 };
        Assert.Equal("C", new PlaceLabels(Named("A", null, "C")).Near(nearC)?.Name);
        Assert.Equal("M2", new PlaceLabels(Named(null, null, null)).Near(nearC)?.Name);
    }

    [Theory]
    [InlineData(0, 5_000, "ved By")]
    [InlineData(0, 5_600, "6 km nord for By")]
    [InlineData(17_000, 17_000, "24 km nordøst for By")]
    [InlineData(25_000, 0, "25 km øst for By")]
    [InlineData(10_000, -10_000, "14 km sørøst for By")]
    [InlineData(0, -25_000, "25 km sør for By")]
    [InlineData(-10_000, -10_000, "14 km sørvest for By")]
    [InlineData(-25_000, 0, "25 km vest for By")]
    [InlineData(-10_000, 10_000, "14 km nordvest for By")]
    public void Place_is_at_a_settlement_no_farther_off_than_five_kilometres_and_else_in_a_direction_from_it(double east, double north, string label)
    {
        PlanningCase there = At(east, north) with { Settlements = [new Settlement("By", Town.Demand.Points[0], 0)] };
        Assert.Equal(label, new PlaceLabels(there).OfPlace(0).At.In(UserLanguage.Bokmaal));
        Assert.Equal(label, new PlaceLabels(there).Near(there.Demand.Points[0])!.Value.At.In(UserLanguage.Bokmaal));
    }

    [Fact]
    public void Settlement_of_another_municipality_names_a_place_only_with_its_distance_and_municipality()
    {
        PlanningCase there = At(0, 2_000) with { Settlements = [new Settlement("Beito", Town.Demand.Points[0], 1)] };
        Assert.Equal("2 km nord for Beito (M2)", new PlaceLabels(there).OfPlace(0).At.In(UserLanguage.Bokmaal));
        PlanningCase withOwn = there with { Settlements = [.. there.Settlements, new Settlement("Vang", Town.Demand.Points[0] with { Northing = Town.Demand.Points[0].Northing - 23_000 }, 0)] };
        Assert.Equal("25 km nord for Vang", new PlaceLabels(withOwn).OfPlace(0).At.In(UserLanguage.Nynorsk));
        Assert.Equal("25 km north of Vang", new PlaceLabels(withOwn).OfPlace(0).At.In(UserLanguage.English));
    }

    [Fact]
    public void Valley_names_a_place_that_lies_in_it_and_far_from_every_settlement()
    {
        Settlement valley = new("Hedalen", Town.Demand.Points[0], 0) { IsValley = true };
        Settlement far = new("Bagn", Town.Demand.Points[0] with { Northing = Town.Demand.Points[0].Northing - 20_000 }, 0);
        PlanningCase there = At(0, 2_000) with { Settlements = [far, valley] };
        Assert.Equal("ved Hedalen", new PlaceLabels(there).OfPlace(0).At.In(UserLanguage.Bokmaal));
        Assert.Equal("29 km nord for Bagn", new PlaceLabels(At(0, 9_000) with { Settlements = [far, valley] }).OfPlace(0).At.In(UserLanguage.Bokmaal));
    }

    /// <summary>The town with its first people so many metres from where they were.</summary>
    private static PlanningCase At(double east, double north)
    {
        PlanePoint[] points = Town.Demand.Points.ToArray();
        points[0] = new PlanePoint(points[0].Easting + east, points[0].Northing + north);
        return Town with
        {
            Demand = new Demand(Town.Demand.Ids.ToArray(), new string?[3], Town.Demand.People.ToArray(), points, Town.Demand.Municipalities.ToArray(), 0),
        };
    }

    private static PlanningCase Named(params string?[] names) => Town with
    {
        Demand = new Demand(
            Town.Demand.Ids.ToArray(), names, Town.Demand.People.ToArray(), Town.Demand.Points.ToArray(), Town.Demand.Municipalities.ToArray(), 0),
    };
}
