namespace NavGeo.Routing.Hierarchy;

/// <summary>The nearest sources of each target, nearest first; of equally near ones the lower first.</summary>
/// <param name="PerTarget">How many are kept for each target.</param>
/// <param name="Sources">[targets × per target]; −1 where fewer are reached.</param>
/// <param name="Milliseconds">[targets × per target]; <see cref="int.MaxValue"/> where fewer are reached.</param>
public sealed record NearestSources(int PerTarget, int[] Sources, int[] Milliseconds);
