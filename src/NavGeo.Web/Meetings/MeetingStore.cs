using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;

namespace NavGeo.Web.Meetings;

/// <summary>
/// The meeting on disk: a SQLite file with a write-ahead log, one row an entry, never changed. An entry is on disk
/// before anybody is told of it, so that a killed process loses at most the edit in flight. Any number of threads.
/// </summary>
public sealed class MeetingStore : IDisposable
{
    private const string FileName = "meeting.db";
    private const string LockName = "meeting.lock";
    private const string Nowhere = ":memory:";

    private readonly string folder;
    private readonly FileStream held;
    private readonly Lock turn = new();
    private SqliteConnection connection;

    private MeetingStore(string folder, FileStream held)
    {
        this.folder = folder;
        this.held = held;
        connection = Connect(Path.Combine(folder, FileName));
    }

    /// <summary>Opens the meeting of a folder, or begins one.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <exception cref="InputException">Another program holds a meeting there.</exception>
    public static MeetingStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        FileStream held = Hold(folder);
        return new MeetingStore(folder, held);
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

    /// <summary>Everything that happened, in order.</summary>
    public IReadOnlyList<LogEntry> ReadAll() => Read(
        "SELECT number, at, author, event, role FROM entries ORDER BY number",
        row => new LogEntry(
            row.GetInt64(0),
            DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture),
            row.GetString(2),
            JsonSerializer.Deserialize<MeetingEvent>(row.GetString(3), Edit.JsonOptions)!,
            row.IsDBNull(4) ? Role.Participant : Enum.Parse<Role>(row.GetString(4))));

    /// <summary>Writes an entry; it is on disk when this returns.</summary>
    public void Append(LogEntry entry) => Execute(
        "INSERT INTO entries (number, at, author, event, role) VALUES ($number, $at, $author, $event, $role)",
        ("$number", entry.Number), ("$at", entry.At.ToString("O", CultureInfo.InvariantCulture)), ("$author", entry.Author),
        ("$event", JsonSerializer.Serialize(entry.Event, Edit.JsonOptions)), ("$role", entry.Role.ToString()));

    /// <summary>Those who have joined, by the hash of their token: the token itself is nowhere on disk.</summary>
    public IReadOnlyDictionary<string, Participant> ReadParticipants() => Read(
        "SELECT key, name, role, muted FROM participants",
        row => KeyValuePair.Create(row.GetString(0), new Participant(row.GetString(1), Enum.Parse<Role>(row.GetString(2)), !row.IsDBNull(3) && row.GetInt64(3) == 1)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Remembers somebody who has joined.</summary>
    public void Remember(string key, Participant participant) => Execute(
        "INSERT OR REPLACE INTO participants (key, name, role, muted) VALUES ($key, $name, $role, $muted)",
        ("$key", key), ("$name", participant.Name), ("$role", participant.Role.ToString()), ("$muted", participant.IsMuted ? 1 : 0));

    /// <summary>Those who were shown the door: the hashes of their tokens, and what they called themselves.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ReadShownOut() => Read("SELECT key, name FROM shown_out", row => KeyValuePair.Create(row.GetString(0), row.GetString(1)));

    /// <summary>Remembers somebody who was shown the door.</summary>
    public void ShowOut(string key, string name) => Execute("INSERT OR REPLACE INTO shown_out (key, name) VALUES ($key, $name)", ("$key", key), ("$name", name));

    /// <summary>Lets everybody in again: another meeting begins.</summary>
    public void ForgetShownOut() => Execute("DELETE FROM shown_out");

    /// <summary>Forgets somebody who is no longer in the meeting.</summary>
    public void Forget(string key) => Execute("DELETE FROM participants WHERE key = $key", ("$key", key));

    /// <summary>What is kept under a name, made when first asked for: the codes of the meeting, what its cookie is called.</summary>
    /// <param name="name">Of the value.</param>
    /// <param name="alphabet">Letters it is made of.</param>
    /// <param name="length">How many.</param>
    public string Secret(string name, string alphabet, int length)
    {
        Execute("INSERT OR IGNORE INTO secrets (name, value) VALUES ($name, $value)", ("$name", name), ("$value", RandomNumberGenerator.GetString(alphabet, length)));
        return Read("SELECT value FROM secrets WHERE name = $name", row => row.GetString(0), ("$name", name))[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        held.Dispose();
    }

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
            CREATE TABLE IF NOT EXISTS entries (number INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, event TEXT NOT NULL, role TEXT);
            CREATE TABLE IF NOT EXISTS participants (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS shown_out (key TEXT PRIMARY KEY, name TEXT NOT NULL);
            """);
        // Meetings from before these were noted.
        AddColumn(opened, "entries", "role", "TEXT");
        AddColumn(opened, "participants", "muted", "INTEGER");
        return opened;
    }

    private static void AddColumn(SqliteConnection connection, string table, string column, string type)
    {
        using SqliteCommand columns = connection.CreateCommand();
        columns.CommandText = "SELECT COUNT(*) FROM pragma_table_info($table) WHERE name = $column";
        columns.Parameters.AddWithValue("$table", table);
        columns.Parameters.AddWithValue("$column", column);
        if ((long)columns.ExecuteScalar()! == 0) Run(connection, $"ALTER TABLE {table} ADD COLUMN {column} {type}");
    }

    private static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        lock (turn) Run(connection, sql, values);
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
