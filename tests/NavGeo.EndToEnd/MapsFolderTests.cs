namespace NavGeo.EndToEnd;

/// <summary>
/// The sheets in <c>maps/</c>, which the README shows, are what the command draws, byte for byte. Run with
/// <c>NAVGEO_ACCEPT=1</c> to write them anew, and look at them before they are committed.
/// </summary>
public sealed class MapsFolderTests
{
    [Theory]
    [InlineData("hallingdal", "all", "all")]
    [InlineData("hallingdal", "change", "E1-change")]
    [InlineData("nordland", "times", "A")]
    public async Task Sheet_in_maps_is_what_the_command_draws(string name, string kind, string sheet)
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("map", DemoTests.EmbeddedCase(name), "-o", folder.Of("out"), "--kinds", kind, "-q");
        Assert.True(run.ExitCode == 0, run.Error);
        string drawn = await File.ReadAllTextAsync(folder.Of($"out/{sheet}.svg"));
        string kept = Path.Combine(Checkout.Root, "maps", $"{name}-{sheet}.svg");
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") == "1") await File.WriteAllTextAsync(kept, drawn);
        Assert.True(File.Exists(kept), $"{kept} is missing; run with NAVGEO_ACCEPT=1");
        Assert.True(await File.ReadAllTextAsync(kept) == drawn, $"{kept} is not what the command draws; run with NAVGEO_ACCEPT=1 and look at it");
    }
}
