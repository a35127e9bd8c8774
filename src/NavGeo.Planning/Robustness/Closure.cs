using NavGeo.Routing;

namespace NavGeo.Planning.Robustness;

/// <summary>Something that may be closed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The ferry's or the pass's name; null where it has none.</param>
/// <param name="Road">The road's number, with number 0 where it has none.</param>
/// <param name="Edges">The edges that are closed with it. For a stretch: those of which one at a time is closed.</param>
public sealed record Closure(ClosureKind Kind, string? Name, RoadNumber Road, IReadOnlyList<int> Edges);
