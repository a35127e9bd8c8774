using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Transit.Search;

/// <summary>
/// A timetable that one can ask for ways: with how one walks and changes. Immutable; any number of threads.
/// </summary>
public sealed class TransitNetwork
{
    /// <summary>How many times one changes at most where nobody says otherwise.</summary>
    public const int UsualTransfers = 8;

    /// <param name="timetable">What runs when.</param>
    /// <param name="walks">How one gets about on foot.</param>
    /// <param name="mostTransfers">At most so many changes.</param>
    /// <param name="withBooked">Whether what is to be booked beforehand is used.</param>
    public TransitNetwork(Timetable timetable, IWalkNetwork walks, int mostTransfers = UsualTransfers, bool withBooked = false)
    {
        (Timetable, Walks, MostTransfers, WithBooked) = (timetable, walks, mostTransfers, withBooked);
        Paths = FootPaths.Of(timetable, walks);
        Backwards = Paths.Mirrored();
    }

    private TransitNetwork(TransitNetwork before, Timetable timetable) =>
        (Timetable, Walks, MostTransfers, WithBooked, Paths, Backwards) = (timetable, before.Walks, before.MostTransfers, before.WithBooked, before.Paths, before.Backwards);

    /// <summary>What runs when.</summary>
    public Timetable Timetable { get; }

    /// <summary>How one gets about on foot.</summary>
    public IWalkNetwork Walks { get; }

    /// <summary>At most so many changes.</summary>
    public int MostTransfers { get; }

    /// <summary>Whether what is to be booked beforehand is used.</summary>
    public bool WithBooked { get; }

    /// <summary>The same with a departure taken out or moved: the stops, and the walks to them, stay as they are.</summary>
    /// <exception cref="UnknownDepartureException">There is no such departure.</exception>
    public TransitNetwork With(MovedDeparture edit) => new(this, TimetableEdit.Apply(Timetable, [edit]));

    internal FootPaths Paths { get; }

    internal FootPaths Backwards { get; }

    /// <summary>What runs on a date, up to some hours after its midnight.</summary>
    public ServiceDay Day(DateOnly date, int hours = 48) => ServiceDay.Of(Timetable, date, WithBooked, hours * 3600);
}
