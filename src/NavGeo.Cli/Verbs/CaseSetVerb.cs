using System.CommandLine;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case set DIR --name …</c>: changes what a case is called, compared with, and as of.</summary>
internal static class CaseSetVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder." };
        var options = new Dictionary<string, Option<string?>>(StringComparer.Ordinal)
        {
            ["name"] = new("--name") { Description = "What the case is called, in all languages." },
            ["baseline"] = new("--baseline") { Description = "The structure that the others are compared with." },
            ["date"] = new("--date") { Description = "What the case is as of, e.g. 2024-01-01." },
            ["language"] = new("--language") { Description = "The language of tables and maps: nb, nn or en." },
        };
        var verb = new Command("set", "Change the name, baseline, date or language of a case.") { folder };
        foreach (Option option in options.Values) verb.Options.Add(option);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach ((string key, Option<string?> option) in options)
            {
                if (parsed.GetValue(option) is { } value) values[key] = value;
            }
            string path = Path.Combine(parsed.GetRequiredValue(folder), Workspace.SettingsName);
            if (values.Count == 0) throw new InputException(path, null, new Phrase("case.set.nothing"), new Phrase("case.set.nothing.remedy"));
            var findings = new Findings();
            CaseEditor.Set(parsed.GetRequiredValue(folder), values, findings);
            screen.Show(findings.All);
            if (screen.IsJson) screen.Written(parsed.GetRequiredValue(folder), [path]);
            else screen.Line(screen.Texts.Say("cli.written", Path.GetFullPath(path)));
            return ExitCode.Ok;
        });
        return verb;
    }
}
