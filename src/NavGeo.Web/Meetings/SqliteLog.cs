using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using NavGeo.Planning.Language;

namespace NavGeo.Web.Meetings;

/// <summary>
/// A meeting in a folder of its own: a SQLite file with a write-ahead log, one row an entry, never changed. What it does is done
/// when a method returns; nothing is waited for. Any number of threads of one process: another is refused.
/// </summary>
public sealed class SqliteLog : IMeetingLog, IDisposable
{
    private const string FileName = "meeting.db";
    private const string LockName = "meeting.lock";
    private const string Nowhere = ":memory:";

    private readonly string folder;
    private readonly FileStream held;
    private readonly Lock turn = new();
    private SqliteConnection connection;

    private SqliteLog(string folder, FileStream held)
    {
        this.folder = folder;
        this.held = held;
        connection = Connect(Path.Combine(folder, FileName));
    }

    /// <summary>Opens the meeting of a folder, or begins one.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <exception cref="InputException">Another program holds a meeting there.</exception>
    public static SqliteLog Open(string folder)
    {
        Directory.CreateDirectory(folder);
        FileStream held = Hold(folder);
        return new SqliteLog(folder, held);
    }

    /// <summary>Puts the meeting that is kept aside, under the time it is put aside, and begins another.</summary>
    public void PutAside(DateTimeOffset now)
    {
        lock (turn)
        {
            (string Name, string Value)[] secrets = [.. Read("SELECT name, value FROM secrets", row => (row.GetString(0), row.GetString(1)))];
            // The log that was written ahead goes into the file when the last connection ends.
            connection.Dispose();
            string aside = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"meeting-{now:yyyy-MM-dd-HHmmss}.db"));
            File.Move(Path.Combine(folder, FileName), aside);
            connection = Connect(Path.Combine(folder, FileName));
            // The links that were handed out open the new meeting too.
            foreach ((string name, string value) in secrets) Execute("INSERT INTO secrets (name, value) VALUES ($name, $value)", ("$name", name), ("$value", value));
        }
    }

    /// <summary>Leaves the meeting that is kept as it is: what is written from now on is gone with the program.</summary>
    public void Practise()
    {
        lock (turn)
        {
            connection.Dispose();
            connection = Connect(Nowhere);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(long after, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LogEntry>>(Read(
        "SELECT number, at, author, event, role, key FROM entries WHERE number > $after ORDER BY number",
        row => new LogEntry(
            row.GetInt64(0),
            DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture),
            row.GetString(2),
            EventText.Read(row.GetString(3)),
            row.IsDBNull(4) ? Role.Participant : Enum.Parse<Role>(row.GetString(4)),
            row.IsDBNull(5) ? "" : row.GetString(5)),
        ("$after", after)));

    /// <inheritdoc/>
    public Task<bool> TryAppendAsync(LogEntry entry, CancellationToken cancellation)
    {
        lock (turn)
        {
            int written = Execute(
                "INSERT INTO entries (number, at, author, event, role, key) VALUES ($number, $at, $author, $event, $role, $key) ON CONFLICT DO NOTHING",
                ("$number", entry.Number), ("$at", entry.At.ToString("O", CultureInfo.InvariantCulture)), ("$author", entry.Author),
                ("$event", EventText.Of(entry.Event)), ("$role", entry.Role.ToString()), ("$key", entry.Key.Length == 0 ? DBNull.Value : entry.Key));
            return Task.FromResult(written == 1 || IsThere(entry));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Participant>> ReadParticipantsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyDictionary<string, Participant>>(Read(
        "SELECT key, name, role, muted FROM participants",
        row => KeyValuePair.Create(row.GetString(0), new Participant(row.GetString(1), Enum.Parse<Role>(row.GetString(2)), !row.IsDBNull(3) && row.GetBoolean(3))))
        .ToDictionary(StringComparer.Ordinal));

    /// <inheritdoc/>
    public Task RememberAsync(string key, Participant participant, CancellationToken cancellation)
    {
        Execute(
            "INSERT OR REPLACE INTO participants (key, name, role, muted) VALUES ($key, $name, $role, $muted)",
            ("$key", key), ("$name", participant.Name), ("$role", participant.Role.ToString()), ("$muted", participant.IsMuted));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ForgetAsync(string key, CancellationToken cancellation)
    {
        Execute("DELETE FROM participants WHERE key = $key", ("$key", key));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ReadShownOutAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyDictionary<string, string>>(Read(
        "SELECT key, name FROM shown_out", row => KeyValuePair.Create(row.GetString(0), row.GetString(1))).ToDictionary(StringComparer.Ordinal));

    /// <inheritdoc/>
    public Task ShowOutAsync(string key, string name, CancellationToken cancellation)
    {
        Execute("INSERT OR REPLACE INTO shown_out (key, name) VALUES ($key, $name)", ("$key", key), ("$name", name));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ForgetShownOutAsync(CancellationToken cancellation)
    {
        Execute("DELETE FROM shown_out");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string> SecretAsync(string name, string alphabet, int length, CancellationToken cancellation)
    {
        Execute("INSERT OR IGNORE INTO secrets (name, value) VALUES ($name, $value)", ("$name", name), ("$value", RandomNumberGenerator.GetString(alphabet, length)));
        return Task.FromResult(Read("SELECT value FROM secrets WHERE name = $name", row => row.GetString(0), ("$name", name))[0]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        held.Dispose();
    }

    private bool IsThere(LogEntry entry) => entry.Key.Length > 0
        && Read("SELECT 1 FROM entries WHERE number = $number AND key = $key", row => row.GetInt32(0), ("$number", entry.Number), ("$key", entry.Key)).Count == 1;

    /// <summary>Two hosts that write one log would each lose what the other took. The system lets go when a program is killed.</summary>
    private static FileStream Hold(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InputException(folder, null, new Phrase("web.serve.taken", Path.GetFullPath(folder)), new Phrase("web.serve.taken.remedy"));
        }
    }

    private static SqliteConnection Connect(string file)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        var opened = new SqliteConnection(settings.ToString());
        opened.Open();
        Run(opened, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
        Run(opened, """
            CREATE TABLE IF NOT EXISTS entries (number INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, event TEXT NOT NULL, role TEXT, key TEXT);
            CREATE TABLE IF NOT EXISTS participants (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, muted INTEGER);
            CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS shown_out (key TEXT PRIMARY KEY, name TEXT NOT NULL);
            """);
        // Meetings from before these were noted.
        Complete(opened, "entries", "role", "TEXT");
        Complete(opened, "entries", "key", "TEXT");
        Complete(opened, "participants", "muted", "INTEGER");
        Run(opened, "CREATE UNIQUE INDEX IF NOT EXISTS entries_key ON entries (key)");
        return opened;
    }

    private static void Complete(SqliteConnection opened, string table, string column, string type)
    {
        using SqliteCommand columns = opened.CreateCommand();
        columns.CommandText = $"SELECT COUNT(*) FROM pragma_table_info('{table}') WHERE name = '{column}'";
        if ((long)columns.ExecuteScalar()! == 0) Run(opened, $"ALTER TABLE {table} ADD COLUMN {column} {type}");
    }

    private static int Run(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in values) command.Parameters.AddWithValue(name, value);
        return command.ExecuteNonQuery();
    }

    private int Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        lock (turn) return Run(connection, sql, values);
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> take, params ReadOnlySpan<(string Name, object Value)> values)
    {
        lock (turn)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            foreach ((string name, object value) in values) command.Parameters.AddWithValue(name, value);
            using SqliteDataReader reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(take(reader));
            return rows;
        }
    }
}
