namespace NavGeo.Planning.Regions;

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
