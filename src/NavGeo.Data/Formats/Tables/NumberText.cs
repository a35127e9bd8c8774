using System.Globalization;

namespace NavGeo.Data.Formats.Tables;

/// <summary>
/// Numbers as people write them: <c>1234.5</c>, <c>1234,5</c> and <c>1 234,5</c> with any kind of space between the
/// thousands. A text with both comma and point is no number: which of them separates thousands is anyone's guess.
/// </summary>
internal static class NumberText
{
    /// <summary>Reads a decimal number.</summary>
    public static bool TryDecimal(string text, out double value) =>
        double.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    /// <summary>Reads a decimal number exactly (money, årsverk).</summary>
    public static bool TryExact(string text, out decimal value) =>
        decimal.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads a whole number; <c>10.0</c>, as programs write whole numbers of a column with gaps, is ten.</summary>
    public static bool TryWhole(string text, out int value) =>
        int.TryParse(WithoutZeroDecimals(Plain(text)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>The bytes of a whole number; of <c>10.0</c> and <c>10,0</c> those of <c>10</c>.</summary>
    public static ReadOnlySpan<byte> WithoutZeroDecimals(ReadOnlySpan<byte> digits)
    {
        int point = digits.IndexOfAny((byte)'.', (byte)',');
        return point > 0 && !digits[(point + 1)..].ContainsAnyExcept((byte)'0') ? digits[..point] : digits;
    }

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
            if (c is ' ' or '\u00A0' or '\u202F' or '\u2009')
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
