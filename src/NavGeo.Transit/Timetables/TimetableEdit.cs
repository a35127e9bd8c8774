using NavGeo.Routing;

namespace NavGeo.Transit.Timetables;

/// <summary>One "what if" of a timetable, as a value. The set is closed. Immutable.</summary>
public abstract record TimetableEdit
{
    private protected TimetableEdit()
    {
    }

    /// <summary>The timetable with some edits, in their order; <see cref="MovedDeparture"/> finds departures as those before have left them.</summary>
    /// <exception cref="UnknownDepartureException">An edit finds nothing to change.</exception>
    public static Timetable Apply(Timetable timetable, IReadOnlyList<TimetableEdit> edits)
    {
        foreach (TimetableEdit edit in edits)
        {
            var builder = new TimetableBuilder { Zone = timetable.Zone };
            if (edit is MovedDeparture moved)
            {
                HashSet<int> trips = [.. moved.TripsIn(timetable)];
                builder.AddAll(timetable, trip => !trips.Contains(trip) ? 0 : moved.Seconds);
            }
            else
            {
                builder.AddAll(timetable);
                ((AddedTrip)edit).AddTo(builder, timetable);
            }
            builder.PlaceKnown();
            timetable = builder.Build();
        }
        return timetable;
    }
}

/// <summary>Every trip that leaves a stop at a time is taken out, or moved with all its times.</summary>
/// <param name="Stop">Id or name of the stop, or id of its place.</param>
/// <param name="Clock">Seconds from the beginning of the service day; the minute counts.</param>
/// <param name="Seconds">Later by so many, earlier where negative; null takes it out.</param>
public sealed record MovedDeparture(string Stop, int Clock, int? Seconds) : TimetableEdit
{
    /// <summary>The trips it means.</summary>
    /// <exception cref="UnknownDepartureException">There are none.</exception>
    internal IEnumerable<int> TripsIn(Timetable timetable)
    {
        (int Trip, int Departure)[] here = [.. Enumerable.Range(0, timetable.TripCount).SelectMany(t => Departures(timetable, t)).OrderBy(d => d.Departure)];
        int[] meant = [.. here.Where(d => d.Departure / 60 == Clock / 60).Select(d => d.Trip).Distinct()];
        return meant.Length > 0 ? meant : throw new UnknownDepartureException(this, [.. here.Select(d => d.Departure).Distinct()]);
    }

    /// <summary>The departures of a trip from the stop; the last call is none.</summary>
    private IEnumerable<(int Trip, int Departure)> Departures(Timetable timetable, int trip)
    {
        for (int i = 0; i < timetable.CallsOf(trip) - 1; i++)
        {
            (int stop, _, int departure) = timetable.Call(trip, i);
            if (Same(timetable.StopIds[stop]) || Same(timetable.StopNames[stop]) || Same(timetable.StopAreas[stop])) yield return (trip, departure);
        }
    }

    private bool Same(string name) => string.Equals(name, Stop, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A trip that runs beside the others.</summary>
/// <param name="Line">What its line is called.</param>
/// <param name="Dates">When it runs; null for every date of the timetable that is one of the weekdays.</param>
/// <param name="Days">Of the week, as <see cref="DayOfWeek"/>; all where empty.</param>
/// <param name="Calls">Where it stops, two or more: id or name of a known stop, or a new one by its position; seconds of the service day that do not decrease.</param>
public sealed record AddedTrip(string Line, DateSet? Dates, IReadOnlyList<DayOfWeek> Days, IReadOnlyList<AddedCall> Calls) : TimetableEdit
{
    internal void AddTo(TimetableBuilder builder, Timetable before)
    {
        IEnumerable<DateOnly> dates = (Dates ?? before.Dates).Dates.Where(d => Days.Count == 0 || Days.Contains(d.DayOfWeek));
        TripCall[] calls = [.. Calls.Select(c => new TripCall(StopOf(builder, before, c), c.Seconds, c.Seconds, CallMarks.Board | CallMarks.Alight))];
        builder.AddTrip($"added:{Line}", builder.AddLine(Line), builder.AddCalendar(new DateSet(dates)), TripMarks.ByTheClock, calls);
    }

    /// <summary>Stops of the timetable keep their numbers in the builder it was added to first.</summary>
    private static int StopOf(TimetableBuilder builder, Timetable before, AddedCall call)
    {
        for (int stop = 0; stop < before.StopCount; stop++)
        {
            if (string.Equals(before.StopIds[stop], call.Stop, StringComparison.OrdinalIgnoreCase) || string.Equals(before.StopNames[stop], call.Stop, StringComparison.OrdinalIgnoreCase)) return stop;
        }
        return call.Point is { } point ? builder.AddStop($"added:{call.Stop}", call.Stop, point, null) : throw new UnknownDepartureException(new MovedDeparture(call.Stop, call.Seconds, null), []);
    }
}

/// <summary>A stop of an added trip.</summary>
/// <param name="Stop">Id or name.</param>
/// <param name="Point">Where it is, for a stop that the timetable does not have; null otherwise.</param>
/// <param name="Seconds">When it leaves, of the service day.</param>
public readonly record struct AddedCall(string Stop, GeoPoint? Point, int Seconds);

/// <summary>Nothing leaves a stop at a time.</summary>
/// <param name="edit">What was asked for.</param>
/// <param name="others">When something does leave it, seconds of the service day; empty where there is no such stop.</param>
public sealed class UnknownDepartureException(MovedDeparture edit, IReadOnlyList<int> others) : Exception($"nothing leaves {edit.Stop} at {edit.Clock}")
{
    /// <summary>What was asked for.</summary>
    public MovedDeparture Edit { get; } = edit;

    /// <summary>When something leaves there.</summary>
    public IReadOnlyList<int> Others { get; } = others;
}
