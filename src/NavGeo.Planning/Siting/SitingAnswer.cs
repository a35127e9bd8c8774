namespace NavGeo.Planning.Siting;

/// <summary>
/// The best set that was found, who goes where, and how much better any other set could be. Sums are exact whole numbers as
/// the table holds costs and weights.
/// </summary>
public sealed record SitingAnswer
{
    /// <summary>The question.</summary>
    public required SitingQuestion Question { get; init; }

    /// <summary>Chosen candidates, rising.</summary>
    public required IReadOnlyList<int> Sites { get; init; }

    /// <summary>For each row its site, or -1 where it is unserved.</summary>
    public required IReadOnlyList<int> Assignment { get; init; }

    /// <summary>
    /// What the model minimises or maximises: weight × cost (medians, opening costs within), the longest cost (centre),
    /// sites (set covering), weight (maximal covering).
    /// </summary>
    public required Int128 Objective { get; init; }

    /// <summary>No allowed set is better than this.</summary>
    public required Int128 Bound { get; init; }

    /// <summary>The longest cost of a row with weight, first thing in the lexicographic model.</summary>
    public required long Worst { get; init; }

    /// <summary>Sum of weight × cost of everybody served.</summary>
    public required Int128 Total { get; init; }

    /// <summary>Weight that is served.</summary>
    public required long ServedWeight { get; init; }

    /// <summary>Weight within reach; null where the question has no reach.</summary>
    public required long? Covered { get; init; }

    /// <summary>Rows with weight that no site serves.</summary>
    public required IReadOnlyList<int> Unserved { get; init; }

    /// <summary>
    /// For each candidate what every allowed set without it costs at least, as far as the relaxation tells; empty where it
    /// was not asked. Only of chosen candidates does it say anything.
    /// </summary>
    public IReadOnlyList<Int128> Without { get; init; } = [];

    /// <summary>Rows the search worked on after those that differ by a constant were merged.</summary>
    public int SearchedRows { get; init; }

    /// <summary>Nodes of the search trees.</summary>
    public long Nodes { get; init; }

    /// <summary>Table entries looked at.</summary>
    public long Work { get; init; }

    /// <summary>Whether it is proven that no set is better.</summary>
    public bool IsProven => Objective == Bound;

    /// <summary>What may be missing to the best, as a share of the objective.</summary>
    public double Gap => Objective == Bound ? 0
        : Objective == 0 ? 1
        : Math.Abs((double)(Objective - Bound)) / Math.Abs((double)Objective);
}
