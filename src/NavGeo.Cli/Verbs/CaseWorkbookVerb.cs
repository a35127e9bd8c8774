using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case workbook [DIR|X.xlsx] -o X.xlsx|DIR</c>: a case as one workbook, a workbook as a folder, or the template of a new case.</summary>
internal static class CaseWorkbookVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var given = new Argument<string?>("DIR|X.xlsx") { Description = "The case folder or workbook; without one, the template of a new case is written.", Arity = ArgumentArity.ZeroOrOne };
        var target = new Option<string>("--output", "-o") { Description = "The workbook (.xlsx) to write, or the folder to make of one; neither may exist.", Required = true };
        var verb = new Command("workbook", "Make one Excel workbook of a case folder, or a folder of a workbook.") { given, target };
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string to = parsed.GetRequiredValue(target);
            if (parsed.GetValue(given) is { } from) Carry(from, to, screen);
            else WriteTemplate(to, screen);
            Tell(to, screen);
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary>Gives an embedded case to begin from, as a folder or as a workbook by what the target is called.</summary>
    public static void Give(string caseName, string to, Screen screen)
    {
        string from = EmbeddedCases.Folder(caseName);
        if (CaseLanguage.Find(from, screen.Files) is { } language) screen.UseLanguageOf(language);
        if (CaseCarrier.IsWorkbook(to)) Carry(from, to, screen);
        else CaseCarrier.Copy(from, to);
        Tell(to, screen);
    }

    private static void Carry(string from, string to, Screen screen)
    {
        var findings = new Findings();
        if (CaseCarrier.IsWorkbook(from)) CaseCarrier.ToFolder(from, to, findings);
        else CaseCarrier.ToWorkbook(from, to, screen.Language, findings);
        screen.Show(findings.All);
    }

    /// <summary>What was written.</summary>
    public static void Tell(string to, Screen screen)
    {
        if (screen.IsJson) screen.Written(to, Directory.Exists(to) ? [.. Directory.GetFiles(to).Order(StringComparer.Ordinal)] : [to]);
        else screen.Line(screen.Texts.Say("cli.written", Path.GetFullPath(to)));
    }

    /// <summary>For Norwegian planners, unless somebody says otherwise.</summary>
    private static void WriteTemplate(string to, Screen screen)
    {
        screen.UseLanguageOf(UserLanguage.Bokmaal);
        CaseCarrier.ToTemplate(to, screen.Language);
    }
}
