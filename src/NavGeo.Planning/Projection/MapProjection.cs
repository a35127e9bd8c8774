using System.Globalization;
using NavGeo.Routing;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace NavGeo.Planning.Projection;

/// <summary>
/// Between degrees (ETRS89, EPSG:4258) and metres in a UTM zone (ETRS89 / UTM 31N to 36N, EPSG:25831 to 25836, and
/// every other zone of the world as WGS84 / UTM, EPSG:32601 to 32660 and 32701 to 32760).
/// The WGS84 zones 32631 to 32636 are taken as the European ones: they differ by less than a metre in Norway.
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
    private const int ZonesOfTheWorld = 60;
    private const double InverseToleranceMetres = 1e-5;
    private const int MostCorrections = 10;

    /// <summary>Sixty zones north of the equator, then sixty south of it.</summary>
    private static readonly Lazy<MapProjection>[] Zones =
    [
        .. Enumerable.Range(1, ZonesOfTheWorld).Select(zone => new Lazy<MapProjection>(() => new MapProjection(zone, isNorth: true))),
        .. Enumerable.Range(1, ZonesOfTheWorld).Select(zone => new Lazy<MapProjection>(() => new MapProjection(zone, isNorth: false))),
    ];

    private readonly MathTransform forward;
    private readonly MathTransform inverse;

    private MapProjection(int zone, bool isNorth)
    {
        Epsg = !isNorth ? 32700 + zone : zone is >= FirstZone and <= LastZone ? 25800 + zone : 32600 + zone;
        CentralMeridian = zone * 6 - 183;
        FalseNorthing = isNorth ? 0 : 10_000_000;
        Name = string.Create(CultureInfo.InvariantCulture, $"{(IsEuropean ? "ETRS89" : "WGS 84")} / UTM zone {zone}{(isNorth ? 'N' : 'S')}");
        WellKnownText = Defined();
        CoordinateSystem plane = new CoordinateSystemFactory().CreateFromWkt(WellKnownText);
        GeographicCoordinateSystem degrees = ((ProjectedCoordinateSystem)plane).GeographicCoordinateSystem;
        var factory = new CoordinateTransformationFactory();
        forward = factory.CreateFromCoordinateSystems(degrees, plane).MathTransform;
        inverse = factory.CreateFromCoordinateSystems(plane, degrees).MathTransform;
    }

    /// <summary>EPSG:25833, the zone of national data.</summary>
    public static MapProjection Norway => ForEpsg(25833);

    /// <summary>The code; 25831 to 25836 also where the WGS84 twin was asked for.</summary>
    public int Epsg { get; }

    /// <summary>The zone's name in the EPSG register: <c>ETRS89 / UTM zone 33N</c>.</summary>
    public string Name { get; }

    /// <summary>Metres added to every northing: none north of the equator, ten million south of it.</summary>
    public int FalseNorthing { get; }

    /// <summary>Whether degrees are those of ETRS89; otherwise they are those of WGS 84.</summary>
    public bool IsEuropean => Epsg / 100 == 258;

    /// <summary>The system as well-known text (OGC 01-009), on one line.</summary>
    public string WellKnownText { get; }

    /// <summary>Degrees east of the zone's middle.</summary>
    public double CentralMeridian { get; }

    /// <summary>Code of the UTM zone a place lies in.</summary>
    public static int UtmEpsgOf(double longitude, double latitude)
    {
        int zone = Math.Clamp((int)Math.Floor((longitude + 180) / 6) + 1, 1, ZonesOfTheWorld);
        return latitude < 0 ? 32700 + zone : zone is >= FirstZone and <= LastZone ? 25800 + zone : 32600 + zone;
    }

    /// <summary>The projection with this code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NavGeo does not know the code.</exception>
    public static MapProjection ForEpsg(int epsg) =>
        Find(epsg) ?? throw new ArgumentOutOfRangeException(nameof(epsg), epsg, "known are EPSG:25831 to 25836, 32601 to 32660 and 32701 to 32760");

    /// <summary>The projection with this code, or null where NavGeo does not know it.</summary>
    public static MapProjection? Find(int epsg)
    {
        return epsg switch
        {
            >= 25800 + FirstZone and <= 25800 + LastZone => Zones[epsg - 25801].Value,
            > 32600 and <= 32600 + ZonesOfTheWorld => Zones[epsg - 32601].Value,
            > 32700 and <= 32700 + ZonesOfTheWorld => Zones[ZonesOfTheWorld + epsg - 32701].Value,
            _ => null,
        };
    }

    /// <summary>Degrees to metres.</summary>
    public PlanePoint ToPlane(GeoPoint point)
    {
        double longitude = point.Longitude;
        // A zone at the antimeridian reaches across it.
        if (longitude - CentralMeridian > 180) longitude -= 360;
        else if (longitude - CentralMeridian < -180) longitude += 360;
        (double easting, double northing) = forward.Transform(longitude, point.Latitude);
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
        return new GeoPoint(longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude, latitude);
    }

    /// <summary>Well-known text of OGC 01-009, on one line.</summary>
    private string Defined()
    {
        string degrees = IsEuropean
            ? """GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6258"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4258"]]"""
            : """GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]""";
        return string.Create(CultureInfo.InvariantCulture, $"""
            PROJCS["{Name}",{degrees},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",{CentralMeridian}],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",{FalseNorthing}],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","{Epsg}"]]
            """);
    }
}
