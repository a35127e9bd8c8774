using NavGeo.Data.Boundaries;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Ground;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// The background of a map from Kartverket's N1000: municipalities, sea, lakes, shores and the land beyond the border.
/// </summary>
public static class N1000Ground
{
    private const double LeastLakeSquareMetres = 250_000;

    /// <summary>A border shorter than this is only a part of Norway's, which has no land on one side alone.</summary>
    private const double LeastBorderMetres = 1_500_000;

    /// <summary>
    /// How what lies beyond the border is closed: around all land there, far out at sea, and between Norway and Denmark. Metres in
    /// EPSG:25833, from the northern end of the border to the southern.
    /// </summary>
    private static readonly Coordinate[] Beyond =
    [
        new(1_190_000, 7_990_000), new(2_300_000, 8_200_000), new(2_300_000, 5_900_000), new(-400_000, 5_900_000), new(-400_000, 6_420_000),
        new(100_000, 6_420_000), new(220_000, 6_470_000),
    ];

    /// <summary>Land around Norway (<c>data/abroad</c>): of it what lies beyond the border is shown, all else there is sea.</summary>
    private static readonly Lazy<MapBackground> Around = new(() =>
    {
        using Stream stream = typeof(N1000Ground).Assembly.GetManifestResourceStream("NavGeo.Data.abroad.land.geojson")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return GroundFile.Read(new InputFile("land.geojson", bytes.ToArray()));
    });

    /// <summary>Whether a file has what a background is made of.</summary>
    public static bool IsIn(InputFile file)
    {
        if (!file.Path.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) || !file.Exists) return false;
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        return reader.FindLayer("Kommune") is not null && reader.FindLayer("Havflate") is not null;
    }

    /// <summary>Reads what lies within a window; municipalities are the file's own, all of them neighbours.</summary>
    /// <param name="file">The GeoPackage, in EPSG:25833.</param>
    /// <param name="window">Metres.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <exception cref="InputException">The file is unusable.</exception>
    public static MapBackground Read(InputFile file, Envelope window, Findings findings)
    {
        IReadOnlyList<MunicipalityBoundary> municipalities = GeoPackageBoundaryReader.Read(file, findings);
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        List<Geometry> sea = Layer(reader, "Havflate", window, findings);
        Geometry[] abroad = Abroad(Layer(reader, "Riksgrense", null, findings), window);
        return new MapBackground
        {
            Neighbours = [.. municipalities.Where(m => m.Extent.Intersects(window))],
            Sea = sea,
            Lakes = LakesOf(reader, window, findings),
            Shores = Layer(reader, "Kystkontur", window, findings),
            Abroad = abroad,
            HasSea = sea.Count > 0,
            Sources = abroad.Length == 0 ? [] : [.. Around.Value.Sources.Select(s => s with { File = null, Sha256 = null })],
        };
    }

    /// <summary>The lakes alone, of all that the file covers.</summary>
    /// <param name="file">The GeoPackage, in EPSG:25833.</param>
    /// <exception cref="InputException">The file is unusable.</exception>
    public static IReadOnlyList<Geometry> Lakes(InputFile file)
    {
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        return LakesOf(reader, null, new Findings());
    }

    private static Geometry[] LakesOf(GeoPackageReader reader, Envelope? window, Findings findings) =>
        [.. Layer(reader, "Innsjo", window, findings).Where(lake => lake.Area >= LeastLakeSquareMetres)];

    private static List<Geometry> Layer(GeoPackageReader reader, string name, Envelope? window, Findings findings)
    {
        if (reader.FindLayer(name) is not { } layer) return [];
        reader.RequireEpsg(layer, 25833);
        return [.. reader.Read(layer, [], findings).Select(r => r.Geometry).OfType<Geometry>().Where(g => window is null || g.EnvelopeInternal.Intersects(window))];
    }

    private static Geometry[] Abroad(List<Geometry> border, Envelope window)
    {
        if (border.Count == 0) return [];
        var merger = new LineMerger();
        merger.Add(border);
        if (merger.GetMergedLineStrings().Cast<LineString>().MaxBy(l => l.Length) is not { } longest || longest.Length < LeastBorderMetres) return [];
        Coordinate[] line = longest.Coordinates;
        if (line[0].Y > line[^1].Y) Array.Reverse(line);
        Polygon beyond = longest.Factory.CreatePolygon([.. line, .. Beyond, line[0]]);
        if (!beyond.EnvelopeInternal.Intersects(window)) return [];
        return [.. Around.Value.Abroad.Where(land => land.EnvelopeInternal.Intersects(window)).Select(beyond.Intersection).Where(land => land.Area > 0 && land.EnvelopeInternal.Intersects(window))];
    }
}
