using System.Diagnostics;

namespace NavGeo.EndToEnd;

/// <summary>The examples of the HTTP API are run as they are handed out.</summary>
public sealed class ApiExampleTests
{
    [Fact]
    public async Task Python_closes_a_road_reads_the_answer_and_takes_it_back()
    {
        await using MeetingServer server = await MeetingServer.Start();
        (int code, string said) = await Python(server.Address, "rv 7");
        Assert.True(code == 0, said);
        string[] lines = said.Split('\n');
        Assert.Matches(@"^mean minutes: \d+\.\d -> \d+\.\d$", lines[0]);
        Assert.Matches(@"^without access: 0 -> [1-9]\d*$", lines[1]);
        Assert.Contains("cells", said, StringComparison.Ordinal);
        (int again, string once) = await Python(server.Address, "rv 7");
        Assert.Equal((0, said), (again, once));
        (int refused, string why) = await Python(server.Address, "rv 99999");
        Assert.NotEqual(0, refused);
        Assert.Contains("Rv 99999", why, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> Python(Uri address, string road)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(Checkout.Root, "deploy", "examples", "meeting.py"), address.ToString(), road])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process run = Process.Start(start)!;
        Task<string> errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (run.ExitCode, said);
    }
}
