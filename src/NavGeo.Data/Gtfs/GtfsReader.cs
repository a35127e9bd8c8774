using System.Globalization;
using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Transit.Timetables;

namespace NavGeo.Data.Gtfs;

/// <summary>
/// Reads a GTFS feed (gtfs.org, schedule reference) into a timetable: stops, routes, trips, calendars, frequencies and
/// transfers. What cannot be used is left out and counted, the rest is used.
/// </summary>
/// <remarks>
/// Times between two given ones are spread evenly over the stops. A trip by frequencies is run at each of its departures, the
/// first at the beginning of the interval. Transfers between two trips or routes, fares, shapes and zones are not read.
/// </remarks>
internal sealed class GtfsReader
{
    /// <summary>More departures by frequencies no feed means.</summary>
    private const int MostExpanded = 1_000_000;

    private readonly ZipFolder feed;
    private readonly TimetableBuilder timetable;
    private readonly Findings findings;
    private readonly Tally tally;
    private readonly Dictionary<string, int> stops = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> stations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> routes = new(StringComparer.Ordinal);
    private readonly HashSet<string> foreignAgencies = new(StringComparer.Ordinal);
    private readonly HashSet<string> foreignRoutes = new(StringComparer.Ordinal);
    private readonly GtfsCalendars calendars;
    private readonly Dictionary<string, TripDraft> trips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int From, int To, int Headway)>> headways = new(StringComparer.Ordinal);

    private int expanded;

    private GtfsReader(ZipFolder feed, TimetableBuilder timetable, Findings findings)
    {
        (this.feed, this.timetable, this.findings, tally) = (feed, timetable, findings, new Tally(findings));
        calendars = new GtfsCalendars(feed, findings, tally);
    }

    /// <summary>Whether files are those of a GTFS feed, be it one of which some are missing.</summary>
    public static bool Is(ZipFolder feed) => feed.Has("stop_times.txt") || feed.Has("trips.txt") || feed.Has("stops.txt");

    /// <summary>Reads a feed.</summary>
    /// <exception cref="InputException">It cannot be used; the findings say why.</exception>
    public static void Read(ZipFolder feed, TimetableBuilder timetable, Findings findings) => new GtfsReader(feed, timetable, findings).Read();

    private void Read()
    {
        ReadAgencies();
        Require("stops.txt", ReadStops());
        Require("routes.txt", GtfsTable.Read(feed, "routes.txt", ["route_id"], findings, ReadRoute));
        calendars.Read();
        Require("trips.txt", GtfsTable.Read(feed, "trips.txt", ["route_id", "service_id", "trip_id"], findings, ReadTrip));
        findings.ThrowIfErrors();
        GtfsTable.Read(feed, "frequencies.txt", ["trip_id", "start_time", "end_time", "headway_secs"], findings, ReadHeadway);
        bool hasTimes = GtfsTable.Read(feed, "stop_times.txt", ["trip_id", "stop_sequence"], findings, ReadCall);
        Require("stop_times.txt", hasTimes);
        findings.ThrowIfErrors();
        foreach ((string id, TripDraft trip) in trips) AddTrip(id, trip);
        GtfsTable.Read(feed, "transfers.txt", ["from_stop_id", "to_stop_id"], findings, ReadTransfer);
        tally.Tell();
    }

    private void Require(string name, bool isThere)
    {
        if (!isThere) findings.Error(feed.NameOf(name), null, new Phrase("timetable.file-missing"), new Phrase("timetable.file-missing.remedy", name));
    }

    /// <summary>The clock of the feed is that of its first agency; agencies with another one are left out.</summary>
    private void ReadAgencies()
    {
        GtfsTable.Read(feed, "agency.txt", ["agency_timezone"], findings, row =>
        {
            if (TimetableClock.Take(timetable, row["agency_timezone"], row.File, row.Place, findings)) return;
            foreignAgencies.Add(row["agency_id"]);
            tally.Count("timetable.other-zone", row.File, row.Place, row["agency_timezone"]);
        });
        if (timetable.Zone is null) TimetableClock.Assume(timetable, feed.NameOf("agency.txt"), findings);
    }

    private bool ReadStops()
    {
        var names = new Dictionary<string, (string Name, GeoPoint? Point)>(StringComparer.Ordinal);
        var parents = new List<(string Id, string Parent)>();
        var isStation = new HashSet<string>(StringComparer.Ordinal);
        bool isThere = GtfsTable.Read(feed, "stops.txt", ["stop_id"], findings, row =>
        {
            string id = row["stop_id"];
            GeoPoint? point = Point(row);
            if (row["location_type"] == "1") isStation.Add(id);
            if (!names.TryAdd(id, (row["stop_name"], point))) tally.Count("timetable.twice", row.File, row.Place, id);
            else parents.Add((id, row["parent_station"]));
        });
        foreach ((string id, string parent) in parents)
        {
            (string name, GeoPoint? point) = names[id];
            if (point is { } known) timetable.Know(id, known);
            // Some feeds name a stop as the station of another; they are no less apart for that.
            string station = isStation.Contains(parent) ? parent : id;
            stops[id] = timetable.AddStop(id, name, point ?? (names.TryGetValue(station, out (string Name, GeoPoint? Point) above) ? above.Point : null), station);
            if (!stations.TryGetValue(station, out List<int>? members)) stations[station] = members = [];
            members.Add(stops[id]);
        }
        return isThere;
    }

    /// <summary>A position that can be one: not beyond the poles, and not 0, 0, which is what a field without one becomes.</summary>
    private GeoPoint? Point(GtfsTable row)
    {
        (double? longitude, double? latitude) = (row.Number("stop_lon"), row.Number("stop_lat"));
        bool isOnEarth = longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90 && (longitude, latitude) != (0, 0);
        if (isOnEarth) return new GeoPoint(longitude!.Value, latitude!.Value);
        if (row["location_type"] is "" or "0") tally.Count("timetable.no-position", row.File, row.Place, row["stop_id"]);
        return null;
    }

    private void ReadRoute(GtfsTable row)
    {
        string name = string.Join(' ', new[] { row["route_short_name"], row["route_long_name"] }.Where(n => n.Length > 0));
        routes.TryAdd(row["route_id"], timetable.AddLine(name.Length > 0 ? name : row["route_id"]));
        if (foreignAgencies.Contains(row["agency_id"])) foreignRoutes.Add(row["route_id"]);
    }

    private void ReadTrip(GtfsTable row)
    {
        string id = row["trip_id"];
        if (foreignRoutes.Contains(row["route_id"]))
        {
            tally.Count("timetable.other-zone-trips", row.File, row.Place, id);
            return;
        }
        if (!routes.TryGetValue(row["route_id"], out int route))
        {
            tally.Count("timetable.unknown-route", row.File, row.Place, row["route_id"]);
            routes[row["route_id"]] = route = timetable.AddLine(row["route_id"]);
        }
        if (calendars.Find(row["service_id"]) is not { } dates)
        {
            tally.Count("timetable.unknown-service", row.File, row.Place, row["service_id"]);
            dates = DateSet.Empty;
        }
        TripMarks marks = (row["wheelchair_accessible"] == "1" ? TripMarks.Wheelchair : 0) | (row["bikes_allowed"] == "1" ? TripMarks.Bikes : 0);
        if (!trips.TryAdd(id, new TripDraft(route, timetable.AddCalendar(dates), marks, row.Line))) tally.Count("timetable.twice", row.File, row.Place, id);
    }

    private void ReadHeadway(GtfsTable row)
    {
        if (row.Seconds("start_time") is not { } from || row.Seconds("end_time") is not { } to || row.Whole("headway_secs") is not (> 0 and { } headway))
        {
            tally.Count("timetable.bad-headway", row.File, row.Place, row["trip_id"]);
            return;
        }
        if (!trips.ContainsKey(row["trip_id"])) tally.Count("timetable.unknown-trip", row.File, row.Place, row["trip_id"]);
        if (!headways.TryGetValue(row["trip_id"], out List<(int From, int To, int Headway)>? list)) headways[row["trip_id"]] = list = [];
        list.Add((from, to, headway));
    }

    private void ReadCall(GtfsTable row)
    {
        if (!trips.TryGetValue(row["trip_id"], out TripDraft? trip))
        {
            if (!calendars.IsEmpty && foreignRoutes.Count == 0) tally.Count("timetable.unknown-trip", row.File, row.Place, row["trip_id"]);
            return;
        }
        if (!stops.TryGetValue(row["stop_id"], out int stop))
        {
            tally.Count(row["stop_id"].Length == 0 ? "timetable.no-stop" : "timetable.unknown-stop", row.File, row.Place, row["stop_id"]);
            return;
        }
        int? arrival = Time(row, "arrival_time");
        int? departure = Time(row, "departure_time");
        trip.Calls.Add(new CallDraft(row.Whole("stop_sequence") ?? trip.Calls.Count, stop, arrival ?? departure, departure ?? arrival, Marks(row), row.Line));
    }

    private int? Time(GtfsTable row, string column)
    {
        int? seconds = row.Seconds(column);
        if (seconds is null && row[column].Length > 0) tally.Count("timetable.bad-time", row.File, row.Place, row[column]);
        return seconds;
    }

    /// <summary>1 is not at all, 2 is by telephone beforehand; 3 is by a word to the driver, which anybody can.</summary>
    private static CallMarks Marks(GtfsTable row)
    {
        (string pickup, string dropOff) = (row["pickup_type"], row["drop_off_type"]);
        CallMarks marks = (pickup == "1" ? 0 : CallMarks.Board) | (dropOff == "1" ? 0 : CallMarks.Alight);
        return pickup == "2" || dropOff == "2" ? marks | CallMarks.Booked : marks;
    }

    private void AddTrip(string id, TripDraft trip)
    {
        string file = feed.NameOf("stop_times.txt");
        string place = trip.Line.ToString(CultureInfo.InvariantCulture);
        List<CallDraft> calls = [.. trip.Calls.OrderBy(c => c.Sequence)];
        // Before the first time and after the last one nobody knows when it comes.
        while (calls.Count > 0 && calls[0].Arrival is null) calls.RemoveAt(0);
        while (calls.Count > 0 && calls[^1].Arrival is null) calls.RemoveAt(calls.Count - 1);
        if (calls.Count < 2)
        {
            tally.Count("timetable.too-few-calls", feed.NameOf("trips.txt"), place, id);
            return;
        }
        TripCall[] row = Spread(calls);
        if (TimetableBuilder.GoesBack(row))
        {
            int at = Enumerable.Range(1, row.Length - 1).FirstOrDefault(i => row[i].Departure < row[i].Arrival || row[i].Arrival < row[i - 1].Departure);
            tally.Count("timetable.back-in-time", file, calls[at].Line.ToString(CultureInfo.InvariantCulture), id);
            return;
        }
        if (headways.TryGetValue(id, out List<(int From, int To, int Headway)>? list)) AddByHeadway(id, trip, row, list);
        else timetable.AddTrip(id, trip.Route, trip.Calendar, trip.Marks, row);
    }

    private void AddByHeadway(string id, TripDraft trip, TripCall[] row, List<(int From, int To, int Headway)> list)
    {
        foreach ((int from, int to, int headway) in list)
        {
            for (int start = from; start < to; start += headway)
            {
                if (++expanded > MostExpanded)
                    throw new InputException(feed.NameOf("frequencies.txt"), null, new Phrase("timetable.too-many-departures", MostExpanded), new Phrase("timetable.too-many-departures.remedy"));
                int shift = start - row[0].Departure;
                timetable.AddTrip(id, trip.Route, trip.Calendar, trip.Marks | TripMarks.ByHeadway,
                    [.. row.Select(c => c with { Arrival = c.Arrival + shift, Departure = c.Departure + shift })]);
            }
        }
    }

    /// <summary>Times between two that are given, evenly over the stops.</summary>
    private static TripCall[] Spread(List<CallDraft> calls)
    {
        var row = new TripCall[calls.Count];
        int before = 0;
        for (int i = 0; i < calls.Count; i++)
        {
            if (calls[i].Arrival is not { } arrival) continue;
            row[i] = new TripCall(calls[i].Stop, arrival, calls[i].Departure!.Value, calls[i].Marks);
            for (int between = before + 1; between < i; between++)
            {
                int time = row[before].Departure + (int)((long)(arrival - row[before].Departure) * (between - before) / (i - before));
                row[between] = new TripCall(calls[between].Stop, time, time, calls[between].Marks);
            }
            before = i;
        }
        return row;
    }

    /// <summary>A transfer of a station is one of each of its stops.</summary>
    private void ReadTransfer(GtfsTable row)
    {
        string type = row["transfer_type"];
        if (type is "4" or "5") return;
        if (new[] { "from_trip_id", "to_trip_id", "from_route_id", "to_route_id" }.Any(c => row[c].Length > 0))
        {
            tally.Count("timetable.trip-transfer", row.File, row.Place, row["from_stop_id"]);
            return;
        }
        List<int> from = StopsOf(row["from_stop_id"]);
        List<int> to = StopsOf(row["to_stop_id"]);
        if (from.Count == 0 || to.Count == 0) tally.Count("timetable.unknown-transfer-stop", row.File, row.Place, from.Count == 0 ? row["from_stop_id"] : row["to_stop_id"]);
        int seconds = type == "3" ? StopChange.Forbidden : type == "2" ? row.Whole("min_transfer_time") ?? 0 : 0;
        foreach (int one in from)
        {
            foreach (int other in to) timetable.AddChange(new StopChange(one, other, seconds));
        }
    }

    private List<int> StopsOf(string id) => stations.TryGetValue(id, out List<int>? members) ? members : stops.TryGetValue(id, out int stop) ? [stop] : [];

    private sealed record TripDraft(int Route, int Calendar, TripMarks Marks, int Line)
    {
        public List<CallDraft> Calls { get; } = [];
    }

    private readonly record struct CallDraft(int Sequence, int Stop, int? Arrival, int? Departure, CallMarks Marks, int Line);
}
