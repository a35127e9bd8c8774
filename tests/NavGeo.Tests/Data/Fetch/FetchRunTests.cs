using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NavGeo.Data.Fetch;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Fetch;

/// <summary>Downloads of files from a server that refuses, falls silent, hangs up and changes.</summary>
public sealed class FetchRunTests : IDisposable
{
    private const string Tag = "\"one\"";
    private static readonly byte[] File1 = RandomBytes(1, 300_000);
    private static readonly byte[] File2 = RandomBytes(2, 200_000);

    private readonly ScratchFolder scratch = new();
    private readonly HurriedClock clock = new();

    [Fact]
    public async Task File_comes_whole_and_the_manifest_says_what_it_is()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, File1, Tag));
        FetchResult result = await RunAsync(server, "osm");
        Assert.True(result.IsNew);
        CacheEntry entry = Assert.Single(CacheManifest.Read(Cache).Files);
        Assert.Equal(("norway-latest.osm.pbf", "osm", "ODbL 1.0", "2026-01-31", 300_000L, Tag), (entry.File, entry.Source, entry.Licence, entry.Fetched, entry.Bytes, entry.Tag));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File1)), entry.Sha256);
        Assert.Equal(["manifest.json", "norway-latest.osm.pbf"], Names());
    }

    [Fact]
    public async Task File_that_is_there_is_not_asked_for_again()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, File1, Tag));
        await RunAsync(server, "osm");
        Assert.False((await RunAsync(server, "osm")).IsNew);
        Assert.Single(server.Asked);
        Assert.False((await RunAsync(server, "osm", isRefresh: true)).IsNew);
        Assert.EndsWith(Tag, server.Asked.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_was_changed_in_the_cache_is_fetched_anew()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, File1, Tag));
        await RunAsync(server, "osm");
        File.WriteAllText(Path.Combine(Cache, "norway-latest.osm.pbf"), "spoilt");
        Assert.True((await RunAsync(server, "osm")).IsNew);
        Assert.Equal(File1, Content());
    }

    [Fact]
    public async Task Connection_that_is_lost_is_taken_up_where_it_broke()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, n) =>
            n == 1 ? LoopbackServer.HalveAsync(context, File1, Tag) : LoopbackServer.ServeAsync(context, File1, Tag));
        await RunAsync(server, "osm");
        Assert.Equal(File1, Content());
        string[] asked = [.. server.Asked];
        Assert.Equal(2, asked.Length);
        Assert.Matches("bytes=[1-9][0-9]+- \"one\"$", asked[1]);
    }

    [Fact]
    public async Task File_that_changed_between_two_attempts_begins_anew()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, n) =>
            n == 1 ? LoopbackServer.HalveAsync(context, File1, Tag) : LoopbackServer.ServeAsync(context, File2, "\"two\""));
        await RunAsync(server, "osm");
        Assert.Equal(File2, Content());
        Assert.Equal("\"two\"", CacheManifest.Read(Cache).Files[0].Tag);
    }

    [Fact]
    public async Task Server_without_tags_or_ranges_is_asked_from_the_beginning()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, n) =>
        {
            context.Response.ContentLength = File1.Length;
            if (n > 1)
            {
                await context.Response.Body.WriteAsync(File1);
                return;
            }
            await context.Response.Body.WriteAsync(File1.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await RunAsync(server, "osm");
        Assert.Equal(File1, Content());
        Assert.DoesNotContain("bytes=", server.Asked.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "120", 120)]
    [InlineData(500, null, 2)]
    [InlineData(429, "9999", 300)]
    public async Task Busy_server_is_given_the_time_it_asks_for(int status, string? retryAfter, int seconds)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, n) =>
        {
            if (n > 1) return LoopbackServer.ServeAsync(context, File1, Tag);
            context.Response.StatusCode = status;
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        await RunAsync(server, "osm");
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task Server_that_keeps_failing_is_given_up_and_leaves_nothing_under_the_name()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, "osm"));
        Assert.Contains("the server answers 500", fault.Message, StringComparison.Ordinal);
        Assert.Equal(PacedClient.MostAttempts, server.Asked.Count);
        Assert.Equal([2, 4, 8, 16, 32], clock.Waits.Select(w => (int)w.TotalSeconds));
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Server_that_refuses_is_not_asked_twice(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, "osm"));
        Assert.Contains($"the server answers {status}", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Server_that_falls_silent_is_asked_again(bool isAfterTheHeaders)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, n) =>
        {
            if (n > 1)
            {
                await LoopbackServer.ServeAsync(context, File1, Tag);
                return;
            }
            if (isAfterTheHeaders)
            {
                context.Response.Headers.ETag = Tag;
                context.Response.ContentLength = File1.Length;
                await context.Response.Body.WriteAsync(File1.AsMemory(0, 5000));
                await context.Response.Body.FlushAsync();
            }
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await RunAsync(server, "osm", patience: 0.4);
        Assert.Equal(File1, Content());
    }

    [Fact]
    public async Task Broken_off_download_leaves_a_part_that_the_next_run_goes_on_from()
    {
        using var stop = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, n) =>
        {
            if (n > 1)
            {
                await LoopbackServer.ServeAsync(context, File1, Tag);
                return;
            }
            context.Response.Headers.ETag = Tag;
            context.Response.ContentLength = File1.Length;
            await context.Response.Body.WriteAsync(File1.AsMemory(0, 100_000));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
            server, "osm", stop: stop.Token, progress: p => { if (p.Bytes >= 100_000) stop.Cancel(); }));
        Assert.Equal(["norway-latest.osm.pbf.part", "norway-latest.osm.pbf.part.json"], Names());
        await RunAsync(server, "osm");
        Assert.Contains("bytes=100000-", server.Asked.Last(), StringComparison.Ordinal);
        Assert.Equal(File1, Content());
        Assert.Equal(["manifest.json", "norway-latest.osm.pbf"], Names());
    }

    [Fact]
    public async Task Part_that_was_whole_already_is_only_given_its_name()
    {
        Directory.CreateDirectory(Cache);
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, File1, Tag));
        File.WriteAllBytes(Path.Combine(Cache, "norway-latest.osm.pbf.part"), File1);
        File.WriteAllText(
            Path.Combine(Cache, "norway-latest.osm.pbf.part.json"),
            $$"""{"Address":"{{server.Address}}/europe/norway-latest.osm.pbf","Tag":"\u0022one\u0022","Modified":""}""");
        await RunAsync(server, "osm");
        Assert.Equal(File1, Content());
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Pace_of_a_service_is_kept()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, File1, Tag));
        using var client = new PacedClient("NavGeo/test", clock, TimeSpan.FromSeconds(5));
        var service = new FetchService("slow", server.Address, "", Requests: 3, Seconds: 60, Cells: 0);
        for (int i = 0; i < 7; i++)
        {
            await client.AskAsync(
                service, () => new HttpRequestMessage(HttpMethod.Get, server.Address + "/x"), (_, _) => Task.FromResult(true), TestContext.Current.CancellationToken);
        }
        Assert.Equal([60, 60], clock.Waits.Select(w => (int)w.TotalSeconds));
    }

    [Fact]
    public async Task Order_is_waited_for_and_its_archive_unpacked_into_the_cache_only()
    {
        byte[] archive = Zip(("N1000/roads.gpkg", "roads"), ("../../evil.csv", "a"), ("readme.txt", "b"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, n) =>
        {
            if (context.Request.Path == "/files/n1000.zip")
            {
                await LoopbackServer.ServeAsync(context, archive, Tag);
                return;
            }
            if (context.Request.Method == "POST")
            {
                using var body = new StreamReader(context.Request.Body);
                string order = await body.ReadToEndAsync();
                Assert.Contains("aee42bb6-d0e9-4d70-86fe-6ea76c381055", order, StringComparison.Ordinal);
                Assert.Contains("GeoPackage", order, StringComparison.Ordinal);
            }
            string status = n < 3 ? "WaitingForProcessing" : "ReadyForDownload";
            await context.Response.WriteAsJsonAsync(new
            {
                referenceNumber = "r-1",
                files = new[] { new { downloadUrl = $"http://{context.Request.Host}/files/n1000.zip", name = "n1000.zip", status } },
            });
        });
        FetchResult result = await RunAsync(server, "n1000");
        Assert.Equal(["n1000.zip", "evil.csv", "roads.gpkg"], result.Files.Select(f => f.File));
        Assert.Equal(["evil.csv", "manifest.json", "n1000.zip", "roads.gpkg"], Names());
        Assert.Equal("n1000.zip", CacheManifest.Read(Cache).FindWhole("roads.gpkg")!.From);
        Assert.Equal(["POST /api/order", "GET /api/order/r-1", "GET /api/order/r-1", "GET /files/n1000.zip"], server.Asked);
        Assert.False((await RunAsync(server, "n1000")).IsNew);
        Assert.Equal(4, server.Asked.Count);
    }

    [Theory]
    [InlineData("""{"referenceNumber":"r","files":[]}""", "no files in the format GeoPackage")]
    [InlineData("""<html>maintenance</html>""", "not what this service gives")]
    public async Task Order_with_a_strange_answer_is_said(string answer, string problem)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(answer);
        });
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, "n1000"));
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("manifest.json")]
    [InlineData("../../manifest.json")]
    public async Task Name_that_would_leave_the_cache_is_refused(string name)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => context.Response.WriteAsJsonAsync(
            new { referenceNumber = "r", files = new[] { new { downloadUrl = $"http://{context.Request.Host}/x", name, status = "ReadyForDownload" } } }));
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, "n1000"));
        Assert.Contains("which cannot be used", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData(null, "2025")]
    [InlineData(2019, "2019")]
    public async Task File_of_a_year_is_asked_for_by_the_year(int? year, string asked)
    {
        byte[] archive = Zip(("grid.gml", "<gml/>"));
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, archive, Tag));
        FetchResult result = await RunAsync(server, "grid250", year: year);
        string name = $"Befolkning_0000_Norge_25833_BefolkningsstatistikkRutenett250m{asked}_GML.zip";
        Assert.Equal([name, "grid.gml"], result.Files.Select(f => f.File));
        Assert.Equal([$"GET /geonorge/Befolkning/BefolkningsstatistikkRutenett250m{asked}/GML/{name}"], server.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Archive_that_is_broken_is_said(bool isCut)
    {
        byte[] archive = Zip(("Kommuner.geojson", new string('x', 5000) + "y"));
        if (isCut) archive = archive[..(archive.Length / 2)];
        // The checksum in the list at the end: what was unpacked is not what was packed.
        else archive[archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 16] ^= 1;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, archive, Tag));
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, "boundaries"));
        Assert.Contains("the compressed data is damaged or cut off", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Kommuner.geojson", Names());
    }

    [Fact]
    public async Task Archive_that_grows_beyond_measure_is_refused()
    {
        byte[] archive = Zip(("Kommuner.geojson", new string('x', 70_000_000)));
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.ServeAsync(context, archive, Tag));
        InputException fault = await Assert.ThrowsAsync<InputException>(() => RunAsync(server, "boundaries"));
        Assert.Contains("unpacks to more than any real file does", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Names(), name => name.StartsWith("Kommuner", StringComparison.Ordinal));
    }

    public void Dispose() => scratch.Dispose();

    private string Cache => scratch.File("cache");

    private async Task<FetchResult> RunAsync(
        LoopbackServer server, string id, bool isRefresh = false, double patience = 10, CancellationToken? stop = null, Action<FetchProgress>? progress = null, int? year = null)
    {
        FetchSources sources = FetchSources.General().At(server.Address);
        using var client = new PacedClient(sources.UserAgent, clock, TimeSpan.FromSeconds(patience));
        var run = new FetchRun(Cache, client, clock, progress ?? (_ => { })) { IsRefresh = isRefresh };
        return await run.RunAsync(sources.Get(id), year, stop ?? TestContext.Current.CancellationToken);
    }

    private byte[] Content() => File.ReadAllBytes(Path.Combine(Cache, "norway-latest.osm.pbf"));

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(Cache).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static byte[] RandomBytes(int seed, int count)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
