using System.Diagnostics;
using System.Globalization;

namespace NavGeo.Cluster.Tests.Load;

/// <summary>One process of a cluster, as a user starts it: <c>navgeo serve --cluster</c>.</summary>
internal sealed class ClusterProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "navgeo.dll");

    private readonly Process process;

    private ClusterProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
    }

    public Uri Address { get; }

    public int Port { get; }

    /// <summary>Starts it; it takes guests when this returns.</summary>
    public static async Task<ClusterProcess> StartAsync(string database, params string[] more)
    {
        ClusterProcess begun = Begin(database, more);
        await begun.ReadyAsync();
        return begun;
    }

    public static ClusterProcess Begin(string database, params string[] more)
    {
        int port = ClusterHost.FreePort();
        Process started = Process.Start(new ProcessStartInfo(
            "dotnet", [Program, "serve", "--cluster", database, "--port", port.ToString(CultureInfo.InvariantCulture), "--silo-port", "0", "--lang", "en", .. more])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        started.OutputDataReceived += (_, _) => { };
        var errors = new List<string>();
        started.ErrorDataReceived += (_, line) => { if (line.Data is not null) lock (errors) errors.Add(line.Data); };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new ClusterProcess(started, port) { Errors = errors };
    }

    public required List<string> Errors { get; init; }

    public async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(120);)
        {
            if (process.HasExited) break;
            try
            {
                if ((await client.GetAsync(new Uri("health/ready", UriKind.Relative))).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException("not ready: " + string.Join('\n', Errors));
    }

    /// <summary>Memory it holds.</summary>
    public long WorkingMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    /// <summary>What it has worked so far, on all processors together.</summary>
    public double ProcessorSeconds => process.TotalProcessorTime.TotalSeconds;

    /// <summary>kill −9.</summary>
    public void Kill() => process.Kill();

    /// <summary>SIGTERM, as a deploy sends it; returns when the process has ended.</summary>
    public async Task EndAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])!) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
