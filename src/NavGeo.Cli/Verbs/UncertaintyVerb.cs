using System.CommandLine;
using System.Globalization;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Uncertainty;
using NavGeo.Reports.Json;
using NavGeo.Reports.Tables;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo uncertainty DIR</c>: how sure a comparison is.</summary>
internal static class UncertaintyVerb
{
    private const int MostDraws = 100_000;
    private const int FewestDraws = 20;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var structures = new Option<string?>("--structures") { Description = "Ids to show beside the baseline, e.g. A,E; all otherwise." };
        var draws = new Option<int>("--draws") { Description = "How many times the case is drawn anew.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same numbers.", DefaultValueFactory = _ => 1 };
        var outFolder = new Option<string?>("--output", "-o") { Description = "Folder for the tables as CSV." };
        var roads = new RoadOptions();
        var verb = new Command("uncertainty", "How sure a comparison is: bands, and which rankings hold.") { folder, structures, draws, seed, outFolder };
        roads.AddTo(verb, hasCase: true);
        var least = new LeastPeopleOption(Audience.Internal);
        least.AddTo(verb);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            int count = parsed.GetValue(draws);
            if (count is < FewestDraws or > MostDraws)
            {
                throw new InputException(
                    "--draws", null, new Phrase("uncertainty.bad-draws", count.ToString(CultureInfo.InvariantCulture)), new Phrase("uncertainty.bad-draws.remedy", FewestDraws, MostDraws));
            }
            Publication publication = Publication.Of(
                CompareVerb.Measure(parsed, screen, roads, RoadReading.Case(screen, parsed.GetRequiredValue(folder)), parsed.GetValue(structures)), least.In(parsed));
            screen.Progress("uncertainty.drawing", count);
            var study = new UncertaintyStudy(publication.Comparison, UncertaintyModel.Stated);
            UncertaintyResult result = Draw(study, count, unchecked((ulong)parsed.GetValue(seed)), screen);
            IReadOnlyList<ClaimSwitches> switches = new SwitchStudy(study).Of(result);
            if (parsed.GetValue(outFolder) is { } tables) UncertaintyTables.Save(result, switches, tables, screen.Language);
            if (screen.IsJson) screen.Line(UncertaintyJson.Of(result, switches).ToJsonString(JsonText.Options));
            else UncertaintyView.Show(result, switches, screen);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static UncertaintyResult Draw(UncertaintyStudy study, int draws, ulong seed, Screen screen)
    {
        using MovingLine line = screen.Moving();
        return study.Run(draws, seed, Environment.ProcessorCount, done => line.ShowCount("uncertainty.progress", done, draws));
    }
}
