using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NavGeo.Data.Formats.Spreadsheets;

/// <summary>How the cells of a workbook are shown, by style: as a day, as per cent, or with how many decimals.</summary>
internal sealed partial class NumberFormats
{
    /// <summary>Excel counts days from here; the 29th of February 1900, which it believes in, is before all that is read.</summary>
    private static readonly DateTime First = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private const int DaysTo1904 = 1462;

    private static readonly SearchValues<char> DateLetters = SearchValues.Create("yYdDhHmM");

    private readonly List<Shown> byStyle = [];
    private readonly int offset;

    /// <param name="styles">Of the workbook; null where it has none.</param>
    /// <param name="is1904">Whether days are counted from 1904, as old Macs did.</param>
    public NumberFormats(Stylesheet? styles, bool is1904)
    {
        offset = is1904 ? DaysTo1904 : 0;
        Dictionary<uint, string> codes = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .GroupBy(f => f.NumberFormatId?.Value ?? 0).ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "");
        foreach (CellFormat format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            uint id = format.NumberFormatId?.Value ?? 0;
            byStyle.Add(codes.TryGetValue(id, out string? code) ? Of(code) : BuiltIn(id));
        }
    }

    /// <summary>A number of a cell in a style.</summary>
    public (CellContent Content, string Text) Read(double number, int style)
    {
        Shown shown = style >= 0 && style < byStyle.Count ? byStyle[style] : default;
        if (shown.IsDate && number is >= 0 and < 2_958_466) return (CellContent.Date, Day(number + offset));
        return (shown.IsPercent ? CellContent.Percent : CellContent.Number, Written(number, shown.IsPercent ? 0 : shown.Decimals));
    }

    /// <summary>The shortest text that is this number and no other, with zeros up to the decimals it is shown with.</summary>
    public static string Written(double number, int decimals = 0)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        if (text.Contains('E', StringComparison.Ordinal))
            text = Math.Abs(number) < 1e28 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : text;
        int point = text.IndexOf('.', StringComparison.Ordinal);
        int has = point < 0 ? 0 : text.Length - point - 1;
        if (has >= decimals) return text;
        return (point < 0 ? text + "." : text) + new string('0', decimals - has);
    }

    private static string Day(double number)
    {
        DateTime time = First.AddDays(number);
        if (number < 1) return time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return time.ToString(time.TimeOfDay < TimeSpan.FromSeconds(1) ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static Shown Of(string code)
    {
        string plain = Literal().Replace(code.Split(';')[0], "");
        if (plain.AsSpan().IndexOfAny(DateLetters) >= 0) return new Shown(IsDate: true, IsPercent: false, 0);
        Match decimals = Decimals().Match(plain);
        return new Shown(IsDate: false, plain.Contains('%', StringComparison.Ordinal), decimals.Success ? decimals.Groups["zeros"].Length : 0);
    }

    private static Shown BuiltIn(uint id) => id switch
    {
        2 or 4 or 7 or 8 or 39 or 40 => new Shown(IsDate: false, IsPercent: false, 2),
        9 or 10 => new Shown(IsDate: false, IsPercent: true, 0),
        >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => new Shown(IsDate: true, IsPercent: false, 0),
        _ => default,
    };

    private readonly record struct Shown(bool IsDate, bool IsPercent, int Decimals);

    /// <summary>What stands in a format as itself: quoted, behind a backslash, in brackets; and the word General.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|General", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"0\.(?<zeros>0+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimals();
}
