using System.Collections.Immutable;

namespace NavGeo.Data.Boundaries;

/// <summary>Which municipality each of many points is in, and how that was settled.</summary>
/// <param name="Municipalities">Index of the municipality a point, in the order of the points; -1 for outside.</param>
/// <param name="InsideCount">Points within a municipality.</param>
/// <param name="NearestCount">Points outside all, given to the nearest within the tolerance.</param>
/// <param name="FarthestNearestMetres">The longest such way; 0 where there was none.</param>
/// <param name="OutsideCount">Points in none and too far from all; their entry is -1.</param>
/// <param name="ToleranceMetres">The tolerance.</param>
public sealed record LocatedPoints(
    ImmutableArray<int> Municipalities, int InsideCount, int NearestCount, double FarthestNearestMetres, int OutsideCount, double ToleranceMetres)
{
    /// <summary>Every point outside all municipalities, in the order of the points: those given to the nearest and those left.</summary>
    public required ImmutableArray<OutsidePoint> Outside { get; init; }
}
