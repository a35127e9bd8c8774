using System.Diagnostics;
using System.Text.Json;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Maps.Sheets;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Maps;

public sealed class LayerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("navgeo-layers").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("A-sites")]
    [InlineData("A-cells")]
    [InlineData("A-catchments")]
    [InlineData("B-change")]
    [InlineData("roads")]
    public void Layer_of_the_small_case_is_as_read_once(string layer)
    {
        Write(SmallCase.Study());
        Golden.AssertText($"Maps/{layer}.geojson", File.ReadAllText(Path.Combine(folder, layer + ".geojson")));
    }

    [Fact]
    public void Road_to_be_built_is_exported_and_drawn_as_what_it_is()
    {
        PlanningCase small = SmallCase.Case();
        PlanePoint[] line = [new(200_000, 6_700_000), new(210_000, 6_708_000)];
        AccessStudy study = AccessStudy.Of(small, [new BuiltLink(new RoadLink { Shape = line, Kind = LinkKind.NewRoad, SpeedKmh = 80, Name = "Ny" })]);
        RoadGraph graph = study.Metric.Graph;
        int added = Enumerable.Range(0, graph.EdgeCount).Single(e => graph.NameOf(e) == "Ny");
        Write(study);
        using JsonDocument roads = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "roads.geojson")));
        JsonElement feature = roads.RootElement.GetProperty("features").EnumerateArray().Single(f => f.GetProperty("properties").GetProperty("edge").GetInt32() == added);
        Assert.Equal("new_road", feature.GetProperty("properties").GetProperty("kind").GetString());
        Assert.Equal("ny_veg", PackageWords.Of(graph.EdgeKinds[added]));
        Assert.Equal(RoadKind.Trunk, RoadsInFrame.KindOf(graph, added));
    }

    [Fact]
    public void Layers_written_twice_are_the_same_bytes()
    {
        byte[][] first = [.. Write(SmallCase.Study()).Select(File.ReadAllBytes)];
        byte[][] second = [.. Write(SmallCase.Study()).Select(File.ReadAllBytes)];
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public void Areas_turn_counter_clockwise_outside(int cellMetres)
    {
        foreach (string path in Write(SmallCase.Study(cellMetres)))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (JsonElement feature in json.RootElement.GetProperty("features").EnumerateArray())
            {
                JsonElement geometry = feature.GetProperty("geometry");
                JsonElement coordinates = geometry.GetProperty("coordinates");
                string type = geometry.GetProperty("type").GetString()!;
                if (cellMetres == 0) Assert.DoesNotContain("Polygon", type);
                if (type == "Polygon") Assert.True(SignedArea(coordinates[0]) > 0);
                if (type != "MultiPolygon") continue;
                foreach (JsonElement polygon in coordinates.EnumerateArray()) Assert.True(SignedArea(polygon[0]) > 0);
            }
        }
    }

    [Fact]
    public void People_of_the_cells_are_everybody_and_the_unreached_have_no_minutes()
    {
        Write(SmallCase.Study());
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "A-cells.geojson")));
        JsonElement[] cells = [.. json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties"))];
        Assert.Equal(800, cells.Sum(c => c.GetProperty("people").GetInt32()));
        foreach (JsonElement cell in cells)
        {
            bool isServed = cell.GetProperty("status").GetString() == "served";
            Assert.Equal(isServed ? JsonValueKind.Number : JsonValueKind.Null, cell.GetProperty("minutes").ValueKind);
        }
        Assert.Contains(cells, c => c.GetProperty("status").GetString() == "no_road");
        Assert.Contains(cells, c => c.GetProperty("status").GetString() == "outside");
    }

    [Fact]
    public void Every_layer_says_where_it_comes_from()
    {
        foreach (string path in Write(SmallCase.Study()))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement about = json.RootElement.GetProperty("navgeo");
            Assert.Equal("CC BY 4.0", about.GetProperty("sources")[0].GetProperty("licence").GetString());
            Assert.Equal("roads.csv", about.GetProperty("sources")[0].GetProperty("file").GetString());
            Assert.Equal("half-headway", about.GetProperty("parameters").GetProperty("ferry_wait").GetString());
            Assert.Contains("CRS84", about.GetProperty("crs").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_setting_of_the_profile_is_among_the_parameters()
    {
        int settings = typeof(TravelProfile).GetProperties().Count(p => p.SetMethod is { IsStatic: false });
        int factors = typeof(TimeFactors).GetProperties().Count(p => p.SetMethod is { IsStatic: false });
        // The factors are one property and a parameter each; where all are 1 there are none to tell. Nor has a car a pace of its own.
        Assert.Equal(settings - 2, ProfileSettings.Of(TravelProfile.Car).Count);
        Assert.Equal(settings - 1, ProfileSettings.Of(TravelProfile.Car.OnFoot()).Count);
        Assert.Equal(settings - 2 + factors, ProfileSettings.Of(TravelProfile.Car with { Factors = new TimeFactors(Ferry: 1.1) }).Count);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task Ogrinfo_opens_every_layer(int cellMetres)
    {
        foreach (string path in Write(SmallCase.Study(cellMetres)))
        {
            using Process? process = Start("ogrinfo", "-ro", "-so", "-al", path);
            Assert.SkipWhen(process is null, "ogrinfo is not installed (Debian: gdal-bin)");
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal("", errors);
            using JsonDocument json = JsonDocument.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            Assert.Contains("Layer name: " + json.RootElement.GetProperty("name").GetString(), output, StringComparison.Ordinal);
            Assert.Contains($"Feature Count: {json.RootElement.GetProperty("features").GetArrayLength()}", output, StringComparison.Ordinal);
        }
    }

    private IReadOnlyList<string> Write(AccessStudy study) =>
        StructureLayers.Write(folder, SmallCase.Publication(study), SmallCase.Publication(study).Comparison.Structures, new LayerSettings());

    private static Process? Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static double SignedArea(JsonElement ring)
    {
        double area = 0;
        for (int i = 1; i < ring.GetArrayLength(); i++)
        {
            area += ring[i - 1][0].GetDouble() * ring[i][1].GetDouble() - ring[i][0].GetDouble() * ring[i - 1][1].GetDouble();
        }
        return area;
    }
}
