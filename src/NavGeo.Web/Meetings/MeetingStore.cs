using System.Globalization;
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

    private readonly FileStream held;
    private readonly SqliteConnection connection;
    private readonly Lock turn = new();

    private MeetingStore(FileStream held, SqliteConnection connection)
    {
        this.held = held;
        this.connection = connection;
    }

    /// <summary>Opens the meeting of a folder, or begins one.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <exception cref="InputException">Another program holds a meeting there.</exception>
    public static MeetingStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        FileStream held = Hold(folder);
        var settings = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        var store = new MeetingStore(held, connection);
        store.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
        store.Execute(
            """
            CREATE TABLE IF NOT EXISTS entries (number INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, event TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS participants (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL);
            """);
        return store;
    }

    /// <summary>Everything that happened, in order.</summary>
    public IReadOnlyList<LogEntry> ReadAll()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT number, at, author, event FROM entries ORDER BY number";
        using SqliteDataReader reader = command.ExecuteReader();
        var entries = new List<LogEntry>();
        while (reader.Read())
        {
            entries.Add(new LogEntry(
                reader.GetInt64(0),
                DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture),
                reader.GetString(2),
                JsonSerializer.Deserialize<MeetingEvent>(reader.GetString(3), Edit.JsonOptions)!));
        }
        return entries;
    }

    /// <summary>Writes an entry; it is on disk when this returns.</summary>
    public void Append(LogEntry entry)
    {
        lock (turn) Insert();

        void Insert()
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO entries (number, at, author, event) VALUES ($number, $at, $author, $event)";
            command.Parameters.AddWithValue("$number", entry.Number);
            command.Parameters.AddWithValue("$at", entry.At.ToString("O", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$author", entry.Author);
            command.Parameters.AddWithValue("$event", JsonSerializer.Serialize(entry.Event, Edit.JsonOptions));
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Those who have joined, by the hash of their token: the token itself is nowhere on disk.</summary>
    public IReadOnlyDictionary<string, Participant> ReadParticipants()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT key, name, role FROM participants";
        using SqliteDataReader reader = command.ExecuteReader();
        var participants = new Dictionary<string, Participant>(StringComparer.Ordinal);
        while (reader.Read())
            participants[reader.GetString(0)] = new Participant(reader.GetString(1), Enum.Parse<Role>(reader.GetString(2)));
        return participants;
    }

    /// <summary>Remembers somebody who has joined.</summary>
    public void Remember(string key, Participant participant)
    {
        lock (turn) Insert();

        void Insert()
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO participants (key, name, role) VALUES ($key, $name, $role)";
            command.Parameters.AddWithValue("$key", key);
            command.Parameters.AddWithValue("$name", participant.Name);
            command.Parameters.AddWithValue("$role", participant.Role.ToString());
            command.ExecuteNonQuery();
        }
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

    private void Execute(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
