using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case check DIR</c>: everything there is to say about a case folder.</summary>
internal static class CaseVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder." };
        var check = new Command("check", "Check a case folder; every finding with file, line and remedy.") { folder };
        check.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            CaseCheck result = CaseCheck.Of(parsed.GetRequiredValue(folder));
            if (result.Case is { } sound) screen.UseLanguageOf(sound.Language);
            if (screen.IsJson) screen.Line(Json(result, screen).ToJsonString(JsonText.Options));
            else Show(result, screen);
            return result.Case is null ? ExitCode.BadInput : ExitCode.Ok;
        });
        return new Command("case", "Case folders.")
        {
            check, CaseNewVerb.Create(common, output, error), CaseBackgroundVerb.Create(common, output, error), CasePageVerb.Create(common, output, error),
        };
    }

    private static void Show(CaseCheck result, Screen screen)
    {
        screen.Show(result.Findings);
        screen.Line(screen.Texts.Say(
            result.Case is null ? "cli.case.unusable" : "cli.case.usable",
            Count(result, Severity.Error),
            Count(result, Severity.Warning),
            Count(result, Severity.Note)));
    }

    private static int Count(CaseCheck result, Severity severity) => result.Findings.Count(f => f.Severity == severity);

    private static JsonObject Json(CaseCheck result, Screen screen) => new()
    {
        ["usable"] = result.Case is not null,
        ["errors"] = Count(result, Severity.Error),
        ["warnings"] = Count(result, Severity.Warning),
        ["notes"] = Count(result, Severity.Note),
        ["findings"] = new JsonArray([.. result.Findings.Select(f => (JsonNode)new JsonObject
        {
            ["severity"] = f.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
            ["file"] = f.File,
            ["place"] = f.Place,
            ["problem"] = f.Problem.In(screen.Language),
            ["remedy"] = f.Remedy.In(screen.Language),
        })]),
    };
}
