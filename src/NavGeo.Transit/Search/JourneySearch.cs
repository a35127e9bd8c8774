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
/// give or take the walk: waiting at the first stop for what leaves later, or riding round and back to it, is not leaving. No
/// part of a trip is ridden twice in a round, as in trip-based routing (Witt 2015). Delling, Pajor, Werneck (2015), section 4.2.
/// </remarks>
/// <param name="day">What runs.</param>
/// <param name="paths">Changes between stops.</param>
/// <param name="mostTransfers">At most so many changes.</param>
public sealed class JourneySearch(ServiceDay day, FootPaths paths, int mostTransfers)
{
    private const int Never = int.MaxValue;

    private static readonly Journey Unreached = new(0, Never, 0, 0);

    private readonly int rounds = mostTransfers + 1;

    /// <summary>Of one stop, or trip, all rounds lie side by side: what is better in one round is mostly so in those after it.</summary>
    private readonly int width = mostTransfers + 2;
    private readonly int[] arrivals = new int[(mostTransfers + 2) * day.Timetable.StopCount];
    private readonly int[] ready = new int[(mostTransfers + 2) * day.Timetable.StopCount];
    private readonly int[] arrivalWalks = new int[(mostTransfers + 2) * day.Timetable.StopCount];
    private readonly int[] readyWalks = new int[(mostTransfers + 2) * day.Timetable.StopCount];

    /// <summary>The first place in its lane from which a trip, or one before it, was ridden in a round or an earlier one. Length: trips times rounds.</summary>
    private readonly int[] ridden = new int[(mostTransfers + 2) * day.TripCount];
    private readonly int[] accessSeconds = Enumerable.Repeat(Never, day.Timetable.StopCount).ToArray();
    private readonly List<int> marked = [];
    private readonly List<int> arrived = [];
    private readonly bool[] isMarked = new bool[day.Timetable.StopCount];
    private readonly bool[] isArrived = new bool[day.Timetable.StopCount];

    /// <summary>Stops one got off at since one left last, and in which round for the earliest time.</summary>
    private readonly List<int> improved = [];
    private readonly bool[] isImproved = new bool[day.Timetable.StopCount];
    private readonly int[] arrivalRides = new int[day.Timetable.StopCount];
    private TargetStops targets = new(0, []);
    private Journey[] best = [];
    private bool[] isBetter = [];
    private readonly List<int> better = [];

    /// <summary>The ways to each target, the last to leave for first; null for those not reached, which of a whole country are nearly all.</summary>
    private List<Journey>?[] ways = [];
    private readonly List<int> reached = [];
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
        var found = new List<Journey>[goals.Count];
        foreach (int target in Search(access, firstLeave, lastLeave, latestArrival, goals)) found[target] = ways[target]!;
        for (int i = 0; i < found.Length; i++) found[i] ??= [];
        return found;
    }

    /// <summary>The same, with the targets that are reached alone; <see cref="WaysTo"/> has the ways until the next search.</summary>
    internal IReadOnlyList<int> Search(IReadOnlyList<StopWalk> access, int firstLeave, int lastLeave, int latestArrival, TargetStops goals)
    {
        Begin(goals, latestArrival);
        foreach (Boarding boarding in BoardingsOf(access, firstLeave, lastLeave))
        {
            if (boarding.Leave != leave) Finish();
            leave = boarding.Leave;
            Ride(1, boarding.Lane, boarding.Position, boarding.Trip, boarding.WalkSeconds);
        }
        Finish();
        foreach (StopWalk walk in access) accessSeconds[walk.Stop] = Never;
        foreach (int target in reached) ways[target]!.Reverse();
        return reached;
    }

    /// <summary>The ways to a target that the last search found, by the second one leaves, the earliest first; empty where there are none.</summary>
    internal IReadOnlyList<Journey> WaysTo(int target) => ways[target] ?? (IReadOnlyList<Journey>)[];

    private void Begin(TargetStops goals, int latestArrival)
    {
        (targets, latest) = (goals, latestArrival);
        Array.Fill(arrivals, Never);
        Array.Fill(ready, Never);
        Array.Fill(ridden, Never);
        if (best.Length != goals.Count)
        {
            best = new Journey[goals.Count];
            Array.Fill(best, Unreached);
            isBetter = new bool[goals.Count];
            ways = new List<Journey>?[goals.Count];
        }
        else
        {
            foreach (int target in reached)
            {
                best[target] = Unreached;
                ways[target] = null;
            }
        }
        reached.Clear();
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
            foreach (BoardingPlace place in PlacesAt(stop))
            {
                ReadOnlySpan<int> departures = DeparturesOf(place);
                for (int trip = NextTrip(departures, firstLeave + seconds); trip < departures.Length; trip++)
                {
                    int leaving = departures[trip] - seconds;
                    if (leaving > lastLeave) break;
                    boardings.Add(new Boarding(leaving, place.Lane, place.Position, place.FirstTrip + trip, seconds));
                }
            }
        }
        boardings.Sort(static (one, other) => other.Leave.CompareTo(one.Leave));
        return boardings;
    }

    /// <summary>Changes until nothing is reached earlier by what was boarded last, and keeps the ways that were found.</summary>
    private void Finish()
    {
        GoOn(1);
        for (int round = 2; round <= rounds && marked.Count > 0; round++)
        {
            foreach (int stop in marked) Board(round, stop);
            marked.Clear();
            GoOn(round);
        }
        ReachTargets();
        if (better.Count == 0) return;
        foreach (int target in better)
        {
            isBetter[target] = false;
            if (ways[target] is null)
            {
                ways[target] = [];
                reached.Add(target);
            }
            ways[target]!.Add(best[target]);
        }
        better.Clear();
        // What is later than the latest of the best is of no use to anybody who leaves before.
        if (reached.Count < best.Length) return;
        int worst = 0;
        foreach (Journey journey in best) worst = Math.Max(worst, journey.Arrive);
        latest = Math.Min(latest, worst);
    }

    /// <summary>Gets on the first trip of each lane that leaves after one is ready.</summary>
    private void Board(int round, int stop)
    {
        isMarked[stop] = false;
        int from = stop * width + round - 1;
        foreach (BoardingPlace place in PlacesAt(stop))
        {
            int trip = NextTrip(DeparturesOf(place), ready[from]);
            if (trip < place.Trips) Ride(round, place.Lane, place.Position, place.FirstTrip + trip, readyWalks[from]);
        }
    }

    /// <summary>
    /// Rides a trip as far as nobody has ridden it or one before it, with as few changes and leaving as late: what comes after
    /// that is reached as early already.
    /// </summary>
    private void Ride(int round, int lane, int position, int trip, int walk)
    {
        int known = ridden[trip * width + round];
        if (position >= known) return;
        int firstStop = day.LaneStopFirst[lane];
        int times = TimesOf(lane, trip);
        int last = Math.Min(known, day.LaneStopFirst[lane + 1] - firstStop - 1);
        for (int at = position + 1; at <= last; at++)
        {
            if ((day.LaneMarks[firstStop + at] & CallMarks.Alight) != 0) Arrive(round, day.LaneStops[firstStop + at], day.Arrivals[times + at], walk);
        }
        // Neither a later trip nor a later round has been ridden less far.
        for (int later = trip; later < day.LaneTripFirst[lane + 1] && ridden[later * width + round] > position; later++)
        {
            Span<int> from = ridden.AsSpan(later * width, width);
            for (int r = round; r <= rounds && from[r] > position; r++) from[r] = position;
        }
    }

    private int TimesOf(int lane, int trip) =>
        day.LaneTimeFirst[lane] + (trip - day.LaneTripFirst[lane]) * (day.LaneStopFirst[lane + 1] - day.LaneStopFirst[lane]);

    private ReadOnlySpan<BoardingPlace> PlacesAt(int stop) => day.Places.AsSpan(day.PlaceFirst[stop]..day.PlaceFirst[stop + 1]);

    private ReadOnlySpan<int> DeparturesOf(BoardingPlace place) => day.PlaceDepartures.AsSpan(place.DeparturesAt, place.Trips);

    /// <summary>The first of some departures that leaves at a second or after it; one past the last where none does.</summary>
    private static int NextTrip(ReadOnlySpan<int> departures, int second)
    {
        (int low, int high) = (0, departures.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (departures[middle] >= second) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private void Arrive(int round, int stop, int time, int walk)
    {
        int at = stop * width + round;
        if (time > latest || time >= arrivals[at]) return;
        for (int end = stop * width + rounds; at <= end && time < arrivals[at]; at++) (arrivals[at], arrivalWalks[at]) = (time, walk);
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
            int time = arrivals[stop * width + round];
            int walked = arrivalWalks[stop * width + round];
            arrivalRides[stop] = round;
            if (!isImproved[stop])
            {
                isImproved[stop] = true;
                improved.Add(stop);
            }
            if (round == rounds) continue;
            foreach (FootPath path in paths.From(stop))
            {
                if (MakeReady(round, path.Stop, time + path.Seconds, walked + path.OnFoot)) Mark(path.Stop);
            }
        }
        arrived.Clear();
    }

    /// <summary>From where one got off since one left, to the targets: a stop's last time is its earliest.</summary>
    private void ReachTargets()
    {
        foreach (int stop in improved)
        {
            isImproved[stop] = false;
            int at = stop * width + rounds;
            (int time, int walked, int rides) = (arrivals[at], arrivalWalks[at], arrivalRides[stop]);
            foreach (StopWalk target in targets.Of(stop))
            {
                if (time + target.Seconds <= best[target.Stop].Arrive) Reach(target.Stop, new Journey(leave, time + target.Seconds, rides, walked + target.Seconds));
            }
        }
        improved.Clear();
    }

    private void Reach(int target, Journey journey)
    {
        Journey known = best[target];
        if (journey.Arrive > latest) return;
        // Of ways that leave and arrive together the one with fewer rides, then with fewer steps.
        if (journey.Arrive == known.Arrive && (journey.Leave != known.Leave || (journey.Rides, journey.WalkSeconds).CompareTo((known.Rides, known.WalkSeconds)) >= 0)) return;
        best[target] = journey;
        if (isBetter[target]) return;
        isBetter[target] = true;
        better.Add(target);
    }

    private bool MakeReady(int round, int stop, int time, int walk)
    {
        int at = stop * width + round;
        if (time > latest || time >= ready[at]) return false;
        // Who comes back to where one could have waited has not left yet.
        if (accessSeconds[stop] != Never && time >= leave + accessSeconds[stop]) return false;
        for (int end = stop * width + rounds; at <= end && time < ready[at]; at++) (ready[at], readyWalks[at]) = (time, walk);
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
/// <param name="Trip">The trip, among those of all lanes.</param>
/// <param name="WalkSeconds">To the stop.</param>
internal readonly record struct Boarding(int Leave, int Lane, int Position, int Trip, int WalkSeconds);

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
