using System.Security.Cryptography;
using NavGeo.Benchmarks.Osm;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Networks;
using NavGeo.Data.Places;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;

namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>Every reader of files that come from outside.</summary>
internal static class FuzzTargets
{
    private const int LargestRealSample = 200_000;

    /// <summary>All of them, with samples made in <paramref name="folder"/> and small real ones from <paramref name="data"/>.</summary>
    public static IReadOnlyList<FuzzTarget> All(string folder, string? data)
    {
        byte[][] realPbf = Real(data, "osm", "*.pbf");
        string coordinates = Path.Combine(folder, "case.co");
        File.WriteAllText(coordinates, "p aux sp co 4\nv 1 10700000 59900000\nv 2 10710000 59900000\nv 3 10720000 59910000\nv 4 10730000 59910000\n");
        return
        [
            new FuzzTarget("gpkg-roads", ".gpkg", [FuzzSamples.RoadGeoPackage(folder)], Roads),
            new FuzzTarget("gpkg-ruteplan", ".gpkg", [FuzzSamples.RuteplanGeoPackage(folder)], Roads),
            new FuzzTarget("gpkg-boundaries", ".gpkg", [FuzzSamples.BoundaryGeoPackage(folder)], path => GeoPackageBoundaryReader.Read(path, new Findings()).Count),
            new FuzzTarget("pbf", ".osm.pbf", [FuzzSamples.Pbf(true), .. realPbf], Roads),
            new FuzzTarget("pbf-raw", ".osm.pbf", [FuzzSamples.Pbf(false), .. realPbf.Select(PbfParts.Unpacked)], Roads),
            new FuzzTarget("osm", ".osm", [FuzzSamples.Xml()], Roads, IsText: true),
            new FuzzTarget("ruteplan-csv", ".csv", [FuzzSamples.RuteplanTable()], Roads, IsText: true),
            new FuzzTarget("segments", ".json", [FuzzSamples.Segments()], Roads, IsText: true),
            new FuzzTarget("places-csv", ".csv", [FuzzSamples.Table()], Places, IsText: true),
            new FuzzTarget("geojson", ".geojson", [FuzzSamples.Boundaries(), FuzzSamples.BoundaryLayers()], Boundaries, IsText: true),
            new FuzzTarget("grid", ".csv", [FuzzSamples.Grid()], Grid, IsText: true),
            new FuzzTarget("grid-gml", ".gml", [FuzzSamples.GridGml()], path => PeopleFile.Read(path, new Findings()).Count, IsText: true),
            new FuzzTarget("json-stat", ".json", [FuzzSamples.People(false), FuzzSamples.People(true)], People, IsText: true),
            new FuzzTarget("people-csv", ".csv", [FuzzSamples.PeopleTable()], People, IsText: true),
            new FuzzTarget("commuting", ".csv", [FuzzSamples.Commuting()], Commuting, IsText: true),
            new FuzzTarget("commuting-gz", ".csv.gz", [FuzzSamples.Gzip(FuzzSamples.Commuting()), .. Real(data, "commuting", "*.gz")], Commuting),
            new FuzzTarget("codes", ".csv", [FuzzSamples.Changes()], Codes, IsText: true),
            new FuzzTarget("dimacs-gz", ".gr.gz", [FuzzSamples.Gzip(FuzzSamples.Dimacs())], Roads),
            new FuzzTarget("dimacs", ".gr", [FuzzSamples.Dimacs()], Roads, IsText: true),
            new FuzzTarget("navnet", ".navnet", [FuzzSamples.NavNet(folder)], Roads, Repair: Hashed),
            .. FuzzCaseTables.All(),
            .. FuzzTimetables.All(),
        ];
    }

    private static byte[][] Real(string? data, string folder, string pattern) => data is null ? []
        : [.. Directory.GetFiles(Path.Combine(data, folder), pattern).Where(f => new FileInfo(f).Length < LargestRealSample).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static long Roads(string path)
    {
        RoadNetwork network = RoadFile.Open(path, new Findings());
        return network.Graph.EdgeCount + NetworkReview.Of(network.Graph).Places.Count;
    }

    private static long Boundaries(string path) => BoundaryReader.Read(path, new Findings()).Count;

    private static long Places(string path)
    {
        var findings = new Findings();
        IReadOnlyList<NamedPlace> places = PlaceFile.Read(path, findings);
        findings.ThrowIfErrors();
        return places.Count;
    }

    private static long People(string path) => MunicipalityPeopleReader.Read(path, 2018, new Findings()).Rows.Length;

    private static long Codes(string path)
    {
        CodeChanges changes = CodeChangeTable.Read(path, new Findings());
        changes.Whole();
        return changes.Rows.Length;
    }

    private static long Commuting(string path) => CommutingFile.Read(path, null, new Findings()).Rows.Count;

    private static long Grid(string path) => PeopleFile.Read(path, new Findings()).Count;

    /// <summary>A built network's checksum, made to fit again.</summary>
    internal static byte[] Hashed(byte[] bytes)
    {
        if (bytes.Length <= SHA256.HashSizeInBytes) return bytes;
        byte[] content = bytes[..^SHA256.HashSizeInBytes];
        return [.. content, .. SHA256.HashData(content)];
    }
}
