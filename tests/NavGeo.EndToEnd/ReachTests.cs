using System.Globalization;
using System.Text.Json;

namespace NavGeo.EndToEnd;

public sealed class ReachTests
{
    private const string Points =
        """
        { "type": "FeatureCollection", "features": [
          { "type": "Feature", "properties": { "id": "gol" }, "geometry": { "type": "Point", "coordinates": [8.95, 60.70] } },
          { "type": "Feature", "properties": { "id": "geilo" }, "geometry": { "type": "Point", "coordinates": [8.21, 60.53] } } ] }
        """;

    [Fact]
    public async Task Reach_writes_areas_that_grow_with_the_minutes()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("points.geojson"), Points, TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of(
            "reach", "--roads", Roads, "--from", folder.Of("points.geojson"), "--minutes", "15,30", "-o", folder.Of("reach.geojson"));
        Assert.True(run.ExitCode == 0, run.Error);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Of("reach.geojson"), TestContext.Current.CancellationToken));
        JsonElement[] areas = [.. file.RootElement.GetProperty("features").EnumerateArray()];
        Assert.Equal(4, areas.Length);
        foreach (IGrouping<string?, JsonElement> place in areas.GroupBy(a => a.GetProperty("properties").GetProperty("id").GetString()))
        {
            double[] sizes = [.. place.OrderBy(a => a.GetProperty("properties").GetProperty("minutes").GetDouble())
                .Select(a => a.GetProperty("properties").GetProperty("area_km2").GetDouble())];
            Assert.True(sizes[0] > 0 && sizes[1] > sizes[0], $"{place.Key}: {string.Join(", ", sizes)}");
        }
    }

    [Fact]
    public async Task Times_take_points_from_geojson_and_tell_of_ferries_when_asked()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("points.geojson"), Points, TestContext.Current.CancellationToken);
        CommandRun plain = await CommandRun.Of("times", "--roads", Roads, "--from", folder.Of("points.geojson"), "--to", folder.Of("points.geojson"));
        Assert.True(plain.ExitCode == 0, plain.Error);
        string[] lines = plain.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("from,to,minutes,km,status", lines[0].TrimStart('\uFEFF'));
        Assert.Equal(5, lines.Length);
        Assert.Equal("gol,gol,0.00,0.000,ok", lines[1]);
        CommandRun ferries = await CommandRun.Of(
            "times", "--roads", Roads, "--from", folder.Of("points.geojson"), "--to", folder.Of("points.geojson"), "--ferries");
        Assert.Contains("from,to,minutes,km,status,ferry_minutes", ferries.Output, StringComparison.Ordinal);
        Assert.Contains("gol,gol,0.00,0.000,ok,0.00", ferries.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_explained_leg_by_leg_with_limits_and_the_ferry_and_its_wait()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("from.csv"), "id,lon,lat\nmoss,10.66,59.43\nat-sea,3.0,66.0\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("to.csv"), "id,lon,lat\nhorten,10.48,59.41\n", TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of("times", "--roads", "norway:roads.navnet", "--from", folder.Of("from.csv"), "--to", folder.Of("to.csv"), "--explain");
        Assert.True(run.ExitCode == 0, run.Error);
        string[][] rows = [.. run.Output.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(','))];
        string[] kinds = [.. rows.Skip(1).Where(r => r[0] == "moss").Select(r => r[3])];
        Assert.True(Array.IndexOf(kinds, "wait") is > 0 and var wait && Array.IndexOf(kinds, "ferry") == wait + 1, string.Join(",", kinds));
        string[] road = rows.First(r => r[0] == "moss" && r[3] == "road" && r[7].Length > 0);
        Assert.InRange(double.Parse(road[7], CultureInfo.InvariantCulture), 30, 110);
        Assert.Equal(double.Parse(road[5], CultureInfo.InvariantCulture), road[8..12].Sum(km => double.Parse(km, CultureInfo.InvariantCulture)), 0.003);
        Assert.Equal(["at-sea", "horten", "0", "from_too_far_from_road"], rows[^1][..4]);
    }

    [Fact]
    public async Task Reach_without_places_is_usage() =>
        Assert.Equal(2, (await CommandRun.Of("reach", "--roads", Roads, "--minutes", "15")).ExitCode);

    private static string Roads
    {
        get
        {
            string data = Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? Path.Combine(Checkout.Root, "..", "shared", "data");
            string roads = Path.Combine(data, "roads", "n1000.gpkg");
            Assert.SkipUnless(File.Exists(roads), $"real data not found at {roads}; set NAVGEO_DATA");
            return roads;
        }
    }
}
