using System.CommandLine;
using System.Globalization;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Json;
using NavGeo.Reports.Tables;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo futures DIR</c>: the structures in other futures, and which is regretted least.</summary>
internal static class FuturesVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var structures = new Option<string?>("--structures") { Description = "Ids to show beside the baseline, e.g. A,E; all otherwise." };
        var projection = new Option<string?>("--projection") { Description = "People by municipality and year to come: CSV, or Statistics Norway's table 14288 as json-stat2. The case's own otherwise." };
        var alternative = new Option<string?>("--alternative") { Description = "Which of several alternatives of the projection, by code or a part of its name; the main one otherwise." };
        var years = new Option<string?>("--years") { Description = "Years of the projection, with commas; 2030, 2040 and 2050 otherwise, where it has them." };
        var outFolder = new Option<string?>("--output", "-o") { Description = "Folder for the tables as CSV." };
        var roads = new RoadOptions();
        var access = new AccessOption();
        var least = new LeastPeopleOption(Audience.Internal);
        var verb = new Command("futures", "The structures in other futures: which is best where, and which is regretted least.") { folder, structures, projection, alternative, years, outFolder };
        roads.AddTo(verb, hasCase: true);
        access.AddTo(verb);
        least.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            Workspace work = RoadReading.Case(screen, parsed.GetRequiredValue(folder), cancellation);
            Publication publication = Publication.Of(
                CompareVerb.Measure(parsed, screen, roads, work, parsed.GetValue(structures), access.Rule(parsed)), least.In(parsed));
            IReadOnlyList<Future> futures = work.FuturesWith(
                publication.Case, parsed.GetValue(projection) is { } file ? screen.Files.At(file) : null, parsed.GetValue(alternative), Years(years.Name, parsed.GetValue(years)));
            RegretResult result = RegretStudy.Of(
                publication.Comparison, futures, CasePageVerb.Planned(publication, work), f => screen.Progress("futures.progress", f.Name), cancellation);
            if (parsed.GetValue(outFolder) is { } tables) RegretTables.Save(result, tables, screen.Language);
            if (screen.IsJson) screen.Line(RegretJson.Of(result, screen.Language).ToJsonString(JsonText.Options));
            else RegretView.Show(result, screen);
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }

    private static int[]? Years(string option, string? text)
    {
        if (text is null) return null;
        var years = new SortedSet<int>();
        foreach (string word in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 1900 or > 2200)
                throw new InputException(option, null, new Phrase("futures.bad-year", word), new Phrase("futures.bad-year.remedy"));
            years.Add(year);
        }
        return [.. years];
    }
}
