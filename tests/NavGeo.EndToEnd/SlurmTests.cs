using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace NavGeo.EndToEnd;

/// <summary>The job array of <c>deploy/slurm</c> under Slurm itself: a cluster of one node, made for the test.</summary>
[SupportedOSPlatform("linux")]
public sealed class SlurmTests
{
    [Fact]
    public async Task Job_array_makes_the_bytes_of_one_run_and_their_ranking()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/slurmctld") && File.Exists("/usr/sbin/munged"), "Slurm (slurm-wlm) is not installed");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "a cluster of one's own is started as root");
        using var folder = new WorkFolder();
        string hallingdal = DemoTests.EmbeddedCase("hallingdal"), results = folder.Of("results");
        Assert.Equal(0, (await CommandRun.Of("sweep", hallingdal, "--over", "links", "--structures", "E", "-o", folder.Of("one.parquet"), "--quiet")).ExitCode);
        await using SlurmCluster cluster = await SlurmCluster.Start(folder);
        var submit = new ProcessStartInfo(Path.Combine(Checkout.Root, "deploy", "slurm", "sweep.sh"), [hallingdal, "links", "3", results, "--structures", "E"]) { UseShellExecute = false };
        submit.Environment["SLURM_CONF"] = cluster.Configuration;
        submit.Environment["NAVGEO"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "navgeo.dll")}";
        using (Process run = Process.Start(submit)!)
        {
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, run.ExitCode);
        }
        string ranking = Path.Combine(results, "ranking.csv");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        try
        {
            while (!File.Exists(ranking)) await Task.Delay(200, patience.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail(string.Join('\n', Directory.GetFiles(results, "*.log").Select(File.ReadAllText)) + cluster.Log());
        }
        Assert.Equal(File.ReadAllBytes(folder.Of("one.parquet")), File.ReadAllBytes(Path.Combine(results, "links.parquet")));
    }

    /// <summary>munged, slurmctld and slurmd of one node, without systemd, gone with the test.</summary>
    private sealed class SlurmCluster : IAsyncDisposable
    {
        private readonly List<Process> daemons = [];
        private readonly string folder;

        private SlurmCluster(WorkFolder work)
        {
            folder = work.Of("slurm");
            foreach (string part in (string[])["state", "spool"]) Directory.CreateDirectory(Path.Combine(folder, part));
        }

        public string Configuration => Path.Combine(folder, "slurm.conf");

        public static async Task<SlurmCluster> Start(WorkFolder work)
        {
            var cluster = new SlurmCluster(work);
            // Others must be able to walk to the socket.
            foreach (string way in (string[])[Path.GetDirectoryName(cluster.folder)!, cluster.folder])
                File.SetUnixFileMode(way, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            await File.WriteAllTextAsync(cluster.Configuration, cluster.Settings());
            string key = Path.Combine(cluster.folder, "munge.key");
            await File.WriteAllBytesAsync(key, RandomNumberGenerator.GetBytes(1024));
            File.SetUnixFileMode(key, UnixFileMode.UserRead);
            cluster.Begin("/usr/sbin/munged", "--foreground", "--force", "--key-file=" + key, "--socket=" + cluster.At("munge.socket"), "--pid-file=" + cluster.At("munge.pid"), "--log-file=" + cluster.At("munge.log"), "--seed-file=" + cluster.At("munge.seed"));
            while (!File.Exists(cluster.At("munge.socket"))) await Task.Delay(50, TestContext.Current.CancellationToken);
            cluster.Begin("/usr/sbin/slurmctld", "-D");
            cluster.Begin("/usr/sbin/slurmd", "-D");
            return cluster;
        }

        public string Log() => string.Join('\n', Directory.GetFiles(folder, "*.log").Select(File.ReadAllText));

        public async ValueTask DisposeAsync()
        {
            foreach (Process daemon in Enumerable.Reverse(daemons))
            {
                if (!daemon.HasExited) daemon.Kill(entireProcessTree: true);
                await daemon.WaitForExitAsync(CancellationToken.None);
                daemon.Dispose();
            }
        }

        private string At(string name) => Path.Combine(folder, name);

        private void Begin(string program, params string[] words)
        {
            var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
            start.Environment["SLURM_CONF"] = Configuration;
            Process daemon = Process.Start(start)!;
            daemon.BeginErrorReadLine();
            daemon.BeginOutputReadLine();
            daemons.Add(daemon);
        }

        private string Settings() => string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=navgeo
            SlurmctldHost={Environment.MachineName}(127.0.0.1)
            AuthType=auth/munge
            AuthInfo=socket={At("munge.socket")}
            CryptoType=crypto/munge
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool")}
            SlurmctldPidFile={At("slurmctld.pid")}
            SlurmdPidFile={At("slurmd.pid")}
            SlurmctldLogFile={At("slurmctld.log")}
            SlurmdLogFile={At("slurmd.log")}
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            MpiDefault=none
            ReturnToService=2
            SchedulerParameters=sched_interval=1,sched_min_interval=0
            NodeName={Environment.MachineName} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount} State=UNKNOWN
            PartitionName=all Nodes={Environment.MachineName} Default=YES MaxTime=INFINITE State=UP

            """);

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
