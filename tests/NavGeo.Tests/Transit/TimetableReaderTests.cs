using System.IO.Compression;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.GeoPackage;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Transit;

/// <summary>GTFS and NeTEx as they are written: what is read, what is left out and told.</summary>
public sealed class TimetableReaderTests : IDisposable
{
    private const string Agency = "agency_id,agency_name,agency_url,agency_timezone\na,A,http://a,Europe/Oslo\n";
    private const string Stops = "stop_id,stop_name,stop_lat,stop_lon\nA,Alfa,60.0,10.0\nB,Beta,60.1,10.0\nC,Gamma,60.2,10.0\n";
    private const string Routes = "route_id,agency_id,route_short_name,route_type\nr,a,1,3\n";
    private const string Trips = "route_id,service_id,trip_id\nr,s,t\n";
    private const string Dates = "service_id,date,exception_type\ns,20250304,1\n";
    private const string Times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt,08:00:00,08:00:00,A,1\nt,08:10:00,08:11:00,B,2\nt,08:20:00,08:20:00,C,3\n";

    private readonly ScratchFolder scratch = new();
    private int number;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Gtfs_and_netex_of_one_timetable_give_the_same_ways_to_the_second()
    {
        int ways = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            RandomFeed feed = RandomFeed.Of(seed, 10, 40, 8) with { Changes = [] };
            feed.WriteGtfs(scratch.File($"{seed}-g.zip"));
            feed.WriteNetex(scratch.File($"{seed}-n.zip"));
            string known = Ways(feed, feed.ToTimetable());
            Assert.Equal(known, Ways(feed, Sound(scratch.File($"{seed}-g.zip"))));
            Assert.Equal(known, Ways(feed, Sound(scratch.File($"{seed}-n.zip"))));
            ways += known.Split('\n').Length;
        }
        Assert.True(ways > 5000);
    }

    [Fact]
    public void Gtfs_transfers_are_those_of_the_feed()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RandomFeed feed = RandomFeed.Of(seed, 9, 40, 6);
            feed.WriteGtfs(scratch.File($"{seed}.zip"));
            Assert.Equal(Ways(feed, feed.ToTimetable()), Ways(feed, Sound(scratch.File($"{seed}.zip"))));
        }
    }

    [Fact]
    public void Packed_timetable_is_the_same_alone_and_beside_another_and_no_damage_is_taken()
    {
        var random = new Random(3);
        for (int seed = 0; seed < 10; seed++)
        {
            RandomFeed feed = RandomFeed.Of(seed, 9, 40, 6);
            string path = scratch.File($"{seed}.navtime");
            using (FileStream stream = File.Create(path)) TimetablePack.Write(stream, feed.ToTimetable());
            Assert.Equal(Ways(feed, feed.ToTimetable()), Ways(feed, Sound(path)));
            (RandomFeed half, RandomFeed rest) = (feed with { Trips = [.. feed.Trips.Take(20)] }, feed with { Trips = [.. feed.Trips.Skip(20)], Changes = [] });
            using (FileStream stream = File.Create(path)) TimetablePack.Write(stream, half.ToTimetable());
            rest.WriteGtfs(scratch.File($"{seed}-rest.zip"));
            Timetable both = TimetableFile.Open([path, scratch.File($"{seed}-rest.zip")], new Findings());
            Assert.Equal((40, 18), (both.TripCount, both.StopCount));
            Assert.Equal(feed.Trips.Select(t => t.Dates), Enumerable.Range(0, 40).Select(t => both.DatesOf(t).Dates));
            byte[] bytes = File.ReadAllBytes(path);
            bytes[random.Next(9, bytes.Length)] ^= 1;
            File.WriteAllBytes(path, bytes);
            Assert.Equal("timetable.bad-pack", Assert.Throws<InputException>(() => TimetableFile.Open([path], new Findings())).Findings[0].Problem.Key);
        }
    }

    [Fact]
    public void Times_between_given_ones_are_spread_and_go_past_midnight()
    {
        Timetable timetable = Gtfs(times: "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt,,,C,30\nt,25:00:00,25:00:00,A,1\nt,,,B,2\nt,26:00:00,26:10:00,C,9\n");
        Assert.Equal([(0, 90_000, 90_000), (1, 91_800, 91_800), (2, 93_600, 94_200)], Enumerable.Range(0, 3).Select(i => timetable.Call(0, i)));
        Assert.Equal(3, timetable.CallsOf(0));
    }

    [Fact]
    public void Calendar_runs_on_its_weekdays_without_the_dates_taken_away()
    {
        Timetable timetable = Gtfs(dates: null, more: new()
        {
            ["calendar.txt"] = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ns,1,0,0,0,1,0,0,20250301,20250314\n",
            ["calendar_dates.txt"] = "service_id,date,exception_type\ns,20250307,2\ns,20250309,1\n",
        });
        Assert.Equal([new(2025, 3, 3), new(2025, 3, 9), new(2025, 3, 10), new DateOnly(2025, 3, 14)], timetable.DatesOf(0).Dates);
    }

    [Fact]
    public void Departures_by_headway_are_each_a_trip()
    {
        Timetable timetable = Gtfs(more: new() { ["frequencies.txt"] = "trip_id,start_time,end_time,headway_secs\nt,06:00:00,06:30:00,600\nt,23:50:00,24:10:00,1200\n" });
        Assert.Equal([21_600, 22_200, 22_800, 85_800], Enumerable.Range(0, timetable.TripCount).Select(t => timetable.Call(t, 0).Departure));
        Assert.Equal(21_600 + 20 * 60, timetable.Call(0, 2).Arrival);
    }

    [Theory]
    [InlineData("stop_times.txt", "timetable.file-missing")]
    [InlineData("stops.txt", "timetable.file-missing")]
    [InlineData("trips.txt", "timetable.file-missing")]
    [InlineData("calendar_dates.txt", "timetable.no-calendar")]
    public void A_file_of_the_set_that_is_missing_is_named(string name, string key)
    {
        var fault = Assert.Throws<InputException>(() => Gtfs(more: new() { [name] = null }));
        Assert.Contains(fault.Findings, f => f.Problem.Key == key && f.File.EndsWith(name == "calendar_dates.txt" ? "calendar.txt" : name, StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_used_is_told_with_its_line_and_the_rest_is_used()
    {
        var findings = new Findings();
        Timetable timetable = Gtfs(
            findings: findings,
            trips: "route_id,service_id,trip_id\nr,s,t\nr,s,back\nr,nobody,u\nx,s,v\n",
            times: Times + "back,09:00:00,09:00:00,A,1\nback,08:59:00,08:59:00,B,2\nt,08:30:00,08:30:00,nowhere,4\nu,09:00:00,09:00:00,A,1\nu,09:10:00,09:10:00,B,2\nghost,09:00:00,09:00:00,A,1\nv,10:00:00,10:00:00,A,1\nv,ten,,B,2\nv,10:30:00,10:30:00,C,3\n",
            stops: Stops + "N,Null,0,0\n");
        Assert.Equal(["t", "u", "v"], timetable.TripIds);
        Assert.Equal(0, timetable.DatesOf(1).Count);
        Assert.Equal(10 * 3600 + 900, timetable.Call(2, 1).Arrival);
        Assert.Equal(
            ["timetable.back-in-time:6", "timetable.bad-time:12", "timetable.no-position:5", "timetable.unknown-route:5", "timetable.unknown-service:4", "timetable.unknown-stop:7", "timetable.unknown-trip:10"],
            findings.All.Select(f => $"{f.Problem.Key}:{f.Place}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Trips_by_another_clock_are_left_out()
    {
        var findings = new Findings();
        Timetable timetable = Gtfs(
            findings: findings,
            more: new() { ["agency.txt"] = Agency + "b,B,http://b,Europe/Stockholm\nc,C,http://c,Europe/London\n", ["routes.txt"] = Routes + "q,b,2,3\nz,c,3,3\n" },
            trips: "route_id,service_id,trip_id\nr,s,t\nq,s,swedish\nz,s,english\n",
            times: Times + Times.Split('\n', 2)[1].Replace("t,", "swedish,", StringComparison.Ordinal) + Times.Split('\n', 2)[1].Replace("t,", "english,", StringComparison.Ordinal));
        Assert.Equal(["t", "swedish"], timetable.TripIds);
        Assert.Contains(findings.All, f => f.Problem.Key == "timetable.other-zone-trips");
    }

    [Fact]
    public void A_stop_that_nothing_reaches_in_time_is_not_walked_to()
    {
        var findings = new Findings();
        Timetable timetable = Gtfs(findings: findings, stops: Stops.Replace("60.2,10.0", "10.0,60.2", StringComparison.Ordinal));
        Assert.False(timetable.IsPlaced(2));
        Assert.True(timetable.IsPlaced(0) && timetable.IsPlaced(1));
        Assert.Contains(findings.All, f => f.Problem.Key == "timetable.far-stop" && f.Place == "C");
    }

    [Fact]
    public void A_bomb_is_refused()
    {
        string path = scratch.File("bomb.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("stop_times.txt", CompressionLevel.SmallestSize).Open();
            entry.Write("trip_id,stop_sequence\n"u8);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) entry.Write(zeros);
        }
        Assert.Contains(Assert.Throws<InputException>(() => TimetableFile.Open([path], new Findings())).Findings, f => f.Problem.Key is "packed.too-large" or "timetable.file-missing");
        using (ZipArchive zip = ZipFile.Open(scratch.File("bomb2.zip"), ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("a.xml", CompressionLevel.SmallestSize).Open();
            entry.Write("<PublicationDelivery><a>"u8);
            byte[] blanks = [.. Enumerable.Repeat((byte)' ', 1 << 20)];
            for (int i = 0; i < 100; i++) entry.Write(blanks);
        }
        Assert.Contains(Assert.Throws<InputException>(() => TimetableFile.Open([scratch.File("bomb2.zip")], new Findings())).Findings, f => f.Problem.Key == "packed.too-large");
    }

    [Fact]
    public void Netex_days_come_by_periods_weekdays_and_dates_and_go_by_minus_and_cancellation()
    {
        const string Calendar = """
            <ServiceCalendarFrame><dayTypes>
              <DayType id="D:week"><properties><PropertyOfDay><DaysOfWeek>Weekdays</DaysOfWeek></PropertyOfDay></properties></DayType>
              <DayType id="D:one"/>
            </dayTypes><operatingDays>
              <OperatingDay id="O:3"><CalendarDate>2025-03-03</CalendarDate></OperatingDay>
              <OperatingDay id="O:9"><CalendarDate>2025-03-09</CalendarDate></OperatingDay>
              <OperatingDay id="O:6"><CalendarDate>2025-03-06</CalendarDate></OperatingDay>
            </operatingDays><operatingPeriods>
              <OperatingPeriod id="T:1"><FromOperatingDayRef ref="O:3"/><ToOperatingDayRef ref="O:9"/></OperatingPeriod>
              <OperatingPeriod id="T:2"><FromDate>2025-03-05T00:00:00</FromDate><ToDate>2025-03-05T00:00:00</ToDate></OperatingPeriod>
            </operatingPeriods><dayTypeAssignments>
              <DayTypeAssignment order="2"><OperatingPeriodRef ref="T:2"/><DayTypeRef ref="D:week"/><isAvailable>false</isAvailable></DayTypeAssignment>
              <DayTypeAssignment order="1"><OperatingPeriodRef ref="T:1"/><DayTypeRef ref="D:week"/></DayTypeAssignment>
              <DayTypeAssignment order="1"><Date>2025-03-16</Date><DayTypeRef ref="D:one"/></DayTypeAssignment>
            </dayTypeAssignments></ServiceCalendarFrame>
            """;
        const string Dated = """
            <DatedServiceJourney id="J:1"><ServiceJourneyRef ref="byday"/><OperatingDayRef ref="O:9"/></DatedServiceJourney>
            <DatedServiceJourney id="J:2"><ServiceJourneyRef ref="byday"/><ServiceAlteration>cancellation</ServiceAlteration><OperatingDayRef ref="O:6"/></DatedServiceJourney>
            <DatedServiceJourney id="J:3"><ServiceJourneyRef ref="dated"/><OperatingDayRef ref="O:6"/></DatedServiceJourney>
            <DatedServiceJourney id="J:4"><ServiceJourneyRef ref="dated"/><ServiceAlteration>replaced</ServiceAlteration><OperatingDayRef ref="O:3"/></DatedServiceJourney>
            """;
        Timetable timetable = Netex(Calendar, Journey("byday", "<dayTypes><DayTypeRef ref=\"D:week\"/><DayTypeRef ref=\"D:one\"/></dayTypes>")
            + Journey("dated", "") + Journey("gone", "<ServiceAlteration>cancellation</ServiceAlteration><dayTypes><DayTypeRef ref=\"D:week\"/></dayTypes>") + Dated);
        Assert.Equal(["byday", "dated"], timetable.TripIds);
        Assert.Equal([new(2025, 3, 3), new(2025, 3, 4), new(2025, 3, 7), new(2025, 3, 9), new DateOnly(2025, 3, 16)], timetable.DatesOf(0).Dates);
        Assert.Equal([new DateOnly(2025, 3, 6)], timetable.DatesOf(1).Dates);
    }

    [Fact]
    public void Netex_times_are_by_the_clock_and_gtfs_times_from_twelve_hours_before_noon()
    {
        const string Calendar = "<ServiceCalendarFrame><DayType id=\"D\"/><DayTypeAssignment><Date>2025-03-30</Date><DayTypeRef ref=\"D\"/></DayTypeAssignment></ServiceCalendarFrame>";
        Timetable netex = Netex(Calendar, Journey("night", "<dayTypes><DayTypeRef ref=\"D\"/></dayTypes>", "01:30:00", "03:30:00"));
        ServiceDay day = ServiceDay.Of(netex, new DateOnly(2025, 3, 30));
        Assert.Equal(["01:30", "03:30"], new[] { day.Departures[0], day.Arrivals[1] }.Select(s => Shown(day.Clock, s)));
        Assert.Equal(3600, day.Arrivals[1] - day.Departures[0]);
        Timetable gtfs = Gtfs(dates: "service_id,date,exception_type\ns,20250330,1\n", times: "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt,01:30:00,01:30:00,A,1\nt,03:30:00,03:30:00,B,2\n");
        day = ServiceDay.Of(gtfs, new DateOnly(2025, 3, 30));
        Assert.Equal(["00:30", "03:30"], new[] { day.Departures[0], day.Arrivals[1] }.Select(s => Shown(day.Clock, s)));
        Assert.Equal(7200, day.Arrivals[1] - day.Departures[0]);
    }

    [Fact]
    public void Netex_flexible_lines_are_kept_as_to_be_booked_and_run_only_when_asked_for()
    {
        const string Calendar = "<ServiceCalendarFrame><DayType id=\"D\"/><DayTypeAssignment><Date>2025-03-04</Date><DayTypeRef ref=\"D\"/></DayTypeAssignment></ServiceCalendarFrame>";
        Timetable timetable = Netex(Calendar, Journey("f", "<dayTypes><DayTypeRef ref=\"D\"/></dayTypes><FlexibleServiceProperties/>"));
        Assert.Equal(1, timetable.BookedTripCount);
        Assert.Equal(0, ServiceDay.Of(timetable, new DateOnly(2025, 3, 4)).TripCount);
        Assert.Equal(1, ServiceDay.Of(timetable, new DateOnly(2025, 3, 4), withBooked: true).TripCount);
    }

    [Fact]
    public void References_to_nothing_are_told_with_the_journey()
    {
        var findings = new Findings();
        Timetable timetable = Netex("", Journey("ok", "<dayTypes><DayTypeRef ref=\"D:none\"/></dayTypes>")
            + "<ServiceJourney id=\"lost\"><JourneyPatternRef ref=\"P:none\"/></ServiceJourney><DatedServiceJourney id=\"J\"><ServiceJourneyRef ref=\"none\"/><OperatingDayRef ref=\"O\"/></DatedServiceJourney>", findings);
        Assert.Equal(["ok"], timetable.TripIds);
        Assert.Equal(["timetable.lost-stops:Q:0", "timetable.unknown-journey:", "timetable.unknown-pattern:lost", "timetable.unknown-service:ok"],
            findings.All.Select(f => $"{f.Problem.Key}:{f.Place}").Order(StringComparer.Ordinal));
    }

    private static string Shown(DayClock clock, int second) => TimeSpan.FromSeconds(clock.ClockAt(second)).ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Journey(string id, string days, string departs = "08:00:00", string arrives = "08:10:00") => $"""
        <ServiceJourney id="{id}">{days}<JourneyPatternRef ref="P"/><passingTimes>
          <TimetabledPassingTime><StopPointInJourneyPatternRef ref="P:0"/><DepartureTime>{departs}</DepartureTime></TimetabledPassingTime>
          <TimetabledPassingTime><StopPointInJourneyPatternRef ref="P:1"/><ArrivalTime>{arrives}</ArrivalTime></TimetabledPassingTime>
        </passingTimes></ServiceJourney>
        """;

    private Timetable Netex(string calendar, string journeys, Findings? findings = null)
    {
        string path = scratch.Write($"{++number}.xml", $"""
            <PublicationDelivery xmlns="http://www.netex.org.uk/netex"><CompositeFrame><TimeZone>Europe/Oslo</TimeZone>{calendar}
            <ServiceFrame><ScheduledStopPoint id="S:0"/><ScheduledStopPoint id="S:1"/>
            <PassengerStopAssignment><ScheduledStopPointRef ref="S:0"/><QuayRef ref="Q:0"/></PassengerStopAssignment>
            <JourneyPattern id="P"><pointsInSequence>
              <StopPointInJourneyPattern order="1" id="P:0"><ScheduledStopPointRef ref="S:0"/></StopPointInJourneyPattern>
              <StopPointInJourneyPattern order="2" id="P:1"><ScheduledStopPointRef ref="S:1"/></StopPointInJourneyPattern>
            </pointsInSequence></JourneyPattern></ServiceFrame><TimetableFrame>{journeys}</TimetableFrame></CompositeFrame></PublicationDelivery>
            """);
        return TimetableFile.Open([path], findings ?? new Findings());
    }

    private Timetable Gtfs(string trips = Trips, string times = Times, string stops = Stops, string? dates = Dates, Dictionary<string, string?>? more = null, Findings? findings = null)
    {
        Dictionary<string, string?> files = new()
        {
            ["agency.txt"] = Agency,
            ["stops.txt"] = stops,
            ["routes.txt"] = Routes,
            ["trips.txt"] = trips,
            ["stop_times.txt"] = times,
            ["calendar_dates.txt"] = dates,
        };
        foreach ((string name, string? text) in more ?? []) files[name] = text;
        string path = scratch.File($"{++number}.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach ((string name, string? text) in files.Where(f => f.Value is not null))
            {
                using var writer = new StreamWriter(zip.CreateEntry("folder/" + name).Open());
                writer.Write(text);
            }
        }
        return TimetableFile.Open([path], findings ?? new Findings());
    }

    private static Timetable Sound(string path)
    {
        var findings = new Findings();
        Timetable timetable = TimetableFile.Open([path], findings);
        Assert.Empty(findings.All);
        return timetable;
    }

    /// <summary>Every way between all stops of a feed, in words.</summary>
    private static string Ways(RandomFeed feed, Timetable timetable)
    {
        var network = new TransitNetwork(timetable, new StraightWalks(timetable, new WalkSettings { MostMinutes = 10 }), 3);
        IReadOnlyList<StopWalk>[] places = [.. feed.Stops.Select(s => network.Walks.StopsNear(s, 10))];
        List<Journey>[][] ways = JourneyTable.Of(network, network.Day(RandomFeed.Date), places, places, new TravelWindow(0, 90_000, 90_000));
        return string.Join('\n', ways.SelectMany((row, from) => row.SelectMany((list, to) => list.Select(j => $"{from} {to} {j.Leave} {j.Arrive} {j.Rides} {j.WalkSeconds}"))));
    }
}
