using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case new DIR</c>: a case folder to begin from, made of a road file, a population grid and boundaries.</summary>
internal static class CaseNewVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to make; it must not exist." };
        var roads = new Option<string>("--roads") { Description = "Road network, a file of any form in docs/roads.md.", Required = true };
        var grid = new Option<string>("--demand") { Description = "Population grid of Statistics Norway (.csv), or points with weights (.csv, .geojson).", Required = true };
        var boundaries = new Option<string>("--boundaries") { Description = "Municipality boundaries (.geojson).", Required = true };
        var population = new Option<string?>("--population") { Description = "People per municipality (.csv, .json), which the case spreads over the grid; the grid's own sums otherwise." };
        var populationYear = new Option<int?>("--population-year") { Description = "The year to take out of --population; --code-year otherwise." };
        var changes = new Option<string?>("--changes") { Description = "Changed municipality numbers (.csv), where --population has those of another year." };
        var codeYear = new Option<int>("--code-year") { Description = "The year of the boundaries' municipality codes.", Required = true };
        var commuting = new Option<string?>("--commuting") { Description = "Commuting between municipalities (.csv, .csv.gz, .json), which navgeo regions divides by." };
        var only = new Option<string?>("--municipalities") { Description = "Only these numbers, or numbers that begin so: 18,1902; all otherwise." };
        var verb = new Command(
            "new", "Make a case with one office and one site a municipality, to begin from.")
        {
            folder, roads, grid, boundaries, population, populationYear, changes, commuting, codeYear, only,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            // A case for Norwegian planners, unless somebody says otherwise.
            screen.UseLanguageOf(UserLanguage.Bokmaal);
            var findings = new Findings();
            screen.Progress("cli.case.making", parsed.GetRequiredValue(folder));
            var starter = new CaseStarter
            {
                Roads = parsed.GetRequiredValue(roads),
                Grid = parsed.GetRequiredValue(grid),
                Boundaries = parsed.GetRequiredValue(boundaries),
                Population = parsed.GetValue(population),
                PopulationYear = parsed.GetValue(populationYear),
                Changes = parsed.GetValue(changes),
                Commuting = parsed.GetValue(commuting),
                CodeYear = parsed.GetValue(codeYear),
                Only = (parsed.GetValue(only) ?? "").Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries),
                Language = screen.Language,
            };
            int municipalities = RoadReading.Followed(screen, run => starter.Write(parsed.GetRequiredValue(folder), findings, run), cancellation);
            screen.Show(findings.All);
            string made = parsed.GetRequiredValue(folder);
            if (screen.IsJson) screen.Written(made, [.. Directory.GetFiles(made).Order(StringComparer.Ordinal)]);
            else screen.Line(screen.Texts.Say("cli.case.made", made, municipalities));
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }
}
