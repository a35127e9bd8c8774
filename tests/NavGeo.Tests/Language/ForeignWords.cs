using System.Text.RegularExpressions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Language;

/// <summary>
/// Words that are English and nothing else: they stand in the English book and in no Norwegian one, nor in any name of
/// the case. A text in Norwegian that has one was not translated.
/// </summary>
internal sealed partial class ForeignWords
{
    private readonly HashSet<string> words;

    /// <param name="planningCase">Whose names and sources may hold any word.</param>
    public ForeignWords(PlanningCase planningCase)
    {
        words = [.. WordsOf(UserLanguage.English)];
        words.ExceptWith(WordsOf(UserLanguage.Bokmaal));
        words.ExceptWith(WordsOf(UserLanguage.Nynorsk));
        foreach (string text in Names(planningCase)) words.ExceptWith(Split(text));
    }

    /// <summary>The English words of a text; what stands between ` marks is a name of a file or setting.</summary>
    public IEnumerable<string> In(string text) => Split(Code().Replace(text, " ")).Where(words.Contains);

    private static IEnumerable<string> Names(PlanningCase planningCase) =>
    [
        .. planningCase.Demand.Names.ToArray().OfType<string>(), .. planningCase.Municipalities.Select(m => m.Name), .. planningCase.Sites.Select(s => s.Name),
        .. planningCase.Structures.Select(s => s.Id), .. planningCase.Structures.SelectMany(s => s.Offices).Select(o => o.Name),
        .. planningCase.Sources.Select(s => $"{s.Title} {s.Licence} {s.Date}"), planningCase.Name.In(UserLanguage.Bokmaal),
    ];

    private static IEnumerable<string> WordsOf(UserLanguage language)
    {
        var book = Phrasebook.For(language);
        return book.Keys.SelectMany(k => Split(Code().Replace(book.Template(k), " ")));
    }

    private static IEnumerable<string> Split(string text) => Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).Where(w => w.Length > 2);

    [GeneratedRegex("\\p{L}[\\p{L}\\-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();
}
