using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>A link on its way into the graph: what the reader gave, and the nodes its ends have been joined to.</summary>
internal readonly record struct DraftLink()
{
    /// <summary>What the link has in common with others: everything but course, length, times and junctions.</summary>
    public required RoadLink Link { get; init; }

    public required ReadOnlyMemory<PlanePoint> Shape { get; init; }

    public required int LengthMillimetres { get; init; }

    /// <summary>Given time along the drawing, milliseconds.</summary>
    public int? ForwardMilliseconds { get; init; }

    /// <summary>Given time against the drawing, milliseconds.</summary>
    public int? BackwardMilliseconds { get; init; }

    /// <summary>Where the pace changes, from the first end to the second.</summary>
    public IReadOnlyList<DraftBend> Bends { get; init; } = [];

    public int From { get; init; }

    public int To { get; init; }

    /// <summary>The link, by the order in which the builder was given them, that touches <see cref="From"/>; -1 for what NavGeo laid.</summary>
    public int FromLink { get; init; } = -1;

    /// <summary>The one that touches <see cref="To"/>; another one where several links became one.</summary>
    public int ToLink { get; init; } = -1;

    /// <summary>A finished edge as a draft again.</summary>
    public static DraftLink Of(RoadLink link, ReadOnlySpan<EdgeBend> bends, int from, int to)
    {
        PlanePoint[] shape = [.. link.Shape];
        double metres = PlaneLine.Metres(shape);
        var known = new DraftBend[bends.Length];
        for (int i = 0; i < known.Length; i++)
        {
            EdgeBend bend = bends[i];
            known[i] = new DraftBend(bend.Share * metres, bend.LengthMillimetres, Given(bend.ForwardMilliseconds), Given(bend.BackwardMilliseconds));
        }
        return new DraftLink
        {
            Link = link,
            Shape = shape,
            LengthMillimetres = link.LengthMillimetres!.Value,
            ForwardMilliseconds = link.ForwardMilliseconds,
            BackwardMilliseconds = link.BackwardMilliseconds,
            Bends = known,
            From = from,
            To = to,
        };

        static int? Given(int milliseconds) => milliseconds == RoadGraph.NotGiven ? null : milliseconds;
    }

    /// <exception cref="ArgumentException">Fewer than two points, a point that is not finite, or a negative figure.</exception>
    public static void Check(RoadLink link)
    {
        if (link.Shape.Count < 2) throw new ArgumentException("a link needs two points", nameof(link));
        if (link.Shape.Any(p => !double.IsFinite(p.Easting) || !double.IsFinite(p.Northing)))
            throw new ArgumentException("a link's points must be finite", nameof(link));
        if (link.LengthMillimetres < 0 || link.ForwardMilliseconds < 0 || link.BackwardMilliseconds < 0)
            throw new ArgumentException("a link's length and times cannot be negative", nameof(link));
    }

    /// <summary>
    /// The two halves when the link is cut at a point of its drawing; given length and times are shared by length.
    /// </summary>
    /// <param name="piece">Number of the straight piece, from 0.</param>
    /// <param name="at">Where the cut is; a hair beside the line where another road ends there.</param>
    /// <param name="node">The node that stands there from now on.</param>
    public (DraftLink First, DraftLink Second) CutAt(int piece, PlanePoint at, int node)
    {
        PlanePoint[] firstShape = [.. Shape.Span[..(piece + 1)], at];
        PlanePoint[] secondShape = [at, .. Shape.Span[(piece + 1)..]];
        // By the drawing with the cut in it: then a hair beside the line makes no difference to the ends.
        double metres = PlaneLine.Metres(firstShape);
        DraftBend end = End(PlaneLine.Metres(Shape.Span));
        double scale = end.Metres > 0 ? end.Metres / (metres + PlaneLine.Metres(secondShape)) : 1;
        DraftBend cut = At(metres * scale, end);
        return (Part(firstShape, DraftBend.Start, cut, From, node), Part(secondShape, cut, end, node, To));
    }

    /// <summary>The second end, as seen from the first.</summary>
    /// <param name="metres">The drawing's length.</param>
    public DraftBend End(double metres) => new(metres, LengthMillimetres, ForwardMilliseconds, BackwardMilliseconds);

    /// <summary>The same link drawn the other way, but for the drawing itself.</summary>
    public DraftLink Turned() => this with
    {
        Link = Link.Turned(),
        ForwardMilliseconds = BackwardMilliseconds,
        BackwardMilliseconds = ForwardMilliseconds,
        From = To,
        To = From,
        FromLink = ToLink,
        ToLink = FromLink,
    };

    private DraftBend At(double metres, DraftBend end)
    {
        DraftBend before = DraftBend.Start;
        foreach (DraftBend bend in Bends.Append(end))
        {
            if (metres <= bend.Metres) return DraftBend.Between(before, bend, metres);
            before = bend;
        }
        return end;
    }

    private DraftLink Part(PlanePoint[] shape, DraftBend from, DraftBend to, int fromNode, int toNode)
    {
        DraftBend whole = to - from;
        return this with
        {
            ForwardMilliseconds = whole.ForwardMilliseconds,
            BackwardMilliseconds = whole.BackwardMilliseconds,
            Bends = [.. Bends.Where(b => b.Metres > from.Metres && b.Metres < to.Metres).Select(b => b - from)],
            Shape = shape,
            LengthMillimetres = whole.LengthMillimetres,
            From = fromNode,
            To = toNode,
        };
    }
}

/// <summary>Where two drafts with another pace were joined: what lies between the first end and there.</summary>
/// <param name="Metres">Of the drawing.</param>
/// <param name="LengthMillimetres">Of the road.</param>
/// <param name="ForwardMilliseconds">Given time along the drawing; null where none is given.</param>
/// <param name="BackwardMilliseconds">Given time against it.</param>
internal readonly record struct DraftBend(double Metres, int LengthMillimetres, int? ForwardMilliseconds, int? BackwardMilliseconds)
{
    /// <summary>The first end.</summary>
    public static DraftBend Start { get; } = new(0, 0, 0, 0);

    /// <summary>The same point seen from the other end.</summary>
    public DraftBend TurnedIn(DraftBend end)
    {
        DraftBend rest = end - this;
        return rest with { ForwardMilliseconds = rest.BackwardMilliseconds, BackwardMilliseconds = rest.ForwardMilliseconds };
    }

    public static DraftBend operator +(DraftBend a, DraftBend b) => new(
        a.Metres + b.Metres, a.LengthMillimetres + b.LengthMillimetres,
        a.ForwardMilliseconds + b.ForwardMilliseconds, a.BackwardMilliseconds + b.BackwardMilliseconds);

    public static DraftBend operator -(DraftBend a, DraftBend b) => new(
        a.Metres - b.Metres, a.LengthMillimetres - b.LengthMillimetres,
        a.ForwardMilliseconds - b.ForwardMilliseconds, a.BackwardMilliseconds - b.BackwardMilliseconds);

    /// <summary>The point between two others, by the drawing.</summary>
    public static DraftBend Between(DraftBend a, DraftBend b, double metres)
    {
        double share = b.Metres <= a.Metres ? 0.5 : Math.Clamp((metres - a.Metres) / (b.Metres - a.Metres), 0, 1);
        return new DraftBend(
            metres, Part(a.LengthMillimetres, b.LengthMillimetres, share),
            Part(a.ForwardMilliseconds, b.ForwardMilliseconds, share), Part(a.BackwardMilliseconds, b.BackwardMilliseconds, share));
    }

    private static int Part(int a, int b, double share) => a + (int)Math.Round((b - a) * share);

    private static int? Part(int? a, int? b, double share) => a is { } from && b is { } to ? Part(from, to, share) : null;
}
