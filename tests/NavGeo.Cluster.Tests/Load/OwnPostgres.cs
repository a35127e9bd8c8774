using System.Diagnostics;
using NavGeo.Cluster.Database;
using Npgsql;

namespace NavGeo.Cluster.Tests.Load;

/// <summary>A PostgreSQL of one's own: Debian's server in a folder under /tmp, on a socket there and on no port, run by a user who is not root.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("navgeo-pg-").FullName;

    /// <summary>Debian keeps each version by itself.</summary>
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;

    public static bool IsThere => Programs is not null;

    private string Data => Path.Combine(folder, "data");

    public string ConnectionString => $"Host={folder};Username=navgeo;Database=postgres";

    /// <summary>A new one, running.</summary>
    public static async Task<OwnPostgres> BeginAsync()
    {
        var begun = new OwnPostgres();
        await begun.InitialiseAsync();
        return begun;
    }

    private async Task InitialiseAsync()
    {
        if (Environment.UserName == "root") await Run("chown", "postgres", folder);
        await AsUser("initdb", "-D", Data, "-A", "trust", "-U", "navgeo", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        await StartAsync();
    }

    public Task StartAsync() => AsUser("pg_ctl", "-D", Data, "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} -c listen_addresses= -c max_connections=300", "-w", "start");

    /// <summary>Stops it as a crash does: those connected are thrown out in the middle of what they do.</summary>
    public Task CrashAsync() => AsUser("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Cuts every connection there is.</summary>
    public Task CutAsync() => ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");

    public async Task ExecuteAsync(string sql, string? database = null)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create($"Host={folder};Username=navgeo;Database={database ?? "postgres"};Pooling=false");
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database of its own in it, ready for a cluster.</summary>
    internal async Task<ClusterDatabase> ReadyAsync(string name)
    {
        ClusterDatabase database = await EmptyAsync(name);
        await database.ApplyAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A database of its own in it with nothing in it.</summary>
    internal async Task<ClusterDatabase> EmptyAsync(string name)
    {
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ClusterDatabase.Of($"Host={folder};Username=navgeo;Database={name}");
    }

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Task AsUser(string program, params string[] arguments)
    {
        string path = Path.Combine(Programs!, program);
        return Environment.UserName == "root" ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        // What is started stays behind and would keep a pipe open.
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = false, WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {process.ExitCode}");
    }
}
