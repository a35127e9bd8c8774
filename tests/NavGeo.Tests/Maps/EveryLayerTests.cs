using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NavGeo.Data.Cases;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Ground;
using NavGeo.Data.Input;
using NavGeo.Data.Regions;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Tests.Data.GeoPackage;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Maps;

/// <summary>Every layer of every embedded case, with every structure and its regions: sound, styled, and read back as it was written.</summary>
public sealed partial class EveryLayerTests : IDisposable
{
    private static readonly ConcurrentDictionary<string, GeoPackageFile> Packages = new(StringComparer.Ordinal);
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void Layers_are_read_back_with_the_same_values_and_sound_geometries(string name)
    {
        GeoPackageFile file = Of(name);
        string path = folder.File("case.gpkg");
        GeoPackageWriter.Write(path, file);
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        Assert.Equal(file.Tables.Select(t => t.Name).Order(StringComparer.Ordinal), reader.Layers.Select(l => l.Table).Order(StringComparer.Ordinal));
        Assert.Contains(file.Tables, t => t.Name == "regioner");
        Assert.Contains(file.Tables, t => t.Name == "regionplassering");
        foreach (GeoPackageTable table in file.Tables)
        {
            GeoPackageLayer layer = reader.GetLayer(table.Name);
            Assert.Equal(25833, layer.Epsg);
            GeoPackageFeature[] read = [.. reader.Read(layer, [.. table.Columns.Select(c => c.Name)], new Findings())];
            GeoPackageRow[] written = [.. table.Rows];
            Assert.Equal(written.Length, read.Length);
            for (int i = 0; i < written.Length; i++)
            {
                Assert.Equal(written[i].Values.Select(Stored), read[i].Values);
                Geometry? geometry = read[i].Geometry;
                Assert.True((geometry is null) == (written[i].Geometry?.IsEmpty != false), table.Name);
                if (geometry is null) continue;
                Assert.True(geometry.EqualsTopologically(written[i].Geometry), table.Name);
                Assert.Equal(Corners(written[i].Geometry!), Corners(geometry));
                Assert.True(geometry.IsValid, table.Name);
                Assert.All(Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>(), p =>
                {
                    Assert.True(Orientation.IsCCW(p.ExteriorRing.Coordinates), table.Name);
                    Assert.All(p.InteriorRings, hole => Assert.False(Orientation.IsCCW(hole.Coordinates), table.Name));
                });
            }
        }
    }

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void Every_layer_has_a_style_of_its_geometry_over_its_own_columns(string name)
    {
        foreach (GeoPackageTable table in Of(name).Tables)
        {
            XDocument style = XDocument.Parse(table.Style!);
            string kind = table.GeometryType switch
            {
                GeoPackageGeometryType.Point or GeoPackageGeometryType.MultiPoint => "marker",
                GeoPackageGeometryType.LineString => "line",
                _ => "fill",
            };
            Assert.All(style.Descendants("symbol"), s => Assert.Equal(kind, s.Attribute("type")!.Value));
            string[] columns = [.. table.Columns.Select(c => c.Name)];
            Assert.All(style.Descendants("rule").SelectMany(r => Quoted().Matches(r.Attribute("filter")?.Value ?? "")), m => Assert.Contains(m.Groups[1].Value, columns));
            // A name at each of many points is no label.
            if (table.GeometryType == GeoPackageGeometryType.MultiPoint && table.Name.StartsWith("nedslagsfelt", StringComparison.Ordinal))
                Assert.Empty(style.Descendants("text-style"));
            Assert.Contains("\"sha256\"", table.Metadata!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public async Task Validator_of_GDAL_finds_nothing(string name)
    {
        string path = folder.File("case.gpkg");
        GeoPackageWriter.Write(path, Of(name));
        (int code, string said) = await OtherProgram.Run("/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "--extra", path);
        Assert.SkipWhen(code < 0 || said.Contains("No module named", StringComparison.Ordinal), "GDAL's validator is not installed (Debian: python3-gdal)");
        Assert.True(code == 0 && said.Trim().Length == 0, said);
    }

    /// <summary>All different corners to the last bit, whichever way the rings run.</summary>
    private static IEnumerable<(double, double)> Corners(Geometry geometry) => geometry.Coordinates.Select(c => (c.X, c.Y)).Distinct().Order();

    private static object? Stored(object? value) => value switch
    {
        int whole => (long)whole,
        bool flag => flag ? 1L : 0L,
        _ => value,
    };

    private static GeoPackageFile Of(string name) => Packages.GetOrAdd(name, each =>
    {
        string caseFolder = EmbeddedCase.Folder(each);
        Comparison comparison = Comparison.Of(AccessStudy.Of(Workspace.Open(caseFolder, new Findings()).Case), []);
        MapBackground background = GroundFile.Read(Path.Combine(caseFolder, GroundFile.Name));
        string division = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string first = comparison.Study.Case.Municipalities[0].Number, second = comparison.Study.Case.Municipalities[1].Number;
        File.WriteAllText(division, $"kommunenummer,region,centre\n{first},one,{first}\n{second},one,{first}\n");
        try
        {
            return CasePackage.Of(Publication.Of(comparison, Audience.Public), new LayerSettings
            {
                Background = background,
                Regions = CaseDivision.Of(Workspace.Open(caseFolder, new Findings()), comparison.Study, new RegionChoice(Division: division), background.Municipalities, new Findings()),
            });
        }
        finally
        {
            File.Delete(division);
        }
    });

    [GeneratedRegex("\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
