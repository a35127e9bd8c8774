namespace NavGeo.Planning.Calibration;

/// <summary>How far minutes are off.</summary>
/// <param name="Count">How many times.</param>
/// <param name="Mean">Mean size of the error; 0 of none.</param>
/// <param name="Median">The middle one by size, of an even number the larger of the two.</param>
/// <param name="P90">The one by size that nine of ten do not exceed.</param>
/// <param name="Difference">Mean error with its sign: above 0 measured too much.</param>
public readonly record struct MinuteErrors(int Count, double Mean, double Median, double P90, double Difference)
{
    /// <summary>Of differences, measured less known.</summary>
    public static MinuteErrors Of(IEnumerable<double> differences)
    {
        double[] signed = [.. differences];
        if (signed.Length == 0) return default;
        double[] sizes = [.. signed.Select(Math.Abs).Order()];
        return new MinuteErrors(sizes.Length, sizes.Average(), sizes[sizes.Length / 2], sizes[(9 * sizes.Length + 9) / 10 - 1], signed.Average());
    }
}
