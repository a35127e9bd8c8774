using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Simplify;

namespace NavGeo.Web.Tiles;

/// <summary>
/// What every map of the pages lies on besides roads, as features of a GeoJSON that the page draws with the same layers
/// (<c>client/src/map/ground.ts</c>): <c>water</c>, and the <c>name</c> of each municipality. Geometry in metres of EPSG:25833.
/// </summary>
internal static class GroundFeatures
{
    /// <summary>Lakes narrower than this share of the map's width are left out.</summary>
    private const double LakeShareOfWidth = 1 / 250.0;

    /// <summary>Writes the bodies of water that are large enough to be seen.</summary>
    /// <param name="json">The collection.</param>
    /// <param name="water">Sea and lakes.</param>
    /// <param name="width">Of what the map shows at first, metres.</param>
    /// <param name="tolerance">Details below it are left out, metres.</param>
    /// <param name="decimals">Of a degree.</param>
    public static void WriteWater(Utf8JsonWriter json, IEnumerable<Geometry> water, double width, double tolerance, int decimals)
    {
        foreach (Geometry body in water.Where(w => Math.Max(w.EnvelopeInternal.Width, w.EnvelopeInternal.Height) >= width * LakeShareOfWidth))
        {
            foreach (Polygon polygon in PolygonExtracter.GetPolygons(body).Cast<Polygon>())
                MapFeature.Write(json, "water", "", Simpler(polygon, tolerance), MapProjection.Norway, decimals);
        }
    }

    /// <summary>Writes what municipalities are called, at a point inside each.</summary>
    public static void WriteNames(Utf8JsonWriter json, IEnumerable<MunicipalityBoundary> boundaries, int decimals)
    {
        foreach (MunicipalityBoundary boundary in boundaries)
            MapFeature.Write(json, "name", boundary.Name, boundary.Area.InteriorPoint, MapProjection.Norway, decimals);
    }

    /// <summary>Without the islands that are too small to be seen; itself where it is small as a whole.</summary>
    private static Polygon Simpler(Polygon polygon, double tolerance)
    {
        LinearRing[] holes = [.. polygon.Holes.Select(Ring).Where(h => h.NumPoints > 3)];
        LinearRing shell = Ring(polygon.Shell);
        return polygon.Factory.CreatePolygon(shell.NumPoints > 3 ? shell : polygon.Shell, holes);

        LinearRing Ring(LinearRing ring) => polygon.Factory.CreateLinearRing(DouglasPeuckerSimplifier.Simplify(ring, tolerance).Coordinates is { Length: > 3 } points ? points : null);
    }
}
