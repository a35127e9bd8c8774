using NavGeo.Data.Timetables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Transit;

/// <summary>What if a departure went, came later, or a line were added; and which hours serve most.</summary>
public sealed class TimetableEditTests
{
    private const int Hour = 3600;

    private static readonly TravelWindow AllDay = new(0, 24 * Hour, 24 * Hour);

    [Fact]
    public void Departure_taken_out_never_helps_and_moved_there_and_back_changes_nothing()
    {
        int worse = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            Timetable timetable = RandomFeed.Of(seed, 8, 25).ToTimetable();
            int trip = new Random(seed).Next(timetable.TripCount);
            (int stop, _, int departure) = timetable.Call(trip, 0);
            var out1 = new MovedDeparture(timetable.StopIds[stop], departure, null);
            List<int> before = Arrivals(timetable), after = Arrivals(TimetableEdit.Apply(timetable, [out1]));
            Assert.All(before.Zip(after), pair => Assert.True(pair.Second >= pair.First, $"seed {seed}"));
            worse += before.Zip(after).Count(p => p.Second > p.First);
            // A second that nothing else leaves at comes back as it was.
            var later = new MovedDeparture(timetable.StopIds[stop], departure, 7 * 60 + 24 * Hour);
            Timetable back = TimetableEdit.Apply(timetable, [later, new MovedDeparture(timetable.StopIds[stop], departure + 7 * 60 + 24 * Hour, -(7 * 60 + 24 * Hour))]);
            Assert.Equal(before, Arrivals(back));
        }
        Assert.True(worse > 50, $"only {worse} ways needed what was taken out");
    }

    [Fact]
    public void Added_line_is_ridden_on_its_weekdays_alone()
    {
        Timetable timetable = RandomFeed.Of(3, 4, 3).ToTimetable();
        string text = $"trip,stop,time,lon,lat,weekdays\nx,{timetable.StopIds[0]},21:00,,,ti\nx,New quay,21.30,10.5,60.5,\n";
        AddedTrip added = Assert.Single(Read(text));
        Timetable with = TimetableEdit.Apply(timetable, [added]);
        Assert.Equal((timetable.StopCount + 1, timetable.TripCount + 1), (with.StopCount, with.TripCount));
        var network = new TransitNetwork(with, new StraightWalks(with, new WalkSettings { MostMinutes = 0 }));
        // The feed's dates are Monday to Wednesday.
        Assert.Equal([false, true, false], ((int[])[-1, 0, 1]).Select(d => JourneyTable.Of(
            network, network.Day(RandomFeed.Date.AddDays(d)), [[new StopWalk(0, 0)]], [[new StopWalk(with.StopCount - 1, 0)]], AllDay)[0][0].Exists(j => j.Arrive - j.Leave >= 30 * 60)));
    }

    [Theory]
    [InlineData("trip,stop,time\nx,A,09:00\n", "2")]
    [InlineData("trip,stop,time\nx,A,09:00\nx,B,08:00\n", "2")]
    [InlineData("trip,stop,time\nx,A,09:00\nx,B,soon\n", "3")]
    [InlineData("trip,stop,time,weekdays\nx,A,09:00,sunday\nx,B,10:00,\n", "2")]
    public void Mistakes_in_a_line_are_told_with_their_line(string text, string line)
    {
        InputException wrong = Assert.Throws<InputException>(() => Read(text));
        Assert.Contains(wrong.Findings, f => f.Place == line);
    }

    [Fact]
    public void Departure_that_is_not_there_is_told_with_those_that_are()
    {
        Timetable timetable = RandomFeed.Of(3, 4, 3).ToTimetable();
        (int stop, _, int departure) = timetable.Call(0, 0);
        UnknownDepartureException unknown = Assert.Throws<UnknownDepartureException>(() => TimetableEdit.Apply(timetable, [new MovedDeparture(timetable.StopIds[stop], 0, null)]));
        Assert.Contains(departure, unknown.Others);
        Assert.Empty(Assert.Throws<UnknownDepartureException>(() => TimetableEdit.Apply(timetable, [new MovedDeparture("nowhere", departure, null)])).Others);
    }

    /// <summary>Departures at 10, 20 and 50 past that take 30, 25 and 60 minutes: by hand, minute by minute.</summary>
    [Fact]
    public void Spread_over_a_window_is_that_of_each_minute()
    {
        Journey[] ways = [Way(10, 40), Way(20, 45), Way(50, 110)];
        var spread = DepartureSpread.Of(ways, null, 0, 59 * 60);
        Assert.Equal((3, 51 / 60.0), (spread.Departures, spread.Reached));
        Assert.Equal([25 * 60, 25 * 60, 30 * 60, 60 * 60, 60 * 60], spread.Planned!);
        int?[] minutes = [.. Enumerable.Range(0, 60).Select(m => m <= 10 ? 40 - m : m <= 20 ? 45 - m : m <= 50 ? 110 - m : (int?)null).OrderBy(m => m ?? 999)];
        Assert.Equal([minutes[0] * 60, minutes[14] * 60, minutes[29] * 60, minutes[44] * 60, null], spread.Unplanned);
        // Half an hour on foot is never waited for.
        var afoot = DepartureSpread.Of(ways, 28 * 60, 0, 59 * 60);
        Assert.Equal((1, 1.0, 28 * 60), (afoot.Departures, afoot.Reached, afoot.Unplanned[^1]));

        static Journey Way(int leave, int arrive) => new(leave * 60, arrive * 60, 1, 0);
    }

    /// <summary>Each of the tried hours against a search of its own.</summary>
    [Fact]
    public void Tried_hours_are_those_one_finds_one_by_one()
    {
        PlanningCase nordland = EmbeddedCase.Nordland;
        Structure structure = nordland.GetStructure("TO-senter");
        Timetable boats = TimetableFile.Open([Path.Combine(Repository.Root, "data", "nordland", "boats")], new Findings());
        var network = new TransitNetwork(boats, new StraightWalks(boats, new WalkSettings()));
        DateOnly[] dates = [new(2018, 3, 6)];
        var usual = new VisitHours(9 * Hour, 13 * Hour, 45 * 60);
        IReadOnlyList<HourTrial> trials = HourStudy.Of(nordland, network, dates, usual, structure, []);
        Assert.Equal(12, trials.Count);
        foreach (HourTrial trial in trials)
        {
            int opens = trial.Opens ?? usual.Opens;
            StructureVisits alone = VisitStudy.Of(nordland, network, dates, usual with { Opens = opens, Closes = opens + 4 * Hour }).Under(structure);
            Assert.Equal((alone.PeopleWithDay(nordland), alone.DaysAWeek(nordland)), (trial.PeopleWithDay, trial.DaysAWeek));
        }
        Assert.True(trials.Select(t => t.PeopleWithDay).Distinct().Count() > 2);
    }

    private static IReadOnlyList<AddedTrip> Read(string text)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, text);
        try
        {
            return AddedLineFile.Read(file, new Findings());
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>When one is there at the earliest, from every stop to every other.</summary>
    private static List<int> Arrivals(Timetable timetable)
    {
        var network = new TransitNetwork(timetable, new StraightWalks(timetable, new WalkSettings { MostMinutes = 5 }));
        IReadOnlyList<StopWalk>[] places = [.. Enumerable.Range(0, timetable.StopCount).Select(s => network.Walks.StopsNear(timetable.StopPoints[s], 5))];
        return [.. JourneyTable.Of(network, network.Day(RandomFeed.Date), places, places, AllDay).SelectMany(row => row.Select(w => w.Select(j => j.Arrive).DefaultIfEmpty(int.MaxValue).Min()))];
    }
}
