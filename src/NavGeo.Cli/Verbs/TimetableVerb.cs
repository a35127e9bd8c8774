using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Language;
using NavGeo.Transit.Timetables;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo timetable</c>: what timetables hold, and one packed file of them.</summary>
internal static class TimetableVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("TIMETABLES") { Description = "Timetables: GTFS or NeTEx (Nordic profile) as zip, folder or file; several are put together.", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string?>("--output", "-o") { Description = "The packed timetable to write (.navtime)." };
        var verb = new Command("timetable", "Read timetables, say what is in them and what cannot be used, and pack them into one file that is read at once.") { files, file };
        verb.SetAction((parsed, _) => Task.Run(() =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            Timetable timetable = TimetableFile.Open([.. parsed.GetRequiredValue(files).Select(screen.Files.At)], findings);
            screen.Show(findings.All);
            if (parsed.GetValue(file) is { } path) AtomicFile.Write(path, stream => TimetablePack.Write(stream, timetable));
            string first = Text(timetable.Dates.Dates.FirstOrDefault());
            string last = Text(timetable.Dates.Dates.LastOrDefault());
            if (screen.IsJson)
            {
                screen.Line(new JsonObject
                {
                    ["stops"] = timetable.StopCount,
                    ["trips"] = timetable.TripCount,
                    ["calls"] = timetable.CallCount,
                    ["days"] = timetable.Dates.Count,
                    ["first_date"] = first,
                    ["last_date"] = last,
                    ["zone"] = timetable.Zone.Id,
                    ["booked_trips"] = timetable.BookedTripCount,
                    ["bytes"] = timetable.Bytes,
                }.ToJsonString(JsonText.Options));
            }
            else
            {
                screen.Line(screen.Texts.Say(
                    "cli.timetable.info", timetable.StopCount, timetable.TripCount, timetable.CallCount, timetable.Dates.Count, first, last, timetable.Zone.Id,
                    timetable.BookedTripCount, timetable.Bytes / 1e6));
            }
            return ExitCode.Ok;
        }));
        return verb;
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
