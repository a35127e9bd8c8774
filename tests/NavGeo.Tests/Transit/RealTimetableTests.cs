using NavGeo.Data.Timetables;
using NavGeo.Planning.Language;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Visits;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Transit;

/// <summary>What was read from the real timetables by hand.</summary>
public sealed class RealTimetableTests
{
    [Fact]
    public void Train_61_goes_from_Nesbyen_to_Geilo()
    {
        Timetable timetable = TimetableFile.Open([RealData.Path("transit/netex_oslo_bergen_2021.zip")], new Findings());
        string[] names = ["Nesbyen", "Gol", "Ål", "Geilo"];
        IReadOnlyList<StopWalk>[] stations = [.. names.Select(n => Enumerable.Range(0, timetable.StopCount).Where(s => timetable.StopNames[s] == n).Select(s => new StopWalk(s, 0)).ToArray())];
        var network = new TransitNetwork(timetable, new StraightWalks(timetable, new WalkSettings()));
        ServiceDay day = network.Day(new DateOnly(2021, 11, 2));
        (int first, int last) = (day.Clock.SecondAt(10 * 3600 + 45 * 60), day.Clock.SecondAt(11 * 3600 + 15 * 60));
        List<Journey>[] ways = JourneyTable.Of(network, day, [stations[0]], stations[1..], new TravelWindow(first, last, last + 86_400))[0];
        Assert.Equal(["11:01–11:12", "11:01–11:32", "11:01–11:52"], ways.Select(w => Assert.Single(w)).Select(w => $"{Shown(day, w.Leave)}–{Shown(day, w.Arrive)}"));
        // The stop points have no positions but for the lines drawn between them: within a kilometre of the station at Gol.
        Assert.All(stations[1], s => Assert.InRange(StraightWalks.Metres(timetable.StopPoints[s.Stop], new(8.97, 60.70)), 0, 1000));
    }

    [Theory]
    [InlineData("Værøy", 49, "09:15–09:40", "16:30–16:55")]
    [InlineData("Røst", 85, "08:55–10:00", "20:15–21:25")]
    public void From_the_islands_one_can_visit_Bodø_and_be_home_the_same_day(string island, int days, string there, string back)
    {
        Timetable timetable = TimetableFile.Open([RealData.Path("transit/gtfs_domestic_air_2025.zip")], new Findings());
        int Airport(string name) => Enumerable.Range(0, timetable.StopCount).First(s => timetable.StopIds[s].Contains("Quay", StringComparison.Ordinal) && timetable.StopNames[s].StartsWith(name, StringComparison.Ordinal));
        IReadOnlyList<StopWalk>[] places = [[new StopWalk(Airport(island), 0)], [new StopWalk(Airport("Bodø"), 0)]];
        var network = new TransitNetwork(timetable, new StraightWalks(timetable, new WalkSettings()));
        DateOnly[] dates = [.. timetable.Dates.Dates];
        Assert.Equal(121, dates.Length);
        (ServiceDay Day, RoundTrip? Trip)[] trips = [.. dates.Select(date => Visit(network, places, date))];
        Assert.Equal(days, trips.Count(t => t.Trip is not null));
        (ServiceDay day, RoundTrip? march) = trips[Array.IndexOf(dates, new DateOnly(2025, 3, 4))];
        Assert.Equal(there, $"{Shown(day, march!.Value.Out.Leave)}–{Shown(day, march.Value.Out.Arrive)}");
        Assert.Equal(back, $"{Shown(day, march.Value.Back.Leave)}–{Shown(day, march.Value.Back.Arrive)}");
    }

    [Fact]
    public void Every_real_timetable_is_read()
    {
        (string Name, int Trips, int Stops)[] known = [("gtfs_airport_train", 0, 0), ("netex_domestic_air_2025", 4, 2), ("netex_stockholm_oslo", 30, 13), ("netex_romerike_bus_2017", 4402, 0), ("gtfs_porto_alegre_bus", 0, 0), ("gtfs_porto_alegre_train", 0, 0)];
        foreach ((string name, int trips, int stops) in known)
        {
            Timetable timetable = TimetableFile.Open([RealData.Path($"transit/{name}.zip")], new Findings());
            Assert.True(timetable.TripCount > 0 && timetable.Dates.Count > 0, name);
            if (trips > 0) Assert.Equal((name, trips), (name, timetable.TripCount));
            if (stops > 0) Assert.Equal((name, stops), (name, timetable.StopCount));
        }
    }

    private static (ServiceDay Day, RoundTrip? Trip) Visit(TransitNetwork network, IReadOnlyList<StopWalk>[] places, DateOnly date)
    {
        ServiceDay day = network.Day(date);
        var rule = new VisitRule(day.Clock.SecondAt(9 * 3600), day.Clock.SecondAt(15 * 3600), 45 * 60, day.Clock.SecondAt(0), day.Clock.SecondAt(86_400));
        List<Journey> there = JourneyTable.Of(network, day, [places[0]], [places[1]], rule.Out)[0][0];
        List<Journey> back = JourneyTable.Of(network, day, [places[1]], [places[0]], rule.Back)[0][0];
        return (day, RoundTrip.Shortest(rule, there, back, null));
    }

    private static string Shown(ServiceDay day, int second) => TimeSpan.FromSeconds(day.Clock.ClockAt(second)).ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture);
}
