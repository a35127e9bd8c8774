namespace NavGeo.Routing;

/// <summary>The part of an edge that a closure bars, as shares of its drawing: a point where both are the same.</summary>
/// <param name="From">0 to 1.</param>
/// <param name="To"><paramref name="From"/> to 1.</param>
public readonly record struct ClosedSpan(double From, double To)
{
    /// <summary>Both parts and what lies between them.</summary>
    public ClosedSpan Joined(ClosedSpan other) => new(Math.Min(From, other.From), Math.Max(To, other.To));

    /// <summary>Whether one can go from one share of the edge to another: along the barred part only within it.</summary>
    public bool Allows(double from, double to)
    {
        (double low, double high) = from <= to ? (from, to) : (to, from);
        return high <= From || low >= To || (low >= From && high <= To);
    }
}
