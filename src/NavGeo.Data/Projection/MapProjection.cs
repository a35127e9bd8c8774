using System.Globalization;
using NavGeo.Routing;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace NavGeo.Data.Projection;

/// <summary>
/// Between degrees (ETRS89, EPSG:4258) and metres in a UTM zone (ETRS89 / UTM 31N to 36N, EPSG:25831 to 25836).
/// The WGS84 zones 32631 to 32636 are taken as the same: they differ by less than a metre in Norway.
/// Immutable; any number of threads may use it. There is one object a zone.
/// </summary>
/// <remarks>
/// Forward is ProjNet's series, within 8 mm of PROJ over Norway. ProjNet's inverse drifts with the distance from
/// the central meridian (2.6 m at Vardø in zone 33), so <see cref="ToGeo"/> corrects it against the forward: there
/// and back again is the same to far less than a millimetre.
/// </remarks>
public sealed class MapProjection
{
    private const int FirstZone = 31;
    private const int LastZone = 36;
    private const double InverseToleranceMetres = 1e-5;
    private const int MostCorrections = 10;

    private static readonly Lazy<MapProjection>[] Zones =
        [.. Enumerable.Range(FirstZone, LastZone - FirstZone + 1).Select(zone => new Lazy<MapProjection>(() => new MapProjection(zone)))];

    private readonly MathTransform forward;
    private readonly MathTransform inverse;

    private MapProjection(int zone)
    {
        Epsg = 25800 + zone;
        CoordinateSystem plane = new CoordinateSystemFactory().CreateFromWkt(WellKnownText(zone));
        GeographicCoordinateSystem degrees = ((ProjectedCoordinateSystem)plane).GeographicCoordinateSystem;
        var factory = new CoordinateTransformationFactory();
        forward = factory.CreateFromCoordinateSystems(degrees, plane).MathTransform;
        inverse = factory.CreateFromCoordinateSystems(plane, degrees).MathTransform;
    }

    /// <summary>EPSG:25833, the zone of national data.</summary>
    public static MapProjection Norway => ForEpsg(25833);

    /// <summary>25831 to 25836, also where the WGS84 twin was asked for.</summary>
    public int Epsg { get; }

    /// <summary>The projection with this code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NavGeo does not know the code.</exception>
    public static MapProjection ForEpsg(int epsg) =>
        Find(epsg) ?? throw new ArgumentOutOfRangeException(nameof(epsg), epsg, "known are EPSG:25831 to 25836 and 32631 to 32636");

    /// <summary>The projection with this code, or null where NavGeo does not know it.</summary>
    public static MapProjection? Find(int epsg)
    {
        int zone = epsg switch
        {
            >= 25800 and < 25900 => epsg - 25800,
            >= 32600 and < 32700 => epsg - 32600,
            _ => 0,
        };
        return zone is >= FirstZone and <= LastZone ? Zones[zone - FirstZone].Value : null;
    }

    /// <summary>Degrees to metres.</summary>
    public PlanePoint ToPlane(GeoPoint point)
    {
        (double easting, double northing) = forward.Transform(point.Longitude, point.Latitude);
        return new PlanePoint(easting, northing);
    }

    /// <summary>Metres to degrees.</summary>
    public GeoPoint ToGeo(PlanePoint point)
    {
        (double firstLongitude, double firstLatitude) = inverse.Transform(point.Easting, point.Northing);
        double longitude = firstLongitude;
        double latitude = firstLatitude;
        // The drifting inverse still has the right slope. What it says apart for the wanted point and for the point
        // we stand at is therefore the way to go: a Newton step whose Jacobian costs nothing.
        for (int step = 0; step < MostCorrections; step++)
        {
            (double easting, double northing) = forward.Transform(longitude, latitude);
            double off = Math.Max(Math.Abs(point.Easting - easting), Math.Abs(point.Northing - northing));
            if (off < InverseToleranceMetres) break;
            (double longitudeHere, double latitudeHere) = inverse.Transform(easting, northing);
            longitude += firstLongitude - longitudeHere;
            latitude += firstLatitude - latitudeHere;
        }
        return new GeoPoint(longitude, latitude);
    }

    private static string WellKnownText(int zone) => string.Create(CultureInfo.InvariantCulture, $"""
        PROJCS["ETRS89 / UTM zone {zone}N",
          GEOGCS["ETRS89",
            DATUM["European_Terrestrial_Reference_System_1989",
              SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],
              TOWGS84[0,0,0,0,0,0,0],
              AUTHORITY["EPSG","6258"]],
            PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],
            UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],
            AUTHORITY["EPSG","4258"]],
          PROJECTION["Transverse_Mercator"],
          PARAMETER["latitude_of_origin",0],
          PARAMETER["central_meridian",{zone * 6 - 183}],
          PARAMETER["scale_factor",0.9996],
          PARAMETER["false_easting",500000],
          PARAMETER["false_northing",0],
          UNIT["metre",1,AUTHORITY["EPSG","9001"]],
          AUTHORITY["EPSG","{25800 + zone}"]]
        """);
}
