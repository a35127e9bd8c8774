using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
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

    /// <summary>Lakes narrower than this share of the case's width are left out.</summary>
    private const double LakeShareOfWidth = 1 / 250.0;

    private const double LeastMetres = 20;
    private const int Decimals = 5;

    /// <summary>So much of a drawn ferry may go over land: lines are drawn across points and quays.</summary>
    private const double MostOnLand = 0.3;

    private const double SampleMetres = 50;

    private readonly MapProjection projection;
    private readonly Lazy<MapBackground> background;
    private readonly Lazy<WaterAreas?> water;
    private readonly Lazy<byte[]> geoJson;

    /// <param name="planningCase">Whose municipalities.</param>
    /// <param name="read">Reads the background, EPSG:25833.</param>
    /// <param name="regions">Region by kommunenummer; empty for none.</param>
    public MeetingGround(PlanningCase planningCase, Func<MapBackground> read, IReadOnlyDictionary<string, string> regions)
    {
        background = new(read);
        projection = MapProjection.ForEpsg(planningCase.Epsg);
        water = new(() => WaterAreas.Of(background.Value));
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

    /// <summary>Refuses what the ground does not bear: a site in the water, a ferry over land. Where nothing is known of water, nothing is refused.</summary>
    /// <exception cref="InputException">It is refused.</exception>
    public void Check(Edit edit)
    {
        if (edit is MoveSite move && water.Value is { } lakes && lakes.Holds(ToPlane(move.Longitude, move.Latitude))) throw EditFault.Of("edits.wrong.inWater");
        if (edit is AddLink { IsFerry: true } ferry && water.Value is { } all) CheckCrossing(ferry, all);
    }

    private void CheckCrossing(AddLink ferry, WaterAreas areas)
    {
        PlanePoint[] line = [.. ferry.Points.Where(p => p.Length == 2).Select(p => ToPlane(p[0], p[1]))];
        double whole = PlaneLine.Metres(line);
        double onLand = 0;
        for (int i = 1; i < line.Length; i++)
        {
            double length = line[i - 1].DistanceTo(line[i]);
            int samples = Math.Clamp((int)(length / SampleMetres), 1, 2000);
            int dry = Enumerable.Range(0, samples).Count(s => !areas.Holds(line[i - 1].Towards(line[i], (s + 0.5) / samples)));
            onLand += length * dry / samples;
        }
        if (onLand > MostOnLand * whole) throw EditFault.Of("edits.wrong.ferryOnLand", onLand / 1000, whole / 1000);
    }

    /// <summary>A place far off is refused by the edit itself, in its own words.</summary>
    private PlanePoint ToPlane(double longitude, double latitude) =>
        Math.Abs(latitude) <= 85 && Math.Abs(longitude - projection.CentralMeridian) <= 35 ? projection.ToPlane(new GeoPoint(longitude, latitude)) : default;

    private static byte[] Write(MunicipalityBoundary[] boundaries, IReadOnlyList<Geometry> water, IReadOnlyDictionary<string, string> regions)
    {
        var around = new Envelope();
        foreach (MunicipalityBoundary boundary in boundaries) around.ExpandToInclude(boundary.Area.EnvelopeInternal);
        double tolerance = Math.Max(LeastMetres, around.Width * ShareOfWidth);
        double leastLake = around.Width * LakeShareOfWidth;
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) MapFeature.WriteAll(json, WriteFeatures);
        return stream.ToArray();

        void WriteFeatures(Utf8JsonWriter json)
        {
            foreach (Geometry body in water.Where(w => Math.Max(w.EnvelopeInternal.Width, w.EnvelopeInternal.Height) >= leastLake))
            {
                foreach (Polygon polygon in PolygonExtracter.GetPolygons(body).Cast<Polygon>()) Feature(json, "water", "", Simpler(polygon, tolerance));
            }
            foreach (MunicipalityBoundary boundary in boundaries)
            {
                Feature(json, "municipality", boundary.Name, Lines(boundary.Area, tolerance));
                Feature(json, "name", boundary.Name, boundary.Area.InteriorPoint);
            }
            foreach (IGrouping<string, MunicipalityBoundary> region in boundaries.Where(b => regions.ContainsKey(b.Number)).GroupBy(b => regions[b.Number]))
                Feature(json, "region", region.Key, Lines(Outline.Dissolved([.. region.Select(b => b.Area)]), tolerance));
        }
    }

    private static void Feature(Utf8JsonWriter json, string kind, string name, Geometry geometry) =>
        MapFeature.Write(json, kind, name, geometry, MapProjection.Norway, Decimals);

    private static MultiLineString Lines(Geometry area, double tolerance) => area.Factory.CreateMultiLineString(
        [.. LinearComponentExtracter.GetLines(area).Select(ring => (LineString)DouglasPeuckerSimplifier.Simplify(ring, tolerance))]);

    /// <summary>Without the islands that are too small to be seen; itself where it is small as a whole.</summary>
    private static Polygon Simpler(Polygon polygon, double tolerance)
    {
        LinearRing[] holes = [.. polygon.Holes.Select(Ring).Where(h => h.NumPoints > 3)];
        LinearRing shell = Ring(polygon.Shell);
        return polygon.Factory.CreatePolygon(shell.NumPoints > 3 ? shell : polygon.Shell, holes);

        LinearRing Ring(LinearRing ring) => polygon.Factory.CreateLinearRing(DouglasPeuckerSimplifier.Simplify(ring, tolerance).Coordinates is { Length: > 3 } points ? points : null);
    }
}
