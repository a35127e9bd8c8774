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
