using NavGeo.Routing;

namespace NavGeo.Planning.Regions;

/// <summary>Where one municipality was placed, by which test, and how close it is to being placed elsewhere.</summary>
public sealed record Placement
{
    /// <summary>Index of the region in <see cref="RegionDivision.Regions"/>.</summary>
    public required int Region { get; init; }

    /// <summary>Index of the centre it follows; itself for a centre and for one that stands alone.</summary>
    public required int Centre { get; init; }

    /// <summary>What it is in the region.</summary>
    public required PlacementRole Role { get; init; }

    /// <summary>Short name of the test that placed it.</summary>
    public required string Test { get; init; }

    /// <summary>To the centre, by the mode the test looked at; unreachable where there is no way.</summary>
    public TravelTime Time { get; init; }

    /// <summary>Commuters to the centre, per cent of employed residents; null where that is not known.</summary>
    public double? OutPercent { get; init; }

    /// <summary>Commuters from the centre, per cent; null where that is not known.</summary>
    public double? InPercent { get; init; }

    /// <summary>The smallest change of commuting that would move it; null where none would.</summary>
    public FlipChange? CommutingChange { get; init; }

    /// <summary>The smallest change of a travel time that would move it; null where none would.</summary>
    public FlipChange? TimeChange { get; init; }

    /// <summary>The tests that were tried, with their numbers, the deciding one first.</summary>
    public IReadOnlyList<TestOutcome> Tests { get; init; } = [];
}
