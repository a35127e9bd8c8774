using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Building;

/// <summary>
/// Takes links as readers found them and makes the <see cref="RoadGraph"/>: joins ends that meet, splits a road where
/// another one ends on it, lays the way down to the quay where the drawing leaves a gap, hangs ferries on the land by
/// boarding edges, takes out the nodes where there is nothing to choose, and numbers everything for the memory's sake.
/// Same links in the same order, same graph.
/// </summary>
public sealed class RoadGraphBuilder
{
    private readonly int epsg;
    private readonly DraftLinks drafts = new();
    private readonly NodeJoiner nodes;
    private Dictionary<long, int> junctions = [];
    private readonly List<TurnRestriction> restrictions = [];
    private readonly List<PathRestriction> paths = [];
    private int dropped;

    /// <param name="epsg">EPSG code of the links' projected coordinates.</param>
    /// <param name="joinToleranceMetres">Ends nearer than this to each other are one junction.</param>
    public RoadGraphBuilder(int epsg, double joinToleranceMetres = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(joinToleranceMetres);
        this.epsg = epsg;
        nodes = new NodeJoiner(joinToleranceMetres);
    }

    /// <summary>
    /// A road end this near to the line of another road is a junction. Editions of the national data leave some tenths
    /// of a metre.
    /// </summary>
    public double SplitToleranceMetres { get; init; } = 2;

    /// <summary>How far from the last drawn road the end of a ferry line may lie. Generalised maps leave up to 950 m.</summary>
    public double QuayReachMetres { get; init; } = 1000;

    /// <summary>The same for a point where ferry lines meet, which more often is a turn at sea than a quay.</summary>
    public double WaysideQuayReachMetres { get; init; } = 350;

    /// <summary>Whether links of one road that meet where nothing else does become one edge.</summary>
    public bool ContractsChains { get; init; } = true;

    /// <summary>Names for the ferries that the source gives none, in their order; without it they stay nameless.</summary>
    public Func<IReadOnlyList<FerryService>, IReadOnlyList<string>>? FerryNamer { get; init; }

    /// <summary>How many links it was given, those without length among them: the number of the next one in a <see cref="TurnRestriction"/>.</summary>
    public int LinkCount { get; private set; }

    /// <summary>Takes one link; one without length is counted and left out.</summary>
    /// <exception cref="ArgumentException">Fewer than two points, a point that is not finite, or a negative figure.</exception>
    public RoadGraphBuilder Add(RoadLink link)
    {
        DraftLink.Check(link);
        int number = LinkCount++;
        PlanePoint[] shape = link.Shape as PlanePoint[] ?? [.. link.Shape];
        int length = link.LengthMillimetres ?? checked((int)Math.Round(PlaneLine.Metres(shape) * 1000));
        int from = NodeOf(link.FromJunction, shape[0]);
        int to = NodeOf(link.ToJunction, shape[^1]);
        if (shape[0] != nodes.Points[from] || shape[^1] != nodes.Points[to])
        {
            // The line ends where the junction is, so that it meets the others exactly.
            shape = [nodes.Points[from], .. shape.AsSpan(1, shape.Length - 2), nodes.Points[to]];
        }
        if (from == to && length == 0)
        {
            dropped++;
            return this;
        }
        drafts.Add(new DraftLink
        {
            Link = CommonOf(link),
            Shape = shape,
            LengthMillimetres = length,
            ForwardMilliseconds = link.ForwardMilliseconds,
            BackwardMilliseconds = link.BackwardMilliseconds,
            From = from,
            To = to,
            FromLink = number,
            ToLink = number,
        });
        return this;
    }

    /// <summary>What a link has in common with others: everything but its course.</summary>
    private static RoadLink CommonOf(RoadLink link) => link with
    {
        Shape = [],
        LengthMillimetres = null,
        ForwardMilliseconds = null,
        BackwardMilliseconds = null,
        FromJunction = null,
        ToJunction = null,
    };

    private int NodeOf(long? junction, PlanePoint point)
    {
        if (junction is not { } number) return nodes.NodeAt(point);
        if (!junctions.TryGetValue(number, out int node)) junctions.Add(number, node = nodes.AddApart(point));
        return node;
    }

    /// <summary>Takes many.</summary>
    /// <param name="links">The links; perhaps made while they are asked for.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public RoadGraphBuilder AddRange(IReadOnlyCollection<RoadLink> links, BuildingRun? run = null)
    {
        run ??= BuildingRun.Default;
        int added = 0;
        foreach (RoadLink link in links)
        {
            run.Pass(BuildingStep.Joining, added++, links.Count);
            Add(link);
        }
        return this;
    }

    /// <summary>
    /// Takes a turn restriction, before or after the links it speaks of. One whose links do not both end at its junction
    /// is counted and left out.
    /// </summary>
    public RoadGraphBuilder Restrict(TurnRestriction restriction)
    {
        restrictions.Add(restriction);
        return this;
    }

    /// <summary>Takes a restriction of a path, likewise.</summary>
    public RoadGraphBuilder Restrict(PathRestriction restriction)
    {
        paths.Add(restriction);
        return this;
    }

    /// <summary>The network. The builder is used up.</summary>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public RoadGraph Build(BuildingRun? run = null)
    {
        run ??= BuildingRun.Default;
        int split = SplitToleranceMetres > 0 ? RoadEndSplitter.Split(drafts, nodes, SplitToleranceMetres, run) : 0;
        var quays = new QuayLayer(drafts, nodes, QuayReachMetres, WaysideQuayReachMetres);
        quays.Lay(run);
        FerryBoarding.Hang(drafts, nodes, quays.Landings);
        int[] vias = TurnResolution.Vias(restrictions, nodes, junctions);
        int[][] pathVias = [.. paths.Select(p => TurnResolution.Vias(p.Turns, nodes, junctions))];
        // What only joins ends is large and of no use any more.
        junctions = [];
        nodes.Seal();
        if (ContractsChains) ChainContraction.Contract(drafts, nodes.Points.Count, vias.Concat(pathVias.SelectMany(v => v)).ToHashSet(), run);
        int[] order = GraphNumbering.Order(drafts, nodes.Points, run, out int[] rank);
        (int From, int To, bool IsOnly)[] turns = TurnResolution.Turns(restrictions, vias, drafts, order, out int unused);
        (int[] pathFirst, int[] pathArcs) = PathResolution.Paths(paths, pathVias, drafts, order, out int unusedPaths);
        RoadGraphColumns columns = GraphNumbering.Pour(epsg, drafts, order, nodes.Points, rank, turns, run) with { PathFirst = pathFirst, PathArcs = pathArcs };
        if (FerryNamer is not null) columns = FerryNames.Given(columns, FerryNamer);
        var report = new RoadGraphReport
        {
            DroppedLinks = dropped,
            UnusedRestrictions = unused + unusedPaths,
            SplitJunctions = split,
            QuayLinks = [.. quays.Laid],
            OpenQuays = quays.Open,
            Parts = NetworkParts.Of(columns, withFerries: true, run),
            RoadParts = NetworkParts.Of(columns, withFerries: false, run).Count,
        };
        run.Cancellation.ThrowIfCancellationRequested();
        return new RoadGraph(columns, report);
    }
}
