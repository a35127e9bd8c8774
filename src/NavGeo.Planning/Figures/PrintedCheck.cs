namespace NavGeo.Planning.Figures;

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
