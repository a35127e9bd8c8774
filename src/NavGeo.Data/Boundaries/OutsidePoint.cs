namespace NavGeo.Data.Boundaries;

/// <summary>A point in no municipality, and the municipality that is nearest to it, however far.</summary>
/// <param name="Point">Index of the point.</param>
/// <param name="Nearest">Index of the municipality.</param>
/// <param name="Metres">To its boundary.</param>
/// <param name="IsGiven">Whether the point was given to it.</param>
public readonly record struct OutsidePoint(int Point, int Nearest, double Metres, bool IsGiven);
