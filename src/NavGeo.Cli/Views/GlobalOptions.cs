using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Views;

/// <summary>The options every verb takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Plain numbers for programs.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON.", Recursive = true };

    /// <summary>The language of tables, maps and findings.</summary>
    public Option<string?> Language { get; } = LanguageOption();

    /// <summary>The language of the machine, where nothing else says one.</summary>
    public UserLanguage System { get; init; } = UserLanguage.English;

    /// <summary>No progress, no notes.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Only results and errors.", Recursive = true };

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [Json, Language, Quiet];

    /// <summary>The screen of each command line.</summary>
    public ConditionalWeakTable<ParseResult, Screen> Screens { get; } = new();

    /// <summary>What a user whose machine has this culture reads: Norwegian where it is that, else English.</summary>
    public static UserLanguage LanguageOf(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "nb" or "no" => UserLanguage.Bokmaal,
        "nn" => UserLanguage.Nynorsk,
        _ => UserLanguage.English,
    };

    /// <summary>The language asked for; null where none is, or none that there is.</summary>
    public string? LanguageIn(ParseResult parsed) => parsed.GetResult(Language)?.Tokens is [{ } word] ? word.Value : null;

    /// <summary>Whether a switch is given, be the rest of the command line right or wrong.</summary>
    public static bool IsSet(Option<bool> option, ParseResult parsed) =>
        parsed.GetResult(option) is { } given && !given.Errors.Any() && parsed.GetValue(option);

    private static Option<string?> LanguageOption()
    {
        var option = new Option<string?>("--lang") { Description = "nb, nn or en; the case's own language otherwise.", Recursive = true };
        option.AcceptOnlyFromAmong("nb", "nn", "en");
        return option;
    }
}
