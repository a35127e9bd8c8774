using System.Diagnostics;
using System.Globalization;
using NavGeo.Data.Input;
using NavGeo.Data.Places;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Language;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>transit --timetable A.zip,B.zip --from FILE --to FILE --date D [--runs N]</c>: reads, makes the day, and finds every way
/// from all places to a few, leaving within two hours from 14:00 and arriving within two more, on one thread.
/// </summary>
internal static class TransitCommand
{
    private const int Hour = 3600;

    public static int Run(Arguments arguments)
    {
        InputFile[] files = [.. arguments.Required("--timetable").Split(',').Select(f => new InputFile(f))];
        var date = DateOnly.ParseExact(arguments.Required("--date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        IReadOnlyList<NamedPlace> from = PlaceFile.Read(arguments.Required("--from"), new Findings());
        IReadOnlyList<NamedPlace> to = PlaceFile.Read(arguments.Required("--to"), new Findings());
        Timetable timetable = Timed("read", () => TimetableFile.Open(files, new Findings()));
        TransitNetwork network = Timed("changes", () => new TransitNetwork(timetable, new StraightWalks(timetable, new WalkSettings())));
        IReadOnlyList<StopWalk>[] starts = Timed("walks", () => from.Select(p => network.Walks.StopsNear(p.Position, 30)).ToArray());
        IReadOnlyList<StopWalk>[] ends = [.. to.Select(p => network.Walks.StopsNear(p.Position, 30))];
        ServiceDay day = Timed("day", () => network.Day(date));
        Timed("day mirrored", day.Mirrored);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{timetable.StopCount} stops, {timetable.TripCount} trips, {timetable.CallCount} calls, {timetable.Bytes / 1e6:0.0} MB; {day.TripCount} trips of the day"));
        for (int run = 0; run < arguments.Whole("--runs", 3); run++)
        {
            long ways = Timed("search", () => Sum(network, day, starts, ends));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"checksum {ways}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }

    /// <summary>Minutes by each minute of the two hours, of the first way that leaves then or later, from every place to every other.</summary>
    private static long Sum(TransitNetwork network, ServiceDay day, IReadOnlyList<StopWalk>[] starts, IReadOnlyList<StopWalk>[] ends)
    {
        var window = new TravelWindow(14 * Hour, 18 * Hour, 18 * Hour);
        long sum = 0;
        // One destination at a time: the table is parallel over its side of the search.
        foreach (IReadOnlyList<StopWalk> end in ends)
        {
            foreach (List<Journey>[] row in JourneyTable.Of(network, day, starts, [end], window))
            {
                int next = 0;
                for (int leave = 14 * Hour; leave < 16 * Hour; leave += 60)
                {
                    while (next < row[0].Count && row[0][next].Leave < leave) next++;
                    if (next < row[0].Count) sum += row[0][next].Arrive - leave;
                }
            }
        }
        return sum;
    }

    public static T Timed<T>(string what, Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        T made = work();
        TimeSpan elapsed = clock.Elapsed;
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {elapsed.TotalSeconds:0.000} s, processor {(process.TotalProcessorTime - before).TotalSeconds:0.000} s"));
        return made;
    }
}
