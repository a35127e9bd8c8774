using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Sweep;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>Times that are kept over edits, against customising from nothing; nearest sites against the table.</summary>
public sealed class LiveTimesTests
{
    [Fact]
    public void Times_are_those_of_customising_from_nothing_after_any_sequence_of_metrics()
    {
        int whole = 0, partial = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 30 + seed % 40, restrictions: seed % 5);
            var random = new Random(seed);
            var hierarchy = RoadHierarchy.Of(graph);
            var live = new LiveTimes(hierarchy);
            RoadMetric plain = RoadMetric.Of(graph, AsciiTown.Profile);
            for (int step = 0; step < 12; step++)
            {
                RoadMetric metric = random.Next(4) == 0 ? plain
                    : random.Next(3) == 0 ? RoadScenario.Of(graph, AsciiTown.Profile, [new WinterSeason(random.Next(30))]).Metric
                    : plain.Without([.. Enumerable.Range(0, graph.EdgeCount).Select(_ => random.Next(20) == 0)]);
                int[] expected = new Customiser(hierarchy.Chordal).Customise(metric.StepForward.ToArray(), metric.StepBackward.ToArray()).Milliseconds.ToArray();
                live.Ask(metric, times => Assert.True(times.Milliseconds.SequenceEqual(expected), $"seed {seed}, step {step}"));
            }
            whole += live.WholeCount;
            partial += live.PartialCount;
        }
        Assert.True(whole > 100 && partial > 100, $"{whole} whole, {partial} partial");
    }

    [Fact]
    public void Nearest_sites_are_those_of_the_table()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 5 + seed % 30, restrictions: seed % 4);
            var random = new Random(seed);
            var snapper = new RoadSnapper(graph, AsciiTown.Profile, water: null);
            SnappedPlace[] places = snapper.SnapAll([.. Enumerable.Range(0, 30).Select(_ => Near(graph, random))]);
            SnappedPlace[] sites = snapper.SnapAll([.. Enumerable.Range(0, 7).Select(_ => Near(graph, random))]);
            var engine = new RoadTimes(RoadHierarchy.Of(graph), AsciiTown.Profile, water: null, places, sites);
            RoadMetric open = RoadMetric.Of(graph, AsciiTown.Profile);
            RoadMetric metric = open.Without([.. Enumerable.Range(0, graph.EdgeCount).Select(_ => random.Next(15) == 0)]);
            bool[] counts = [.. sites.Select(_ => random.Next(3) > 0)];
            int perPlace = 1 + seed % 4;
            TravelTimeMatrix table = engine.Measure(metric, open);
            NearestSources nearest = engine.Nearest(metric, open, perPlace, counts);
            bool[] reaches = engine.Reaches(metric, open, counts);
            for (int place = 0; place < places.Length; place++)
            {
                (int Time, int Site)[] expected =
                [
                    .. Enumerable.Range(0, sites.Length).Where(s => counts[s] && table[place, s].IsReachable)
                        .Select(s => (table.Row(place)[s], s)).Order().Take(perPlace),
                ];
                for (int i = 0; i < perPlace; i++)
                {
                    (int Time, int Site) found = (nearest.Milliseconds[place * perPlace + i], nearest.Sources[place * perPlace + i]);
                    Assert.True(found == (i < expected.Length ? expected[i] : (int.MaxValue, -1)), $"seed {seed}: place {place}, rank {i}: {found}");
                }
                Assert.True(reaches[place] == expected.Length > 0, $"seed {seed}: place {place}");
            }
        }
    }

    [Fact]
    public void Nearest_sites_after_any_sequence_of_edits_are_those_measured_anew()
    {
        for (int seed = 0; seed < 1500; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 10 + seed % 50, restrictions: seed % 7 == 0 ? 3 : 0);
            var random = new Random(seed);
            var snapper = new RoadSnapper(graph, AsciiTown.Profile, water: null);
            SnappedPlace[] places = snapper.SnapAll([.. Enumerable.Range(0, 40).Select(_ => Near(graph, random))]);
            SnappedPlace[] sites = snapper.SnapAll([.. Enumerable.Range(0, 5).Select(_ => Near(graph, random))]);
            var hierarchy = RoadHierarchy.Of(graph);
            var engine = new RoadTimes(hierarchy, AsciiTown.Profile, water: null, places, sites);
            bool[] all = [true, true, true, true, true], some = [true, true, false, true, false];
            RoadEdit? edit = null;
            for (int step = 0; step < 8; step++)
            {
                if (random.Next(3) == 0)
                {
                    sites = [.. sites];
                    sites[random.Next(sites.Length)] = snapper.SnapAll([Near(graph, random)])[0];
                    engine = engine.To(sites);
                }
                else
                {
                    edit = random.Next(4) == 0 ? null : new ClosedPoint(places[random.Next(places.Length)].Point);
                }
                var scenario = RoadScenario.Of(graph, AsciiTown.Profile, edit is null ? [] : [edit]);
                bool[] counts = random.Next(5) == 0 ? some : all;
                NearestSources kept = engine.Nearest(scenario.Metric, scenario.Open, 1, counts);
                NearestSources anew = new RoadTimes(hierarchy, AsciiTown.Profile, water: null, places, sites).Nearest(scenario.Metric, scenario.Open, 1, counts);
                Assert.True(kept.Milliseconds.AsSpan().SequenceEqual(anew.Milliseconds) && kept.Sources.AsSpan().SequenceEqual(anew.Sources), $"seed {seed}, step {step}");
            }
        }
    }

    [Fact]
    public void Winter_closes_what_is_closed_in_winter_and_slows_the_rest_as_asked()
    {
        RoadGraph graph = RandomNetwork.Of(seed: 4, nodes: 40);
        Assert.True(graph.HasSeasons);
        RoadMetric plain = RoadMetric.Of(graph, AsciiTown.Profile);
        RoadMetric closing = RoadScenario.Of(graph, AsciiTown.Profile, [new WinterSeason(0)]).Metric;
        RoadMetric slow = RoadScenario.Of(graph, AsciiTown.Profile, [new WinterSeason(10)]).Metric;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            Assert.Equal(graph.EdgeClosedInWinter[edge] ? RoadMetric.Closed : plain.Forward[edge], closing.Forward[edge]);
            if (slow.Forward[edge] == RoadMetric.Closed) continue;
            double factor = graph.EdgeKinds[edge].IsRoad() ? 1.1 : 1;
            Assert.Equal((int)Math.Round(plain.Forward[edge] * factor, MidpointRounding.AwayFromZero), slow.Forward[edge]);
        }
    }

    [Fact]
    public void An_edit_of_Norway_is_a_partial_customisation()
    {
        RoadNetwork network = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings());
        var live = new LiveTimes(RoadHierarchy.Of(network.Graph));
        RoadMetric plain = RoadMetric.Of(network.Graph, TravelProfile.Car);
        live.Ask(plain, _ => { });
        var one = new bool[network.Graph.EdgeCount];
        one[1000] = true;
        RoadMetric closed = plain.Without(one);
        int[] expected = new Customiser(RoadHierarchy.Of(network.Graph).Chordal).Customise(closed.StepForward.ToArray(), closed.StepBackward.ToArray()).Milliseconds.ToArray();
        live.Ask(closed, times => Assert.True(times.Milliseconds.SequenceEqual(expected)));
        Assert.Equal((1, 1), (live.WholeCount, live.PartialCount));
    }

    private static PlanePoint Near(RoadGraph graph, Random random)
    {
        PlanePoint node = graph.NodePoints[random.Next(graph.NodeCount)];
        return new PlanePoint(node.Easting + random.Next(-9000, 9000), node.Northing + random.Next(-9000, 9000));
    }
}
