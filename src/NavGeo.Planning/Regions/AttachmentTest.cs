using System.Globalization;

namespace NavGeo.Planning.Regions;

/// <summary>One of the tests that attach a municipality to a centre: short enough a way, and enough commuting.</summary>
/// <param name="Name">Short name for tables.</param>
/// <param name="Minutes">The way is shorter than this.</param>
/// <param name="Percent">The commuting is more than this.</param>
/// <param name="IsAnyMode">The way by any mode; otherwise by car.</param>
/// <param name="IsOutOnly">Commuting out alone; otherwise out and in together.</param>
public sealed record AttachmentTest(string Name, double Minutes, double Percent, bool IsAnyMode, bool IsOutOnly)
{
    /// <summary>The tests in the order they are named.</summary>
    /// <param name="minutes">By car, with <paramref name="percent"/>.</param>
    /// <param name="percent">More than so many per cent.</param>
    /// <param name="nearMinutes">By car, with <paramref name="nearPercent"/>.</param>
    /// <param name="nearPercent">More than so many per cent where the way is short.</param>
    /// <param name="anyMinutes">By any mode, with <paramref name="percent"/>.</param>
    public static AttachmentTest[] Named(double minutes, double percent, double nearMinutes, double nearPercent, double anyMinutes)
    {
        return [Of("car", minutes, "out", percent), Of("car", nearMinutes, "sum", percent), Of("car", nearMinutes, "sum", nearPercent),
            Of("car", minutes, "sum", percent), Of("any", anyMinutes, "sum", percent)];

        static AttachmentTest Of(string mode, double below, string share, double above) => new(
            string.Create(CultureInfo.InvariantCulture, $"{mode}{below}-{share}{above}"), below, above, mode == "any", share == "out");
    }

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

/// <summary>The numbers of a municipality and a centre that the tests look at.</summary>
/// <param name="Centre">Index of the centre.</param>
/// <param name="CarMinutes">By car; infinite for no way.</param>
/// <param name="AlternativeMinutes">By the alternative mode; infinite for no way.</param>
/// <param name="OutPercent">Commuters to the centre, per cent of the municipality's own.</param>
/// <param name="InPercent">The second share, which each rule takes of something else.</param>
/// <param name="SumPercent">Both together.</param>
public readonly record struct AttachmentPair(
    int Centre, double CarMinutes, double AlternativeMinutes, double OutPercent, double InPercent, double SumPercent)
{
    /// <summary>By whatever is faster.</summary>
    public double AnyMinutes => Math.Min(CarMinutes, AlternativeMinutes);
}

/// <summary>
/// What commuting from the centre into a municipality is a per cent of. The published table does not say; the first
/// reproduces it.
/// </summary>
public enum InShare
{
    /// <summary>The municipality's employed residents, as for commuting out.</summary>
    OfResidents = 0,

    /// <summary>Those who work in the municipality.</summary>
    OfJobs,

    /// <summary>The centre's employed residents.</summary>
    OfCentreResidents,
}
