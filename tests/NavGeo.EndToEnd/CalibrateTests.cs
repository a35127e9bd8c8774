using System.Text.Json;

namespace NavGeo.EndToEnd;

/// <summary>Known times held against the roads that come along.</summary>
public sealed class CalibrateTests
{
    private const string Known =
        """
        from,to,minutes
        gol,"8.21,60.53",45
        "8.21,60.53",gol,44
        """;

    [Fact]
    public async Task Few_times_give_errors_and_a_map_and_no_factor()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("known.csv"), Known, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("places.csv"), "id,lon,lat\ngol,8.95,60.70\n", TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of(
            "calibrate", "--times", folder.Of("known.csv"), "--places", folder.Of("places.csv"), "--by-county", "-o", folder.Of("known.geojson"), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement told = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("driven", told.GetProperty("standard").GetString());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("travel").ValueKind);
        Assert.Equal(2, told.GetProperty("errors").GetProperty("all").GetProperty("times").GetInt32());
        Assert.All(told.GetProperty("times").EnumerateArray(), t => Assert.InRange(t.GetProperty("measured_min").GetDouble(), 30, 60));
        JsonElement map = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.Of("known.geojson"), TestContext.Current.CancellationToken)).RootElement;
        Assert.All(map.GetProperty("features").EnumerateArray(), f => Assert.Equal("LineString", f.GetProperty("geometry").GetProperty("type").GetString()));
        CommandRun screen = await CommandRun.Of("calibrate", "--times", folder.Of("known.csv"), "--places", folder.Of("places.csv"), "--lang", "nb");
        Assert.Contains("Ingen faktorer foreslås: 2 tider", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_end_is_told_with_file_and_line()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("known.csv"), Known, TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of("calibrate", "--times", folder.Of("known.csv"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("known.csv:2", run.Error, StringComparison.Ordinal);
    }
}
