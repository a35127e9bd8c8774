using System.IO.Compression;
using System.Text;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Language;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>Small timetables to be damaged: the tables of a feed one after another in one text, the same as an archive, and NeTEx.</summary>
internal static class FuzzTimetables
{
    private const string Mark = "=== ";

    private const string Feed = """
        === agency.txt
        agency_id,agency_name,agency_url,agency_timezone
        a,A,http://a,Europe/Oslo
        === stops.txt
        stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
        A,"Alfa, sentrum",60.0,10.0,0,S
        B,Beta,60.1,10.0,,
        C,Gamma,60.2,10.0,0,
        S,Stasjon,60.0,10.0,1,
        === routes.txt
        route_id,agency_id,route_short_name,route_type
        r,a,1,3
        === trips.txt
        route_id,service_id,trip_id,wheelchair_accessible,block_id
        r,s,t,1,b
        r,w,u,2,b
        === calendar.txt
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        w,1,1,1,1,1,0,0,20250301,20250331
        === calendar_dates.txt
        service_id,date,exception_type
        s,20250304,1
        w,20250305,2
        === frequencies.txt
        trip_id,start_time,end_time,headway_secs
        u,06:00:00,07:00:00,600
        === stop_times.txt
        trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
        t,23:50:00,23:50:00,A,1,0,1
        t,,,B,2,3,
        t,24:20:00,24:21:00,C,3,1,0
        u,08:00:00,08:00:00,C,1,0,0
        u,08:20:00,08:20:00,A,2,2,0
        === transfers.txt
        from_stop_id,to_stop_id,transfer_type,min_transfer_time
        S,C,2,300
        B,B,3,

        """;

    private const string Netex = """
        <PublicationDelivery xmlns="http://www.netex.org.uk/netex"><dataObjects><CompositeFrame id="F"><FrameDefaults><DefaultLocale><TimeZone>Europe/Oslo</TimeZone></DefaultLocale></FrameDefaults><frames>
        <SiteFrame><stopPlaces><StopPlace id="X:StopPlace:1"><Name>En</Name><quays><Quay id="X:Quay:1"><Centroid><Location><Longitude>10.0</Longitude><Latitude>60.0</Latitude></Location></Centroid></Quay></quays></StopPlace></stopPlaces></SiteFrame>
        <ServiceCalendarFrame><dayTypes><DayType id="D"><properties><PropertyOfDay><DaysOfWeek>Monday Tuesday Weekend</DaysOfWeek></PropertyOfDay></properties></DayType></dayTypes>
        <operatingDays><OperatingDay id="O"><CalendarDate>2025-03-04</CalendarDate></OperatingDay></operatingDays>
        <operatingPeriods><OperatingPeriod id="T"><FromDate>2025-03-01T00:00:00</FromDate><ToDate>2025-03-20T00:00:00</ToDate></OperatingPeriod></operatingPeriods>
        <dayTypeAssignments><DayTypeAssignment order="1"><OperatingPeriodRef ref="T"/><DayTypeRef ref="D"/></DayTypeAssignment><DayTypeAssignment order="2"><Date>2025-03-10</Date><DayTypeRef ref="D"/><isAvailable>false</isAvailable></DayTypeAssignment></dayTypeAssignments></ServiceCalendarFrame>
        <ServiceFrame><lines><Line id="L"><Name>Linje</Name><PublicCode>1</PublicCode></Line></lines><routes><Route id="R"><LineRef ref="L"/></Route></routes>
        <scheduledStopPoints><ScheduledStopPoint id="S:1"><Name>En</Name></ScheduledStopPoint><ScheduledStopPoint id="S:2"/></scheduledStopPoints>
        <stopAssignments><PassengerStopAssignment><ScheduledStopPointRef ref="S:1"/><QuayRef ref="X:Quay:1"/></PassengerStopAssignment></stopAssignments>
        <serviceLinks><ServiceLink id="K"><projections><LinkSequenceProjection><posList>60.0 10.0 60.1 10.1</posList></LinkSequenceProjection></projections><FromPointRef ref="S:1"/><ToPointRef ref="S:2"/></ServiceLink></serviceLinks>
        <journeyPatterns><JourneyPattern id="P"><RouteRef ref="R"/><pointsInSequence><StopPointInJourneyPattern order="1" id="P:1"><ScheduledStopPointRef ref="S:1"/><ForAlighting>false</ForAlighting></StopPointInJourneyPattern><StopPointInJourneyPattern order="2" id="P:2"><ScheduledStopPointRef ref="S:2"/></StopPointInJourneyPattern></pointsInSequence></JourneyPattern></journeyPatterns></ServiceFrame>
        <TimetableFrame><vehicleJourneys><ServiceJourney id="J"><dayTypes><DayTypeRef ref="D"/></dayTypes><JourneyPatternRef ref="P"/><passingTimes><TimetabledPassingTime><StopPointInJourneyPatternRef ref="P:1"/><DepartureTime>23:50:00</DepartureTime></TimetabledPassingTime><TimetabledPassingTime><StopPointInJourneyPatternRef ref="P:2"/><ArrivalTime>00:10:00</ArrivalTime><ArrivalDayOffset>1</ArrivalDayOffset></TimetabledPassingTime></passingTimes></ServiceJourney>
        <DatedServiceJourney id="Q"><ServiceJourneyRef ref="J"/><OperatingDayRef ref="O"/><ServiceAlteration>planned</ServiceAlteration></DatedServiceJourney></vehicleJourneys></TimetableFrame>
        </frames></CompositeFrame></dataObjects></PublicationDelivery>
        """;

    /// <summary>Both forms, and archives as such.</summary>
    public static IEnumerable<FuzzTarget> All() =>
    [
        new FuzzTarget("gtfs", ".gtfs", [Encoding.UTF8.GetBytes(Feed)], path => Travel(Archive(File.ReadAllText(path), path + ".zip")), IsText: true),
        new FuzzTarget("gtfs-zip", ".zip", [Archived()], Travel),
        new FuzzTarget("navtime", ".navtime", [Packed()], Travel, Repair: FuzzTargets.Hashed),
        new FuzzTarget("netex", ".xml", [Encoding.UTF8.GetBytes(Netex)], Travel, IsText: true),
    ];

    private static byte[] Archived()
    {
        string path = Path.GetTempFileName();
        byte[] bytes = File.ReadAllBytes(Archive(Feed, path));
        File.Delete(path);
        return bytes;
    }

    private static byte[] Packed()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, Archived());
        using var packed = new MemoryStream();
        TimetablePack.Write(packed, TimetableFile.Open([path], new Findings()));
        File.Delete(path);
        return packed.ToArray();
    }

    private static string Archive(string text, string path)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (string table in text.Split(Mark, StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = table.Split('\n', 2);
            if (parts[0].Trim().Length == 0) continue;
            using var writer = new StreamWriter(zip.CreateEntry(parts[0].Trim()).Open());
            writer.Write(parts.Length > 1 ? parts[1] : "");
        }
        return path;
    }

    /// <summary>Reads it and travels by it, between all its stops.</summary>
    private static long Travel(string path)
    {
        Timetable timetable = TimetableFile.Open([path], new Findings());
        var network = new TransitNetwork(timetable, new StraightWalks(timetable, new WalkSettings()));
        IReadOnlyList<StopWalk>[] stops = [.. Enumerable.Range(0, Math.Min(10, timetable.StopCount)).Select(s => new[] { new StopWalk(s, 0) })];
        return JourneyTable.Of(network, network.Day(new DateOnly(2025, 3, 4)), stops, stops, new TravelWindow(0, 90_000, 180_000)).Sum(r => r.Sum(j => (long)j.Count));
    }
}
