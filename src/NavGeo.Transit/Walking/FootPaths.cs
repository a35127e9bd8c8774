using NavGeo.Routing;
using NavGeo.Routing.Speeds;
using NavGeo.Transit.Timetables;

namespace NavGeo.Transit.Walking;

/// <summary>How people walk: named settings, printed with every answer.</summary>
public sealed record WalkSettings
{
    /// <summary>Walking pace, km/h.</summary>
    public double Kmh { get; init; } = TravelProfile.WalkKmh;

    /// <summary>Nobody walks longer than so many minutes to the first stop, from the last one, or all the way.</summary>
    public double MostMinutes { get; init; } = 30;

    /// <summary>Nobody walks longer than so many minutes between two stops.</summary>
    public double MostChangeMinutes { get; init; } = 10;

    /// <summary>Minutes a change takes at least where the timetable says nothing; walking to another stop is on top of none.</summary>
    public double ChangeMinutes { get; init; }

    /// <summary>Whole seconds over so many metres, rounded to the nearest.</summary>
    public int Seconds(double metres) => (int)Math.Round(metres * 3.6 / Kmh, MidpointRounding.AwayFromZero);

    /// <summary>How far one comes in so many minutes.</summary>
    public double Metres(double minutes) => minutes * Kmh / 0.06;
}

/// <summary>A stop within walking distance.</summary>
/// <param name="Stop">Its number.</param>
/// <param name="Seconds">On foot.</param>
public readonly record struct StopWalk(int Stop, int Seconds);

/// <summary>A way from one stop to another, or the change at one.</summary>
/// <param name="Stop">Number of the stop one goes on from.</param>
/// <param name="Seconds">Between getting off and getting on, at least.</param>
/// <param name="OnFoot">Of which on foot.</param>
public readonly record struct FootPath(int Stop, int Seconds, int OnFoot);

/// <summary>How one gets about on foot: by straight lines, or along roads.</summary>
public interface IWalkNetwork
{
    /// <summary>How people walk.</summary>
    WalkSettings Settings { get; }

    /// <summary>Stops one walks to from a place, each once, nearest first.</summary>
    IReadOnlyList<StopWalk> StopsNear(GeoPoint place, double mostMinutes);

    /// <summary>Seconds between places; null where it takes longer than <see cref="WalkSettings.MostMinutes"/> or there is no way.</summary>
    int?[] Between(GeoPoint from, IReadOnlyList<GeoPoint> to);
}

/// <summary>
/// Changes: from each stop to those one can go on from, the stop itself among them, with the least seconds between getting off
/// and getting on. Compressed rows; immutable.
/// </summary>
public sealed class FootPaths
{
    private readonly int[] first;
    private readonly FootPath[] paths;

    private FootPaths(IReadOnlyList<IEnumerable<FootPath>> rows)
    {
        FootPath[][] sorted = [.. rows.Select(r => r.OrderBy(p => p.Seconds).ThenBy(p => p.Stop).ToArray())];
        first = new int[sorted.Length + 1];
        for (int stop = 0; stop < sorted.Length; stop++) first[stop + 1] = first[stop] + sorted[stop].Length;
        paths = [.. sorted.SelectMany(r => r)];
    }

    /// <summary>How many ways there are.</summary>
    public int Count => paths.Length;

    /// <summary>Ways of a timetable.</summary>
    /// <remarks>
    /// A change takes what the timetable says. Where it gives no time it takes the walk, at the same stop
    /// <see cref="WalkSettings.ChangeMinutes"/>. Where the timetable says that one cannot change, one does not.
    /// </remarks>
    public static FootPaths Of(Timetable timetable, IWalkNetwork walks)
    {
        var rows = new Dictionary<int, FootPath>[timetable.StopCount];
        int atStop = (int)Math.Round(walks.Settings.ChangeMinutes * 60);
        Parallel.For(0, rows.Length, stop =>
        {
            rows[stop] = timetable.IsPlaced(stop)
                ? walks.StopsNear(timetable.StopPoints[stop], walks.Settings.MostChangeMinutes).ToDictionary(w => w.Stop, w => new FootPath(w.Stop, w.Seconds, w.Seconds))
                : [];
            rows[stop][stop] = new FootPath(stop, atStop, 0);
        });
        foreach (StopChange change in timetable.Columns.Changes)
        {
            Dictionary<int, FootPath> row = rows[change.From];
            int onFoot = row.TryGetValue(change.To, out FootPath walk) ? walk.OnFoot : OnFoot(timetable, change, walks.Settings);
            if (change.Seconds == StopChange.Forbidden) row.Remove(change.To);
            else row[change.To] = new FootPath(change.To, change.Seconds > 0 ? change.Seconds : onFoot, change.Seconds > 0 ? Math.Min(change.Seconds, onFoot) : onFoot);
        }
        return new FootPaths([.. rows.Select(r => r.Values)]);
    }

    /// <summary>Of a change that the timetable has though it is farther than people walk otherwise.</summary>
    private static int OnFoot(Timetable timetable, StopChange change, WalkSettings settings)
    {
        double metres = StraightWalks.Metres(timetable.StopPoints[change.From], timetable.StopPoints[change.To]);
        return change.From == change.To || !double.IsFinite(metres) ? 0 : settings.Seconds(metres);
    }

    /// <summary>The same ways backwards.</summary>
    public FootPaths Mirrored()
    {
        List<FootPath>[] rows = [.. Enumerable.Range(0, first.Length - 1).Select(_ => new List<FootPath>())];
        for (int stop = 0; stop < rows.Length; stop++)
        {
            foreach (FootPath path in From(stop)) rows[path.Stop].Add(path with { Stop = stop });
        }
        return new FootPaths(rows);
    }

    /// <summary>Where one can go on from after getting off at a stop, the quickest first.</summary>
    public ReadOnlySpan<FootPath> From(int stop) => paths.AsSpan(first[stop]..first[stop + 1]);
}
