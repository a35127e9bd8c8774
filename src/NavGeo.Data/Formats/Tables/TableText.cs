using System.Globalization;
using System.Text;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Formats.Tables;

/// <summary>The bytes of a table as text, and what its header tells.</summary>
internal static class TableText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without byte-order mark; null, with a finding, where the bytes are not UTF-8.</summary>
    public static string? Decode(byte[] bytes, string file, Findings findings, Phrase? remedy = null)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith("PK\u0003\u0004"u8))
        {
            findings.Error(file, null, new Phrase("table.workbook"), new Phrase("table.workbook.remedy"));
            return null;
        }
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            findings.Error(file, 1, new Phrase("table.utf16"), remedy ?? new Phrase("table.encoding.remedy"));
            return null;
        }
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + content[..e.Index].Count((byte)'\n');
            if (AnsiText.Decode(content) is { } ansi)
            {
                findings.Note(file, line.ToString(CultureInfo.InvariantCulture), new Phrase("table.ansi"), new Phrase("table.ansi.remedy"));
                return ansi;
            }
            findings.Error(file, line, new Phrase("table.not-utf8"), remedy ?? new Phrase("table.encoding.remedy"));
            return null;
        }
    }

    /// <summary>
    /// Takes the first line <c>sep=;</c> off, which tells Excel the delimiter and is no part of the table; its line break
    /// stays, so that lines are counted as they stand in the file.
    /// </summary>
    /// <returns>The delimiter it tells; null where there is no such line.</returns>
    public static char? TakeExcelLine(ref string text)
    {
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        ReadOnlySpan<char> line = (end < 0 ? text : text.AsSpan(0, end)).Trim(" \"");
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return null;
        char delimiter = line[4];
        text = end < 0 ? "" : text[end..];
        return delimiter;
    }

    /// <summary>Semicolon where the header has at least as many of them outside quotes as commas and at least one.</summary>
    public static char DelimiterOf(string text)
    {
        int commas = 0;
        int semicolons = 0;
        bool isQuoted = false;
        bool isBlank = true;
        foreach (char c in text)
        {
            if (c == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c is '\n' or '\r' && !isBlank) break;
            isBlank &= char.IsWhiteSpace(c);
        }
        return semicolons > 0 && semicolons >= commas ? ';' : ',';
    }

    /// <summary>CRLF, LF and CR each count as one.</summary>
    public static int CountLineBreaks(ReadOnlySpan<char> text)
    {
        int breaks = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) breaks++;
        }
        return breaks;
    }
}
