using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Help;

/// <summary>
/// The help of the command in the user's language. The verbs describe themselves in English; <c>help.nb.json</c> and
/// <c>help.nn.json</c> have each of these texts, and the headings the parser sets above them, in Norwegian.
/// </summary>
internal static class HelpTexts
{
    /// <summary>What the parser itself writes in a help: headings and marks.</summary>
    private static readonly string[] Frame = ["Description:", "Usage:", "Arguments:", "Options:", "Commands:", "(REQUIRED)", "[default: "];

    /// <summary>Every text of the command tree that has no translation in a language; none for English.</summary>
    public static IReadOnlyList<string> Missing(Command root, UserLanguage language)
    {
        Dictionary<string, string>? texts = In(language);
        return texts is null ? [] : [.. All(root).Select(s => s.Description).OfType<string>().Concat(Frame).Where(t => !texts.ContainsKey(t)).Distinct()];
    }

    /// <summary>Writes the help of the command that is asked about.</summary>
    public static void Show(ParseResult parsed, HelpAction help, UserLanguage language, TextWriter output)
    {
        Dictionary<string, string>? texts = In(language);
        using var english = new StringWriter();
        if (texts is not null)
        {
            foreach (Symbol symbol in All(parsed.RootCommandResult.Command))
            {
                if (symbol.Description is { } text && texts.TryGetValue(text, out string? translated)) symbol.Description = translated;
            }
        }
        parsed.InvocationConfiguration.Output = english;
        help.Invoke(parsed);
        string written = english.ToString();
        if (texts is not null)
        {
            foreach (string word in Frame) written = written.Replace(word, texts[word], StringComparison.Ordinal);
        }
        output.Write(written);
    }

    private static IEnumerable<Symbol> All(Command command) =>
        [command, .. command.Arguments, .. command.Options, .. command.Subcommands.SelectMany(All)];

    private static Dictionary<string, string>? In(UserLanguage language)
    {
        if (language == UserLanguage.English) return null;
        using Stream stream = typeof(HelpTexts).Assembly.GetManifestResourceStream($"NavGeo.Cli.Help.help.{LanguageCode.Of(language)}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream);
    }
}
