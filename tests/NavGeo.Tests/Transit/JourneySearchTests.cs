using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Visits;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Transit;

/// <summary>The search against all ways there are, against a connection scan, and the laws of going there and back.</summary>
public sealed class JourneySearchTests
{
    private const int Hour = 3600;

    private static readonly TravelWindow AllDay = new(0, 24 * Hour, 24 * Hour);

    [Fact]
    public void Ways_are_those_one_finds_by_trying_all()
    {
        int ways = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            RandomFeed feed = RandomFeed.Of(seed, random.Next(3, 7), random.Next(2, 8));
            WalkSettings settings = new() { MostMinutes = random.Next(5, 20), MostChangeMinutes = random.Next(0, 15), ChangeMinutes = random.Next(4) };
            int mostRides = random.Next(1, 5);
            var network = new TransitNetwork(feed.ToTimetable(), new StraightWalks(feed.ToTimetable(), settings), mostRides - 1);
            int first = random.Next(4, 12) * Hour;
            var window = random.Next(2) == 0 ? AllDay : new TravelWindow(first, first + random.Next(1, 5) * Hour, first + random.Next(5, 16) * Hour);
            IReadOnlyList<StopWalk>[] places = [.. Enumerable.Range(0, feed.Stops.Count).Select(s => network.Walks.StopsNear(feed.Stops[s], settings.MostMinutes))];
            List<Journey>[][] found = JourneyTable.Of(network, network.Day(RandomFeed.Date), places, places, window);
            var oracle = new TransitOracles(feed, settings);
            for (int from = 0; from < places.Length; from++)
            {
                for (int to = 0; to < places.Length; to++)
                {
                    List<(int, int, int)> all = oracle.AllWays(places[from], places[to], window, mostRides);
                    Assert.True(all.SequenceEqual(found[from][to].Select(j => (j.Leave, j.Arrive, j.Rides))),
                        $"seed {seed}, {from} to {to}: {string.Join(' ', found[from][to])} instead of {string.Join(' ', all)}");
                    ways += all.Count;
                }
            }
        }
        Assert.True(ways > 20_000, $"only {ways} ways");
    }

    [Fact]
    public void Backwards_finds_the_same_ways_as_forwards()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            (TransitNetwork network, IReadOnlyList<StopWalk>[] places) = Network(seed, 12, 60, 5);
            ServiceDay day = network.Day(RandomFeed.Date);
            List<Journey>[][] backwards = JourneyTable.Of(network, day, places, [places[0]], AllDay);
            for (int from = 0; from < places.Length; from++)
                Assert.Equal(Ends(JourneyTable.Of(network, day, [places[from]], [places[0]], AllDay)[0][0]), Ends(backwards[from][0]));
        }
    }

    [Fact]
    public void Earliest_arrival_is_that_of_a_connection_scan()
    {
        int reached = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            RandomFeed feed = RandomFeed.Of(seed, 25, 120, 8);
            (TransitNetwork network, IReadOnlyList<StopWalk>[] places) = Network(feed, 20);
            IReadOnlyList<StopWalk>[] doors = [.. Enumerable.Range(0, feed.Stops.Count).Select(s => new[] { new StopWalk(s, 0) })];
            int leave = new Random(seed).Next(4, 20) * Hour;
            List<Journey>[] found = JourneyTable.Of(network, network.Day(RandomFeed.Date), [places[0]], doors, new TravelWindow(leave, 60 * Hour, 60 * Hour))[0];
            int[] scanned = new TransitOracles(feed, network.Walks.Settings).ScanFrom(places[0], leave);
            for (int stop = 0; stop < doors.Length; stop++)
            {
                Assert.Equal(scanned[stop], found[stop].Count == 0 ? int.MaxValue : found[stop][0].Arrive);
                if (found[stop].Count > 0) reached++;
            }
        }
        Assert.True(reached > 5000, $"only {reached} reached");
    }

    [Fact]
    public void A_visit_is_the_shortest_of_all_pairs_of_ways()
    {
        int possible = 0;
        for (int seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            List<Journey> there = Front(random);
            List<Journey> back = Front(random);
            int? walk = random.Next(3) == 0 ? random.Next(10, 90) * 60 : null;
            VisitRule rule = Rule(random);
            RoundTrip? best = RoundTrip.Shortest(rule, there, back, walk);
            int shortest = ByTrying(rule, there, back, walk);
            Assert.Equal(shortest, best?.AwaySeconds ?? int.MaxValue);
            if (best is not { } trip) continue;
            possible++;
            Assert.True(trip.StaySeconds >= rule.StaySeconds && trip.Out.Leave >= rule.LeaveAfter && trip.Back.Arrive <= rule.HomeBefore && trip.Out.Arrive <= trip.Back.Leave);
        }
        Assert.True(possible > 500, $"only {possible} possible");
    }

    [Fact]
    public void Longer_hours_and_more_changes_never_hurt_and_a_trip_less_never_helps()
    {
        int possible = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            RandomFeed feed = RandomFeed.Of(seed, 10, 60);
            var random = new Random(seed);
            VisitRule rule = Rule(random);
            int usual = Away(feed, 2, rule);
            Assert.True(Away(feed, 2, rule with { Closes = rule.Closes + Hour }) <= usual, $"seed {seed}: a later closing hour");
            Assert.True(Away(feed, 2, rule with { Opens = rule.Opens - Hour }) <= usual, $"seed {seed}: an earlier opening hour");
            Assert.True(Away(feed, 3, rule) <= usual, $"seed {seed}: a change more");
            Assert.True(Away(feed, 2, rule with { StaySeconds = rule.StaySeconds + 600 }) >= usual, $"seed {seed}: a longer stay");
            int gone = random.Next(feed.Trips.Count);
            Assert.True(Away(feed with { Trips = [.. feed.Trips.Where((_, i) => i != gone)] }, 2, rule) >= usual, $"seed {seed}: without {feed.Trips[gone].Id}");
            if (usual < int.MaxValue) possible++;
        }
        Assert.True(possible > 50, $"only {possible} possible");
    }

    private static int Away(RandomFeed feed, int transfers, VisitRule rule)
    {
        (TransitNetwork network, IReadOnlyList<StopWalk>[] places) = Network(feed, transfers);
        ServiceDay day = network.Day(RandomFeed.Date);
        List<Journey> there = JourneyTable.Of(network, day, [places[0]], [places[1]], rule.Out)[0][0];
        List<Journey> back = JourneyTable.Of(network, day, [places[1]], [places[0]], rule.Back)[0][0];
        return RoundTrip.Shortest(rule, there, back, null)?.AwaySeconds ?? int.MaxValue;
    }

    private static (TransitNetwork Network, IReadOnlyList<StopWalk>[] Places) Network(int seed, int stops, int trips, int transfers) =>
        Network(RandomFeed.Of(seed, stops, trips), transfers);

    private static (TransitNetwork Network, IReadOnlyList<StopWalk>[] Places) Network(RandomFeed feed, int transfers)
    {
        Timetable timetable = feed.ToTimetable();
        var settings = new WalkSettings { MostMinutes = 12, MostChangeMinutes = 8, ChangeMinutes = 1 };
        var walks = new StraightWalks(timetable, settings);
        return (new TransitNetwork(timetable, walks, transfers), [.. feed.Stops.Select(s => walks.StopsNear(s, settings.MostMinutes))]);
    }

    private static IEnumerable<(int, int, int)> Ends(List<Journey> ways) => ways.Select(w => (w.Leave, w.Arrive, w.Rides));

    private static VisitRule Rule(Random random)
    {
        int opens = random.Next(7, 12) * Hour;
        return new VisitRule(opens, opens + random.Next(1, 8) * Hour, random.Next(1, 9) * 900, random.Next(0, 8) * Hour, random.Next(14, 25) * Hour);
    }

    /// <summary>Ways none of which is worse than another.</summary>
    private static List<Journey> Front(Random random)
    {
        var ways = new List<Journey>();
        (int leave, int arrive) = (random.Next(4, 10) * Hour, 0);
        for (int i = random.Next(6); i > 0; i--)
        {
            leave += random.Next(1, 12) * 900;
            arrive = Math.Max(arrive + 60, leave + random.Next(1, 8) * 900);
            ways.Add(new Journey(leave, arrive, 1, 0));
        }
        return ways;
    }

    /// <summary>Who walks tries every minute.</summary>
    private static int ByTrying(VisitRule rule, List<Journey> there, List<Journey> back, int? walk)
    {
        IEnumerable<Journey> Walks() => walk is not { } seconds ? [] : Enumerable.Range(0, 30 * 60).Select(m => new Journey(m * 60, m * 60 + seconds, 0, seconds));
        Journey[] homes = [.. back.Concat(Walks()).Where(b => b.Arrive <= rule.HomeBefore)];
        int best = int.MaxValue;
        foreach (Journey first in there.Concat(Walks()).Where(f => f.Leave >= rule.LeaveAfter))
        {
            foreach (Journey home in homes)
            {
                if (Math.Min(home.Leave, rule.Closes) - Math.Max(first.Arrive, rule.Opens) >= rule.StaySeconds) best = Math.Min(best, home.Arrive - first.Leave);
            }
        }
        return best;
    }
}
