namespace NavGeo.Planning.Siting;

/// <summary>What a search found and what it proved.</summary>
/// <param name="Open">The best set; null where none was found.</param>
/// <param name="Value">Its cost in units, fixed cost included.</param>
/// <param name="Bound">No allowed set costs less, units.</param>
/// <param name="IsComplete">Whether the search went to its end: no set at all then means that there is none.</param>
/// <param name="Nodes">Nodes of the tree.</param>
/// <param name="Work">Entries looked at.</param>
/// <param name="Without">For each site of the best set, what at least it costs to do without it as far as the root knows, units.</param>
internal sealed record SearchResult(bool[]? Open, long Value, long Bound, bool IsComplete, long Nodes, long Work, long[] Without);
