using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace NavGeo.EndToEnd;

public sealed class DemoTests
{
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public async Task Demo_leaves_tables_layers_and_sheets_of_every_structure(string name)
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("demo", name, "-o", folder.Of("out"), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode result = JsonNode.Parse(run.Output)!;
        foreach (JsonNode? structure in result["structures"]!.AsArray())
        {
            string id = (string)structure!["id"]!;
            Assert.True(File.Exists(folder.Of($"out/layers/{id}-cells.geojson")), id);
            XDocument sheet = XDocument.Load(folder.Of($"out/sheets/{id}.svg"));
            Assert.Equal("svg", sheet.Root!.Name.LocalName);
            long states = structure["people_by_state"]!.AsObject().Sum(s => (long)s.Value!);
            Assert.Equal((long)result["demand_people"]!, states);
        }
        foreach (string table in (string[])["indicators", "municipalities", "sites", "offices"])
            Assert.True(new FileInfo(folder.Of($"out/tables/{table}.csv")).Length > 100, table);
        Assert.Empty(Directory.GetFiles(folder.Of("out"), "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Hallingdal_models_that_keep_every_site_change_nobodys_way_and_gathering_at_Gol_does()
    {
        CommandRun run = await CommandRun.Of("compare", EmbeddedCase("hallingdal"), "--json");
        JsonArray structures = JsonNode.Parse(run.Output)!["structures"]!.AsArray();
        foreach (string id in (string[])["B", "C", "D", "E"]) Assert.Equal(0, Change(id, "lose") + Change(id, "gain"));
        Assert.True(Change("E1", "lose") > 10_000);
        Assert.Equal(0, Change("E1", "gain"));

        long Change(string id, string member) =>
            (long)structures.Single(s => (string)s!["id"]! == id)!["change"]![member]!;
    }

    [Fact]
    public async Task Closing_rv_7_lengthens_nobodys_way_to_a_site_they_reach_without_it_and_shortens_none()
    {
        CommandRun open = await CommandRun.Of("compare", EmbeddedCase("hallingdal"), "--structures", "E1", "--json");
        CommandRun closed = await CommandRun.Of("compare", EmbeddedCase("hallingdal"), "--structures", "E1", "--close", "rv 7", "--json");
        JsonArray before = Municipalities(open);
        JsonArray after = Municipalities(closed);
        for (int m = 0; m < before.Count; m++)
        {
            long served = (long)after[m]!["access"]!["served"]!;
            if (served < (long)before[m]!["access"]!["served"]!) continue;
            Assert.True((long)after[m]!["access"]!["person_milliseconds"]! >= (long)before[m]!["access"]!["person_milliseconds"]!);
        }
        Assert.NotEqual(before.ToJsonString(), after.ToJsonString());

        static JsonArray Municipalities(CommandRun run) =>
            JsonNode.Parse(run.Output)!["structures"]!.AsArray().Single(s => (string)s!["id"]! == "E1")!["municipalities"]!.AsArray();
    }

    [Fact]
    public async Task Demo_speaks_each_language_and_leaves_the_same_bytes_twice()
    {
        using var folder = new WorkFolder();
        string[] first = await Files("nn", "a");
        string[] second = await Files("nn", "b");
        Assert.Equal(first.Length, second.Length);
        for (int i = 0; i < first.Length; i++)
            Assert.True(File.ReadAllBytes(first[i]).AsSpan().SequenceEqual(File.ReadAllBytes(second[i])), first[i]);
        Assert.Contains("tenestestader", (await CommandRun.Of("compare", EmbeddedCase("hallingdal"), "--lang", "nn")).Output, StringComparison.Ordinal);
        Assert.Contains("tjenestesteder", (await CommandRun.Of("compare", EmbeddedCase("hallingdal"), "--lang", "nb")).Output, StringComparison.Ordinal);
        Assert.Contains("service sites", (await CommandRun.Of("compare", EmbeddedCase("hallingdal"), "--lang", "en")).Output, StringComparison.Ordinal);

        async Task<string[]> Files(string language, string name)
        {
            CommandRun run = await CommandRun.Of("demo", "hallingdal", "-o", folder.Of(name), "--lang", language, "-q");
            Assert.Equal(0, run.ExitCode);
            return [.. Directory.GetFiles(folder.Of(name), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task Ogrinfo_opens_every_layer_and_finds_features()
    {
        using var folder = new WorkFolder();
        await CommandRun.Of("export", EmbeddedCase("hallingdal"), "--structures", "E1", "-o", folder.Of("layers"));
        string[] layers = Directory.GetFiles(folder.Of("layers"), "*.geojson");
        Assert.NotEmpty(layers);
        Assert.SkipUnless(File.Exists("/usr/bin/ogrinfo"), "ogrinfo (Debian gdal-bin) is not installed");
        foreach (string layer in layers)
        {
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/ogrinfo", ["-al", "-so", layer]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            string said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            Assert.Contains("Feature Count:", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Feature Count: 0", said, StringComparison.Ordinal);
        }
    }

    internal static string EmbeddedCase(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
