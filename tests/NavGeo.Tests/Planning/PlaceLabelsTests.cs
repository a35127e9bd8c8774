using NavGeo.Planning.Cases;
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
        Assert.Equal(["A", "A", "C"], Enumerable.Range(0, 3).Select(labels.OfPlace));
        Assert.Equal("M1", new PlaceLabels(Named(null, null, "C")).OfPlace(1));
    }

    [Fact]
    public void Point_is_called_after_the_nearest_settlement_or_else_municipality()
    {
        PlanePoint nearC = Town.Demand.Points[2] with { Northing = 500 };
        Assert.Equal("C", new PlaceLabels(Named("A", null, "C")).Near(nearC));
        Assert.Equal("M2", new PlaceLabels(Named(null, null, null)).Near(nearC));
    }

    private static PlanningCase Named(params string?[] names) => Town with
    {
        Demand = new Demand(
            Town.Demand.Ids.ToArray(), names, Town.Demand.People.ToArray(), Town.Demand.Points.ToArray(), Town.Demand.Municipalities.ToArray(), 0),
    };
}
