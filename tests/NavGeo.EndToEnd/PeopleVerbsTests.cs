using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary>Municipality numbers through time and fetching, as a user gives the commands.</summary>
public sealed class PeopleVerbsTests
{
    [Fact]
    public async Task Parted_municipality_is_refused_until_the_user_gives_shares()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("people.csv"), "kommunenummer,population\n1849,1801\n1850,1953\n1805,18638\n", TestContext.Current.CancellationToken);
        CommandRun refused = await CommandRun.Of("codes", folder.Of("people.csv"), "--from", "2018", "--to", "2020");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("navgeo codes --from 2018 --to 2020 -o changes.csv", refused.Error, StringComparison.Ordinal);
        CommandRun table = await CommandRun.Of("codes", "--from", "2018", "--to", "2020", "-o", folder.Of("changes.csv"));
        Assert.True(table.ExitCode == 0, table.Error);
        CommandRun converted = await CommandRun.Of(
            "codes", folder.Of("people.csv"), "--from", "2018", "--to", "2020", "--changes", folder.Of("changes.csv"));
        Assert.Equal("kommunenummer,name,population\n1806,,19575\n1875,,2817\n", converted.Output);
    }

    [Fact]
    public async Task Changes_are_plain_numbers_for_programs()
    {
        CommandRun run = await CommandRun.Of("codes", "--from", "2018", "--to", "2020", "--json");
        JsonNode result = JsonNode.Parse(run.Output)!;
        Assert.Equal("3041", (string?)result["successors"]!["0617"]);
        Assert.Equal(["1850", "5012"], result["splits"]!.AsArray().Select(s => (string?)s!["number"]));
    }

    [Theory]
    [InlineData(2, "fetch")]
    [InlineData(2, "fetch", "osm")]
    [InlineData(0, "fetch", "--list")]
    [InlineData(1, "fetch", "moon", "-o", "cache")]
    [InlineData(1, "fetch", "osm", "-o", "cache", "--base", "nowhere")]
    [InlineData(2, "codes", "--from", "2018")]
    public async Task Exit_code_says_how_it_went(int expected, params string[] arguments)
    {
        CommandRun run = await CommandRun.Of(arguments);
        Assert.True(run.ExitCode == expected, $"{run.ExitCode}: {run.Output}{run.Error}");
    }

    [Fact]
    public async Task File_is_fetched_into_the_cache_and_shown_with_its_licence()
    {
        using var folder = new WorkFolder();
        using var server = new HttpListener();
        string address = Listen(server);
        Task answering = AnswerOneAsync(server, "roads");
        CommandRun run = await CommandRun.Of("fetch", "osm", "-o", folder.Of("cache"), "--base", address);
        await answering;
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("norway-latest.osm.pbf", run.Output, StringComparison.Ordinal);
        Assert.Contains("ODbL", run.Output, StringComparison.Ordinal);
        Assert.Equal("roads", await File.ReadAllTextAsync(Path.Combine(folder.Of("cache"), "norway-latest.osm.pbf"), TestContext.Current.CancellationToken));
        Assert.Contains("\"sha256\"", await File.ReadAllTextAsync(Path.Combine(folder.Of("cache"), "manifest.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Listen(HttpListener server)
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        string address = $"http://127.0.0.1:{port}";
        server.Prefixes.Add(address + "/");
        server.Start();
        return address;
    }

    private static async Task AnswerOneAsync(HttpListener server, string text)
    {
        HttpListenerContext context = await server.GetContextAsync();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }
}
