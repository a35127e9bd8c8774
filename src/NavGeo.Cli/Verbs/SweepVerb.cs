using System.CommandLine;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Data.Sweeps;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Sweeps;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo sweep DIR --over links -o FILE</c>: many questions of a case, one row a question and structure.</summary>
internal static class SweepVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var structures = new Option<string?>("--structures") { Description = "Ids to take beside the baseline, e.g. A,E; all otherwise." };
        var target = new Option<string>("--output", "-o") { Description = "The file to write: .csv or .parquet. A run that was stopped goes on where it was.", Required = true };
        var options = new SweepOptions();
        var roads = new RoadOptions();
        var least = new LeastPeopleOption(Audience.Public);
        var verb = new Command("sweep", "Ask many questions of a case: close every link in turn, every ferry, every site; merge every two neighbouring offices; draw it anew.") { folder, structures, target };
        verb.Subcommands.Add(SweepShowVerb.Create(common, output, error));
        options.AddTo(verb);
        roads.AddTo(verb, hasCase: true);
        least.AddTo(verb);
        verb.SetAction(async (parsed, cancellation) =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string file = parsed.GetRequiredValue(target);
            SweepTable.CheckName(file);
            (SweepSettings settings, int threads, _) = (options.Settings(parsed), options.Threads(parsed), options.Share(parsed, 0));
            Workspace work = RoadReading.Case(screen, parsed.GetRequiredValue(folder), cancellation);
            Publication publication = Publication.Of(CompareVerb.Measure(parsed, screen, roads, work, parsed.GetValue(structures)), least.In(parsed));
            var sweep = CaseSweep.Of(options.Over(parsed), publication, settings, screen.Language);
            var header = SweepHeader.Of(sweep, options.Share(parsed, sweep.Count), Provenance(publication, sweep, settings, screen));
            if (await IsThere(header, file, screen)) screen.Notice("sweep.there", file);
            else await Task.Run(() => RunAsync(sweep, header, file, threads, screen, cancellation), cancellation);
            if (screen.IsJson) screen.Line(new JsonObject { ["file"] = file, ["over"] = sweep.Over.Name, ["rows"] = header.Share.Count, ["rows_of_all"] = header.Count }.ToJsonString(JsonText.Options));
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary>Where everything comes from: the files of the case with their hashes, and what was asked.</summary>
    private static JsonObject Provenance(Publication publication, CaseSweep sweep, SweepSettings settings, Screen screen)
    {
        Maps.Provenance provenance = Maps.Provenance.Of(
                publication.Study, publication.Case.Name.In(screen.Language), "EPSG:4326", [.. publication.Comparison.Structures.Select(s => s.Structure)])
            .With("over", sweep.Over.Name).With("language", LanguageCode.Of(screen.Language)).With("input_sha256", screen.Files.Sha256());
        if (sweep.Over == SweepOver.Draws) provenance = provenance.With("draws", settings.Draws).With("seed", settings.Seed);
        return JsonNode.Parse(provenance.ToJson())!.AsObject();
    }

    private static async Task RunAsync(CaseSweep sweep, SweepHeader header, string file, int threads, Screen screen, CancellationToken cancellation)
    {
        using var journal = SweepJournal.Open(file, header);
        if (journal.Next > header.Share.From) screen.Notice("sweep.resumed", journal.Next - header.Share.From, header.Share.Count);
        screen.Progress("sweep.asking", header.Share.To - journal.Next);
        using (MovingLine line = screen.Moving())
        {
            SweepDriver.Run(
                sweep, header.Share with { From = journal.Next }, threads,
                (first, rows) =>
                {
                    journal.Add(first, rows);
                    line.ShowCount("sweep.progress", journal.Next - header.Share.From, header.Share.Count);
                },
                cancellation);
        }
        await journal.ToTable().SaveAsync(file);
        journal.Delete();
        screen.Progress("sweep.done", header.Share.Count);
    }

    /// <summary>Whether a whole result of the same sweep and share lies there already, as it was written.</summary>
    private static async Task<bool> IsThere(SweepHeader header, string file, Screen screen)
    {
        if (!File.Exists(file) || !File.Exists(SweepHeader.PathFor(file))) return false;
        try
        {
            SweepHeader there = (await SweepTable.ReadAsync(screen.Files, file)).Header;
            return there.Identity == header.Identity && there.Share == header.Share;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
