namespace NavGeo.Planning.Regions;

/// <summary>One of the tests that attach a municipality to a centre: short enough a way, and enough commuting.</summary>
/// <param name="Name">Short name for tables.</param>
/// <param name="Minutes">The way is shorter than this.</param>
/// <param name="Percent">The commuting is more than this.</param>
/// <param name="IsAnyMode">The way by any mode; otherwise by car.</param>
/// <param name="IsOutOnly">Commuting out alone; otherwise out and in together.</param>
public sealed record AttachmentTest(string Name, double Minutes, double Percent, bool IsAnyMode, bool IsOutOnly)
{
    /// <summary>The test's two numbers on a pair.</summary>
    public TestNumber[] Numbers(in AttachmentPair pair) =>
    [
        new(IsAnyMode ? MeasuredQuantity.AnyMinutes : MeasuredQuantity.CarMinutes, IsAnyMode ? pair.AnyMinutes : pair.CarMinutes, Minutes, TestComparison.Below),
        new(IsOutOnly ? MeasuredQuantity.OutPercent : MeasuredQuantity.SumPercent, IsOutOnly ? pair.OutPercent : pair.SumPercent, Percent, TestComparison.Above),
    ];

    /// <summary>Whether the test attaches.</summary>
    public bool Holds(in AttachmentPair pair) =>
        (IsAnyMode ? pair.AnyMinutes : pair.CarMinutes) < Minutes && (IsOutOnly ? pair.OutPercent : pair.SumPercent) > Percent;
}
