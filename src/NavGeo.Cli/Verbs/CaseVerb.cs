using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Maps.Report;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case check DIR</c>: everything there is to say about a case folder.</summary>
internal static class CaseVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var people = new Option<string?>("--people")
        {
            Description = "Write what each municipality's count was multiplied by to meet its total (.csv).",
        };
        var outside = new Option<string?>("--outside")
        {
            Description = "Write the places outside all boundaries, with the nearest municipality (.geojson or .csv).",
        };
        var check = new Command("check", "Check a case folder; every finding with file, line and remedy.") { folder, people, outside };
        check.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            CaseCheck result = RoadReading.Followed(screen, run => CaseCheck.Of(parsed.GetRequiredValue(folder), run, screen.Files));
            if (result.Case is { } sound) screen.UseLanguageOf(sound.Language);
            if (result.Work is { } work)
            {
                Finding[] all = [.. result.Findings, .. ReportInputs.Check(work)];
                result = new CaseCheck(Array.Exists(all, f => f.Severity == Severity.Error) ? null : work, all);
            }
            if (screen.IsJson) screen.Line(Json(result, screen).ToJsonString(JsonText.Options));
            else Show(result, screen);
            if (result.People is { } account)
            {
                SavePeople(account, parsed.GetValue(people), screen);
                SaveOutside(account, parsed.GetValue(outside), screen);
            }
            return result.Case is null ? ExitCode.BadInput : ExitCode.Ok;
        });
        return new Command("case", "Case folders.")
        {
            check, CaseNewVerb.Create(common, output, error), CaseBackgroundVerb.Create(common, output, error), CasePageVerb.Create(common, output, error),
            CaseWorkbookVerb.Create(common, output, error), CasePackVerb.Create(common, output, error), CaseSetVerb.Create(common, output, error),
        };
    }

    private static void SavePeople(CasePeople account, string? path, Screen screen)
    {
        if (path is null) return;
        CasePeopleTables.Spread(account, TableDress.International).Save(path);
        screen.Progress("cli.written", Path.GetFullPath(path));
    }

    private static void SaveOutside(CasePeople account, string? path, Screen screen)
    {
        if (path is null) return;
        if (path.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            AtomicFile.WriteText(path, CasePeopleTables.OutsideGeoJson(account).ToJsonString(JsonText.Options) + "\n");
        else
            CasePeopleTables.Outside(account, TableDress.International).Save(path);
        screen.Progress("people.outside-written", account.Outside.Count, account.Outside.Sum(o => (long)o.People), Path.GetFullPath(path));
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
            ["problem"] = f.ProblemIn(screen.Language),
            ["remedy"] = f.RemedyIn(screen.Language),
        })]),
    };
}
