using System.Globalization;
using System.Text.RegularExpressions;

namespace NavGeo.Data.Formats.Tables;

/// <summary>Days and months as spreadsheets write them into fields that were no dates, or that were: <c>02.mai</c>, <c>apr.17</c>, <c>01.04.2017</c>.</summary>
internal static partial class DateText
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des", "may", "oct", "dec"];

    /// <summary>Whether it is a day or a month, and so no number.</summary>
    public static bool IsDate(string text) => Named().IsMatch(text) || Day().IsMatch(text);

    /// <summary>The month of a text that can mean only one, as <c>2017-04</c>.</summary>
    public static bool TryMonth(string text, out string month)
    {
        month = "";
        int number = 0;
        if (Numbered().Match(text) is { Success: true } digits)
        {
            number = int.Parse(digits.Groups["m"].Value, CultureInfo.InvariantCulture);
            month = digits.Groups["y"].Value;
        }
        else if (NamedMonth().Match(text) is { Success: true } named)
        {
            int at = Array.IndexOf(Months, named.Groups["m"].Value.ToLowerInvariant());
            number = at switch { 12 => 5, 13 => 10, 14 => 12, _ => at + 1 };
            month = named.Groups["y"].Value is { Length: 2 } year ? "20" + year : named.Groups["y"].Value;
        }
        month = string.Create(CultureInfo.InvariantCulture, $"{month}-{number:00}");
        return number is >= 1 and <= 12;
    }

    private const string MonthNames = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|may|oct|dec";
    private const RegexOptions Dress = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex($@"^(\d{{1,2}}[.\-/ ]{{1,2}})?({MonthNames})[a-z]*([.\-/ ]{{1,2}}\d{{2,4}})?$", Dress, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}|\d{4}-\d{2}-\d{2})$", Dress, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(((0?1[./])?(?<m>\d{1,2})[./\-](?<y>\d{4}))|((?<y>\d{4})[./\-](?<m>\d{1,2})(-01)?))$", Dress, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex($@"^(?<m>{MonthNames})[a-z]*[.\-/ ]{{1,2}}(?<y>\d{{4}}|\d{{2}})$", Dress, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedMonth();
}

/// <summary>Several names in one field, parted by what people write between them.</summary>
internal static class NamePartings
{
    private static readonly string[] Signs = [", ", ",", " og ", " and ", " & ", " + ", "+", "/"];

    /// <summary>By the first sign that leaves nothing but known names; else by commas, so that each is told by itself.</summary>
    public static string[] Split(string text, Predicate<string> isKnown)
    {
        const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (string sign in Signs)
        {
            string[] parts = text.Split(sign, Trimmed);
            if (parts.Length > 1 && Array.TrueForAll(parts, isKnown)) return parts;
        }
        string[] mixed = text.Split([",", " og ", " and ", " & "], Trimmed);
        return Array.TrueForAll(mixed, isKnown) ? mixed : text.Split(',', Trimmed);
    }
}

/// <summary>A time of day as people write it.</summary>
public static class TimeText
{
    /// <summary>Seconds of <c>09:00</c>, <c>9.30</c> or <c>25:10</c>; null for anything else.</summary>
    public static int? Seconds(string text)
    {
        string[] parts = text.Trim().Split(':', '.');
        if (parts.Length is not (2 or 3)) return null;
        int seconds = 0;
        for (int i = 0; i < 3; i++)
        {
            int value = 0;
            if (i < parts.Length && (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out value) || value > (i == 0 ? 48 : 59))) return null;
            seconds = seconds * 60 + value;
        }
        return seconds <= 48 * 3600 ? seconds : null;
    }
}
