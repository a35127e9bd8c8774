using System.Diagnostics;
using System.Globalization;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Visits;
using NavGeo.Routing;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>visits --case DIR --timetable X.zip --date D [--trips 1500000] [-o F.navtime]</c>: lays copies of a timetable around the sites of a
/// case until there are so many trips, packs and opens it, and searches from every place to the nearest open site and home on the date.
/// Copies lie where the sites are, one beside the other where there are more of them, and meet where sites are close.
/// </summary>
internal static class VisitsCommand
{
    private const int Hour = 3600;

    public static int Run(Arguments arguments)
    {
        var date = DateOnly.ParseExact(arguments.Required("--date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        PlanningCase planningCase = Workspace.Open(arguments.Required("--case"), new Findings()).Case;
        string file = arguments.Find("-o") ?? Path.Combine(Path.GetTempPath(), "tiled.navtime");
        if (!File.Exists(file))
        {
            Timetable one = TimetableFile.Open([new InputFile(arguments.Required("--timetable"))], new Findings());
            Timetable tiled = TransitCommand.Timed("tile", () => Tiled(one, planningCase.Sites, arguments.Whole("--trips", 1_500_000)));
            TransitCommand.Timed("pack", () =>
            {
                using FileStream target = File.Create(file);
                TimetablePack.Write(target, tiled);
                return file;
            });
        }
        Timetable timetable = TransitCommand.Timed("open", () => TimetableFile.Open([new InputFile(file)], new Findings()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{timetable.StopCount} stops, {timetable.TripCount} trips, {timetable.CallCount} calls, {timetable.Bytes / 1e6:0} MB"));
        TransitNetwork network = TransitCommand.Timed("changes", () => new TransitNetwork(timetable, new StraightWalks(timetable, new WalkSettings())));
        ServiceDay day = TransitCommand.Timed("day by itself", () => network.Day(date, 26));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day.TripCount} trips of the day"));
        var hours = new VisitHours(9 * Hour, 15 * Hour, 45 * 60);
        VisitStudy study = TransitCommand.Timed("visits", () => VisitStudy.Of(planningCase, network, [date], hours));
        StructureVisits visits = study.Under(planningCase.Structures[0]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{planningCase.Demand.Count} places, {planningCase.Sites.Count} sites: {visits.PeopleWithDay(planningCase)} people there and home, {visits.MedianAwayMinutes(planningCase):0} minutes away"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }

    private static Timetable Tiled(Timetable one, IReadOnlyList<ServiceSite> sites, int trips)
    {
        GeoPoint[] points = one.StopPoints.ToArray();
        GeoPoint[] placed = [.. points.Where(p => double.IsFinite(p.Longitude))];
        (double longitude, double latitude) = (placed.Average(p => p.Longitude), placed.Average(p => p.Latitude));
        var builder = new TimetableBuilder { Zone = one.Zone };
        for (int copy = 0; builder.TripCount < trips; copy++)
        {
            GeoPoint site = sites[copy % sites.Count].Position;
            // Another copy at the same site lies some kilometres to the north.
            double north = copy / sites.Count * 0.03;
            int[] stops = [.. points.Select((p, s) => builder.AddStop(
                FormattableString.Invariant($"{copy}:{one.StopIds[s]}"), one.StopNames[s],
                double.IsFinite(p.Longitude) ? new GeoPoint(p.Longitude - longitude + site.Longitude, p.Latitude - latitude + site.Latitude + north) : null, null))];
            for (int trip = 0; trip < one.TripCount && builder.TripCount < trips; trip++)
            {
                builder.AddTrip(
                    FormattableString.Invariant($"{copy}:{one.TripIds[trip]}"), copy == 0 && trip == 0 ? builder.AddLine("tiled") : 0, builder.AddCalendar(one.DatesOf(trip)), one.MarksOf(trip),
                    [.. Enumerable.Range(0, one.CallsOf(trip)).Select(i => one.Call(trip, i)).Select(c => new TripCall(stops[c.Stop], c.Arrival, c.Departure, CallMarks.Board | CallMarks.Alight))]);
            }
        }
        return builder.Build();
    }
}
