using NavGeo.Routing;
using NavGeo.Transit.Timetables;

namespace NavGeo.Transit.Walking;

/// <summary>Walking as the crow flies, over water and walls too: the best one can say without roads. Immutable.</summary>
public sealed class StraightWalks : IWalkNetwork
{
    private const double EarthMetres = 6_371_008.8;

    /// <summary>Height of a row of stops, degrees of latitude: about as far as one walks in half an hour.</summary>
    private const double RowDegrees = 0.02;

    /// <summary>Placed stops row by row from the south, each row from the west.</summary>
    private readonly int[] stops;
    private readonly GeoPoint[] points;
    private readonly double[] longitudes;
    private readonly Dictionary<int, (int First, int End)> rows = [];

    /// <param name="timetable">For its stops; those of which it is not known where they are nobody walks to.</param>
    /// <param name="settings">How people walk.</param>
    public StraightWalks(Timetable timetable, WalkSettings settings)
    {
        Settings = settings;
        GeoPoint[] all = timetable.StopPoints.ToArray();
        stops = [.. Enumerable.Range(0, all.Length).Where(timetable.IsPlaced).OrderBy(s => RowOf(all[s].Latitude)).ThenBy(s => all[s].Longitude).ThenBy(s => s)];
        points = [.. stops.Select(s => all[s])];
        longitudes = [.. points.Select(p => p.Longitude)];
        for (int i = 0; i < points.Length; i++)
        {
            int row = RowOf(points[i].Latitude);
            rows[row] = (rows.TryGetValue(row, out (int First, int) begun) ? begun.First : i, i + 1);
        }
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
        var near = new List<StopWalk>();
        (double west, double east) = Across(place, degrees);
        for (int row = RowOf(place.Latitude - degrees); row <= RowOf(place.Latitude + degrees); row++)
        {
            if (!rows.TryGetValue(row, out (int First, int End) there)) continue;
            int at = Array.BinarySearch(longitudes, there.First, there.End - there.First, west);
            if (at < 0) at = ~at;
            while (at > there.First && longitudes[at - 1] >= west) at--;
            for (; at < there.End && longitudes[at] <= east; at++)
            {
                int seconds = Settings.Seconds(Metres(place, points[at]));
                if (seconds <= most) near.Add(new StopWalk(stops[at], seconds));
            }
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

    /// <summary>Between which longitudes lies all that is so many degrees of latitude away; everything near the poles and the date line.</summary>
    private static (double West, double East) Across(GeoPoint place, double degrees)
    {
        double shrunk = Math.Cos(Radians(Math.Min(90, Math.Abs(place.Latitude) + degrees)));
        double across = shrunk < 0.01 ? 360 : degrees / shrunk * 1.01;
        return Math.Abs(place.Longitude) + across >= 180 ? (double.NegativeInfinity, double.PositiveInfinity) : (place.Longitude - across, place.Longitude + across);
    }

    private static int RowOf(double latitude) => (int)Math.Floor(latitude / RowDegrees);

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
