namespace NavGeo.Planning.Siting;

/// <summary>How long a search goes on.</summary>
public sealed record SearchLimits
{
    /// <summary>A gap of this share of the objective is good enough; 0 asks for proof.</summary>
    public double Gap { get; init; }

    /// <summary>
    /// Entries of the table looked at before the search stops with the best so far: a measure of effort that, unlike
    /// time, gives the same answer on every machine. A thousand million take about two seconds.
    /// </summary>
    public long Work { get; init; } = 20_000_000_000;

    /// <summary>Asked now and then whether to stop; null for never.</summary>
    public Func<bool>? ShouldStop { get; init; }

    /// <summary>Told of better sets and better bounds (best, bound; per unit of the question); null for nobody.</summary>
    public Action<double, double>? Progress { get; init; }
}

/// <summary>What a search found and what it proved.</summary>
/// <param name="Open">The best set; null where none was found.</param>
/// <param name="Value">Its cost in units, fixed cost included.</param>
/// <param name="Bound">No allowed set costs less, units.</param>
/// <param name="IsComplete">Whether the search went to its end: no set at all then means that there is none.</param>
/// <param name="Nodes">Nodes of the tree.</param>
/// <param name="Work">Entries looked at.</param>
/// <param name="Without">For each site of the best set, what at least it costs to do without it as far as the root knows, units.</param>
internal sealed record SearchResult(bool[]? Open, long Value, long Bound, bool IsComplete, long Nodes, long Work, long[] Without);
