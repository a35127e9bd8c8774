using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Routing;

/// <summary>Who goes by own power keeps one pace both ways whatever the limit, takes boats, and keeps off motorways.</summary>
public sealed class OwnPowerTests
{
    [Fact]
    public void Pace_is_the_same_both_ways_and_boats_for_people_are_open()
    {
        RoadGraph graph = AsciiTown.Parse("A-B>C=D~E").Graph;
        RoadMetric car = RoadMetric.Of(graph, AsciiTown.Profile);
        foreach (TravelProfile profile in (TravelProfile[])[AsciiTown.Profile.OnFoot(), AsciiTown.Profile.ByBike()])
        {
            RoadMetric own = RoadMetric.Of(graph, profile);
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                if (graph.EdgeKinds[edge].IsRoad())
                {
                    int pace = (int)Math.Round(graph.EdgeLengths[edge] / 1000.0 * 3600 / profile.OwnPaceKmh!.Value);
                    Assert.Equal((pace, pace), (own.Forward[edge], own.Backward[edge]));
                }
                else if (graph.EdgeKinds[edge] == LinkKind.PassengerBoat)
                {
                    Assert.Equal(RoadMetric.Closed, car.Forward[edge]);
                    Assert.NotEqual(RoadMetric.Closed, own.Forward[edge]);
                }
                else Assert.Equal((car.Forward[edge], car.Backward[edge]), (own.Forward[edge], own.Backward[edge]));
            }
        }
        Assert.Contains(Enumerable.Range(0, graph.EdgeCount), e => graph.EdgeKinds[e].IsRoad() && car.Backward[e] == RoadMetric.Closed);
    }
}
