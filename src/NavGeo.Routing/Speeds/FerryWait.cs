using System.Globalization;

namespace NavGeo.Routing.Speeds;

/// <summary>
/// How long one waits for a ferry: a named setting, because every national model does it differently. Written
/// <c>none</c>, <c>half-headway</c>, <c>half-headway-capped(30)</c> or <c>fixed(10)</c>; minutes in the brackets.
/// </summary>
/// <remarks>
/// <c>half-headway</c> is half the time between departures and at most 120 minutes, as in the Norwegian national
/// transport model.
/// </remarks>
public sealed record FerryWait
{
    /// <summary>A day: a longer wait is a mistake.</summary>
    public const double MostMinutes = 1440;

    private const double NationalModelCapMinutes = 120;

    private readonly double headwayShare;
    private readonly double fixedMinutes;
    private readonly double capMinutes;

    private FerryWait(string name, double headwayShare, double fixedMinutes, double capMinutes)
    {
        Name = name;
        this.headwayShare = headwayShare;
        this.fixedMinutes = fixedMinutes;
        this.capMinutes = capMinutes;
    }

    /// <summary>The ferry leaves when one comes.</summary>
    public static FerryWait None { get; } = new("none", 0, 0, double.PositiveInfinity);

    /// <summary>Half the headway, at most 120 minutes.</summary>
    public static FerryWait HalfHeadway { get; } = new("half-headway", 0.5, 0, NationalModelCapMinutes);

    /// <summary>The setting as users write it and as exports print it.</summary>
    public string Name { get; }

    /// <summary>Half the headway, but never more than <paramref name="minutes"/>.</summary>
    public static FerryWait HalfHeadwayCapped(double minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        return new FerryWait(Named("half-headway-capped", minutes), 0.5, 0, minutes);
    }

    /// <summary>The same wait at every quay.</summary>
    public static FerryWait Fixed(double minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        return new FerryWait(Named("fixed", minutes), 0, minutes, double.PositiveInfinity);
    }

    /// <summary>Reads a setting as users write it.</summary>
    /// <returns>False where the text is none of the four forms.</returns>
    public static bool TryParse(string? text, out FerryWait wait)
    {
        wait = HalfHeadway;
        string setting = (text ?? "").Trim();
        if (setting is "none") wait = None;
        else if (setting is "half-headway") wait = HalfHeadway;
        else if (Bracket(setting, "half-headway-capped") is { } cap) wait = HalfHeadwayCapped(cap);
        else if (Bracket(setting, "fixed") is { } minutes) wait = Fixed(minutes);
        else return false;
        return true;
    }

    /// <summary>Minutes at the quay when a ferry leaves every <paramref name="headwayMinutes"/> minutes.</summary>
    public double Minutes(double headwayMinutes) => Math.Min(fixedMinutes + headwayShare * headwayMinutes, capMinutes);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Named(string form, double minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{form}({minutes})");

    private static double? Bracket(string text, string form)
    {
        if (!text.StartsWith(form + "(", StringComparison.Ordinal) || !text.EndsWith(')')) return null;
        ReadOnlySpan<char> inside = text.AsSpan(form.Length + 1, text.Length - form.Length - 2);
        bool isNumber = double.TryParse(inside, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double minutes);
        return isNumber && minutes <= MostMinutes ? minutes : null;
    }
}
