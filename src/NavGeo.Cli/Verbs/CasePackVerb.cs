using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data.Folders;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case pack DIR|X.xlsx -o X.zip</c>: a case and all it is built on in one file; <c>X.zip -o DIR</c> unpacks it.</summary>
internal static class CasePackVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var given = new Argument<string>("DIR|X.xlsx|X.zip") { Description = "The case folder or workbook to pack, or the package to unpack." };
        var target = new Option<string>("--output", "-o") { Description = "The package (.zip) to write, or the folder to unpack into; neither may exist.", Required = true };
        var verb = new Command("pack", "Make one file of a case and every file it is built on, to send or to keep; or unpack one.") { given, target };
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string from = parsed.GetRequiredValue(given);
            string to = parsed.GetRequiredValue(target);
            var findings = new Findings();
            if (!CaseArchive.Is(from)) CaseArchive.Pack(from, to, findings);
            else if (File.Exists(from)) CaseArchive.Unpack(from, to);
            else throw new InputException(from, null, new Phrase("table.no-file"), new Phrase("table.no-file.remedy"));
            screen.Show(findings.All);
            CaseWorkbookVerb.Tell(to, screen);
            return ExitCode.Ok;
        });
        return verb;
    }
}
