using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Transit;

/// <summary>Slow and obvious answers on a <see cref="RandomFeed"/>, on a day on which no clock is moved.</summary>
internal sealed class TransitOracles
{
    private readonly RandomFeed feed;
    private readonly WalkSettings settings;
    private readonly List<(RandomTrip Trip, int Shift)> runs;

    public TransitOracles(RandomFeed feed, WalkSettings settings)
    {
        (this.feed, this.settings) = (feed, settings);
        runs = [.. feed.Trips.SelectMany(t => t.Dates, (trip, date) => (trip, (date.DayNumber - RandomFeed.Date.DayNumber) * 86_400))];
    }

    /// <summary>Seconds from getting off at a stop to getting on at another; null where nobody changes so.</summary>
    public int? Change(int from, int to)
    {
        foreach (StopChange change in feed.Changes)
        {
            if (change.From == from && change.To == to) return change.Seconds == StopChange.Forbidden ? null : change.Seconds;
        }
        if (from == to) return (int)Math.Round(settings.ChangeMinutes * 60);
        int seconds = Walk(from, to);
        return seconds <= settings.MostChangeMinutes * 60 ? seconds : null;
    }

    public int Walk(int from, int to) => settings.Seconds(StraightWalks.Metres(feed.Stops[from], feed.Stops[to]));

    /// <summary>Every way worth taking from a place to another by trying all there are, at most so many rides.</summary>
    public List<(int Leave, int Arrive, int Rides)> AllWays(IReadOnlyList<StopWalk> access, IReadOnlyList<StopWalk> egress, TravelWindow window, int mostRides)
    {
        var found = new List<(int Leave, int Arrive, int Rides)>();
        foreach (StopWalk start in access)
        {
            foreach ((RandomTrip trip, int shift) in runs)
            {
                for (int i = 0; i < trip.Calls.Count; i++)
                {
                    int leave = trip.Calls[i].Departure + shift - start.Seconds;
                    if (trip.Calls[i].Stop != start.Stop || (trip.Calls[i].Marks & CallMarks.Board) == 0 || leave < window.FirstLeave || leave > window.LastLeave) continue;
                    Ride(trip, shift, i, leave, 1);
                }
            }
        }
        return [.. found.Where(w => !found.Exists(o => o != w && o.Leave >= w.Leave && o.Arrive <= w.Arrive && (o.Leave > w.Leave || o.Arrive < w.Arrive || o.Rides < w.Rides))).Distinct().Order()];

        void Ride(RandomTrip trip, int shift, int from, int leave, int rides)
        {
            for (int i = from + 1; i < trip.Calls.Count; i++)
            {
                int time = trip.Calls[i].Arrival + shift;
                if ((trip.Calls[i].Marks & CallMarks.Alight) == 0 || time > window.LatestArrival) continue;
                foreach (StopWalk end in egress)
                {
                    if (end.Stop == trip.Calls[i].Stop && time + end.Seconds <= window.LatestArrival) found.Add((leave, time + end.Seconds, rides));
                }
                if (rides == mostRides) continue;
                foreach ((RandomTrip next, int nextShift) in runs)
                {
                    for (int at = 0; at < next.Calls.Count - 1; at++)
                    {
                        if ((next.Calls[at].Marks & CallMarks.Board) == 0 || Change(trip.Calls[i].Stop, next.Calls[at].Stop) is not { } change) continue;
                        // Who comes back to where one could have waited has not left yet.
                        if (access.Any(a => a.Stop == next.Calls[at].Stop && leave + a.Seconds <= time + change)) continue;
                        if (time + change <= next.Calls[at].Departure + nextShift) Ride(next, nextShift, at, leave, rides + 1);
                    }
                }
            }
        }
    }

    /// <summary>Earliest arrival at each stop's door by a connection scan, however many changes; int.MaxValue where one does not come.</summary>
    /// <remarks>Dibbelt, Pajor, Strasser, Wagner: Connection scan algorithm, JEA 23 (2018).</remarks>
    public int[] ScanFrom(IReadOnlyList<StopWalk> access, int leave)
    {
        int[] ready = Enumerable.Repeat(int.MaxValue, feed.Stops.Count).ToArray();
        int[] arrivals = Enumerable.Repeat(int.MaxValue, feed.Stops.Count).ToArray();
        foreach (StopWalk walk in access) ready[walk.Stop] = Math.Min(ready[walk.Stop], leave + walk.Seconds);
        var connections = runs.SelectMany((run, number) => Enumerable.Range(1, run.Trip.Calls.Count - 1).Select(i => (Run: number, run.Trip, run.Shift, To: i)))
            .OrderBy(c => c.Trip.Calls[c.To - 1].Departure + c.Shift).ThenBy(c => c.To);
        var aboard = new HashSet<int>();
        foreach ((int run, RandomTrip trip, int shift, int to) in connections)
        {
            TripCall first = trip.Calls[to - 1];
            bool canBoard = (first.Marks & CallMarks.Board) != 0 && ready[first.Stop] <= first.Departure + shift;
            if (!canBoard && !aboard.Contains(run)) continue;
            aboard.Add(run);
            TripCall last = trip.Calls[to];
            if ((last.Marks & CallMarks.Alight) == 0) continue;
            arrivals[last.Stop] = Math.Min(arrivals[last.Stop], last.Arrival + shift);
            for (int stop = 0; stop < ready.Length; stop++)
            {
                if (Change(last.Stop, stop) is { } change) ready[stop] = Math.Min(ready[stop], last.Arrival + shift + change);
            }
        }
        return arrivals;
    }
}
