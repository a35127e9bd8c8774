using System.CommandLine;
using System.Diagnostics;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using Spectre.Console;

namespace NavGeo.Cli;

/// <summary>
/// Where a verb shows what it found: results on standard output, findings and progress on standard error, in the
/// user's language.
/// </summary>
internal sealed class Screen
{
    /// <summary>Width of tables where the output is no terminal.</summary>
    private const int PlainWidth = 150;

    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly string? languageOption;
    private readonly Stopwatch clock = Stopwatch.StartNew();

    private Screen(TextWriter output, TextWriter error, string? languageOption, bool isJson, bool isQuiet)
    {
        this.output = output;
        this.error = error;
        this.languageOption = languageOption;
        IsJson = isJson;
        IsQuiet = isQuiet;
        Language = LanguageCode.TryParse(languageOption, out UserLanguage language) ? language : UserLanguage.English;
    }

    /// <summary>Whether programs read the output.</summary>
    public bool IsJson { get; }

    /// <summary>Whether only results and errors are wanted.</summary>
    public bool IsQuiet { get; }

    /// <summary>The language texts are written in.</summary>
    public UserLanguage Language { get; private set; }

    /// <summary>The texts in that language.</summary>
    public Phrasebook Texts => Phrasebook.For(Language);

    /// <summary>The screen of one command.</summary>
    public static Screen Of(GlobalOptions common, ParseResult parsed, TextWriter output, TextWriter error) =>
        new(output, error, parsed.GetValue(common.Language), parsed.GetValue(common.Json), parsed.GetValue(common.Quiet));

    /// <summary>Takes the case's language where the user asked for none.</summary>
    public void UseLanguageOf(UserLanguage caseLanguage)
    {
        if (languageOption is null) Language = caseLanguage;
    }

    /// <summary>A line of the result.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>A table of the result.</summary>
    public void Table(Table table)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (Console.IsOutputRedirected) console.Profile.Width = PlainWidth;
        console.Write(table);
    }

    /// <summary>What is being done, with the seconds since the start; nothing under <c>--quiet</c> and <c>--json</c>.</summary>
    public void Progress(string key, params IReadOnlyList<object> values)
    {
        if (IsQuiet || IsJson) return;
        string seconds = clock.Elapsed.TotalSeconds.ToString("0.0", Texts.Culture);
        error.WriteLine($"[{seconds} s] {Texts.Say(key, values)}");
    }

    /// <summary>
    /// A line that moves: how far a long reading has come. Written over and over on a terminal and gone when it ends;
    /// nothing where standard error is no terminal, nor under <c>--quiet</c> and <c>--json</c>.
    /// </summary>
    public MovingLine Moving() => new(IsQuiet || IsJson || Console.IsErrorRedirected ? null : error, Texts);

    /// <summary>Findings, the errors always, the rest unless <c>--quiet</c>.</summary>
    public void Show(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            if (IsQuiet && finding.Severity != Severity.Error) continue;
            string word = Texts.Say(finding.Severity switch
            {
                Severity.Error => "cli.error",
                Severity.Warning => "cli.warning",
                _ => "cli.note",
            });
            error.WriteLine($"{word}: {finding.In(Language)}");
        }
    }
}
