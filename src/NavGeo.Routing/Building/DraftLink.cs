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

    public int From { get; init; }

    public int To { get; init; }

    /// <summary>The link, by the order in which the builder was given them, that touches <see cref="From"/>; -1 for what NavGeo laid.</summary>
    public int FromLink { get; init; } = -1;

    /// <summary>The one that touches <see cref="To"/>; another one where several links became one.</summary>
    public int ToLink { get; init; } = -1;

    /// <summary>The drawing's length in metres.</summary>
    public static double LengthOf(ReadOnlySpan<PlanePoint> shape)
    {
        double metres = 0;
        for (int i = 1; i < shape.Length; i++) metres += shape[i - 1].DistanceTo(shape[i]);
        return metres;
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
        double first = LengthOf(firstShape);
        double whole = first + LengthOf(secondShape);
        double share = whole == 0 ? 0.5 : first / whole;
        int firstLength = (int)Math.Round(LengthMillimetres * share);
        return (
            Part(firstShape, firstLength, share, From, node),
            Part(secondShape, LengthMillimetres - firstLength, 1 - share, node, To));
    }

    /// <summary>The same link drawn the other way, but for the drawing itself.</summary>
    public DraftLink Turned() => this with
    {
        Link = Link.Directions switch
        {
            LinkDirections.Forward => Link with { Directions = LinkDirections.Backward },
            LinkDirections.Backward => Link with { Directions = LinkDirections.Forward },
            _ => Link,
        },
        ForwardMilliseconds = BackwardMilliseconds,
        BackwardMilliseconds = ForwardMilliseconds,
        From = To,
        To = From,
        FromLink = ToLink,
        ToLink = FromLink,
    };

    private DraftLink Part(PlanePoint[] shape, int length, double share, int from, int to) => this with
    {
        ForwardMilliseconds = Shared(ForwardMilliseconds, share),
        BackwardMilliseconds = Shared(BackwardMilliseconds, share),
        Shape = shape,
        LengthMillimetres = length,
        From = from,
        To = to,
    };

    private static int? Shared(int? milliseconds, double share) =>
        milliseconds is { } given ? (int)Math.Round(given * share) : null;
}
