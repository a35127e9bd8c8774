using System.Globalization;
using System.IO.Compression;
using System.Text;
using NavGeo.Routing;
using NavGeo.Transit.Timetables;

namespace NavGeo.Tests.Transit;

/// <summary>A small timetable made by chance, as plain lists that an oracle reads and every form of file can be written from.</summary>
internal sealed record RandomFeed(IReadOnlyList<GeoPoint> Stops, IReadOnlyList<RandomTrip> Trips, IReadOnlyList<StopChange> Changes)
{
    public static readonly DateOnly Date = new(2025, 3, 4);

    private const string Gtfs = "yyyyMMdd";

    public static RandomFeed Of(int seed, int stopCount, int tripCount, int mostCalls = 5)
    {
        var random = new Random(seed);
        // Half a kilometre apart at most: some within walking distance of each other, some not.
        GeoPoint[] stops = [.. Enumerable.Range(0, stopCount).Select(_ => new GeoPoint(10 + random.NextDouble() * 0.06, 60 + random.NextDouble() * 0.03))];
        var trips = new List<RandomTrip>();
        for (int i = 0; i < tripCount; i++)
        {
            // Trips of the same stops make patterns, and lanes where one overtakes another.
            IReadOnlyList<int> row = i > 0 && random.Next(2) == 0 ? [.. trips[random.Next(i)].Calls.Select(c => c.Stop)] : [.. Enumerable.Range(0, random.Next(2, mostCalls + 1)).Select(_ => random.Next(stopCount))];
            int time = random.Next(5, 20) * 3600 + random.Next(60) * 60;
            var calls = new List<TripCall>();
            foreach (int stop in row)
            {
                int arrival = time + (calls.Count == 0 ? 0 : random.Next(1, 40) * 60);
                time = arrival + random.Next(3) * 60;
                CallMarks marks = random.Next(8) switch { 0 => CallMarks.Board, 1 => CallMarks.Alight, _ => CallMarks.Board | CallMarks.Alight };
                calls.Add(new TripCall(stop, arrival, time, marks));
            }
            int days = random.Next(1, 8);
            trips.Add(new RandomTrip(string.Create(CultureInfo.InvariantCulture, $"trip{i}"), calls, [.. Enumerable.Range(0, 3).Where(d => (days >> d & 1) != 0).Select(d => Date.AddDays(d - 1))]));
        }
        StopChange[] changes = [.. Enumerable.Range(0, stopCount / 3).Select(i => new StopChange(i, random.Next(3) == 0 ? i : random.Next(stopCount), random.Next(4) == 0 ? StopChange.Forbidden : random.Next(1, 10) * 60)).DistinctBy(c => (c.From, c.To))];
        return new RandomFeed(stops, trips, changes);
    }

    public Timetable ToTimetable()
    {
        var builder = new TimetableBuilder { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo") };
        for (int i = 0; i < Stops.Count; i++) builder.AddStop(StopId(i), "", Stops[i], null);
        int line = builder.AddLine("1");
        foreach (RandomTrip trip in Trips) builder.AddTrip(trip.Id, line, builder.AddCalendar(new DateSet(trip.Dates)), TripMarks.None, trip.Calls);
        foreach (StopChange change in Changes) builder.AddChange(change);
        return builder.Build();
    }

    public void WriteGtfs(string path)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Write(zip, "agency.txt", "agency_id,agency_name,agency_url,agency_timezone\na,A,http://a,Europe/Oslo\n");
        Write(zip, "routes.txt", "route_id,agency_id,route_short_name,route_type\n1,a,1,3\n");
        Write(zip, "stops.txt", "stop_id,stop_name,stop_lat,stop_lon\n" + string.Concat(Stops.Select((s, i) => string.Create(CultureInfo.InvariantCulture, $"{StopId(i)},,{s.Latitude:R},{s.Longitude:R}\n"))));
        Write(zip, "trips.txt", "route_id,service_id,trip_id\n" + string.Concat(Trips.Select(t => $"1,s{t.Id},{t.Id}\n")));
        Write(zip, "calendar_dates.txt", "service_id,date,exception_type\n" + string.Concat(Trips.SelectMany(t => t.Dates, (t, d) => $"s{t.Id},{d.ToString(Gtfs, CultureInfo.InvariantCulture)},1\n")));
        Write(zip, "stop_times.txt", "trip_id,stop_sequence,stop_id,arrival_time,departure_time,pickup_type,drop_off_type\n" + string.Concat(Trips.SelectMany(t => t.Calls.Select((c, i) =>
            $"{t.Id},{i + 1},{StopId(c.Stop)},{Clock(c.Arrival)},{Clock(c.Departure)},{((c.Marks & CallMarks.Board) == 0 ? 1 : 0)},{((c.Marks & CallMarks.Alight) == 0 ? 1 : 0)}\n"))));
        Write(zip, "transfers.txt", "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n" + string.Concat(Changes.Select(c => $"{StopId(c.From)},{StopId(c.To)},{(c.Seconds < 0 ? "3," : "2," + c.Seconds.ToString(CultureInfo.InvariantCulture))}\n")));
    }

    /// <summary>The same without transfers, which the Nordic profile has between journeys only; line file first, so that what it refers to comes later.</summary>
    public void WriteNetex(string path, string coordinatesIn = "shared.xml")
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        string Frame(string content) => $"<PublicationDelivery xmlns=\"http://www.netex.org.uk/netex\"><dataObjects><CompositeFrame><FrameDefaults><DefaultLocale><TimeZone>Europe/Oslo</TimeZone></DefaultLocale></FrameDefaults><frames>{content}</frames></CompositeFrame></dataObjects></PublicationDelivery>";
        var line = new StringBuilder("<ServiceFrame><lines><Line id=\"L:1\"><PublicCode>1</PublicCode></Line></lines><journeyPatterns>");
        foreach (RandomTrip trip in Trips)
        {
            line.Append(CultureInfo.InvariantCulture, $"<JourneyPattern id=\"P:{trip.Id}\"><pointsInSequence>");
            for (int i = 0; i < trip.Calls.Count; i++)
            {
                line.Append(CultureInfo.InvariantCulture, $"<StopPointInJourneyPattern order=\"{i + 1}\" id=\"P:{trip.Id}:{i}\"><ScheduledStopPointRef ref=\"SSP:{trip.Calls[i].Stop}\"/>");
                line.Append((trip.Calls[i].Marks & CallMarks.Board) == 0 ? "<ForBoarding>false</ForBoarding>" : "").Append((trip.Calls[i].Marks & CallMarks.Alight) == 0 ? "<ForAlighting>false</ForAlighting>" : "").Append("</StopPointInJourneyPattern>");
            }
            line.Append("</pointsInSequence></JourneyPattern>");
        }
        line.Append("</journeyPatterns></ServiceFrame><TimetableFrame><vehicleJourneys>");
        foreach (RandomTrip trip in Trips)
        {
            line.Append(CultureInfo.InvariantCulture, $"<ServiceJourney id=\"{trip.Id}\"><dayTypes><DayTypeRef ref=\"D:{trip.Id}\"/></dayTypes><JourneyPatternRef ref=\"P:{trip.Id}\"/><LineRef ref=\"L:1\"/><passingTimes>");
            for (int i = 0; i < trip.Calls.Count; i++)
                line.Append(CultureInfo.InvariantCulture, $"<TimetabledPassingTime><StopPointInJourneyPatternRef ref=\"P:{trip.Id}:{i}\"/>{Passing("Arrival", trip.Calls[i].Arrival)}{Passing("Departure", trip.Calls[i].Departure)}</TimetabledPassingTime>");
            line.Append("</passingTimes></ServiceJourney>");
        }
        Write(zip, "a_line.xml", Frame(line.Append("</vehicleJourneys></TimetableFrame>").ToString()));
        var shared = new StringBuilder("<ServiceFrame><scheduledStopPoints>");
        for (int i = 0; i < Stops.Count; i++) shared.Append(CultureInfo.InvariantCulture, $"<ScheduledStopPoint id=\"SSP:{i}\"/>");
        shared.Append("</scheduledStopPoints><stopAssignments>");
        for (int i = 0; i < Stops.Count; i++) shared.Append(CultureInfo.InvariantCulture, $"<PassengerStopAssignment><ScheduledStopPointRef ref=\"SSP:{i}\"/><QuayRef ref=\"{StopId(i)}\"/></PassengerStopAssignment>");
        shared.Append("</stopAssignments></ServiceFrame><ServiceCalendarFrame><dayTypes>");
        foreach (RandomTrip trip in Trips) shared.Append(CultureInfo.InvariantCulture, $"<DayType id=\"D:{trip.Id}\"/>");
        shared.Append("</dayTypes><dayTypeAssignments>");
        foreach (RandomTrip trip in Trips)
        {
            // The day after the last is given and taken away again.
            foreach (DateOnly date in trip.Dates.Append(Date.AddDays(9))) shared.Append(CultureInfo.InvariantCulture, $"<DayTypeAssignment><Date>{date:yyyy-MM-dd}</Date><DayTypeRef ref=\"D:{trip.Id}\"/></DayTypeAssignment>");
            shared.Append(CultureInfo.InvariantCulture, $"<DayTypeAssignment><Date>{Date.AddDays(9):yyyy-MM-dd}</Date><DayTypeRef ref=\"D:{trip.Id}\"/><isAvailable>false</isAvailable></DayTypeAssignment>");
        }
        Write(zip, "z_shared.xml", Frame(shared.Append("</dayTypeAssignments></ServiceCalendarFrame>").ToString()));
        var places = new StringBuilder("<SiteFrame><stopPlaces>");
        for (int i = 0; i < Stops.Count; i++) places.Append(CultureInfo.InvariantCulture, $"<StopPlace id=\"X:StopPlace:{i}\"><quays><Quay id=\"{StopId(i)}\"><Centroid><Location><Longitude>{Stops[i].Longitude:R}</Longitude><Latitude>{Stops[i].Latitude:R}</Latitude></Location></Centroid></Quay></quays></StopPlace>");
        Write(zip, coordinatesIn, Frame(places.Append("</stopPlaces></SiteFrame>").ToString()));
    }

    public static string StopId(int stop) => string.Create(CultureInfo.InvariantCulture, $"X:Quay:{stop}");

    private static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    private static string Passing(string kind, int seconds) =>
        $"<{kind}Time>{Clock(seconds % 86_400)}</{kind}Time>" + (seconds >= 86_400 ? $"<{kind}DayOffset>{seconds / 86_400}</{kind}DayOffset>" : "");

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}

/// <summary>A trip of a <see cref="RandomFeed"/>.</summary>
internal sealed record RandomTrip(string Id, IReadOnlyList<TripCall> Calls, IReadOnlyList<DateOnly> Dates);
