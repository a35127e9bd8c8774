namespace NavGeo.Planning.Codes;

/// <summary>
/// One kommunenummer that was replaced by another. A municipality that was parted has one change for each part; several
/// changes to the same number are a merger.
/// </summary>
/// <param name="FromYear">The last year in which the old number stands (of the numbers as of 1 January).</param>
/// <param name="From">Old number, four digits.</param>
/// <param name="ToYear">The first year in which the new number stands: the change is made on 1 January.</param>
/// <param name="To">New number, four digits; the old one where others were merged into it.</param>
public sealed record CodeChange(int FromYear, string From, int ToYear, string To)
{
    /// <summary>Name behind the old number; empty where not known.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Name behind the new number; empty where not known.</summary>
    public string ToName { get; init; } = "";

    /// <summary>
    /// How much of the old municipality's people this is, 0 to 1; null where nothing is said, which is the whole unless
    /// the municipality was parted.
    /// </summary>
    public double? Share { get; init; }

    /// <summary>Where the share is from; empty where not said.</summary>
    public string ShareSource { get; init; } = "";

    /// <summary>
    /// Whether only a corner moved, by an adjustment of the border: the municipality as a whole has its successor in
    /// another change, and figures follow that one.
    /// </summary>
    public bool IsAdjustment { get; init; }
}
