using NavGeo.Planning.Reach;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Reach;

public sealed class ReachStudyTests
{
    [Fact]
    public void Roads_are_cut_where_the_time_is_up()
    {
        // From C a kilometre is a minute: B is 3 minutes off, A 6, D 2 by the one-way road.
        var town = AsciiTown.Parse("A--B--C>D");
        RoadMetric metric = RoadMetric.Of(town.Graph, AsciiTown.Profile);
        var reached = new ReachedRoads(metric, metric, water: null);
        reached.Run(new RoadSnapper(town.Graph, AsciiTown.Profile, null).SnapAll([town.Place('C')])[0]);
        Assert.Equal(5 + 2, reached.Within(5 * 60_000).Sum(p => p.Kilometres(town.Graph)), 6);
        Assert.Equal(6 + 2, reached.Within(6 * 60_000).Sum(p => p.Kilometres(town.Graph)), 6);
        Assert.Equal(0.5 + 0.5, reached.Within(30_000).Sum(p => p.Kilometres(town.Graph)), 6);
        reached.Run(new RoadSnapper(town.Graph, AsciiTown.Profile, null).SnapAll([town.Place('D')])[0]);
        Assert.Equal(0, reached.Within(60_000).Sum(p => p.Kilometres(town.Graph)), 6);
    }

    [Fact]
    public void Areas_nest_are_valid_and_agree_with_the_times()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 12, restrictions: seed % 4);
            var scenario = RoadScenario.Of(graph, AsciiTown.Profile with { MaximumOffRoadMetres = 2000 }, []);
            var study = new ReachStudy(scenario, water: null, squareMetres: 500);
            PlanePoint from = graph.Shape(seed % graph.EdgeCount)[0];
            IReadOnlyList<ReachArea> areas = study.From(from, [2, 5, 9]);
            var reached = new ReachedRoads(scenario.Metric, scenario.Open, water: null);
            var snapper = new RoadSnapper(graph, scenario.Metric.Profile, null);
            reached.Run(snapper.SnapAll([from])[0]);
            for (int i = 0; i < areas.Count; i++)
            {
                Assert.True(areas[i].Area.IsValid, $"seed {seed}");
                Assert.True(i == 0 || areas[i].Area.Covers(areas[i - 1].Area), $"seed {seed}");
                foreach (ReachedPart part in reached.Within(areas[i].Minutes * 60_000))
                    Assert.All(part.Shape(graph), point => Assert.True(areas[i].Covers(point), $"seed {seed}: {point}"));
                for (int east = 0; east < 40; east++)
                {
                    var middle = new PlanePoint(east * 500 + 250, Math.Floor(from.Northing / 500) * 500 + 250);
                    bool isInTime = reached.TimeTo(snapper.SnapAll([middle])[0]).IsWithinMinutes(areas[i].Minutes);
                    Assert.True(!isInTime || areas[i].Covers(middle), $"seed {seed}: {middle}");
                }
            }
        }
    }

    [Fact]
    public void Every_point_of_a_reached_part_is_reached_in_time_and_none_beside_it()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 10, restrictions: seed % 3);
            RoadMetric open = RoadMetric.Of(graph, AsciiTown.Profile);
            var reached = new ReachedRoads(open, open, water: null);
            int edge = Array.FindIndex(graph.EdgeKinds.ToArray(), k => k == LinkKind.Road);
            PlanePoint place = graph.Shape(edge)[0].Towards(graph.Shape(edge)[^1], 0.3);
            reached.Run(new SnappedPlace(place, RoadSnapper.ToEdge(graph, edge, place)));
            const int Limit = 240_000;
            ILookup<int, ReachedPart> parts = reached.Within(Limit).ToLookup(p => p.Edge);
            for (int other = 0; other < graph.EdgeCount; other++)
            {
                if (!graph.EdgeKinds[other].IsRoad()) continue;
                for (double share = 0.01; share < 1; share += 0.07)
                {
                    PlanePoint at = graph.Shape(other)[0].Towards(graph.Shape(other)[^1], share);
                    int time = reached.TimeTo(new SnappedPlace(at, new RoadSnap(SnapState.OnRoad, other, share, 0, at))).ToRaw();
                    bool isIn = parts[other].Any(p => p.From <= share && share <= p.To);
                    // A whole edge's time is rounded once, a part of it once more.
                    Assert.True(isIn ? time <= Limit + 1 : time >= Limit - 1, $"seed {seed}: edge {other} at {share}: {time}, {isIn}");
                }
            }
        }
    }
}
