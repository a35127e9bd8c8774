using NavGeo.Routing;

namespace NavGeo.Planning.Ledger;

/// <summary>What a structure changes for one place.</summary>
/// <param name="Place">Index into the demand.</param>
/// <param name="People">Who live there.</param>
/// <param name="Before">Time one way under the baseline.</param>
/// <param name="After">Time one way under the structure.</param>
public readonly record struct PlaceChange(int Place, int People, TravelTime Before, TravelTime After)
{
    /// <summary>Whether anything changes; false to the millisecond where nothing touches the place.</summary>
    public bool IsChanged => Before != After;

    /// <summary>Milliseconds one way, positive for longer, exactly 0 for unchanged; null where access is lost or gained.</summary>
    public long? Difference => !IsChanged ? 0
        : Before.IsReachable && After.IsReachable ? (long)After.Milliseconds - Before.Milliseconds
        : null;
}
