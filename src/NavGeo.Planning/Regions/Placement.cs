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

/// <summary>What a municipality is in its region.</summary>
public enum PlacementRole
{
    /// <summary>Attached to a centre, or a member of a cluster.</summary>
    Member = 0,

    /// <summary>The region's centre, which it is named after.</summary>
    Centre,

    /// <summary>The smaller of a pair of centres.</summary>
    SecondCentre,

    /// <summary>A region of its own without being a centre (restkommune).</summary>
    Single,
}

/// <summary>Puts municipalities that are in no cluster into those they belong to.</summary>
internal static class ClusterPlacing
{
    /// <summary>Puts all of them where their link is strongest, the strongest first.</summary>
    public static void ByLink(ClusterFlows clusters, HashSet<int> zones)
    {
        while (zones.Count > 0 && clusters.StrongestLink(zones) is { } found)
        {
            clusters.Put(found.Zone, found.Cluster);
            zones.Remove(found.Zone);
        }
    }
}

/// <summary>A test of a rule on one municipality, with its numbers.</summary>
/// <param name="Test">The test's short name, such as <c>car75-sum8</c>.</param>
/// <param name="Other">Index of the municipality (a centre, or the centre of a region) it was held against; the municipality itself where it is about that alone.</param>
/// <param name="Numbers">All must hold.</param>
public sealed record TestOutcome(string Test, int Other, IReadOnlyList<TestNumber> Numbers)
{
    /// <summary>Whether every number is on the right side.</summary>
    public bool Holds => Numbers.All(n => n.Holds);
}

/// <summary>One number of a test and the limit it is held against.</summary>
/// <param name="Quantity">What is measured.</param>
/// <param name="Value">What it is; infinite for no way.</param>
/// <param name="Limit">What it is held against.</param>
/// <param name="Comparison">How.</param>
public readonly record struct TestNumber(MeasuredQuantity Quantity, double Value, double Limit, TestComparison Comparison)
{
    /// <summary>Whether the number is on the right side.</summary>
    public bool Holds => Comparison switch
    {
        TestComparison.Below => Value < Limit,
        TestComparison.Above => Value > Limit,
        TestComparison.AtLeast => Value >= Limit,
        _ => Value <= Limit,
    };

    /// <summary>How far the number is on the right side, in its own unit; below 0 where it is on the wrong one.</summary>
    public double Slack => Comparison is TestComparison.Below or TestComparison.AtMost ? Limit - Value : Value - Limit;
}

/// <summary>How a number must stand to its limit.</summary>
public enum TestComparison
{
    /// <summary>Strictly less.</summary>
    Below = 0,

    /// <summary>Strictly more.</summary>
    Above,

    /// <summary>As much or more.</summary>
    AtLeast,

    /// <summary>As much or less.</summary>
    AtMost,
}
