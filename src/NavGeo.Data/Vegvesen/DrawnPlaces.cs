using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Vegvesen;

/// <summary>
/// Coordinates of a national file as metres: UTM as it stands, also with heights beside it, degrees in EPSG:25833.
/// </summary>
internal sealed class DrawnPlaces
{
    /// <summary>No UTM coordinate of a road is larger, in metres.</summary>
    private const double FarthestMetres = 2e7;

    private readonly bool isDegrees;

    private DrawnPlaces(int epsg, bool isDegrees)
    {
        Epsg = epsg;
        this.isDegrees = isDegrees;
    }

    /// <summary>Projection of what <see cref="Draw"/> gives.</summary>
    public int Epsg { get; }

    /// <summary>For coordinates of a code; null where NavGeo does not know it.</summary>
    public static DrawnPlaces? Find(int epsg) => epsg switch
    {
        // UTM 32, 33 and 35 with heights in NN2000 and NN54.
        5972 or 6172 => new DrawnPlaces(25832, false),
        5973 or 6173 => new DrawnPlaces(25833, false),
        5975 or 6175 => new DrawnPlaces(25835, false),
        4326 or 4258 or 4979 => new DrawnPlaces(25833, true),
        _ => MapProjection.Find(epsg) is { } known ? new DrawnPlaces(known.Epsg, false) : null,
    };

    /// <summary>For coordinates that do not say what they are: degrees where they can be, else UTM 33.</summary>
    public static DrawnPlaces Guess(Coordinate first) =>
        new(25833, Math.Abs(first.X) <= 180 && Math.Abs(first.Y) <= 90);

    /// <summary>The line in metres; null where a point is nowhere near a road.</summary>
    public PlanePoint[]? Draw(Coordinate[] line)
    {
        var shape = new PlanePoint[line.Length];
        for (int i = 0; i < line.Length; i++)
        {
            Coordinate at = line[i];
            if (isDegrees && !(Math.Abs(at.X - MapProjection.Norway.CentralMeridian) <= 25 && Math.Abs(at.Y) <= 86)) return null;
            shape[i] = isDegrees ? MapProjection.Norway.ToPlane(new GeoPoint(at.X, at.Y)) : new PlanePoint(at.X, at.Y);
            if (!(Math.Abs(shape[i].Easting) <= FarthestMetres && Math.Abs(shape[i].Northing) <= FarthestMetres)) return null;
        }
        return shape;
    }
}
