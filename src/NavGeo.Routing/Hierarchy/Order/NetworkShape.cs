namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// What of a network stays the same when travel times change: which nodes its edges join, and where the nodes lie.
/// An edge can be travelled both ways with a time for each; a one-way street has an infinite time one way. Parallel
/// edges and self-loops are allowed. Immutable (the arrays are the caller's and must not be changed afterwards);
/// safe for any number of threads.
/// </summary>
public sealed class NetworkShape
{
    /// <param name="nodeCount">Nodes are 0 to <paramref name="nodeCount"/> − 1.</param>
    /// <param name="tails">First end of each edge.</param>
    /// <param name="heads">Second end of each edge, as many as <paramref name="tails"/>.</param>
    /// <param name="x">East of each node in any unit of a plane, or null when unknown.</param>
    /// <param name="y">North of each node in the unit of <paramref name="x"/>, or null when unknown.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an end is no node.</exception>
    public NetworkShape(int nodeCount, int[] tails, int[] heads, double[]? x, double[]? y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        ArgumentNullException.ThrowIfNull(tails);
        ArgumentNullException.ThrowIfNull(heads);
        if (tails.Length != heads.Length) throw new ArgumentException("an edge needs both a tail and a head", nameof(heads));
        if ((x is null) != (y is null)) throw new ArgumentException("coordinates need both x and y", nameof(y));
        if (x is not null && y is not null && (x.Length != nodeCount || y.Length != nodeCount))
            throw new ArgumentException("one coordinate a node", nameof(x));
        for (int edge = 0; edge < tails.Length; edge++)
        {
            if ((uint)tails[edge] >= (uint)nodeCount || (uint)heads[edge] >= (uint)nodeCount)
                throw new ArgumentException($"edge {edge} ends in a node that does not exist", nameof(tails));
        }
        NodeCount = nodeCount;
        Tails = tails;
        Heads = heads;
        X = x;
        Y = y;
    }

    /// <summary>How many nodes.</summary>
    public int NodeCount { get; }

    /// <summary>How many edges.</summary>
    public int EdgeCount => Tails.Length;

    /// <summary>First end of each edge, [edge count].</summary>
    public int[] Tails { get; }

    /// <summary>Second end of each edge, [edge count].</summary>
    public int[] Heads { get; }

    /// <summary>East of each node, [node count], or null.</summary>
    public double[]? X { get; }

    /// <summary>North of each node, [node count], or null.</summary>
    public double[]? Y { get; }
}
