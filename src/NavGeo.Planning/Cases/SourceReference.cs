using NavGeo.Planning.Language;

namespace NavGeo.Planning.Cases;

/// <summary>Where figures come from; follows into every file NavGeo writes.</summary>
/// <param name="Title">Publisher and dataset, in the language of the case.</param>
/// <param name="Licence">For example CC BY 4.0.</param>
/// <param name="Date">Edition or date of extraction, as the source states it.</param>
/// <param name="File">The file that was read, where there is one.</param>
/// <param name="Sha256">Its hash in lower-case hexadecimal, where there is a file.</param>
public sealed record SourceReference(
    string Title, string Licence, string Date, string? File = null, string? Sha256 = null)
{
    /// <summary>The title by language, where the case gives it so; null where there is one for all.</summary>
    public Names? Titles { get; init; }

    /// <summary>The licence by language, likewise.</summary>
    public Names? Licences { get; init; }

    /// <summary>Those that have a licence, as readers see them, each once: a case and the file it came with may name the same.</summary>
    public static IEnumerable<string> Licensed(IEnumerable<SourceReference> sources, UserLanguage language) =>
        sources.Where(s => s.Licence.Length > 0).Select(s => s.In(language)).Distinct();

    /// <summary>As readers see it: title, and licence and date in parentheses; the date alone for a file without licence.</summary>
    public string In(UserLanguage language)
    {
        string title = Titles?.In(language) ?? Title;
        return Licence.Length > 0 ? $"{title} ({Licences?.In(language) ?? Licence}, {Date})" : $"{title}, {Date}";
    }
}
