using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.Projection;

/// <summary>
/// Metres for a file in degrees: EPSG:25833 for all that lies in or around Norway, so that networks and national data
/// meet; elsewhere the UTM zone of the middle.
/// </summary>
internal sealed class OsmProjection
{
    /// <summary>So far from its central meridian a UTM zone is used; beyond, its series no longer hold.</summary>
    private const double MostDegrees = 20;

    /// <summary>86 degrees north or south, in tenths of a microdegree: roads end before.</summary>
    private const int MostNorth = 860_000_000;

    private readonly MapProjection projection;

    private OsmProjection(MapProjection projection) => this.projection = projection;

    public int Epsg => projection.Epsg;

    /// <summary>The projection for some places, given as tenths of a microdegree.</summary>
    /// <param name="longitudes">East; <see cref="int.MinValue"/> where there is no place.</param>
    /// <param name="latitudes">North, beside them.</param>
    /// <param name="counts">Which of them count, by position; null for all.</param>
    public static OsmProjection For(int[] longitudes, int[] latitudes, Func<int, bool>? counts = null)
    {
        // A sample is enough for the middle; the median is not moved by a ferry that sails far away.
        int step = Math.Max(1, longitudes.Length / 100_000);
        var east = new List<int>();
        var north = new List<int>();
        for (int i = 0; i < longitudes.Length; i += step)
        {
            if (longitudes[i] == int.MinValue || counts?.Invoke(i) == false) continue;
            east.Add(longitudes[i]);
            north.Add(latitudes[i]);
        }
        if (east.Count == 0) return new OsmProjection(MapProjection.Norway);
        east.Sort();
        north.Sort();
        double longitude = east[east.Count / 2] / 1e7;
        double latitude = north[north.Count / 2] / 1e7;
        bool isNorway = longitude is >= 4 and <= 32 && latitude is >= 57.5 and <= 72;
        return new OsmProjection(isNorway ? MapProjection.Norway : MapProjection.ForEpsg(MapProjection.UtmEpsgOf(longitude, latitude)));
    }

    /// <summary>Whether a place lies near enough to be drawn in this projection.</summary>
    public bool Reaches(int longitude, int latitude)
    {
        double off = Math.Abs(longitude / 1e7 - projection.CentralMeridian);
        // Across the antimeridian it is not far.
        return Math.Min(off, 360 - off) <= MostDegrees && Math.Abs(latitude) <= MostNorth;
    }

    /// <summary>A place within reach in metres.</summary>
    public PlanePoint Project(int longitude, int latitude) => projection.ToPlane(new GeoPoint(longitude / 1e7, latitude / 1e7));
}
