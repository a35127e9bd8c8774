using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Transit.Search;

/// <summary>A way from a place to another.</summary>
/// <param name="Leave">Second at which one leaves the first place.</param>
/// <param name="Arrive">Second at which one is at the other.</param>
/// <param name="Rides">How many times one gets on; 0 where one walks all the way.</param>
/// <param name="WalkSeconds">On foot, to stops, between them and from them.</param>
public readonly record struct Journey(int Leave, int Arrive, int Rides, int WalkSeconds)
{
    /// <summary>How long it takes.</summary>
    public int Seconds => Arrive - Leave;

    /// <summary>How many times one changes.</summary>
    public int Transfers => Math.Max(0, Rides - 1);
}

/// <summary>
/// Range-RAPTOR: every way from a place worth leaving for, that is, no other leaves as late or later and arrives as early or
/// earlier. Of two that leave and arrive together the one with fewer changes is kept. Exact. Scratch of one thread; a second
/// run allocates next to nothing.
/// </summary>
/// <remarks>
/// Between two rides one walks at most once; who has walked to a stop does not walk on from it. Labels stay from one departure
/// to the next earlier one: what leaves later and is as early is as good. Who leaves within the window also gets on within it,
/// give or take the walk: waiting at the first stop for what leaves later, or riding round and back to it, is not leaving. Delling, Pajor, Werneck (2015), section 4.2.
/// </remarks>
/// <param name="day">What runs.</param>
/// <param name="paths">Changes between stops.</param>
/// <param name="mostTransfers">At most so many changes.</param>
public sealed class JourneySearch(ServiceDay day, FootPaths paths, int mostTransfers)
{
    private const int Never = int.MaxValue;

    private readonly int rounds = mostTransfers + 1;
    private readonly int stops = day.Timetable.StopCount;
    private readonly int[] arrivals = new int[(mostTransfers + 2) * day.Timetable.StopCount];
    private readonly int[] ready = new int[(mostTransfers + 2) * day.Timetable.StopCount];
    private readonly int[] arrivalWalks = new int[(mostTransfers + 2) * day.Timetable.StopCount];
    private readonly int[] readyWalks = new int[(mostTransfers + 2) * day.Timetable.StopCount];
    private readonly List<int> marked = [];
    private readonly List<int> arrived = [];
    private readonly bool[] isMarked = new bool[day.Timetable.StopCount];
    private readonly bool[] isArrived = new bool[day.Timetable.StopCount];
    private readonly int[] accessSeconds = Enumerable.Repeat(Never, day.Timetable.StopCount).ToArray();
    private readonly int[] laneFrom = new int[day.LaneCount];
    private readonly List<int> lanes = [];
    private TargetStops targets = new(0, []);
    private Journey[] best = [];
    private bool[] isBetter = [];
    private readonly List<int> better = [];
    private int latest;
    private int leave;

    /// <summary>The ways to each target, by the second one leaves, the earliest first.</summary>
    /// <param name="access">Stops near the place one starts from.</param>
    /// <param name="firstLeave">Nobody leaves before.</param>
    /// <param name="lastLeave">Nobody leaves later.</param>
    /// <param name="latestArrival">Nobody arrives later.</param>
    /// <param name="goals">Where to.</param>
    public List<Journey>[] Run(IReadOnlyList<StopWalk> access, int firstLeave, int lastLeave, int latestArrival, TargetStops goals)
    {
        Begin(goals, latestArrival);
        var found = new List<Journey>[goals.Count];
        for (int i = 0; i < found.Length; i++) found[i] = [];
        foreach (Boarding boarding in BoardingsOf(access, firstLeave, lastLeave))
        {
            if (boarding.Leave != leave) Finish(found);
            Start(boarding);
        }
        Finish(found);
        foreach (StopWalk walk in access) accessSeconds[walk.Stop] = Never;
        foreach (List<Journey> journeys in found) journeys.Reverse();
        return found;
    }

    private void Begin(TargetStops goals, int latestArrival)
    {
        (targets, latest) = (goals, latestArrival);
        Array.Fill(arrivals, Never);
        Array.Fill(ready, Never);
        Array.Fill(laneFrom, Never);
        best = new Journey[goals.Count];
        Array.Fill(best, new Journey(0, Never, 0, 0));
        isBetter = new bool[goals.Count];
        leave = Never;
    }

    /// <summary>Every departure near the place that one can leave for, the last to leave for first.</summary>
    private List<Boarding> BoardingsOf(IReadOnlyList<StopWalk> access, int firstLeave, int lastLeave)
    {
        foreach (StopWalk walk in access) accessSeconds[walk.Stop] = Math.Min(accessSeconds[walk.Stop], walk.Seconds);
        var boardings = new List<Boarding>();
        foreach (int stop in access.Select(w => w.Stop).Distinct())
        {
            int seconds = accessSeconds[stop];
            for (int i = day.StopLaneFirst[stop]; i < day.StopLaneFirst[stop + 1]; i++)
            {
                (int lane, int position) = day.StopLanes[i];
                if ((day.LaneMarks[day.LaneStopFirst[lane] + position] & CallMarks.Board) == 0) continue;
                int width = day.LaneStopFirst[lane + 1] - day.LaneStopFirst[lane];
                for (int at = FirstTrip(lane, position, width, day.LaneTimeFirst[lane + 1], firstLeave + seconds) + position; at < day.LaneTimeFirst[lane + 1]; at += width)
                {
                    int leaving = day.Departures[at] - seconds;
                    if (leaving > lastLeave) break;
                    boardings.Add(new Boarding(leaving, lane, position, stop));
                }
            }
        }
        boardings.Sort(static (one, other) => other.Leave.CompareTo(one.Leave));
        return boardings;
    }

    /// <summary>Gets on: what one could reach by leaving later is known already, so that only this lane is ridden.</summary>
    private void Start(Boarding boarding)
    {
        leave = boarding.Leave;
        ready[boarding.Stop] = leave + accessSeconds[boarding.Stop];
        readyWalks[boarding.Stop] = accessSeconds[boarding.Stop];
        if (laneFrom[boarding.Lane] == Never) lanes.Add(boarding.Lane);
        laneFrom[boarding.Lane] = Math.Min(laneFrom[boarding.Lane], boarding.Position);
    }

    /// <summary>Rides and changes until nothing is reached earlier by what was boarded last, and keeps the ways that were found.</summary>
    private void Finish(List<Journey>[] found)
    {
        for (int round = 1; round <= rounds && lanes.Count > 0; round++)
        {
            foreach (int lane in lanes) Ride(lane, round);
            lanes.Clear();
            GoOn(round);
            CollectLanes();
        }
        if (better.Count == 0) return;
        foreach (int target in better)
        {
            isBetter[target] = false;
            found[target].Add(best[target]);
        }
        better.Clear();
        // What is later than the latest of the best is of no use to anybody who leaves before.
        int worst = 0;
        foreach (Journey journey in best) worst = Math.Max(worst, journey.Arrive);
        latest = Math.Min(latest, worst);
    }

    /// <summary>The lanes that stop where one stands, each from the first such stop on.</summary>
    private void CollectLanes()
    {
        foreach (int stop in marked)
        {
            isMarked[stop] = false;
            for (int i = day.StopLaneFirst[stop]; i < day.StopLaneFirst[stop + 1]; i++)
            {
                (int lane, int position) = day.StopLanes[i];
                if (laneFrom[lane] == Never) lanes.Add(lane);
                laneFrom[lane] = Math.Min(laneFrom[lane], position);
            }
        }
        marked.Clear();
    }

    private void Ride(int lane, int round)
    {
        int firstStop = day.LaneStopFirst[lane];
        int width = day.LaneStopFirst[lane + 1] - firstStop;
        int end = day.LaneTimeFirst[lane + 1];
        int trip = end;
        int walk = 0;
        for (int position = laneFrom[lane]; position < width; position++)
        {
            int stop = day.LaneStops[firstStop + position];
            CallMarks marks = day.LaneMarks[firstStop + position];
            if (trip < end && (marks & CallMarks.Alight) != 0) Arrive(round, stop, day.Arrivals[trip + position], walk);
            if ((marks & CallMarks.Board) == 0) continue;
            int from = (round - 1) * stops + stop;
            int standing = ready[from];
            if (standing == Never || (trip < end && day.Departures[trip + position] < standing)) continue;
            int earliest = FirstTrip(lane, position, width, trip, standing);
            // The first time one gets on at once, or leaves later and then has done so already.
            if (earliest == trip || (round == 1 && day.Departures[earliest + position] != leave + accessSeconds[stop])) continue;
            (trip, walk) = (earliest, readyWalks[from]);
        }
        laneFrom[lane] = Never;
    }

    /// <summary>Where the times of the first trip begin that leaves at a second or after it; none is before <paramref name="known"/> where none is earlier.</summary>
    private int FirstTrip(int lane, int position, int width, int known, int standing)
    {
        int first = day.LaneTimeFirst[lane];
        int low = 0;
        int high = (known - first) / width;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (day.Departures[first + middle * width + position] >= standing) high = middle;
            else low = middle + 1;
        }
        return first + low * width;
    }

    private void Arrive(int round, int stop, int time, int walk)
    {
        if (time > latest || time >= arrivals[round * stops + stop]) return;
        for (int r = round; r <= rounds && time < arrivals[r * stops + stop]; r++)
        {
            arrivals[r * stops + stop] = time;
            arrivalWalks[r * stops + stop] = walk;
        }
        if (isArrived[stop]) return;
        isArrived[stop] = true;
        arrived.Add(stop);
    }

    /// <summary>From where one got off: to the targets, and to where one gets on next.</summary>
    private void GoOn(int round)
    {
        foreach (int stop in arrived)
        {
            isArrived[stop] = false;
            int time = arrivals[round * stops + stop];
            int walked = arrivalWalks[round * stops + stop];
            foreach (StopWalk target in targets.Of(stop)) Reach(target.Stop, new Journey(leave, time + target.Seconds, round, walked + target.Seconds));
            if (round == rounds) continue;
            foreach (FootPath path in paths.From(stop))
            {
                if (MakeReady(round, path.Stop, time + path.Seconds, walked + path.OnFoot)) Mark(path.Stop);
            }
        }
        arrived.Clear();
    }

    private void Reach(int target, Journey journey)
    {
        Journey known = best[target];
        if (journey.Arrive > latest || journey.Arrive > known.Arrive) return;
        // Within a departure a round more is never worth the same arrival; fewer steps on foot are.
        if (journey.Arrive == known.Arrive && (journey.Leave != known.Leave || journey.Rides != known.Rides || journey.WalkSeconds >= known.WalkSeconds)) return;
        best[target] = journey;
        if (isBetter[target]) return;
        isBetter[target] = true;
        better.Add(target);
    }

    private bool MakeReady(int round, int stop, int time, int walk)
    {
        if (time > latest || time >= ready[round * stops + stop]) return false;
        // Who comes back to where one could have waited has not left yet.
        if (accessSeconds[stop] != Never && time >= leave + accessSeconds[stop]) return false;
        for (int r = round; r <= rounds && time < ready[r * stops + stop]; r++)
        {
            ready[r * stops + stop] = time;
            readyWalks[r * stops + stop] = walk;
        }
        return true;
    }

    private void Mark(int stop)
    {
        if (isMarked[stop]) return;
        isMarked[stop] = true;
        marked.Add(stop);
    }
}

/// <summary>A departure that one leaves for.</summary>
/// <param name="Leave">Second at which one leaves to be there just in time.</param>
/// <param name="Lane">The lane of the trip.</param>
/// <param name="Position">The stop's place in it.</param>
/// <param name="Stop">The stop.</param>
internal readonly record struct Boarding(int Leave, int Lane, int Position, int Stop);

/// <summary>Where searches lead to: from each stop the targets one walks to from it. Immutable.</summary>
public sealed class TargetStops
{
    private readonly int[] first;
    private readonly StopWalk[] walks;

    /// <param name="stopCount">How many stops there are.</param>
    /// <param name="access">For each target, the stops near it.</param>
    public TargetStops(int stopCount, IReadOnlyList<IReadOnlyList<StopWalk>> access)
    {
        Count = access.Count;
        first = new int[stopCount + 1];
        foreach (StopWalk walk in access.SelectMany(a => a)) first[walk.Stop + 1]++;
        for (int stop = 0; stop < stopCount; stop++) first[stop + 1] += first[stop];
        int[] next = first[..^1];
        walks = new StopWalk[first[^1]];
        for (int target = 0; target < Count; target++)
        {
            foreach (StopWalk walk in access[target]) walks[next[walk.Stop]++] = new StopWalk(target, walk.Seconds);
        }
    }

    /// <summary>How many targets.</summary>
    public int Count { get; }

    /// <summary>Number of each target that is near a stop, and the seconds to it.</summary>
    internal ReadOnlySpan<StopWalk> Of(int stop) => walks.AsSpan(first[stop]..first[stop + 1]);
}
