using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Regions;

/// <summary>
/// Means over the people at both ends: of everybody who lives in one municipality and everybody who lives in another, the
/// mean of the time between each two. At least half of the pairs of people must have a way; those who have none are left
/// out of the mean.
/// </summary>
internal static class PeopleMeans
{
    /// <summary>Destinations are measured in runs of about so many points, from those municipalities that any of them is wanted from.</summary>
    private const int PointsAtOnce = 1024;

    /// <summary>Mean times of the pairs that are wanted, row after row; <see cref="TravelTime.UnreachableMilliseconds"/> for no way.</summary>
    /// <param name="people">The people.</param>
    /// <param name="times">On these roads, whatever its ends.</param>
    /// <param name="scenario">The roads.</param>
    /// <param name="means">Takes the means.</param>
    /// <param name="isWanted">Which pairs are wanted: from, to.</param>
    public static void Times(GatheredPeople people, RoadTimes times, RoadScenario scenario, int[] means, Func<int, int, bool> isWanted)
    {
        foreach (Run run in Runs(people, isWanted))
        {
            TravelTimeMatrix table = times.From(run.Starts).To(run.Ends).Measure(scenario.Metric, scenario.Open);
            Parallel.For(0, run.Homes.Length, row =>
            {
                foreach ((int to, int column) in run.Columns)
                {
                    int home = run.Homes[row];
                    if (isWanted(home, to)) means[home * people.Count + to] = Mean(people, table, run.Rows[row], column, home, to);
                }
            });
        }
    }

    /// <summary>Length (metres) and time on ferries (minutes), mean over trips of the same people, weighted alike.</summary>
    /// <param name="people">The people, gathered at few points: a way costs a hundred times what a time does.</param>
    /// <param name="scenario">The roads.</param>
    /// <param name="water">The sea, or null.</param>
    /// <param name="isWanted">Which pairs are wanted: from, to.</param>
    /// <returns>Row after row; not a number where there is no way.</returns>
    public static (double Metres, double FerryMinutes)[] Ways(
        GatheredPeople people, RoadScenario scenario, WaterMask? water, Func<int, int, bool> isWanted)
    {
        var means = new (double, double)[people.Count * people.Count];
        Parallel.ForEach(Runs(people, isWanted), run =>
        {
            TripTable table = TripTable.Of(scenario.Metric, scenario.Open, water, run.Starts, run.Ends);
            for (int row = 0; row < run.Homes.Length; row++)
            {
                foreach ((int to, int column) in run.Columns)
                {
                    int home = run.Homes[row];
                    if (isWanted(home, to)) means[home * people.Count + to] = MeanWay(people, table, run.Rows[row], column, home, to);
                }
            }
        });
        return means;
    }

    private static IEnumerable<Run> Runs(GatheredPeople people, Func<int, int, bool> isWanted)
    {
        int first = 0;
        int points = 0;
        for (int m = 0; m < people.Count; m++)
        {
            points += people.At(m).Length;
            if (m + 1 < people.Count && points + people.At(m + 1).Length <= PointsAtOnce) continue;
            int[] ends = [.. Enumerable.Range(first, m + 1 - first)];
            int[] homes = [.. Enumerable.Range(0, people.Count).Where(home => ends.Any(to => isWanted(home, to)))];
            if (homes.Length > 0) yield return new Run(people, homes, ends);
            (first, points) = (m + 1, 0);
        }
    }

    private static int Mean(GatheredPeople people, TravelTimeMatrix table, int firstRow, int firstColumn, int home, int to)
    {
        ReadOnlySpan<long> here = people.PeopleAt(home);
        ReadOnlySpan<long> there = people.PeopleAt(to);
        double sum = 0;
        double reached = 0;
        for (int i = 0; i < here.Length; i++)
        {
            ReadOnlySpan<int> times = table.Row(firstRow + i).Slice(firstColumn, there.Length);
            long of = 0;
            long by = 0;
            for (int j = 0; j < times.Length; j++)
            {
                if (times[j] == TravelTime.UnreachableMilliseconds) continue;
                of += times[j] * there[j];
                by += there[j];
            }
            sum += (double)of * here[i];
            reached += (double)by * here[i];
        }
        bool isReached = reached > 0 && reached * 2 >= (double)people.Everybody[home] * people.Everybody[to];
        return isReached ? (int)Math.Round(sum / reached) : TravelTime.UnreachableMilliseconds;
    }

    private static (double Metres, double FerryMinutes) MeanWay(GatheredPeople people, TripTable table, int firstRow, int firstColumn, int home, int to)
    {
        ReadOnlySpan<long> here = people.PeopleAt(home);
        ReadOnlySpan<long> there = people.PeopleAt(to);
        double metres = 0;
        double minutes = 0;
        double reached = 0;
        for (int i = 0; i < here.Length; i++)
        {
            for (int j = 0; j < there.Length; j++)
            {
                TripMeasure trip = table[firstRow + i, firstColumn + j];
                if (!trip.Time.IsReachable) continue;
                double weight = (double)here[i] * there[j];
                metres += weight * trip.Millimetres / 1000;
                minutes += weight * trip.FerryMilliseconds / 60_000;
                reached += weight;
            }
        }
        return (metres / reached, minutes / reached);
    }

    /// <summary>What is measured in one table.</summary>
    private sealed class Run(GatheredPeople people, int[] homes, int[] ends)
    {
        public int[] Homes { get; } = homes;

        /// <summary>The first row of each home.</summary>
        public int[] Rows { get; } = FirstOf(people, homes);

        /// <summary>Each municipality of arrival with its first column.</summary>
        public (int To, int Column)[] Columns { get; } = [.. ends.Zip(FirstOf(people, ends))];

        public SnappedPlace[] Starts { get; } = [.. homes.SelectMany(h => people.At(h).ToArray())];

        public SnappedPlace[] Ends { get; } = [.. ends.SelectMany(e => people.At(e).ToArray())];

        private static int[] FirstOf(GatheredPeople people, int[] municipalities)
        {
            var first = new int[municipalities.Length];
            for (int i = 1; i < first.Length; i++) first[i] = first[i - 1] + people.At(municipalities[i - 1]).Length;
            return first;
        }
    }
}
