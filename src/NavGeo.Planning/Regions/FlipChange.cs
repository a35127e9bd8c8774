namespace NavGeo.Planning.Regions;

/// <summary>
/// The smallest change of one number that would place a municipality elsewhere, all else as it is and before contiguity
/// is looked at.
/// </summary>
/// <param name="IsMinutes">Minutes of travel; otherwise percentage points of its employed residents.</param>
/// <param name="Amount">How much more (above 0) or less (below 0) than now. The limit itself: a hair beyond it moves the municipality.</param>
/// <param name="About">The centre whose number changes.</param>
/// <param name="Goes">The centre it would then follow; itself where it would stand alone.</param>
public readonly record struct FlipChange(bool IsMinutes, double Amount, int About, int Goes);
