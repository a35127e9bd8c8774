using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Simplify;

namespace NavGeo.Web.Tiles;

/// <summary>
/// What the travel times lie on: outlines of the case's municipalities and regions, and water, as GeoJSON in degrees,
/// simplified to what a screen shows. <c>kind</c> is <c>municipality</c>, <c>region</c>, <c>name</c> or <c>water</c>. Read and
/// made when first asked for, and kept. Any number of threads.
/// </summary>
internal sealed class MeetingGround
{
    /// <summary>Details below this share of the case's width are left out.</summary>
    private const double ShareOfWidth = 1 / 6000.0;

    private const double LeastMetres = 20;
    private const int Decimals = 5;

    private readonly Lazy<MapBackground> background;
    private readonly GroundGuard guard;
    private readonly Lazy<byte[]> geoJson;

    /// <param name="planningCase">Whose municipalities.</param>
    /// <param name="read">Reads the background, EPSG:25833.</param>
    /// <param name="regions">Region by kommunenummer; empty for none.</param>
    public MeetingGround(PlanningCase planningCase, Func<MapBackground> read, IReadOnlyDictionary<string, string> regions)
    {
        background = new(read);
        guard = new GroundGuard(planningCase, () => background.Value);
        HashSet<string> numbers = [.. planningCase.Municipalities.Select(m => m.Number)];
        geoJson = new(() => Write([.. background.Value.Municipalities.Where(b => numbers.Contains(b.Number))], [.. background.Value.Sea, .. background.Value.Lakes], regions));
    }

    /// <summary>For sheets and reports.</summary>
    public MapBackground Background => background.Value;

    /// <summary>For the map; an empty collection where nothing is known.</summary>
    public byte[] GeoJson => geoJson.Value;

    /// <summary>Reads and makes it before anybody asks; a mistake in a file is told to who asks first.</summary>
    public void Prepare()
    {
        try
        {
            _ = geoJson.Value;
        }
        catch (InputException)
        {
            // Kept by the lazy value and thrown again to the first request.
        }
    }

    /// <summary>Refuses what the ground does not bear, as the command does.</summary>
    /// <exception cref="InputException">It is refused.</exception>
    public void Check(Edit edit) => guard.Check(edit);

    private static byte[] Write(MunicipalityBoundary[] boundaries, IReadOnlyList<Geometry> water, IReadOnlyDictionary<string, string> regions)
    {
        var around = new Envelope();
        foreach (MunicipalityBoundary boundary in boundaries) around.ExpandToInclude(boundary.Extent);
        double tolerance = Math.Max(LeastMetres, around.Width * ShareOfWidth);
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) MapFeature.WriteAll(json, WriteFeatures);
        return stream.ToArray();

        void WriteFeatures(Utf8JsonWriter json)
        {
            GroundFeatures.WriteWater(json, water, around.Width, tolerance, Decimals);
            foreach (MunicipalityBoundary boundary in boundaries) Feature(json, "municipality", boundary.Name, Lines(boundary.Area, tolerance));
            GroundFeatures.WriteNames(json, boundaries, Decimals);
            foreach (IGrouping<string, MunicipalityBoundary> region in boundaries.Where(b => regions.ContainsKey(b.Number)).GroupBy(b => regions[b.Number]))
                Feature(json, "region", region.Key, Lines(Outline.Dissolved([.. region.Select(b => b.Area)]), tolerance));
        }
    }

    private static void Feature(Utf8JsonWriter json, string kind, string name, Geometry geometry) =>
        MapFeature.Write(json, kind, name, geometry, MapProjection.Norway, Decimals);

    private static MultiLineString Lines(Geometry area, double tolerance) => area.Factory.CreateMultiLineString(
        [.. LinearComponentExtracter.GetLines(area).Select(ring => (LineString)DouglasPeuckerSimplifier.Simplify(ring, tolerance))]);
}
