using NavGeo.Planning.Language;
using Npgsql;

namespace NavGeo.Cluster.Database;

/// <summary>The PostgreSQL database of a cluster, by its connection string. Any number of threads.</summary>
public sealed class ClusterDatabase : IAsyncDisposable
{
    /// <summary>Editions in the order they are applied: what Orleans asks of this very version of its packages, then NavGeo's own.</summary>
    private static readonly string[] Editions = ["orleans-10.4.2", "navgeo-1"];

    /// <summary>So long is waited for a connection or an answer, seconds: a page is told before its user goes away.</summary>
    private const int PatienceSeconds = 5;

    private ClusterDatabase(NpgsqlDataSource source) => Source = source;

    /// <summary>Its connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>As Orleans' packages open it.</summary>
    public string ConnectionString => Source.ConnectionString;

    /// <summary>Names the database; nothing is opened yet.</summary>
    /// <param name="connection">As <c>Host=…;Database=…;Username=…</c>.</param>
    /// <exception cref="InputException">It cannot be read as that.</exception>
    public static ClusterDatabase Of(string connection)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(settings.Host)) throw Unreadable("Host");
            if (!connection.Contains("Timeout", StringComparison.OrdinalIgnoreCase)) (settings.Timeout, settings.CommandTimeout) = (PatienceSeconds, PatienceSeconds * 2);
            settings.ApplicationName ??= "navgeo";
            return new ClusterDatabase(new NpgsqlDataSourceBuilder(settings.ToString()).Build());
        }
        catch (ArgumentException wrong)
        {
            throw Unreadable(wrong.Message);
        }
    }

    /// <summary>Editions that stand in the database; empty before <see cref="ApplyAsync"/>.</summary>
    /// <exception cref="InputException">There is no such database, or it lets nobody in.</exception>
    public async Task<IReadOnlyList<string>> ReadEditionsAsync(CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await OpenAsync(cancellation);
        await using NpgsqlCommand there = new("SELECT to_regclass('navgeo.edition') IS NOT NULL", connection);
        if (await there.ExecuteScalarAsync(cancellation) is not true) return [];
        await using NpgsqlCommand read = new("SELECT name FROM navgeo.edition ORDER BY applied, name", connection);
        await using NpgsqlDataReader rows = await read.ExecuteReaderAsync(cancellation);
        var editions = new List<string>();
        while (await rows.ReadAsync(cancellation)) editions.Add(rows.GetString(0));
        return editions;
    }

    /// <summary>
    /// Brings the database to this program's edition: all of it or nothing; what is there already stays as it is. Several may do
    /// it at the same time.
    /// </summary>
    /// <returns>The editions that were not there before.</returns>
    /// <exception cref="InputException">It cannot be opened, or its user may make no tables.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> before = await ReadEditionsAsync(cancellation);
        await using NpgsqlConnection connection = await OpenAsync(cancellation);
        try
        {
            await using NpgsqlTransaction all = await connection.BeginTransactionAsync(cancellation);
            await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(hashtext('navgeo cluster init'))", cancellation);
            foreach (string edition in Editions) await ExecuteAsync(connection, Script(edition), cancellation);
            foreach (string edition in Editions) await ExecuteAsync(connection, $"INSERT INTO navgeo.edition (name) VALUES ('{edition}') ON CONFLICT DO NOTHING", cancellation);
            await all.CommitAsync(cancellation);
        }
        catch (PostgresException refused)
        {
            throw Refused(refused);
        }
        return [.. Editions.Except(before)];
    }

    /// <summary>Makes sure that the database is of this program's edition or a later one.</summary>
    /// <exception cref="InputException">It is not: the command that makes it so is named.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> there = await ReadEditionsAsync(cancellation);
        string[] missing = [.. Editions.Except(there)];
        if (missing.Length == 0) return;
        string verb = there.Count == 0 ? "init" : "upgrade";
        throw new InputException(
            Name, null, new Phrase(there.Count == 0 ? "cluster.empty" : "cluster.old", string.Join(", ", missing)), new Phrase("cluster.apply.remedy", verb));
    }

    /// <summary>Processes of the cluster that run; those that were killed are counted until the others have noticed.</summary>
    public async Task<long> CountProcessesAsync(CancellationToken cancellation)
    {
        const int Active = 3;
        await using NpgsqlCommand command = Source.CreateCommand($"SELECT count(*) FROM orleansmembershiptable WHERE status = {Active} AND iamalivetime > now() - interval '1 minute'");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Does work on the database; that it refuses something or goes away is told in words.</summary>
    /// <exception cref="InputException">It did.</exception>
    public async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (NpgsqlException refused)
        {
            throw Refused(refused);
        }
    }

    /// <summary>The database as users name it.</summary>
    public string Name => NameOf(Source.ConnectionString);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Opens a connection.</summary>
    /// <exception cref="InputException">There is no such database, or it lets nobody in.</exception>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await Source.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException refused)
        {
            throw Refused(refused);
        }
    }

    private InputException Refused(NpgsqlException refused) => new(
        Name, null, new Phrase("cluster.database", (refused.InnerException ?? refused).Message), new Phrase("cluster.database.remedy"));

    private static InputException Unreadable(string why) => new("--database", null, new Phrase("cluster.connection", why), new Phrase("cluster.connection.remedy"));

    private static string NameOf(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        return $"{settings.Host}/{settings.Database}";
    }

    private static string Script(string edition)
    {
        using Stream file = typeof(ClusterDatabase).Assembly.GetManifestResourceStream(edition + ".sql")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
