using NavGeo.Routing;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Visits;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Transit;

/// <summary>Pairs that are handed on and forgotten, against the table of all ways at once.</summary>
public sealed class VisitSearchTests
{
    private const int Hour = 3600;

    [Theory]
    [InlineData(9, 3)]
    [InlineData(3, 9)]
    public void Visits_are_those_of_the_whole_table_whichever_side_has_more(int homes, int sites)
    {
        int possible = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            RandomFeed feed = RandomFeed.Of(seed, 12, 90);
            Timetable timetable = feed.ToTimetable();
            var settings = new WalkSettings { MostMinutes = 12, MostChangeMinutes = 8, ChangeMinutes = 1 };
            var network = new TransitNetwork(timetable, new StraightWalks(timetable, settings), 3);
            GeoPoint[] from = [.. feed.Stops.Take(homes)], to = [.. feed.Stops.TakeLast(sites)];
            ServiceDay day = network.Day(RandomFeed.Date);
            var rule = new VisitRule(9 * Hour, 15 * Hour, 1800, 0, 24 * Hour);
            List<Journey>[][] there = JourneyTable.Of(network, day, Near(network, from), Near(network, to), rule.Out);
            List<Journey>[][] back = JourneyTable.Of(network, day, Near(network, to), Near(network, from), rule.Back);
            var found = new RoundTrip?[homes, sites];
            var handed = new int[homes, sites];
            new VisitSearch(network, from, to).Run(day, rule.Out, rule.Back, pairs =>
            {
                foreach (VisitSearch.Pair pair in pairs)
                {
                    handed[pair.Home, pair.Site]++;
                    found[pair.Home, pair.Site] = RoundTrip.Shortest(rule, pair.There, pair.Back, pair.WalkSeconds);
                }
            }, TestContext.Current.CancellationToken);
            for (int home = 0; home < homes; home++)
            {
                int?[] walks = network.Walks.Between(from[home], to);
                for (int site = 0; site < sites; site++)
                {
                    RoundTrip? known = RoundTrip.Shortest(rule, there[home][site], back[site][home], walks[site]);
                    Assert.Equal((known?.AwaySeconds, known?.Out.Leave), (found[home, site]?.AwaySeconds, found[home, site]?.Out.Leave));
                    Assert.True(handed[home, site] <= 1, $"seed {seed}: a pair was handed on twice");
                    if (known is not null) possible++;
                }
            }
        }
        Assert.True(possible > 500, $"only {possible} possible");
    }

    private static IReadOnlyList<StopWalk>[] Near(TransitNetwork network, GeoPoint[] points) => [.. points.Select(p => network.Walks.StopsNear(p, network.Walks.Settings.MostMinutes))];
}
