using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Edits;

/// <summary>
/// The way along a numbered road from one place to another: that which keeps to the road, and leaves it only where it has to, since
/// a kilometre beside it counts as <see cref="BesideFactor"/> on it. So it comes onto the road at the junction of the place it starts
/// from and follows it where the fastest way would take another road; where the road bears another number for some way it goes
/// on behind that. Immutable.
/// </summary>
public sealed class WayAlong
{
    /// <summary>So many kilometres on the road are taken to be spared one beside it.</summary>
    public const int BesideFactor = 10;

    /// <summary>A place whose way to the road is longer is not at the road, millimetres.</summary>
    public const long MostToRoad = 6_000_000;

    /// <summary>A road that bears other numbers for longer than this is another road of the same number, millimetres.</summary>
    public const long MostBetween = 40_000_000;

    /// <summary>Less than this of an edge is its end, millimetres.</summary>
    private const long Junction = 1000;

    private WayAlong(IReadOnlyList<(int Edge, ClosedSpan Span)> parts, long onRoad, long beside, long before, long after)
    {
        Parts = parts;
        OnRoad = onRoad;
        Beside = beside;
        Before = before;
        After = after;
    }

    /// <summary>The road's edges on the way with the part of each that it takes; its ferries are not among them.</summary>
    public IReadOnlyList<(int Edge, ClosedSpan Span)> Parts { get; }

    /// <summary>Length of those, millimetres.</summary>
    public long OnRoad { get; }

    /// <summary>What the way takes of other roads between the first of them and the last, millimetres.</summary>
    public long Beside { get; }

    /// <summary>From the one place to the road, millimetres.</summary>
    public long Before { get; }

    /// <summary>From the road to the other place, millimetres.</summary>
    public long After { get; }

    /// <summary>Whether the road goes from the one place to the other: it comes by both, and bears its number for at least half of the way.</summary>
    public bool IsBetween => OnRoad >= Junction && Before <= MostToRoad && After <= MostToRoad && Beside <= OnRoad;

    /// <summary>The way from one place to another.</summary>
    /// <param name="metric">Which edges are open to traffic.</param>
    /// <param name="road">The road.</param>
    /// <param name="from">The one place, at any edge.</param>
    /// <param name="to">The other.</param>
    /// <returns>Null where there is none, or none that comes onto the road.</returns>
    public static WayAlong? Find(RoadMetric metric, RoadNumber road, RoadSnap from, RoadSnap to) => FindAll(metric, road, from, [to])[0];

    /// <summary>The ways from one place to several, each as <see cref="Find"/>.</summary>
    /// <param name="metric">Which edges are open to traffic.</param>
    /// <param name="road">The road.</param>
    /// <param name="from">The one place, at any edge.</param>
    /// <param name="to">The others.</param>
    public static WayAlong?[] FindAll(RoadMetric metric, RoadNumber road, RoadSnap from, IReadOnlyList<RoadSnap> to)
    {
        var search = new Search(metric, road, from);
        search.Run(to);
        return [.. to.Select(search.WayTo)];
    }

    /// <summary>Dijkstra's algorithm over lengths; goes no farther than it must, so that it looks at little of a large network.</summary>
    private sealed class Search(RoadMetric metric, RoadNumber road, RoadSnap from)
    {
        private const int None = -1;

        private readonly RoadGraph graph = metric.Graph;
        private readonly SearchNetwork walk = metric.Graph.Walk;
        private readonly Dictionary<int, Label> labels = [];
        private readonly PriorityQueue<int, (long Cost, int Node)> heap = new();

        public void Run(IReadOnlyList<RoadSnap> targets)
        {
            if (from.Edge < 0) return;
            (int first, int second) = walk.EndsOf(from.Edge, fromPlace: true);
            (long toFirst, long toSecond) = Rests(from);
            if (IsOpen(from.Edge, isForward: false)) Reach(first, Cost(from.Edge, toFirst), Off(from.Edge, 0, toFirst), None, None);
            if (IsOpen(from.Edge, isForward: true)) Reach(second, Cost(from.Edge, toSecond), Off(from.Edge, 0, toSecond), None, None);
            var left = targets.Where(t => t.Edge >= 0).SelectMany(t => Pair(walk.EndsOf(t.Edge, fromPlace: false))).ToHashSet();
            while (left.Count > 0 && heap.TryDequeue(out int node, out (long Cost, int Node) key))
            {
                Label label = labels[node];
                if (key.Cost > label.Cost) continue;
                left.Remove(node);
                for (int position = walk.ArcFirst[node]; position < walk.ArcFirst[node + 1]; position++) Follow(node, label, position);
            }
        }

        public WayAlong? WayTo(RoadSnap to)
        {
            if (from.Edge < 0 || to.Edge < 0) return null;
            if (from.Edge == to.Edge) return WithinEdge(to);
            (int first, int second) = walk.EndsOf(to.Edge, fromPlace: false);
            (long toFirst, long toSecond) = Rests(to);
            long byFirst = IsOpen(to.Edge, isForward: true) ? Total(first, to.Edge, toFirst) : long.MaxValue;
            long bySecond = IsOpen(to.Edge, isForward: false) ? Total(second, to.Edge, toSecond) : long.MaxValue;
            if (Math.Min(byFirst, bySecond) == long.MaxValue) return null;
            int last = byFirst <= bySecond ? first : second;
            var arcs = new List<int>();
            int node = last;
            while (labels[node].Arc != None)
            {
                arcs.Add(labels[node].Arc);
                node = labels[node].From;
            }
            arcs.Reverse();
            var steps = new List<Step> { Leaving(node) };
            steps.AddRange(arcs.Where(a => walk.StepEdges[a >> 1] >= 0).Select(a => new Step(walk.StepEdges[a >> 1], new ClosedSpan(0, 1), walk.StepLengths[a >> 1])));
            steps.Add(last == first ? new Step(to.Edge, new ClosedSpan(0, to.Share), toFirst) : new Step(to.Edge, new ClosedSpan(to.Share, 1), toSecond));
            return Of(steps);
        }

        private Step Leaving(int node)
        {
            (long toFirst, long toSecond) = Rests(from);
            (int first, int second) = walk.EndsOf(from.Edge, fromPlace: true);
            bool isFirst = node == first && (node != second || Cost(from.Edge, toFirst) == labels[node].Cost);
            return isFirst ? new Step(from.Edge, new ClosedSpan(0, from.Share), toFirst) : new Step(from.Edge, new ClosedSpan(from.Share, 1), toSecond);
        }

        private WayAlong? WithinEdge(RoadSnap to)
        {
            (double low, double high) = (Math.Min(from.Share, to.Share), Math.Max(from.Share, to.Share));
            return Of([new Step(to.Edge, new ClosedSpan(low, high), (long)((high - low) * graph.EdgeLengths[to.Edge]))]);
        }

        private WayAlong? Of(List<Step> steps)
        {
            int first = steps.FindIndex(s => IsOn(s.Edge));
            if (first < 0) return null;
            int last = steps.FindLastIndex(s => IsOn(s.Edge));
            Step[] between = [.. steps[first..(last + 1)]];
            Step[] parts = [.. between.Where(s => IsOn(s.Edge) && s.Length >= (s.Span == new ClosedSpan(0, 1) ? 0 : Junction) && IsLand(s.Edge))];
            return new WayAlong(
                [.. parts.Select(s => (s.Edge, s.Span))], parts.Sum(s => s.Length), between.Where(s => !IsOn(s.Edge)).Sum(s => s.Length),
                steps[..first].Sum(s => s.Length), steps[(last + 1)..].Sum(s => s.Length));
        }

        private void Follow(int node, Label label, int position)
        {
            int arc = walk.ArcSteps[position];
            int time = (arc & 1) == 0 ? metric.StepForward[arc >> 1] : metric.StepBackward[arc >> 1];
            if (time == RoadMetric.Closed) return;
            int edge = walk.StepEdges[arc >> 1];
            long length = walk.StepLengths[arc >> 1];
            long off = edge < 0 ? label.Off : Off(edge, label.Off, length);
            if (off > MostBetween) return;
            Reach(walk.ArcHeads[position], label.Cost + (edge < 0 ? 0 : Cost(edge, length)), off, node, arc);
        }

        private void Reach(int node, long cost, long off, int before, int arc)
        {
            if (labels.TryGetValue(node, out Label known) && known.Cost <= cost) return;
            labels[node] = new Label(cost, off, before, arc);
            heap.Enqueue(node, (cost, node));
        }

        private long Total(int node, int edge, long rest) => labels.TryGetValue(node, out Label label) ? label.Cost + Cost(edge, rest) : long.MaxValue;

        private long Cost(int edge, long length) => IsOn(edge) ? length : length * BesideFactor;

        private long Off(int edge, long before, long length) => IsOn(edge) ? 0 : before + length;

        private bool IsOn(int edge) => graph.EdgeRoads[edge] == road;

        private bool IsLand(int edge) => graph.EdgeKinds[edge].IsRoad() && graph.EdgeKinds[edge] != LinkKind.QuayLink;

        private bool IsOpen(int edge, bool isForward) => (isForward ? metric.Forward : metric.Backward)[edge] != RoadMetric.Closed;

        /// <summary>From a place to the ends of its edge, millimetres.</summary>
        private (long ToFirst, long ToSecond) Rests(RoadSnap snap)
        {
            long whole = graph.EdgeLengths[snap.Edge];
            long toFirst = (long)Math.Round(snap.Share * whole);
            return (toFirst, whole - toFirst);
        }

        private static int[] Pair((int First, int Second) ends) => [ends.First, ends.Second];

        /// <summary>The best way known to a node.</summary>
        /// <param name="Cost">Millimetres, those beside the road many times.</param>
        /// <param name="Off">Of these beside the road since it was last on it, counted once.</param>
        /// <param name="From">The node before; none at the start.</param>
        /// <param name="Arc">Step times two, plus one against its drawing; none at the start.</param>
        private readonly record struct Label(long Cost, long Off, int From, int Arc);

        private readonly record struct Step(int Edge, ClosedSpan Span, long Length);
    }
}
