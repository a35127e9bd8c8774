using System.Globalization;
using System.Text.RegularExpressions;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// The ways https://wiki.openstreetmap.org/wiki/Key:duration writes a time: <c>25</c> (minutes), <c>01:45</c>,
/// <c>1:45:30</c>, <c>PT1H45M</c>, <c>P1DT2H</c>; and those that stand in files besides: <c>20 min</c>, <c>1 h 45</c>, and
/// several or a range, of which the shortest counts (<c>02:30;03:30</c>, <c>25-30</c>).
/// </summary>
internal static partial class OsmDuration
{
    private const int MostHours = 24 * 7;

    /// <summary>Milliseconds, or null where the text is none of them, is nothing, or is longer than a week.</summary>
    public static int? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        double?[] times = [.. text.Split(';', StringSplitOptions.TrimEntries).SelectMany(t => t.Split('-', '–')).Select(t => Seconds(t.Trim()))];
        return times.Contains(null) || times.Min() is not ({ } known and > 0 and <= MostHours * 3600) ? null : (int)Math.Round(known * 1000);
    }

    private static double? Seconds(string text) =>
        text.Length == 0 ? null : text[0] is 'P' or 'p' ? IsoSeconds(text) : ClockSeconds(text) ?? WordSeconds(text);

    private static double? WordSeconds(string text)
    {
        // A bare number is a clock's; without a unit a decimal could be hours or minutes.
        if (!text.Any(char.IsAsciiLetter) || Words().Match(text) is not { Success: true } match) return null;
        return Number("hours") * 3600 + Number("minutes") * 60;

        double Number(string part) => match.Groups[part] is { Success: true } found
            ? double.Parse(found.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;
    }

    private static double? ClockSeconds(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length > 3) return null;
        double seconds = 0;
        foreach (string part in parts)
        {
            if (part.Length is 0 or > 5 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
            seconds = seconds * 60 + number;
        }
        // One number is minutes, two are hours and minutes, three have seconds too.
        return parts.Length == 3 ? seconds : seconds * 60;
    }

    private static double? IsoSeconds(string text)
    {
        double seconds = 0;
        double number = -1;
        bool isTime = false;
        bool hasPart = false;
        for (int i = 1; i < text.Length; i++)
        {
            char letter = char.ToUpperInvariant(text[i]);
            if (char.IsAsciiDigit(letter))
            {
                number = Math.Max(number, 0) * 10 + (letter - '0');
                continue;
            }
            if (letter == 'T' && number < 0 && !isTime)
            {
                isTime = true;
                continue;
            }
            double? unit = (letter, isTime) switch { ('D', false) => 86_400, ('H', true) => 3600, ('M', true) => 60, ('S', true) => 1, _ => null };
            if (unit is not { } each || number < 0) return null;
            seconds += number * each;
            number = -1;
            hasPart = true;
        }
        return hasPart && number < 0 ? seconds : null;
    }

    [GeneratedRegex(
        @"^((?<hours>\d{1,4}([.,]\d{1,3})?)\s*(hours?|hrs?|h|timer|time|t)\.?)?\s*((?<minutes>\d{1,4}([.,]\d{1,3})?)\s*(minutes?|minutter|minutt|mins?|m)?\.?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
