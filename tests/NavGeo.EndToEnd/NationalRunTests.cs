using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary>The same verbs on the real thing: all roads, all 220 171 cells, the 422 municipalities of 2018.</summary>
public sealed class NationalRunTests
{
    [Fact]
    public async Task Everybody_in_Norway_is_accounted_for()
    {
        string data = Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? Path.Combine(Checkout.Root, "..", "shared", "data");
        string roads = Path.Combine(data, "roads", "n1000.gpkg");
        Assert.SkipUnless(File.Exists(roads), $"real data not found at {roads}; set NAVGEO_DATA");
        using var folder = new WorkFolder();
        CommandRun made = await CommandRun.Of(
            "case", "new", folder.Of("noreg"), "--roads", roads,
            "--demand", Path.Combine(data, "population", "ru250m_2015.csv"),
            "--boundaries", Path.Combine(data, "municipalities", "kommune_2018.geojson"), "--code-year", "2018");
        Assert.True(made.ExitCode == 0, made.Error);
        string sites = await File.ReadAllTextAsync(folder.Of("noreg/sites.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith("site;name;other_names;kommunenummer;lon;lat;position_estimated", sites, StringComparison.Ordinal);
        foreach (string site in (string[])["0544;Heggenes;;", "0543;Slidre;;", "1859;Ramberg;;", "2020;Lakselv;Leavdnja|Lemmijoki;", "2025;Tana bru;Deanušaldi;", "2012;Alta;Alattio|Áltá;"])
            Assert.Contains($"\n{site}", sites.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        CommandRun run = await CommandRun.Of("compare", folder.Of("noreg"), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode result = JsonNode.Parse(run.Output)!;
        JsonObject states = result["structures"]![0]!["people_by_state"]!.AsObject();
        Assert.Equal(5_146_614, states.Sum(s => (long)s.Value!));
        Assert.Equal(422, result["structures"]![0]!["municipalities"]!.AsArray().Count);
        Assert.Equal([1, 5, 10], result["beyond_km_from_road"]!.AsArray().Select(g => (int)g!["km"]!));
        string readme = string.Join(' ', (await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "README.md"), TestContext.Current.CancellationToken)).Split('\n'));
        long served = (long)states["served"]!, outside = (long)states["outside"]!;
        Assert.Contains($"{Spaced(served)} people reach a site, {Spaced(5_146_614 - served - outside)} do not", readme, StringComparison.Ordinal);
    }

    private static string Spaced(long number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', ' ');
}
