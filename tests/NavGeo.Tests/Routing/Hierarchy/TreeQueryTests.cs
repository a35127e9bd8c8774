using NavGeo.Routing.Hierarchy;

namespace NavGeo.Tests.Routing.Hierarchy;

public sealed class TreeQueryTests
{
    [Fact]
    public void Queries_and_paths_allocate_nothing_once_warm()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(40, 40, 7);
        CustomisedTimes times = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape))).Customise(forward, backward);
        var query = new TreeQuery(times);
        var path = new List<int>(100_000);
        Ask();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Ask()
        {
            for (int node = 0; node < 1600; node += 7)
            {
                query.TryGetTime(node, 1599 - node, out _);
                path.Clear();
                query.AppendPath(path);
            }
        }
    }

    [Fact]
    public void Lattice_gives_the_times_of_Dijkstra()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(22, 21, 9);
        CustomisedTimes times = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape))).Customise(forward, backward);
        QueryCheck.AllPairs(times, forward, backward, "lattice");
    }

    [Fact]
    public void Node_to_itself_takes_no_time_and_no_edges()
    {
        var shape = new NetworkShape(1, [0], [0], null, null);
        CustomisedTimes times = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape))).Customise([5], [5]);
        var query = new TreeQuery(times);
        Assert.True(query.TryGetTime(0, 0, out int milliseconds));
        Assert.Equal(0, milliseconds);
        var path = new List<int>();
        query.AppendPath(path);
        Assert.Empty(path);
    }
}
