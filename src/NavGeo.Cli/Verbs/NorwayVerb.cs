using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Norway;
using NavGeo.Planning.Language;
using Spectre.Console;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo norway</c>: what of the country comes with NavGeo, and how that is made.</summary>
internal static class NorwayVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var verb = new Command("norway", "What of the country comes with NavGeo: roads, people, boundaries, with source, licence and date.") { Build(common, output, error) };
        verb.SetAction(parsed =>
        {
            Show(Screen.Of(common, parsed, output, error));
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary><c>navgeo norway build DIR --from PUBLISHED</c>: how <c>data/norway</c> is made.</summary>
    private static Command Build(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder with the list norway.json, which the parts are written to." };
        var from = new Option<string>("--from") { Description = "The folder of published files that the list names.", Required = true };
        var build = new Command("build", "Make the parts of the country out of the files as they are published.") { folder, from };
        build.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            long bytes = RoadReading.Followed(
                screen, run => NorwayMaker.Make(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(from), findings, run), cancellation);
            screen.Show(findings.All);
            screen.Line(screen.Texts.Say("cli.norway.made", parsed.GetRequiredValue(folder), bytes / 1e6));
            return ExitCode.Ok;
        },
            cancellation));
        return build;
    }

    private static void Show(Screen screen)
    {
        Phrasebook texts = screen.Texts;
        if (screen.IsJson)
        {
            screen.Line(new System.Text.Json.Nodes.JsonArray([.. NorwayBase.Parts.Select(p => new System.Text.Json.Nodes.JsonObject
            {
                ["path"] = p.Path,
                ["source"] = p.Source.Title,
                ["licence"] = p.Source.Licence,
                ["date"] = p.Source.Date,
                ["sha256"] = p.Source.Sha256,
                ["packed_bytes"] = p.PackedBytes,
            })]).ToJsonString(JsonText.Options));
            return;
        }
        var table = new Table().AddColumns(
            texts.Say("cli.norway.part"), texts.Say("cli.norway.source"), texts.Say("cli.norway.licence"), texts.Say("cli.norway.date"), "MB");
        foreach (NorwayPart part in NorwayBase.Parts)
            table.AddRow(part.Path, Markup.Escape(part.Source.Title), part.Source.Licence, part.Source.Date, texts.Decimals(part.PackedBytes / 1e6, 2));
        screen.Table(table);
        screen.Line(texts.Say("cli.norway.how"));
    }
}
