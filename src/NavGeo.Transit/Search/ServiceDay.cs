using NavGeo.Transit.Timetables;

namespace NavGeo.Transit.Search;

/// <summary>
/// What runs on a date, and what of the days around it reaches into it: lanes of trips that stop at the same stops and of
/// which none overtakes another, as RAPTOR wants them. Seconds are those of a <see cref="DayClock"/>. Immutable, any number
/// of threads.
/// </summary>
/// <remarks>
/// <see cref="Mirrored"/> is the same with time running backwards: a search for the earliest arrival in it is one for the
/// latest departure. Delling, Pajor, Werneck: Round-based public transit routing, Transportation Science 49 (2015).
/// </remarks>
public sealed class ServiceDay
{
    private const int Day = 86_400;

    private ServiceDay? mirrored;

    private ServiceDay(Timetable timetable, DayClock clock, List<Lane> lanes)
    {
        Timetable = timetable;
        Clock = clock;
        (LaneStopFirst, LaneTimeFirst, LaneTripFirst) = (new int[lanes.Count + 1], new int[lanes.Count + 1], new int[lanes.Count + 1]);
        for (int lane = 0; lane < lanes.Count; lane++)
        {
            int stops = lanes[lane].Stops.Length;
            LaneStopFirst[lane + 1] = LaneStopFirst[lane] + stops;
            LaneTripFirst[lane + 1] = LaneTripFirst[lane] + lanes[lane].Trips.Count;
            LaneTimeFirst[lane + 1] = LaneTimeFirst[lane] + stops * lanes[lane].Trips.Count;
        }
        LaneStops = [.. lanes.SelectMany(l => l.Stops)];
        LaneMarks = [.. lanes.SelectMany(l => l.Marks)];
        LaneTrips = [.. lanes.SelectMany(l => l.Trips.Select(t => t.Trip))];
        (Arrivals, Departures) = (new int[LaneTimeFirst[^1]], new int[LaneTimeFirst[^1]]);
        for (int lane = 0; lane < lanes.Count; lane++)
        {
            int at = LaneTimeFirst[lane];
            foreach (LaneTrip trip in lanes[lane].Trips)
            {
                trip.Arrivals.CopyTo(Arrivals, at);
                trip.Departures.CopyTo(Departures, at);
                at += trip.Arrivals.Length;
            }
        }
        (PlaceFirst, Places, PlaceDepartures) = PlacesOfStops();
    }

    /// <summary>Where the trips come from.</summary>
    public Timetable Timetable { get; }

    /// <summary>How the seconds are counted.</summary>
    public DayClock Clock { get; }

    /// <summary>How many trips run, those of the days around it among them.</summary>
    public int TripCount => LaneTrips.Length;

    internal int[] LaneStopFirst { get; }

    internal int[] LaneStops { get; }

    internal CallMarks[] LaneMarks { get; }

    /// <summary>Where each lane's times begin, trip after trip, each with as many as the lane has stops.</summary>
    internal int[] LaneTimeFirst { get; }

    internal int[] LaneTripFirst { get; }

    internal int[] LaneTrips { get; }

    internal int[] Arrivals { get; }

    internal int[] Departures { get; }

    /// <summary>Where each stop's <see cref="Places"/> begin.</summary>
    internal int[] PlaceFirst { get; }

    /// <summary>Where one can get on: each time a lane stops at a stop and takes people up.</summary>
    internal BoardingPlace[] Places { get; }

    /// <summary>The departures of each place, trip after trip, so that the search for the next one stays within a few lines of memory.</summary>
    internal int[] PlaceDepartures { get; }

    internal int LaneCount => LaneStopFirst.Length - 1;

    /// <summary>The day of a date.</summary>
    /// <param name="timetable">What runs when.</param>
    /// <param name="date">The date.</param>
    /// <param name="withBooked">Whether trips that are to be booked beforehand are run too.</param>
    /// <param name="until">Second up to which a trip may begin; two days on where nobody says.</param>
    public static ServiceDay Of(Timetable timetable, DateOnly date, bool withBooked = false, int until = 2 * Day)
    {
        var clock = new DayClock(timetable.Zone, date);
        int before = timetable.LongestSeconds / Day + 1;
        DateOnly[] days = [.. Enumerable.Range(-before, before + until / Day + 2).Select(date.AddDays)];
        var byPattern = new List<LaneTrip>?[timetable.PatternCount];
        var runs = new bool[timetable.Columns.Calendars.Length];
        foreach (DateOnly day in days)
        {
            for (int calendar = 0; calendar < runs.Length; calendar++) runs[calendar] = timetable.Columns.Calendars[calendar].Contains(day);
            int shift = clock.ShiftOf(day);
            DayClock? moved = clock.IsMoved(day) ? clock : null;
            for (int trip = 0; trip < timetable.TripCount; trip++)
            {
                if (!runs[timetable.Columns.TripCalendars[trip]]) continue;
                if (!withBooked && (timetable.Columns.TripMarks[trip] & TripMarks.Booked) != 0) continue;
                LaneTrip lane = LaneTrip.Of(timetable, trip, day, shift, moved);
                if (lane.Arrivals[^1] >= -Day / 2 && lane.Departures[0] <= until) (byPattern[timetable.Columns.TripPatterns[trip]] ??= []).Add(lane);
            }
        }
        var lanes = new List<Lane>();
        for (int pattern = 0; pattern < byPattern.Length; pattern++)
        {
            if (byPattern[pattern] is { } trips) AddLanes(lanes, timetable, pattern, trips, withBooked);
        }
        return new ServiceDay(timetable, clock, lanes);
    }

    /// <summary>The day with time running backwards: what left at a second arrives at minus it.</summary>
    public ServiceDay Mirrored()
    {
        if (Volatile.Read(ref mirrored) is { } known) return known;
        var lanes = new List<Lane>(LaneCount);
        for (int lane = 0; lane < LaneCount; lane++)
        {
            Range stops = LaneStopFirst[lane]..LaneStopFirst[lane + 1];
            int count = LaneStopFirst[lane + 1] - LaneStopFirst[lane];
            var trips = new List<LaneTrip>();
            for (int trip = LaneTripFirst[lane + 1] - LaneTripFirst[lane] - 1; trip >= 0; trip--)
            {
                int at = LaneTimeFirst[lane] + trip * count;
                trips.Add(new LaneTrip(LaneTrips[LaneTripFirst[lane] + trip], Backwards(Departures.AsSpan(at, count)), Backwards(Arrivals.AsSpan(at, count))));
            }
            lanes.Add(new Lane([.. LaneStops[stops].Reverse()], [.. LaneMarks[stops].Reverse().Select(Swapped)], trips));
        }
        var made = new ServiceDay(Timetable, Clock, lanes);
        return Interlocked.CompareExchange(ref mirrored, made, null) ?? made;
    }

    private static int[] Backwards(ReadOnlySpan<int> times)
    {
        var turned = new int[times.Length];
        for (int i = 0; i < turned.Length; i++) turned[i] = -times[^(i + 1)];
        return turned;
    }

    private static CallMarks Swapped(CallMarks marks) =>
        ((marks & CallMarks.Board) != 0 ? CallMarks.Alight : 0) | ((marks & CallMarks.Alight) != 0 ? CallMarks.Board : 0);

    /// <summary>Puts the trips of a pattern into as few lanes as taking the first that fits gives.</summary>
    private static void AddLanes(List<Lane> lanes, Timetable timetable, int pattern, List<LaneTrip> trips, bool withBooked)
    {
        Range row = timetable.Columns.PatternFirst[pattern]..timetable.Columns.PatternFirst[pattern + 1];
        int[] stops = timetable.Columns.PatternStops[row];
        CallMarks[] marks = [.. timetable.Columns.PatternMarks[row].Select(m => !withBooked && (m & CallMarks.Booked) != 0 ? CallMarks.None : m)];
        int first = lanes.Count;
        foreach (LaneTrip trip in trips.OrderBy(t => t.Departures[0]).ThenBy(t => t.Arrivals[^1]).ThenBy(t => t.Trip))
        {
            int lane = first;
            while (lane < lanes.Count && trip.Overtakes(lanes[lane].Trips[^1])) lane++;
            if (lane == lanes.Count) lanes.Add(new Lane(stops, marks, []));
            lanes[lane].Trips.Add(trip);
        }
    }

    private (int[] First, BoardingPlace[] Places, int[] Departures) PlacesOfStops()
    {
        var first = new int[Timetable.StopCount + 1];
        for (int at = 0; at < LaneStops.Length; at++)
        {
            if ((LaneMarks[at] & CallMarks.Board) != 0) first[LaneStops[at] + 1]++;
        }
        for (int stop = 0; stop < Timetable.StopCount; stop++) first[stop + 1] += first[stop];
        int[] next = first[..^1];
        var places = new BoardingPlace[first[^1]];
        var departures = new List<int>();
        for (int lane = 0; lane < LaneCount; lane++)
        {
            (int stops, int trips) = (LaneStopFirst[lane + 1] - LaneStopFirst[lane], LaneTripFirst[lane + 1] - LaneTripFirst[lane]);
            for (int position = 0; position < stops; position++)
            {
                int at = LaneStopFirst[lane] + position;
                if ((LaneMarks[at] & CallMarks.Board) == 0) continue;
                places[next[LaneStops[at]]++] = new BoardingPlace(lane, position, LaneTripFirst[lane], trips, departures.Count);
                for (int trip = 0; trip < trips; trip++) departures.Add(Departures[LaneTimeFirst[lane] + trip * stops + position]);
            }
        }
        return (first, places, [.. departures]);
    }

    private sealed record Lane(int[] Stops, CallMarks[] Marks, List<LaneTrip> Trips);

    private sealed record LaneTrip(int Trip, int[] Arrivals, int[] Departures)
    {
        public static LaneTrip Of(Timetable timetable, int trip, DateOnly day, int shift, DayClock? moved)
        {
            int first = timetable.Columns.TripFirst[trip];
            int count = timetable.CallsOf(trip);
            bool isByClock = moved is not null && (timetable.Columns.TripMarks[trip] & TripMarks.ByTheClock) != 0;
            (var arrivals, var departures) = (new int[count], new int[count]);
            int latest = int.MinValue;
            for (int i = 0; i < count; i++)
            {
                arrivals[i] = latest = At(timetable.Columns.Arrivals[first + i], latest);
                departures[i] = latest = At(timetable.Columns.Departures[first + i], latest);
            }
            return new LaneTrip(trip, arrivals, departures);

            // No trip goes back in time where the clock does.
            int At(int time, int before) => isByClock ? Math.Max(before, moved!.SecondAt(day, time)) : shift + time;
        }

        public bool Overtakes(LaneTrip before)
        {
            for (int i = 0; i < Arrivals.Length; i++)
            {
                if (Arrivals[i] < before.Arrivals[i] || Departures[i] < before.Departures[i]) return true;
            }
            return false;
        }
    }
}

/// <summary>Where one can get on a lane's trips.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Position">The stop's place in it.</param>
/// <param name="FirstTrip">The lane's first trip, among those of all lanes.</param>
/// <param name="Trips">How many trips the lane has.</param>
/// <param name="DeparturesAt">Where their departures from here begin among <see cref="ServiceDay.PlaceDepartures"/>.</param>
internal readonly record struct BoardingPlace(int Lane, int Position, int FirstTrip, int Trips, int DeparturesAt);
