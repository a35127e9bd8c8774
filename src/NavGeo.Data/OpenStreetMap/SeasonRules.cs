using System.Globalization;
using System.Text.RegularExpressions;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// What a way says of winter: <c>seasonal</c>, <c>winter_road</c>, <c>ice_road</c>, <c>snowplowing</c>,
/// <c>winter_service</c> and access under conditions of the time of the year. Hours of the day are not used.
/// </summary>
internal static class SeasonRules
{
    private static readonly string[] ConditionalKeys =
        ["motorcar:conditional", "motor_vehicle:conditional", "vehicle:conditional", "access:conditional"];

    /// <summary>Whether it is a road over ice or snow.</summary>
    public static bool IsOnlyInWinter(OsmTags tags) =>
        tags["winter_road"] is "yes" || tags["ice_road"] is "yes" || tags["seasonal"] is "winter";

    /// <summary>Whether winter closes it.</summary>
    public static bool IsClosedInWinter(OsmTags tags)
    {
        if (IsOnlyInWinter(tags)) return false;
        if (tags["seasonal"] is { } seasonal and not "no")
        {
            // "yes" says that it is not open all year; in these countries it is winter that closes.
            if (seasonal is "yes" || !seasonal.Contains("winter", StringComparison.Ordinal)) return true;
        }
        if (tags.Is("snowplowing", "no") || tags.Is("winter_service", "no")) return true;
        return AccessIn(tags, OsmCondition.January) is { } january ? AccessRules.IsShut(january) : IsOpenInSummerOnly(tags);
    }

    /// <summary>Whether a road that is closed has a condition that opens it in summer: <c>yes @ (Jun-Sep)</c>.</summary>
    public static bool IsOpenedInSummer(OsmTags tags) => AccessIn(tags, OsmCondition.July) is { } july && AccessRules.IsOpen(july);

    private static bool IsOpenInSummerOnly(OsmTags tags) => IsOpenedInSummer(tags) && AccessRules.Of(tags).Best == CarAccess.Closed;

    /// <summary>What the conditions of the most particular key say of a month; null where none of them holds then.</summary>
    private static string? AccessIn(OsmTags tags, int month)
    {
        foreach (string key in ConditionalKeys)
        {
            if (tags[key] is { } conditional && OsmCondition.ValueIn(conditional, month) is { } value) return value;
        }
        return null;
    }
}

/// <summary>
/// Values under conditions (https://wiki.openstreetmap.org/wiki/Conditional_restrictions), as they hold for a car in a
/// month: <c>no @ (Nov 15-May 20); yes @ (weight&lt;7.5 AND Nov-May)</c>. What is not understood, or is a clock or the date
/// of one year, does not hold; nor does what is said of lorries, because an ordinary car is light and short.
/// </summary>
internal static partial class OsmCondition
{
    public const int January = 1;

    public const int July = 7;

    private const int DaysOfMonth = 31;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>The value of the last part that holds in a month, as the later goes before the earlier; null where none does.</summary>
    public static string? ValueIn(string conditional, int month)
    {
        string? value = null;
        foreach (string part in PartsOf(conditional))
        {
            int sign = part.IndexOf('@', StringComparison.Ordinal);
            if (sign > 0 && Holds(part[(sign + 1)..], month)) value = part[..sign].Trim();
        }
        return value;
    }

    /// <summary>The parts between semicolons; those within brackets belong to the condition.</summary>
    private static IEnumerable<string> PartsOf(string conditional)
    {
        (int depth, int start) = (0, 0);
        for (int i = 0; i < conditional.Length; i++)
        {
            depth += conditional[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (conditional[i] != ';' || depth > 0) continue;
            yield return conditional[start..i];
            start = i + 1;
        }
        yield return conditional[start..];
    }

    private static bool Holds(string when, int month) =>
        And().Split(when.ToUpperInvariant().Trim().Trim('(', ')')).All(condition => IsTrue(condition.Trim(), month));

    private static bool IsTrue(string condition, int month)
    {
        if (Comparison().Match(condition) is { Success: true } comparison) return Compares(comparison);
        if (condition.StartsWith("WINTER", StringComparison.Ordinal) || condition is "SNOW") return month == January;
        return condition is "SUMMER" ? month == July : condition.Split(',').Any(range => TakesIn(range.Trim(), month));
    }

    /// <summary>Figures of an ordinary car: tonnes, metres, axles.</summary>
    private static bool Compares(Match comparison)
    {
        double? own = comparison.Groups["what"].Value switch
        {
            "WEIGHT" or "MAXWEIGHT" or "WEIGHTRATING" or "MAXWEIGHTRATING" or "GROSSWEIGHT" => 2,
            "AXLELOAD" or "MAXAXLELOAD" => 1,
            "LENGTH" or "MAXLENGTH" => 4.5,
            "HEIGHT" or "MAXHEIGHT" or "WIDTH" or "MAXWIDTH" or "AXLES" => 2,
            _ => null,
        };
        if (own is not { } car) return false;
        double number = double.Parse(comparison.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return comparison.Groups["sign"].Value switch { "<" => car < number, "<=" => car <= number, ">" => car > number, ">=" => car >= number, _ => false };
    }

    /// <summary><c>Nov 15-May 20</c>, <c>Nov-May</c>, <c>Jan</c>: whether any day of the month is among them.</summary>
    private static bool TakesIn(string range, int month)
    {
        if (Range().Match(range) is not { Success: true } match) return false;
        int first = DayOf(match, "1", orElse: 1);
        int last = match.Groups["month2"].Success ? DayOf(match, "2", DaysOfMonth) : match.Groups["day1"].Success ? first : first + DaysOfMonth - 1;
        (int begin, int end) = ((month - 1) * DaysOfMonth + 1, month * DaysOfMonth);
        return first <= last ? first <= end && last >= begin : first <= end || last >= begin;
    }

    private static int DayOf(Match range, string which, int orElse)
    {
        int month = Array.IndexOf(Months, range.Groups["month" + which].Value);
        return month * DaysOfMonth + (range.Groups["day" + which] is { Success: true } day ? int.Parse(day.ValueSpan, CultureInfo.InvariantCulture) : orElse);
    }

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?<what>[A-Z:_ ]+?)\s*(?<sign><=|>=|<|>|=)\s*(?<number>\d{1,6}(\.\d{1,3})?)\s*(T|M|KG)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();

    [GeneratedRegex(
        """^(?<month1>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\s*(?<day1>\d{1,2})?(\s*-\s*(?<month2>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\s*(?<day2>\d{1,2})?)?(\s*".*")?$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
