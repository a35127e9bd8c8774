using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Text.Json.Nodes;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using Spectre.Console;

namespace NavGeo.Cli.Views;

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

    private Screen(TextWriter output, TextWriter error, string? languageOption, UserLanguage system, bool isJson, bool isQuiet)
    {
        this.output = output;
        this.error = error;
        this.languageOption = languageOption;
        IsWatched = !isJson && !isQuiet && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        IsJson = isJson;
        IsQuiet = isQuiet;
        Language = LanguageCode.TryParse(languageOption, out UserLanguage language) ? language : system;
    }

    /// <summary>The files that the run reads, each of them once.</summary>
    public InputFiles Files { get; } = new();

    /// <summary>Whether programs read the output.</summary>
    public bool IsJson { get; }

    /// <summary>Whether only results and errors are wanted.</summary>
    public bool IsQuiet { get; }

    /// <summary>The language texts are written in.</summary>
    public UserLanguage Language { get; private set; }

    /// <summary>The texts in that language.</summary>
    public Phrasebook Texts => Phrasebook.For(Language);

    /// <summary>The screen of one command line: the same one however often it is asked for, so that what it has learnt holds.</summary>
    public static Screen Of(GlobalOptions common, ParseResult parsed, TextWriter output, TextWriter error)
    {
        if (common.Screens.TryGetValue(parsed, out Screen? known)) return known;
        var screen = new Screen(output, error, common.LanguageIn(parsed), common.System, GlobalOptions.IsSet(common.Json, parsed), GlobalOptions.IsSet(common.Quiet, parsed));
        common.Screens.Add(parsed, screen);
        if (screen.CaseLanguageIn(parsed) is { } language) screen.UseLanguageOf(language);
        return screen;
    }

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

    /// <summary>
    /// What is being done, with the seconds since the start; nothing where standard error is no terminal, nor under
    /// <c>--quiet</c> and <c>--json</c>.
    /// </summary>
    public void Progress(string key, params IReadOnlyList<object> values)
    {
        if (!IsWatched) return;
        string seconds = clock.Elapsed.TotalSeconds.ToString("0.0", Texts.Culture);
        error.WriteLine($"[{seconds} s] {Texts.Say(key, values)}");
    }

    /// <summary>Which files were written: as JSON for programs, as progress for people.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="files">Their paths.</param>
    public void Written(string folder, IReadOnlyList<string> files)
    {
        if (IsJson)
        {
            Line(new JsonObject
            {
                ["folder"] = folder,
                ["count"] = files.Count,
                ["bytes"] = files.Sum(f => new FileInfo(f).Length),
                ["files"] = new JsonArray([.. files.Select(f => (JsonNode)f.Replace('\\', '/'))]),
            }.ToJsonString(JsonText.Options));
        }
        Progress("cli.written", Path.GetFullPath(folder));
    }

    /// <summary>
    /// A line that moves: how far a long reading has come. Written over and over on a terminal and gone when it ends;
    /// nothing where standard error is no terminal, nor under <c>--quiet</c> and <c>--json</c>.
    /// </summary>
    public MovingLine Moving() => new(IsWatched ? error : null, Texts);

    /// <summary>Whether a person looks at standard error, so that progress may be shown there.</summary>
    public bool IsWatched { get; }

    /// <summary>Something the user should know of the result, on standard error; nothing under <c>--quiet</c>.</summary>
    public void Notice(string key, params IReadOnlyList<object> values)
    {
        if (!IsQuiet) error.WriteLine($"{Texts.Say("cli.note")}: {Texts.Say(key, values)}");
    }

    /// <summary>A mistake in the command line, on standard error.</summary>
    public void Error(string text) => error.WriteLine($"{Texts.Say("cli.error")}: {text}");

    /// <summary>How to go on after a mistake, on standard error; nothing under <c>--quiet</c>.</summary>
    public void Hint(string text)
    {
        if (!IsQuiet) error.WriteLine(text);
    }

    /// <summary>Findings, the errors always, the rest unless <c>--quiet</c>.</summary>
    public void Show(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings.Distinct())
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

    /// <summary>
    /// The language of the case the command line names, so that what is wrong with the command line or the case is told
    /// in it too; null where it names none.
    /// </summary>
    private UserLanguage? CaseLanguageIn(ParseResult parsed) => parsed.Tokens.Where(t => t.Type == TokenType.Argument)
        .Select(t => CaseLanguage.Find(t.Value, Files)).FirstOrDefault(l => l is not null);
}
