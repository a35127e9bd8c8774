namespace NavGeo.Routing.Building;

/// <summary>A link on its way into the graph: what the reader gave, and the nodes its ends have been joined to.</summary>
internal sealed class DraftLink
{
    public required RoadLink Link { get; init; }

    public required PlanePoint[] Shape { get; init; }

    public required int LengthMillimetres { get; init; }

    /// <summary>Given time along the drawing, milliseconds; a link's own, as <see cref="Link"/> may be shared by many.</summary>
    public int? ForwardMilliseconds { get; init; }

    /// <summary>Given time against the drawing, milliseconds.</summary>
    public int? BackwardMilliseconds { get; init; }

    public int From { get; set; }

    public int To { get; set; }

    /// <summary>The link, by the order in which the builder was given them, that touches <see cref="From"/>; -1 for what NavGeo laid.</summary>
    public int FromLink { get; init; } = -1;

    /// <summary>The one that touches <see cref="To"/>; another one where several links became one.</summary>
    public int ToLink { get; init; } = -1;

    /// <summary>A finished edge as a draft again.</summary>
    public static DraftLink Of(RoadLink link, int from, int to) => new()
    {
        Link = link,
        Shape = [.. link.Shape],
        LengthMillimetres = link.LengthMillimetres!.Value,
        ForwardMilliseconds = link.ForwardMilliseconds,
        BackwardMilliseconds = link.BackwardMilliseconds,
        From = from,
        To = to,
    };

    /// <exception cref="ArgumentException">Fewer than two points, a point that is not finite, or a negative figure.</exception>
    public static void Check(RoadLink link)
    {
        if (link.Shape.Count < 2) throw new ArgumentException("a link needs two points", nameof(link));
        if (link.Shape.Any(p => !double.IsFinite(p.Easting) || !double.IsFinite(p.Northing)))
            throw new ArgumentException("a link's points must be finite", nameof(link));
        if (link.LengthMillimetres < 0 || link.ForwardMilliseconds < 0 || link.BackwardMilliseconds < 0 || link.SpeedKmh <= 0)
            throw new ArgumentException("a link's length and times cannot be negative, nor its speed 0", nameof(link));
    }

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
        PlanePoint[] firstShape = [.. Shape.AsSpan(0, piece + 1), at];
        PlanePoint[] secondShape = [at, .. Shape.AsSpan(piece + 1)];
        double first = LengthOf(firstShape);
        double whole = first + LengthOf(secondShape);
        double share = whole == 0 ? 0.5 : first / whole;
        int firstLength = (int)Math.Round(LengthMillimetres * share);
        int? forward = Shared(ForwardMilliseconds, share), backward = Shared(BackwardMilliseconds, share);
        return (
            Part(firstShape, firstLength, forward, backward, From, node),
            Part(secondShape, LengthMillimetres - firstLength, ForwardMilliseconds - forward, BackwardMilliseconds - backward, node, To));
    }

    /// <summary>The same link drawn the other way.</summary>
    public DraftLink Reversed() => new()
    {
        Link = Link.Directions switch
        {
            LinkDirections.Forward => Link with { Directions = LinkDirections.Backward },
            LinkDirections.Backward => Link with { Directions = LinkDirections.Forward },
            _ => Link,
        },
        ForwardMilliseconds = BackwardMilliseconds,
        BackwardMilliseconds = ForwardMilliseconds,
        Shape = [.. Shape.Reverse()],
        LengthMillimetres = LengthMillimetres,
        From = To,
        To = From,
        FromLink = ToLink,
        ToLink = FromLink,
    };

    private DraftLink Part(PlanePoint[] shape, int length, int? forward, int? backward, int from, int to) => new()
    {
        Link = Link,
        ForwardMilliseconds = forward,
        BackwardMilliseconds = backward,
        Shape = shape,
        LengthMillimetres = length,
        From = from,
        To = to,
        FromLink = FromLink,
        ToLink = ToLink,
    };

    private static int? Shared(int? milliseconds, double share) =>
        milliseconds is { } given ? (int)Math.Round(given * share) : null;
}
