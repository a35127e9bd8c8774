using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>
/// The words a field of a table may hold ("town_hall"), and what they are called to who fills it in ("rådhus"). Files hold the words;
/// what they are called in any language is understood as well.
/// </summary>
internal static class FieldWords
{
    private static readonly UserLanguage[] Languages = Enum.GetValues<UserLanguage>();

    /// <summary>What a word is called; itself where it has no other name.</summary>
    public static string TitleOf(string word, Phrasebook book) => book.Keys.Contains(KeyOf(word)) ? book.Say(KeyOf(word)) : word;

    /// <summary>The word that a text is, or is called; null where it is none.</summary>
    /// <param name="words">Those the field takes.</param>
    /// <param name="text">What was written.</param>
    public static string? Find(IEnumerable<string> words, string text)
    {
        string[] all = [.. words];
        return Array.Find(all, w => Same(w, text)) ?? Array.Find(all, w => Languages.Any(l => Same(TitleOf(w, Phrasebook.For(l)), text)));
    }

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string KeyOf(string word) => "workbook.word." + word;
}
