namespace NavGeo.Planning.Regions;

/// <summary>
/// How centres are chosen for <see cref="Ba2020Rule"/>: by size, net in-commuting and having a labour market of one's
/// own. This is NavGeo's rule; how the published division chose its centres is not known. The defaults are set so that
/// the number of centres in the 2020 matrix comes near the published 78.
/// </summary>
public sealed record CentreSettings
{
    /// <summary>At least so many work there.</summary>
    public int LeastJobs { get; init; } = 3000;

    /// <summary>At least so many jobs per hundred employed residents.</summary>
    public double LeastJobsPerHundred { get; init; } = 86;

    /// <summary>At least so many per cent of its employed residents work at home.</summary>
    public double LeastOwnPercent { get; init; } = 55;

    /// <summary>No larger centre draws more than so many per cent of its employed residents.</summary>
    public double MostOutPercent { get; init; } = 15;

    /// <summary>From so many jobs one that a larger centre draws from can still be the second of a pair.</summary>
    public int PairJobs { get; init; } = 10_000;

    /// <summary>The second of a pair draws at least so many per cent (of its own employed residents) from the first.</summary>
    public double PairInPercent { get; init; } = 18;

    /// <summary>And at least so many per cent of its employed residents work at home.</summary>
    public double PairOwnPercent { get; init; } = 40;

    /// <summary>Numbers of municipalities that are centres whatever the rule says.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Numbers of municipalities that are no centres whatever the rule says.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>Numbers of all centres, in place of the rule; null for the rule.</summary>
    public IReadOnlyList<string>? Exactly { get; init; }
}
