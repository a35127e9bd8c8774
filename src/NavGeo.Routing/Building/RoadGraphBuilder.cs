namespace NavGeo.Routing.Building;

/// <summary>
/// Takes links as readers found them and makes the <see cref="RoadGraph"/>: joins ends that meet, splits a road where
/// another one ends on it, lays the way down to the quay where the drawing leaves a gap, hangs ferries on the land by
/// boarding edges, and numbers everything for the memory's sake. Same links in the same order, same graph.
/// </summary>
public sealed class RoadGraphBuilder
{
    private readonly int epsg;
    private readonly List<DraftLink> drafts = [];
    private readonly NodeJoiner nodes;
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

    /// <summary>Takes one link; one without length is counted and left out.</summary>
    /// <exception cref="ArgumentException">Fewer than two points, a point that is not finite, or a negative figure.</exception>
    public RoadGraphBuilder Add(RoadLink link)
    {
        if (link.Shape.Count < 2) throw new ArgumentException("a link needs two points", nameof(link));
        if (link.Shape.Any(p => !double.IsFinite(p.Easting) || !double.IsFinite(p.Northing)))
            throw new ArgumentException("a link's points must be finite", nameof(link));
        if (link.LengthMillimetres < 0 || link.ForwardMilliseconds < 0 || link.BackwardMilliseconds < 0 || link.SpeedKmh <= 0)
            throw new ArgumentException("a link's length and times cannot be negative, nor its speed 0", nameof(link));
        PlanePoint[] shape = [.. link.Shape];
        int length = link.LengthMillimetres ?? checked((int)Math.Round(DraftLink.LengthOf(shape) * 1000));
        int from = nodes.NodeAt(shape[0]);
        int to = nodes.NodeAt(shape[^1]);
        if (from == to && length == 0)
        {
            dropped++;
            return this;
        }
        drafts.Add(new DraftLink { Link = link, Shape = shape, LengthMillimetres = length, From = from, To = to });
        return this;
    }

    /// <summary>Takes many.</summary>
    public RoadGraphBuilder AddRange(IEnumerable<RoadLink> links)
    {
        foreach (RoadLink link in links) Add(link);
        return this;
    }

    /// <summary>The network. The builder is used up.</summary>
    public RoadGraph Build()
    {
        int split = RoadEndSplitter.Split(drafts, nodes, SplitToleranceMetres);
        var quays = new QuayLayer(drafts, nodes, QuayReachMetres, WaysideQuayReachMetres);
        quays.Lay();
        FerryBoarding.Hang(drafts, nodes);
        RoadGraphColumns columns = GraphNumbering.Number(epsg, drafts, nodes.Points);
        var report = new RoadGraphReport
        {
            DroppedLinks = dropped,
            SplitJunctions = split,
            QuayLinks = quays.Laid,
            OpenQuays = quays.Open,
            Parts = NetworkParts.Of(columns, withFerries: true),
            RoadParts = NetworkParts.Of(columns, withFerries: false).Count,
        };
        return new RoadGraph(columns, report);
    }
}
