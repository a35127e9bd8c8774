namespace NavGeo.Routing.Graph;

public sealed partial class RoadGraph
{
    /// <summary>Where the pace of an edge changes, from its first end to its second; on most edges nowhere.</summary>
    public ReadOnlySpan<EdgeBend> Bends(int edge) => columns.Bends.AsSpan(columns.BendFirst[edge]..columns.BendFirst[edge + 1]);

    /// <summary>How much of an edge's length lies before a point of its drawing, 0 to 1.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="share">The point, 0 to 1 of the drawing's length.</param>
    public double LengthShare(int edge, double share) => ShareOf(edge, share, EdgeMeasure.Length);

    /// <summary>How much of the time along an edge passes before a point of its drawing, 0 to 1.</summary>
    /// <inheritdoc cref="LengthShare"/>
    public double ForwardShare(int edge, double share) =>
        ShareOf(edge, share, EdgeForwardGiven[edge] == NotGiven ? EdgeMeasure.Length : EdgeMeasure.Forward);

    /// <summary>How much of the time against an edge passes between a point of its drawing and the first end, 0 to 1.</summary>
    /// <inheritdoc cref="LengthShare"/>
    public double BackwardShare(int edge, double share) =>
        ShareOf(edge, share, EdgeBackwardGiven[edge] == NotGiven ? EdgeMeasure.Length : EdgeMeasure.Backward);

    /// <summary>The point of the drawing before which so much of the time along an edge passes.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="part">0 to 1 of the time.</param>
    public double AtForwardShare(int edge, double part) =>
        PointAt(edge, part, EdgeForwardGiven[edge] == NotGiven ? EdgeMeasure.Length : EdgeMeasure.Forward);

    /// <summary>The point of the drawing between which and the first end so much of the time against an edge passes.</summary>
    /// <inheritdoc cref="AtForwardShare"/>
    public double AtBackwardShare(int edge, double part) =>
        PointAt(edge, part, EdgeBackwardGiven[edge] == NotGiven ? EdgeMeasure.Length : EdgeMeasure.Backward);

    private double ShareOf(int edge, double share, EdgeMeasure measure)
    {
        if (columns.BendFirst[edge] == columns.BendFirst[edge + 1]) return share;
        (double from, double before) = (0, 0);
        foreach (EdgeBend bend in Bends(edge))
        {
            double at = Part(edge, bend, measure);
            if (share <= bend.Share) return Between(share, from, bend.Share, before, at);
            (from, before) = (bend.Share, at);
        }
        return Between(share, from, 1, before, 1);
    }

    private double PointAt(int edge, double part, EdgeMeasure measure)
    {
        if (columns.BendFirst[edge] == columns.BendFirst[edge + 1]) return part;
        (double from, double before) = (0, 0);
        foreach (EdgeBend bend in Bends(edge))
        {
            double at = Part(edge, bend, measure);
            if (part <= at) return Between(part, before, at, from, bend.Share);
            (from, before) = (bend.Share, at);
        }
        return Between(part, before, 1, from, 1);
    }

    private double Part(int edge, EdgeBend bend, EdgeMeasure measure) => measure switch
    {
        EdgeMeasure.Forward => Ratio(bend.ForwardMilliseconds, EdgeForwardGiven[edge]),
        EdgeMeasure.Backward => Ratio(bend.BackwardMilliseconds, EdgeBackwardGiven[edge]),
        _ => Ratio(bend.LengthMillimetres, EdgeLengths[edge]),
    };

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : part / (double)whole;

    private static double Between(double value, double low, double high, double from, double to) =>
        high <= low ? to : from + (to - from) * ((value - low) / (high - low));

    private enum EdgeMeasure
    {
        Length,
        Forward,
        Backward,
    }
}
