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

/// <summary>Walking as the crow flies, over water and walls too: the best one can say without roads. Immutable.</summary>
public sealed class StraightWalks : IWalkNetwork
{
    private const double EarthMetres = 6_371_008.8;

    private readonly GeoPoint[] points;
    private readonly int[] stops;
    private readonly double[] latitudes;

    /// <param name="timetable">For its stops; those of which it is not known where they are nobody walks to.</param>
    /// <param name="settings">How people walk.</param>
    public StraightWalks(Timetable timetable, WalkSettings settings)
    {
        Settings = settings;
        GeoPoint[] all = timetable.StopPoints.ToArray();
        stops = [.. Enumerable.Range(0, all.Length).Where(timetable.IsPlaced).OrderBy(s => all[s].Latitude).ThenBy(s => s)];
        points = [.. stops.Select(s => all[s])];
        latitudes = [.. points.Select(p => p.Latitude)];
    }

    /// <inheritdoc/>
    public WalkSettings Settings { get; }

    /// <summary>Metres of the great circle between two places, on a sphere: within half a percent.</summary>
    public static double Metres(GeoPoint one, GeoPoint other)
    {
        (double north, double east) = (Radians(other.Latitude - one.Latitude) / 2, Radians(other.Longitude - one.Longitude) / 2);
        double chord = Math.Pow(Math.Sin(north), 2) + Math.Cos(Radians(one.Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(east), 2);
        return 2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<StopWalk> StopsNear(GeoPoint place, double mostMinutes)
    {
        int most = (int)Math.Round(mostMinutes * 60);
        double degrees = DegreesWithin(mostMinutes);
        int first = Array.BinarySearch(latitudes, place.Latitude - degrees);
        if (first < 0) first = ~first;
        while (first > 0 && latitudes[first - 1] >= place.Latitude - degrees) first--;
        var near = new List<StopWalk>();
        for (int i = first; i < latitudes.Length && latitudes[i] <= place.Latitude + degrees; i++)
        {
            int seconds = Settings.Seconds(Metres(place, points[i]));
            if (seconds <= most) near.Add(new StopWalk(stops[i], seconds));
        }
        return [.. near.OrderBy(w => w.Seconds).ThenBy(w => w.Stop)];
    }

    /// <inheritdoc/>
    public int?[] Between(GeoPoint from, IReadOnlyList<GeoPoint> to)
    {
        double degrees = DegreesWithin(Settings.MostMinutes);
        var seconds = new int?[to.Count];
        for (int i = 0; i < seconds.Length; i++)
        {
            // Most of a country lies too far north or south, which is quickly seen.
            if (!(Math.Abs(to[i].Latitude - from.Latitude) <= degrees)) continue;
            int all = Settings.Seconds(Metres(from, to[i]));
            if (all <= Settings.MostMinutes * 60) seconds[i] = all;
        }
        return seconds;
    }

    /// <summary>So many degrees of latitude one walks in so many minutes; half a second is rounded off, and a little more for the arithmetic.</summary>
    private double DegreesWithin(double minutes) => (Settings.Metres(minutes) + Settings.Kmh) / EarthMetres * 180 / Math.PI;

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
