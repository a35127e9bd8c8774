using System.Security.Cryptography;
using NavGeo.Web.Meetings;
using Npgsql;

namespace NavGeo.Cluster.Database;

/// <summary>
/// A meeting in the database of a cluster, one row an entry, never changed. The database lets one entry have a number: whichever
/// process comes second is told so, whoever else is alive and whatever they believe. Any number of threads and processes.
/// </summary>
/// <param name="source">Connections to the database.</param>
/// <param name="meeting">Id of the meeting, which must be there.</param>
public sealed class PostgresLog(NpgsqlDataSource source, string meeting) : IMeetingLog
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(long after, CancellationToken cancellation) => AgainAsync<IReadOnlyList<LogEntry>>(async () =>
    {
        await using NpgsqlCommand command = Command(
            "SELECT number, at, author, event, role, key FROM navgeo.entry WHERE meeting_id = $1 AND number > $2 ORDER BY number", after);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<LogEntry>();
        while (await row.ReadAsync(cancellation))
        {
            entries.Add(new LogEntry(
                row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), EventText.Read(row.GetString(3)), Enum.Parse<Role>(row.GetString(4)), row.GetString(5)));
        }
        return entries;
    });

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public Task<long> LastAsync(CancellationToken cancellation) => AgainAsync(async () =>
    {
        await using NpgsqlCommand command = Command("SELECT coalesce(max(number), 0) FROM navgeo.entry WHERE meeting_id = $1");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    });

    /// <inheritdoc/>
    public Task<bool> TryAppendAsync(LogEntry entry, CancellationToken cancellation) => AgainAsync(async () =>
    {
        // No number is left out: an entry is written after the one before it, or not at all.
        await using NpgsqlCommand command = Command(
            """
            INSERT INTO navgeo.entry (meeting_id, number, at, author, role, event, key)
            SELECT $1, $2, $3, $4, $5, $6, $7
            WHERE $2 = 1 OR EXISTS (SELECT 1 FROM navgeo.entry WHERE meeting_id = $1 AND number = $2 - 1)
            ON CONFLICT DO NOTHING
            """,
            entry.Number, entry.At.ToUniversalTime(), entry.Author, entry.Role.ToString(), EventText.Of(entry.Event), KeyOf(entry));
        if (await command.ExecuteNonQueryAsync(cancellation) == 1) return true;
        await using NpgsqlCommand there = Command("SELECT 1 FROM navgeo.entry WHERE meeting_id = $1 AND number = $2 AND key = $3", entry.Number, KeyOf(entry));
        return await there.ExecuteScalarAsync(cancellation) is not null;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Participant>> ReadParticipantsAsync(CancellationToken cancellation) => AgainAsync<IReadOnlyDictionary<string, Participant>>(async () =>
    {
        await using NpgsqlCommand command = Command("SELECT key, name, role, is_muted FROM navgeo.participant WHERE meeting_id = $1");
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
        var participants = new Dictionary<string, Participant>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation)) participants[row.GetString(0)] = new Participant(row.GetString(1), Enum.Parse<Role>(row.GetString(2)), row.GetBoolean(3));
        return participants;
    });

    /// <inheritdoc/>
    public Task RememberAsync(string key, Participant participant, CancellationToken cancellation) => ExecuteAsync(
        """
        INSERT INTO navgeo.participant (meeting_id, key, name, role, is_muted) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (meeting_id, key) DO UPDATE SET name = excluded.name, role = excluded.role, is_muted = excluded.is_muted
        """,
        cancellation, key, participant.Name, participant.Role.ToString(), participant.IsMuted);

    /// <inheritdoc/>
    public Task ForgetAsync(string key, CancellationToken cancellation) =>
        ExecuteAsync("DELETE FROM navgeo.participant WHERE meeting_id = $1 AND key = $2", cancellation, key);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ReadShownOutAsync(CancellationToken cancellation) => AgainAsync<IReadOnlyDictionary<string, string>>(async () =>
    {
        await using NpgsqlCommand command = Command("SELECT key, name FROM navgeo.shown_out WHERE meeting_id = $1");
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation)) names[row.GetString(0)] = row.GetString(1);
        return names;
    });

    /// <inheritdoc/>
    public Task ShowOutAsync(string key, string name, CancellationToken cancellation) =>
        ExecuteAsync("INSERT INTO navgeo.shown_out (meeting_id, key, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", cancellation, key, name);

    /// <inheritdoc/>
    public Task ForgetShownOutAsync(CancellationToken cancellation) => ExecuteAsync("DELETE FROM navgeo.shown_out WHERE meeting_id = $1", cancellation);

    /// <summary>Forgets everybody: names and what their tokens are known by. What happened stays.</summary>
    public async Task ForgetAllAsync(CancellationToken cancellation)
    {
        await ExecuteAsync("DELETE FROM navgeo.participant WHERE meeting_id = $1", cancellation);
        await ForgetShownOutAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<string> SecretAsync(string name, string alphabet, int length, CancellationToken cancellation)
    {
        await ExecuteAsync(
            "INSERT INTO navgeo.secret (meeting_id, name, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", cancellation, name, RandomNumberGenerator.GetString(alphabet, length));
        return await AgainAsync(async () =>
        {
            await using NpgsqlCommand command = Command("SELECT value FROM navgeo.secret WHERE meeting_id = $1 AND name = $2", name);
            return (string)(await command.ExecuteScalarAsync(cancellation))!;
        });
    }

    /// <summary>Entries from before there were keys have none: their number tells them apart.</summary>
    private static string KeyOf(LogEntry entry) => entry.Key.Length > 0 ? entry.Key : FormattableString.Invariant($"number {entry.Number}");

    /// <summary>A connection that was cut since it was last used is noticed when it is used next: another is taken, once. Nothing here is done twice by being done again.</summary>
    private static async Task<T> AgainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException cut) when (cut.IsTransient || cut is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown })
        {
            return await work();
        }
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        NpgsqlCommand command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = meeting });
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params object[] values) => AgainAsync(async () =>
    {
        await using NpgsqlCommand command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    });
}
