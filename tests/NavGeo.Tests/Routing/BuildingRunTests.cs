using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.NavNet;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>A network's building is followed and stopped step by step.</summary>
public sealed class BuildingRunTests
{
    private const int Side = 40;

    public static TheoryData<BuildingStep> Steps => [.. Enum.GetValues<BuildingStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Stopping_at_a_step_ends_the_building_there(BuildingStep step)
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<BuildingStep>();
        var run = new BuildingRun
        {
            Cancellation = stop.Token,
            Progress = p =>
            {
                seen.Add(p.Step);
                if (p.Step == step) stop.Cancel();
            },
        };
        Assert.Throws<OperationCanceledException>(() => Write(run));
        Assert.Equal(step, seen[^1]);
        Assert.Equal(1, seen.Count(s => s == step));
    }

    [Fact]
    public void Steps_come_in_order_and_none_is_left_out()
    {
        var seen = new List<BuildingProgress>();
        Write(new BuildingRun { Progress = seen.Add });
        Assert.Equal(Enum.GetValues<BuildingStep>(), seen.Select(p => p.Step).Distinct());
        Assert.Equal(seen.Select(p => p.Step).Order(), seen.Select(p => p.Step));
        Assert.All(seen, p => Assert.InRange(p.Share, 0, 1));
    }

    [Fact]
    public void Network_is_the_same_whoever_looks_on()
    {
        byte[] alone = Write(BuildingRun.Default with { Threads = 1 });
        Assert.Equal(alone, Write(new BuildingRun { Progress = _ => { } }));
    }

    [Fact]
    public void Order_that_was_stopped_is_made_when_it_is_asked_for_again()
    {
        RoadGraph graph = Builder(BuildingRun.Default).Build();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => RoadHierarchy.Of(graph, new BuildingRun { Cancellation = stop.Token }));
        Assert.Equal(graph.Walk.NodeCount, RoadHierarchy.Of(graph).Chordal.NodeCount);
    }

    private static byte[] Write(BuildingRun run)
    {
        RoadGraph graph = Builder(run).Build(run);
        using var stream = new MemoryStream();
        NavNetFile.Write(stream, new NavNetContent(RoadHierarchy.Of(graph, run), null, "a town"), run);
        return stream.ToArray();
    }

    /// <summary>A town of squares with a chain of three links, and a ferry whose quay lies beside the road.</summary>
    private static RoadGraphBuilder Builder(BuildingRun run)
    {
        var links = new List<RoadLink>();
        for (int x = 0; x < Side; x++)
        {
            for (int y = 0; y < Side; y++)
            {
                if (x + 1 < Side) links.Add(Link(LinkKind.Road, x * 100, y * 100, (x + 1) * 100, y * 100));
                if (y + 1 < Side) links.Add(Link(LinkKind.Road, x * 100, y * 100, x * 100, (y + 1) * 100));
            }
        }
        for (int i = 0; i < 3; i++) links.Add(Link(LinkKind.Road, -100 * i, 0, -100 * (i + 1), 0));
        links.Add(Link(LinkKind.CarFerry, Side * 100, 0, Side * 100 + 900, 0));
        return new RoadGraphBuilder(25833).AddRange(links, run);
    }

    private static RoadLink Link(LinkKind kind, double fromEast, double fromNorth, double toEast, double toNorth) =>
        new() { Kind = kind, Shape = [new PlanePoint(fromEast, fromNorth), new PlanePoint(toEast, toNorth)] };
}
