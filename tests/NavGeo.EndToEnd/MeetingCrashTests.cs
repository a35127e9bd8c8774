using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NavGeo.EndToEnd;

/// <summary>The process of a meeting killed while people edit.</summary>
public sealed partial class MeetingCrashTests
{
    [Fact]
    public async Task Killed_process_loses_no_edit_that_was_acknowledged()
    {
        using var folder = new WorkFolder();
        int acknowledged = 0;
        using (Process first = Serve(folder.Of("session")))
        {
            using HttpClient kari = await Join(first);
            Task editing = Task.Run(async () =>
            {
                try
                {
                    for (int i = 0; i < 1000; i++)
                    {
                        HttpResponseMessage answer = await kari.PostAsJsonAsync(
                            "api/edits", new { kind = "setSiteDays", structure = "A", site = "fla", days = i % 6 });
                        if (answer.StatusCode == HttpStatusCode.TooManyRequests) await Task.Delay(50);
                        else if (answer.IsSuccessStatusCode) acknowledged++;
                    }
                }
                catch (HttpRequestException)
                {
                    // The server is gone in the middle of an edit, as it should be here.
                }
            });
            while (acknowledged < 25) await Task.Delay(5);
            first.Kill();
            await first.WaitForExitAsync();
            await editing;
        }
        using Process second = Serve(folder.Of("session"));
        using HttpClient ola = await Join(second);
        JsonNode meeting = JsonNode.Parse(await ola.GetStringAsync(new Uri("api/answer", UriKind.Relative)))!;
        Assert.InRange((int)meeting["version"]!, acknowledged, acknowledged + 1);
        second.Kill();
        await second.WaitForExitAsync();
    }

    internal static Process Serve(string session, params string[] folder)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "navgeo.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, "serve", .. folder, "--port", "0", "--session", session, "--begin", "resume", "--lang", "en"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    internal static async Task<HttpClient> Join(Process server)
    {
        string line = await server.StandardOutput.ReadLineAsync() ?? await server.StandardError.ReadToEndAsync();
        Match address = Address().Match(line);
        Assert.True(address.Success, line);
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address.Value) };
        (await client.PostAsJsonAsync("api/join", new { name = "Kari" })).EnsureSuccessStatusCode();
        return client;
    }

    [GeneratedRegex("http://[0-9.]+:[0-9]+/")]
    private static partial Regex Address();
}
