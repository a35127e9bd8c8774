using System.Globalization;
using System.Text.RegularExpressions;

namespace NavGeo.Data.Formats.Tables;

/// <summary>
/// Numbers as people write them: <c>1234.5</c>, <c>1234,5</c>, <c>1 234,5</c> and <c>1'234,5</c> with any kind of space or
/// apostrophe between the thousands. A text with both comma and point is no number: which of them separates thousands is
/// anyone's guess. Where a number has no decimals (people) or at most two (money), groups of three digits behind a comma or
/// point are thousands: <c>180.000</c> is 180 000.
/// </summary>
internal static partial class NumberText
{
    private const string GroupPattern = @"^[-\u2212]?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$";
    private const string GroupedMoneyPattern = @"^([-\u2212]?[1-9]\d{0,2})(?:((?:\.\d{3})+)(?:,(\d{1,2}))?|((?:,\d{3})+)(?:\.(\d{1,2}))?)$";

    /// <summary>Whether it may be thousands: groups of three digits behind one sign, and nothing else.</summary>
    public static bool IsGrouped(string text) => Group().IsMatch(text);

    /// <summary>Reads money, with or without its currency: <c>kr 180.000,-</c>, <c>180 000,50 NOK</c>.</summary>
    public static bool TryMoney(string text, out decimal value)
    {
        string bare = Currency().Replace(text, "").Trim();
        if (GroupedMoney().Match(bare) is not { Success: true } grouped) return TryExact(bare, out value);
        string whole = grouped.Groups[1].Value + grouped.Groups[2].Value + grouped.Groups[4].Value;
        return TryExact(WithoutSigns(whole) + "." + grouped.Groups[3].Value + grouped.Groups[5].Value + "0", out value);
    }

    /// <summary>Reads a decimal number.</summary>
    public static bool TryDecimal(string text, out double value) =>
        double.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    /// <summary>Reads a decimal number exactly (money, årsverk).</summary>
    public static bool TryExact(string text, out decimal value) =>
        decimal.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads a whole number; <c>4.600</c> is 4600, <c>10.0</c>, as programs write whole numbers of a column with gaps, is ten.</summary>
    public static bool TryWhole(string text, out int value) =>
        int.TryParse(WithoutZeroDecimals(Plain(IsGrouped(text) ? WithoutSigns(text) : text)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>The bytes of a whole number; of <c>10.0</c> and <c>10,0</c> those of <c>10</c>.</summary>
    public static ReadOnlySpan<byte> WithoutZeroDecimals(ReadOnlySpan<byte> digits)
    {
        int point = digits.IndexOfAny((byte)'.', (byte)',');
        return point > 0 && !digits[(point + 1)..].ContainsAnyExcept((byte)'0') ? digits[..point] : digits;
    }

    private static string WithoutSigns(string grouped) => grouped.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    private static ReadOnlySpan<char> WithoutZeroDecimals(string plain)
    {
        int point = plain.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && !plain.AsSpan(point + 1).ContainsAnyExcept('0') ? plain.AsSpan(0, point) : plain;
    }

    /// <summary>Point for comma, no thousands spaces; the empty text where the number is written wrongly.</summary>
    private static string Plain(string text)
    {
        Span<char> plain = text.Length <= 64 ? stackalloc char[text.Length] : [];
        int length = 0;
        int separators = 0;
        int sinceSpace = -1;
        if (plain.Length != text.Length) return "";
        foreach (char c in text)
        {
            if (c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019')
            {
                // Thousands stand in groups of three, before the decimals, after at least one digit.
                if (separators > 0 || length == 0 || !char.IsAsciiDigit(plain[length - 1]) || sinceSpace is >= 0 and not 3) return "";
                sinceSpace = 0;
                continue;
            }
            if (c is '.' or ',')
            {
                if (sinceSpace is >= 0 and not 3) return "";
                sinceSpace = -1;
                separators++;
            }
            else if (sinceSpace >= 0)
            {
                sinceSpace++;
            }
            plain[length++] = c switch { ',' => '.', '\u2212' => '-', _ => c };
        }
        return separators > 1 || sinceSpace is >= 0 and not 3 ? "" : plain[..length].ToString();
    }

    [GeneratedRegex(GroupPattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();

    [GeneratedRegex(GroupedMoneyPattern, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GroupedMoney();

    [GeneratedRegex(@"^(?:kr\.?|nok)\s*|\s*(?:kr\.?|nok)$|[,.]-{1,2}$|[,.]\u2013$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Currency();
}

/// <summary>Yes and no as people and spreadsheets write them.</summary>
internal static class FlagText
{
    /// <summary>1/0, true/false, yes/no, ja/nei, sann/usann, x.</summary>
    public static bool TryRead(string text, out bool flag)
    {
        flag = text.ToUpperInvariant() is "1" or "TRUE" or "YES" or "Y" or "JA" or "J" or "SANN" or "X";
        return flag || text.ToUpperInvariant() is "0" or "FALSE" or "NO" or "N" or "NEI" or "USANN";
    }
}
