using System.Globalization;
using System.Text;

namespace NavGeo.Planning.Language;

/// <summary>Text that somebody wrote, made fit to stand on a page, in a table and in a document.</summary>
public static class WrittenText
{
    /// <summary>What a spreadsheet takes for the beginning of a formula.</summary>
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>
    /// The text without what is no writing: control characters (which no XML and so no Word document can hold), marks that turn
    /// the direction of what follows, halves of characters. Line breaks and tabs become spaces where the text is one line.
    /// </summary>
    /// <param name="text">As it came.</param>
    /// <param name="isOneLine">A name; otherwise line breaks stay.</param>
    /// <param name="keepsEnds">A piece of a text, whose spaces at the ends belong to it.</param>
    public static string Clean(string text, bool isOneLine = false, bool keepsEnds = false)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') clean.Append(rune.Value == '\n' && !isOneLine ? '\n' : ' ');
            else if (IsWriting(rune)) clean.Append(rune.ToString());
        }
        return keepsEnds ? clean.ToString() : clean.ToString().Trim();
    }

    /// <summary>The text as a spreadsheet shows it rather than runs it: an apostrophe before what begins like a formula.</summary>
    public static string WithoutFormula(string text) => text.Length > 0 && IsGuarded(text) ? "'" + text : text;

    /// <summary>What <see cref="WithoutFormula"/> was given.</summary>
    public static string WithFormula(string text) => text.Length > 1 && text[0] == '\'' && IsGuarded(text[1..]) ? text[1..] : text;

    /// <summary>
    /// What a name is told apart by: letters and digits alone, whatever their case, width, accents or alphabet, since "Kаri" with a
    /// Cyrillic а is read as Kari.
    /// </summary>
    public static string Skeleton(string name)
    {
        var skeleton = new StringBuilder(name.Length);
        foreach (char letter in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (!char.IsLetterOrDigit(letter)) continue;
            int at = Lookalikes.IndexOf(letter, StringComparison.Ordinal);
            skeleton.Append(at < 0 ? letter : Latin[at]);
        }
        return skeleton.ToString();
    }

    /// <summary>Cyrillic and Greek letters, and digits, that are read as the Latin ones below them.</summary>
    private const string Lookalikes = "авеіјкмнорѕтухοαιερκντυ01";

    private const string Latin = "abeijkmhopstyxoaiepkntuol";

    private static bool IsGuarded(string text) => FormulaStarts.Contains(text[0], StringComparison.Ordinal) || (text[0] == '\'' && text.Length > 1 && IsGuarded(text[1..]));

    private static bool IsWriting(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune != Rune.ReplacementChar;
}
