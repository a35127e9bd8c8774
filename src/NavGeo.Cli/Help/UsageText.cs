using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using NavGeo.Cli.Views;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Help;

/// <summary>
/// What is wrong with a command line, in the user's language: the parser says it in English only. NavGeo's own checks
/// of the command line give a key of the phrasebook as their error.
/// </summary>
internal static partial class UsageText
{
    private const RegexOptions Dress = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    private const int Patience = 1000;

    /// <summary>Between a key and its values; no text a user types holds it.</summary>
    private const char Between = '\u001F';

    /// <summary>A mistake NavGeo finds itself, in the one text that the parser takes.</summary>
    public static string Mistake(string key, params IReadOnlyList<string> values) => string.Join(Between, values.Prepend(key));

    /// <summary>Every mistake on standard error, and where to read how it is written.</summary>
    public static void Show(ParseResult parsed, Screen screen)
    {
        foreach (ParseError mistake in parsed.Errors) screen.Error(Of(mistake.Message, screen.Texts));
        screen.Hint(screen.Texts.Say("usage.see-help", string.Join(' ', Words(parsed.CommandResult))));
    }

    /// <summary>The parser's sentence, or the phrase behind a key; what is neither stays as it is.</summary>
    public static string Of(string message, Phrasebook texts)
    {
        string[] own = message.Split(Between);
        if (texts.Keys.Contains(own[0])) return texts.Say(own[0], own[1..]);
        foreach ((Regex pattern, string key) in (ReadOnlySpan<(Regex, string)>)
            [
                (NoArgument(), "usage.no-argument"), (NoValue(), "usage.no-value"), (Needed(), "usage.needed"),
                (Unknown(), "usage.unknown"), (OnlyOne(), "usage.only-one"), (NoVerb(), "usage.no-verb"),
            ])
        {
            if (pattern.Match(message) is { Success: true } at) return texts.Say(key, at.Groups["word"].Value);
        }
        if (NotRead().Match(message) is { Success: true } unread)
            return texts.Say("usage.not-read." + KindOf(unread.Groups["type"].Value), unread.Groups["option"].Value, unread.Groups["word"].Value);
        if (NotAmong().Match(message) is { Success: true } other)
            return texts.Say("usage.not-among", other.Groups["word"].Value, string.Join(", ", Quoted().Matches(other.Groups["known"].Value).Select(m => m.Groups["word"].Value)));
        return message;
    }

    private static string KindOf(string type) =>
        type.Contains("Int", StringComparison.Ordinal) ? "whole"
        : type.Contains("Double", StringComparison.Ordinal) || type.Contains("Decimal", StringComparison.Ordinal) ? "number"
        : "other";

    /// <summary>The command as it is typed, without its arguments.</summary>
    private static IEnumerable<string> Words(CommandResult result) =>
        result.Parent is CommandResult above ? Words(above).Append(result.Command.Name) : ["navgeo"];

    [GeneratedRegex("^Cannot parse argument '(?<word>.*?)' for (option|command) '(?<option>.*?)' as expected type '(?<type>.*?)'", Dress, Patience)]
    private static partial Regex NotRead();

    [GeneratedRegex("^Argument '(?<word>.*?)' not recognized. Must be one of:(?<known>.*)$", Dress, Patience)]
    private static partial Regex NotAmong();

    [GeneratedRegex("'(?<word>[^']*)'", Dress, Patience)]
    private static partial Regex Quoted();

    [GeneratedRegex("^Required argument '(?<word>.*?)' missing for command", Dress, Patience)]
    private static partial Regex NoArgument();

    [GeneratedRegex("^Required argument missing for option: '(?<word>.*?)'", Dress, Patience)]
    private static partial Regex NoValue();

    [GeneratedRegex("^Option '(?<word>.*?)' is required", Dress, Patience)]
    private static partial Regex Needed();

    [GeneratedRegex("^Unrecognized command or argument '(?<word>.*?)'", Dress, Patience)]
    private static partial Regex Unknown();

    [GeneratedRegex("^Option '(?<word>.*?)' expects a single argument", Dress, Patience)]
    private static partial Regex OnlyOne();

    [GeneratedRegex("^Required command was not provided", Dress, Patience)]
    private static partial Regex NoVerb();
}
