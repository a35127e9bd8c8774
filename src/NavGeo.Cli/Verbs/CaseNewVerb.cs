using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Norway;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case new DIR</c>: a case folder to begin from, made of a road file, a population grid and boundaries.</summary>
internal static class CaseNewVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to make; it must not exist." };
        var roads = new Option<string?>("--roads") { Description = "Road network, a file of any form in docs/roads.md; the one that comes with NavGeo otherwise." };
        var grid = new Option<string?>("--demand") { Description = "Population grid of Statistics Norway (.csv), or points with weights (.csv, .geojson); the grid that comes with NavGeo otherwise." };
        var boundaries = new Option<string?>("--boundaries") { Description = "Municipality boundaries (.geojson); those of the code year that come with NavGeo otherwise." };
        var population = new Option<string?>("--population") { Description = "People per municipality (.csv, .json), which the case spreads over the grid; the grid's own sums otherwise." };
        var populationYear = new Option<int?>("--population-year") { Description = "The year to take out of --population; --code-year otherwise." };
        var changes = new Option<string?>("--changes") { Description = "Changed municipality numbers (.csv), where --population has those of another year." };
        var codeYear = new Option<int>("--code-year") { Description = "The year of the boundaries' municipality codes.", DefaultValueFactory = _ => NorwayBase.CodeYear };
        var commuting = new Option<string?>("--commuting") { Description = "Commuting between municipalities (.csv, .csv.gz, .json), which navgeo regions divides by." };
        var only = new Option<string?>("--municipalities") { Description = "Only these: names or numbers of municipalities, counties or districts, e.g. Valdres or 18,1902; all otherwise." };
        var name = new Option<string?>("--name") { Description = "What the case is called; the municipalities as they were asked for otherwise." };
        var verb = new Command(
            "new", "Make a case with one office and one site a municipality, to begin from.")
        {
            folder, roads, grid, boundaries, population, populationYear, changes, commuting, codeYear, only, name,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            // A case for Norwegian planners, unless somebody says otherwise.
            screen.UseLanguageOf(UserLanguage.Bokmaal);
            var findings = new Findings();
            screen.Progress("cli.case.making", parsed.GetRequiredValue(folder));
            var starter = new CaseStarter(parsed.GetValue(codeYear), parsed.GetValue(roads), parsed.GetValue(grid), parsed.GetValue(boundaries), parsed.GetValue(population))
            {
                Changes = parsed.GetValue(changes),
                Only = parsed.GetValue(only) is { } words ? MunicipalityChoice.WordsOf(words) : [],
                Name = parsed.GetValue(name),
                Language = screen.Language,
            };
            if (parsed.GetValue(populationYear) is { } year) starter = starter with { PopulationYear = year };
            if (parsed.GetValue(commuting) is { } matrix) starter = starter with { Commuting = matrix };
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
