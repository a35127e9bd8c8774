using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.NavNet;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>What a source says of links, followed through joining, cutting, adding and the file, for every attribute alike.</summary>
public sealed class EdgeTableTests
{
    private static readonly RoadLink Marked = new RoadLink { Shape = [new PlanePoint(0, 0), new PlanePoint(1000, 0)], Name = "Heia" }
        .With(EdgeTable.Kind, LinkKind.Expressway)
        .With(EdgeTable.Category, RoadCategory.County)
        .With(EdgeTable.Road, new RoadNumber(RoadCategory.National, 7))
        .With(EdgeTable.Directions, LinkDirections.Forward)
        .With(EdgeTable.Speed, 62.5f)
        .With(EdgeTable.Driven, 57.5f)
        .With(EdgeTable.Headway, 20f)
        .With(EdgeTable.Flags, LinkMarks.AssumedSpeed)
        .With(EdgeTable.ClosedInWinter, true);

    [Fact]
    public void Link_says_what_was_set()
    {
        Assert.Equal(
            (LinkKind.Expressway, RoadCategory.County, new RoadNumber(RoadCategory.National, 7), LinkDirections.Forward, 62.5, 20.0, LinkMarks.AssumedSpeed, true),
            (Marked.Kind, Marked.Category, Marked.Road, Marked.Directions, Marked.SpeedKmh!.Value, Marked.HeadwayMinutes!.Value, Marked.Flags, Marked.ClosedInWinter));
        Assert.Equal(33.3, new RoadLink { Shape = [], SpeedKmh = 33.3 }.SpeedKmh);
        Assert.Equal(
            new RoadLink { Shape = Marked.Shape, SpeedKmh = 40, Kind = LinkKind.Motorway },
            new RoadLink { Shape = Marked.Shape }.With(EdgeTable.Kind, LinkKind.Motorway).With(EdgeTable.Speed, 40f));
    }

    [Fact]
    public void Every_attribute_has_a_section_of_its_own_and_is_marked_here()
    {
        Assert.Equal(EdgeTable.All.Count, EdgeTable.All.Select(a => a.Section).Distinct(StringComparer.Ordinal).Count());
        Assert.All(EdgeTable.All, a => Assert.Equal(4, a.Section.Length));
        RoadGraph plain = Built(new RoadLink { Shape = Marked.Shape });
        string[] same = [.. ValuesOf(Built(Marked), 0).Intersect(ValuesOf(plain, 0), StringComparer.Ordinal)];
        Assert.Equal(["EFRM", "ETO ", "ELEN", "EFWD", "EBWD"], same.Select(value => value[..4]));
    }

    [Fact]
    public void Marks_come_through_joining_cutting_adding_and_the_file()
    {
        string[] expected = [.. Attributes(Built(Marked), 0)];
        RoadGraph chain = Built(Marked, Marked with { Shape = [new PlanePoint(1000, 0), new PlanePoint(2500, 300)] });
        Assert.Equal(1, chain.EdgeCount);
        Assert.Equal(expected, Attributes(chain, 0));
        RoadGraph cut = Built(Marked, new RoadLink { Shape = [new PlanePoint(500, 0), new PlanePoint(500, 900)] });
        Assert.Equal(2, Enumerable.Range(0, cut.EdgeCount).Count(e => Attributes(cut, e).SequenceEqual(expected, StringComparer.Ordinal)));
        RoadGraph extended = RoadScenario.Of(
            Built(Marked), AsciiTown.Profile, [new BuiltLink(new RoadLink { Shape = [new PlanePoint(400, 10), new PlanePoint(400, 3000)], Name = "Ny" })]).Graph;
        Assert.Equal(3, extended.EdgeCount);
        Assert.Equal(expected, Attributes(extended, 0));
        using var stream = new MemoryStream();
        NavNetFile.Write(stream, new NavNetContent(RoadHierarchy.Of(extended), null, "a test"));
        stream.Position = 0;
        RoadGraph read = NavNetFile.Read(stream).Hierarchy.Roads;
        for (int edge = 0; edge < extended.EdgeCount; edge++) Assert.Equal(ValuesOf(extended, edge), ValuesOf(read, edge));
    }

    [Fact]
    public void Links_that_differ_in_an_attribute_stay_apart()
    {
        RoadLink next = Marked with { Shape = [new PlanePoint(1000, 0), new PlanePoint(2500, 300)] };
        RoadLink[] others =
        [
            next with { Kind = LinkKind.Road }, next with { Category = RoadCategory.Private }, next with { Road = default }, next with { Name = "Dalen" },
            next with { Directions = LinkDirections.Backward }, next with { SpeedKmh = 60 }, next with { Flags = LinkMarks.None }, next with { ClosedInWinter = false },
        ];
        Assert.All(others, other => Assert.Equal(2, Built(Marked, other).EdgeCount));
        RoadLink turned = next with { Shape = [.. next.Shape.Reverse()], Directions = LinkDirections.Backward };
        Assert.Equal(1, Built(Marked, turned).EdgeCount);
    }

    [Fact]
    public void Attribute_says_what_two_links_make_of_it()
    {
        Assert.Equal((false, 4), Joined(EdgeJoin.Same, 4, 7, isLonger: true));
        Assert.Equal((true, 4), Joined(EdgeJoin.Same, 4, 4, isLonger: false));
        Assert.Equal((true, 7), Joined(EdgeJoin.OfLonger, 4, 7, isLonger: true));
        Assert.Equal((true, 4), Joined(EdgeJoin.OfLonger, 4, 7, isLonger: false));
        Assert.Equal((true, 7), Joined(EdgeJoin.Greatest, 7, 4, isLonger: true));

        static (bool, int) Joined(EdgeJoin join, int one, int other, bool isLonger) =>
            (new EdgeColumn<int>("TEST", 0, join).TryJoin(one, other, isLonger, out int joined), joined);
    }

    private static RoadGraph Built(params RoadLink[] links) => new RoadGraphBuilder(25833).AddRange(links).Build();

    private static IEnumerable<string> Attributes(RoadGraph graph, int edge) =>
        ValuesOf(graph, edge).Zip(EdgeTable.All).Where(v => v.Second.Join != EdgeJoin.ByCourse).Select(v => v.First).Append(graph.NameOf(edge) ?? "");

    private static string[] ValuesOf(RoadGraph graph, int edge) => [.. EdgeTable.All.Select(attribute => $"{attribute.Section} {attribute switch
    {
        EdgeColumn<int> whole => graph.Column(whole)[edge],
        EdgeColumn<float> number => graph.Column(number)[edge],
        EdgeColumn<bool> flag => graph.Column(flag)[edge],
        EdgeColumn<LinkKind> kind => graph.Column(kind)[edge],
        EdgeColumn<RoadCategory> category => graph.Column(category)[edge],
        EdgeColumn<RoadNumber> road => graph.Column(road)[edge],
        EdgeColumn<LinkDirections> directions => graph.Column(directions)[edge],
        EdgeColumn<LinkMarks> marks => (object)graph.Column(marks)[edge],
        _ => throw new InvalidOperationException($"no line for {attribute.Section}"),
    }}")];
}
