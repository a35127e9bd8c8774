using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Regions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NavGeo.Routing.Speeds;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo municipality-times</c>: means over the people at both ends, in the form the published table has.</summary>
internal static class MunicipalityTimesVerb
{
    /// <summary>The published tables go no farther.</summary>
    private const double MostMinutes = 120;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var roads = new RoadOptions();
        var municipalities = new Option<string>("--municipalities") { Description = "Boundaries of the municipalities (.geojson, .gpkg).", Required = true };
        var population = new Option<string>("--population") { Description = "Population grid.", Required = true };
        var file = new Option<string?>("--output", "-o") { Description = "The CSV file to write; the screen otherwise." };
        var verb = new Command("municipality-times", "Mean travel times between municipalities, over the people at both ends, for all pairs within 120 minutes.")
        {
            roads.Roads, municipalities, population, file,
        };
        roads.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            TravelStandard standard = TravelStandard.Signposted;
            var files = new MarketFiles
            {
                Roads = parsed.GetRequiredValue(roads.Roads),
                Municipalities = parsed.GetRequiredValue(municipalities),
                Population = parsed.GetRequiredValue(population),
                Edits = graph =>
                {
                    EditDraft draft = roads.Draft(parsed, graph, screen, TravelProfile.Signposted);
                    standard = draft.Profile.Standard;
                    return draft;
                },
            };
            screen.Progress("cli.reading-roads", files.Roads);
            (Municipality[] known, IReadOnlyList<MunicipalityTrip> trips) =
                RoadReading.Followed(screen, run => files.ReadTrips(MostMinutes, findings, run), cancellation);
            screen.Show(findings.All);
            screen.Notice("cli.standard." + TravelStandards.NameOf(standard));
            DelimitedWriter table = Table(known, trips);
            if (parsed.GetValue(file) is { } path) table.Save(path);
            else if (!screen.IsJson) output.Write(Encoding.UTF8.GetString(table.ToBytes()));
            if (screen.IsJson)
            {
                screen.Line(new JsonObject
                {
                    ["standard"] = TravelStandards.NameOf(standard),
                    ["municipalities"] = known.Length,
                    ["pairs"] = trips.DistinctBy(t => (t.From, t.To)).Count(),
                }.ToJsonString(JsonText.Options));
            }
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }

    private static DelimitedWriter Table(Municipality[] known, IReadOnlyList<MunicipalityTrip> trips)
    {
        var table = new DelimitedWriter(TableDress.International, "from", "to", "minutes", "km", "mode", "ferry_minutes");
        // A boat stands where no car comes: one row a pair, as the published table has.
        foreach (MunicipalityTrip trip in trips.DistinctBy(t => (t.From, t.To)))
        {
            table.Text(known[trip.From].Number).Text(known[trip.To].Number)
                .Decimal(trip.Time.Minutes, 2).Decimal(trip.Kilometres, 2).Text(trip.Mode).Decimal(trip.FerryMinutes, 2).EndRow();
        }
        return table;
    }
}
