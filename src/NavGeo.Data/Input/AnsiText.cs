using System.Text;

namespace NavGeo.Data.Input;

/// <summary>
/// Text as Excel and Notepad on a Norwegian Windows save it where nobody asks for UTF-8: Windows-1252. It is taken for that
/// only where every byte beyond ASCII is then a letter or a sign that people write, so that other code pages, whose å is a
/// dagger or a box, and UTF-8 that is damaged are refused.
/// </summary>
internal static class AnsiText
{
    /// <summary>Signs between 0x80 and 0xBF that stand in Norwegian text: – — € … Š š Ž ž, no-break space, « » § °.</summary>
    private static readonly byte[] Signs = [0x80, 0x85, 0x8A, 0x8E, 0x96, 0x97, 0x9A, 0x9E, 0xA0, 0xA7, 0xAB, 0xB0, 0xBB];

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text; null where the bytes are something else.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b < 0x80) continue;
            bool isLetter = b is >= 0xC0 and not (0xD7 or 0xF7 or 0xFF);
            if (!isLetter && !Signs.Contains(b)) return null;
            // Two bytes of UTF-8 among them: some of the text is, the rest is damaged.
            if (b is >= 0xC3 and <= 0xC5 && i + 1 < bytes.Length && bytes[i + 1] is >= 0x80 and <= 0xBF) return null;
        }
        return Windows1252.GetString(bytes);
    }
}
