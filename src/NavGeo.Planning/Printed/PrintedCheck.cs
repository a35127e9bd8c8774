using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Printed;

/// <summary>A printed figure beside the computed one.</summary>
/// <param name="Printed">What the report prints.</param>
/// <param name="Computed">What NavGeo computes, unrounded; null where it cannot.</param>
public sealed record PrintedCheck(PrintedFigure Printed, decimal? Computed)
{
    /// <summary>A figure the report calls approximate may be off by this share.</summary>
    private const decimal NearShare = 0.05m;

    /// <summary>The computed figure with as many decimals as the printed one, half up.</summary>
    public decimal? Rounded => Computed is { } known ? decimal.Round(known, Printed.Value.Scale, MidpointRounding.AwayFromZero) : null;

    /// <summary>
    /// Computed minus printed: of the rounded figure where the two agree when rounded or cut, otherwise of the unrounded one.
    /// </summary>
    public decimal? Difference => (Verdict is PrintedVerdict.Differs or PrintedVerdict.Near ? Computed : Rounded) - Printed.Value;

    /// <summary>How the two stand to each other.</summary>
    public PrintedVerdict Verdict
    {
        get
        {
            if (Computed is not { } known) return PrintedVerdict.NotComputed;
            if (Rounded == Printed.Value) return PrintedVerdict.Same;
            if (decimal.Round(known, Printed.Value.Scale, MidpointRounding.ToZero) == Printed.Value) return PrintedVerdict.Cut;
            return Printed.IsApproximate && Math.Abs(known - Printed.Value) <= NearShare * Math.Abs(Printed.Value)
                ? PrintedVerdict.Near : PrintedVerdict.Differs;
        }
    }
}

/// <summary>How a printed figure stands to the computed one.</summary>
public enum PrintedVerdict
{
    /// <summary>The computed figure, rounded half up to the decimals printed, is the printed one.</summary>
    Same = 0,

    /// <summary>The printed figure is the computed one with further decimals cut off, not rounded.</summary>
    Cut,

    /// <summary>The report says "about", and the computed figure is within five per cent.</summary>
    Near,

    /// <summary>The two differ.</summary>
    Differs,

    /// <summary>The case does not hold what it takes to compute it.</summary>
    NotComputed,
}
