using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Sweep;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>What is remembered of networks: emptied between any two questions it changes no answer.</summary>
public sealed class NetworkCacheTests
{
    [Fact]
    public void Emptying_between_questions_changes_no_answer_about_a_network()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            List<string> kept = AnswersOfNetwork(seed, empties: null);
            Assert.Equal(kept, AnswersOfNetwork(seed, empties: new Random(seed)));
        }
    }

    [Fact]
    public void Emptying_between_questions_changes_no_answer_about_a_case()
    {
        List<string> kept = AnswersOfCase(empties: null);
        for (int seed = 0; seed < 3; seed++) Assert.Equal(kept, AnswersOfCase(empties: new Random(seed)));
    }

    [Fact]
    public void What_was_made_is_given_again_until_it_is_emptied()
    {
        var owner = new object();
        string made = NetworkCache.Get(owner, "about", () => new string('a', 3));
        NetworkCache.Put(owner, "the last");
        Assert.Equal("the last", NetworkCache.Find<string>(owner));
        Assert.Equal([("about", "aaa")], NetworkCache.Known<string, string>(owner));
        Assert.Equal("bb", NetworkCache.Get(new object(), "about", () => "bb"));
        Assert.Equal("aaa", made);
    }

    [Fact]
    public void An_owner_keeps_so_many_things_those_used_last()
    {
        var owner = new object();
        for (int about = 0; about < NetworkCache.Size + 3; about++)
        {
            NetworkCache.Get(owner, "always used", () => "always");
            NetworkCache.Get(owner, about, () => $"{about}");
        }
        Assert.Equal(
            [.. Enumerable.Range(4, NetworkCache.Size - 1).Select(about => $"{about}")],
            NetworkCache.Known<int, string>(owner).Select(known => known.Value));
    }

    [Fact]
    public void What_could_not_be_made_is_made_by_the_next_who_asks()
    {
        var owner = new object();
        Assert.Throws<OperationCanceledException>(() => NetworkCache.Get<object, string>(owner, _ => throw new OperationCanceledException()));
        Assert.Equal("made", NetworkCache.Get(owner, _ => "made"));
    }

    private static List<string> AnswersOfNetwork(int seed, Random? empties)
    {
        var random = new Random(seed);
        RoadGraph graph = RandomNetwork.Of(seed, nodes: 6 + seed % 20, restrictions: seed % 4);
        var answers = new List<string>();
        SnappedPlace[] places = Ask(empties, answers, () => Snapped(graph, random, 20));
        SnappedPlace[] sites = Ask(empties, answers, () => Snapped(graph, random, 4));
        var engine = new RoadTimes(RoadHierarchy.Of(graph), AsciiTown.Profile, water: null, places, sites);
        for (int question = 0; question < 12; question++)
        {
            RoadScenario scenario = Scenario(graph, random);
            RoadTimes asked = engine;
            int kind = random.Next(5);
            if (kind == 0) engine = asked = engine.To([.. sites[1..], .. Ask(empties, answers, () => Snapped(graph, random, 1))]);
            if (kind == 1) scenario = RoadScenario.Of(graph, AsciiTown.Profile, [RandomLink(random)]);
            if (scenario.Graph != graph)
            {
                SnappedPlace[] there = Ask(empties, answers, () => new RoadSnapper(scenario.Graph, AsciiTown.Profile, null).SnapAgain(places));
                asked = new RoadTimes(RoadHierarchy.Of(scenario.Graph), AsciiTown.Profile, water: null, there, there[..3]);
            }
            Ask(empties, answers, () => Both(asked.Nearest(scenario.Metric, scenario.Open, 2)));
            Ask(empties, answers, () => Rows(asked.Measure(scenario.Metric, scenario.Open)));
            Ask(empties, answers, () => asked.Reaches(scenario.Metric, scenario.Open));
            Ask(empties, answers, () => asked.MeasureWays(scenario.Metric, scenario.Open).Row(0).ToArray());
        }
        return answers;
    }

    private static List<string> AnswersOfCase(Random? empties)
    {
        PlanningCase planningCase = EmbeddedCase.Lillehammer;
        var random = new Random(7);
        var answers = new List<string>();
        var study = AccessStudy.Of(planningCase);
        for (int question = 0; question < 6; question++)
        {
            PlanePoint somewhere = planningCase.Roads.Shape(random.Next(planningCase.Roads.EdgeCount))[0];
            RoadEdit edit = random.Next(3) switch
            {
                0 => new WinterSeason(10),
                1 => new ClosedPoint(somewhere),
                _ => new BuiltLink(new RoadLink { Shape = [somewhere, planningCase.SitePoints[0]] }),
            };
            AccessStudy tried = random.Next(3) == 0 ? study : study.With([edit]);
            foreach (Structure structure in planningCase.Structures)
            {
                Ask(empties, answers, () => All(tried.Access(structure)));
                Ask(empties, answers, () => tried.Reach(structure).Places.ToArray());
            }
            Ask(empties, answers, () => Rows(tried.Times));
        }
        return answers;
    }

    private static T[] Ask<T>(Random? empties, List<string> answers, Func<T[]> question)
    {
        if (empties?.Next(2) == 0) NetworkCache.Empty();
        T[] answer = question();
        answers.Add(string.Join(' ', answer));
        return answer;
    }

    private static int[] Both(NearestSources nearest) => [.. nearest.Sources, .. nearest.Milliseconds];

    private static string[] All(StructureAccess access) =>
        [.. access.ByMunicipality.Concat(access.BySite).Append(access.Total).Select(i => $"{i} {string.Join(' ', i.PeopleWithin)}")];

    private static int[] Rows(TravelTimeMatrix times) => [.. Enumerable.Range(0, times.RowCount).SelectMany(r => times.Row(r).ToArray())];

    private static SnappedPlace[] Snapped(RoadGraph graph, Random random, int count) =>
        new RoadSnapper(graph, AsciiTown.Profile, water: null).SnapAll([.. Enumerable.Range(0, count).Select(_ => Anywhere(random))]);

    private static PlanePoint Anywhere(Random random) => new(random.Next(20_000), 7_000_000 + random.Next(20_000));

    private static BuiltLink RandomLink(Random random) => new(new RoadLink { Shape = [Anywhere(random), Anywhere(random)] });

    private static RoadScenario Scenario(RoadGraph graph, Random random)
    {
        RoadEdit[] edits = random.Next(3) switch
        {
            0 => [],
            1 => [new WinterSeason(random.Next(2) * 10)],
            _ => [new ClosedPoint(graph.Shape(random.Next(graph.EdgeCount))[0])],
        };
        try
        {
            return RoadScenario.Of(graph, AsciiTown.Profile, edits);
        }
        catch (UnknownEditTargetException)
        {
            return RoadScenario.Of(graph, AsciiTown.Profile, []);
        }
    }
}
