using System.Security.Cryptography;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Planning.Language;
using Npgsql;

namespace NavGeo.Cluster.Database;

/// <summary>The cases that all processes of a cluster share, and the meetings on them. Any number of threads and processes.</summary>
/// <param name="database">Where they are.</param>
public sealed class CaseLibrary(ClusterDatabase database)
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int IdLetters = 10;
    private const int LongestId = 60;

    /// <summary>A case of the library.</summary>
    /// <param name="Id">By which it is addressed.</param>
    /// <param name="Name">As users see it.</param>
    /// <param name="Sha256">Of its package.</param>
    public sealed record Item(string Id, string Name, string Sha256);

    /// <summary>A meeting on one of them.</summary>
    /// <param name="Id">By which it is addressed; cannot be guessed.</param>
    /// <param name="Case">Id of the case.</param>
    /// <param name="Name">As users see it.</param>
    /// <param name="Begun">When.</param>
    /// <param name="Entries">How much has been done.</param>
    public sealed record Meeting(string Id, string Case, string Name, DateTimeOffset Begun, long Entries);

    /// <summary>Puts a case in, with all it is built on; one that is there already stays as it is.</summary>
    /// <param name="path">A case folder, workbook or package.</param>
    /// <param name="id">By which it shall be addressed; the case's own where null.</param>
    /// <param name="findings">Takes what is wrong with it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">It cannot be used, or another case is addressed so.</exception>
    public async Task<Item> PutAsync(string path, string? id, Findings findings, CancellationToken cancellation)
    {
        var work = Workspace.Open(path, findings);
        string address = id ?? work.Case.Id;
        if (address.Length > LongestId || !address.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) throw new InputException("--id", null, new Phrase("cluster.id", address), new Phrase("cluster.id.remedy"));
        byte[] package = PackageOf(path, findings);
        var item = new Item(address, work.Case.Name.In(work.Case.Language), Convert.ToHexStringLower(SHA256.HashData(package)));
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlCommand put = new("INSERT INTO navgeo.shared_case (id, name, sha256, package) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", connection);
        foreach (object value in (object[])[item.Id, item.Name, item.Sha256, package]) put.Parameters.Add(new NpgsqlParameter { Value = value });
        await put.ExecuteNonQueryAsync(cancellation);
        Item there = (await FindAsync(address, cancellation))!;
        return there.Sha256 == item.Sha256 ? there : throw new InputException(path, null, new Phrase("cluster.taken", address), new Phrase("cluster.taken.remedy"));
    }

    /// <summary>Begins a meeting on a case.</summary>
    /// <exception cref="InputException">There is no such case.</exception>
    public async Task<Meeting> MeetAsync(string caseId, string? name, CancellationToken cancellation)
    {
        Item item = await FindAsync(caseId, cancellation) ?? throw new InputException(caseId, null, new Phrase("cluster.no-case", caseId), new Phrase("cluster.no-case.remedy"));
        string id = RandomNumberGenerator.GetString(Alphabet, IdLetters);
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlCommand begin = new("INSERT INTO navgeo.meeting (id, case_id, name) VALUES ($1, $2, $3)", connection);
        foreach (string value in (string[])[id, item.Id, name ?? item.Name]) begin.Parameters.Add(new NpgsqlParameter { Value = value });
        await begin.ExecuteNonQueryAsync(cancellation);
        return (await FindMeetingAsync(id, cancellation))!;
    }

    /// <summary>The case of an id; null where there is none.</summary>
    public async Task<Item?> FindAsync(string id, CancellationToken cancellation) => await ItemsAsync("WHERE id = $1", id, cancellation) is [var item] ? item : null;

    /// <summary>All cases, by id.</summary>
    public Task<IReadOnlyList<Item>> ReadAsync(CancellationToken cancellation) => ItemsAsync("ORDER BY id", null, cancellation);

    /// <summary>The meeting of an id; null where there is none.</summary>
    public async Task<Meeting?> FindMeetingAsync(string id, CancellationToken cancellation) => await MeetingsAsync("WHERE m.id = $1", id, cancellation) is [var meeting] ? meeting : null;

    /// <summary>All meetings, the newest first.</summary>
    public Task<IReadOnlyList<Meeting>> ReadMeetingsAsync(CancellationToken cancellation) => MeetingsAsync("ORDER BY m.begun DESC, m.id", null, cancellation);

    /// <summary>Writes the package of a case into a folder, under its hash; nothing is done where it lies there.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> FetchAsync(Item item, string folder, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, item.Sha256 + ".zip");
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(folder);
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlCommand read = new("SELECT package FROM navgeo.shared_case WHERE id = $1", connection);
        read.Parameters.Add(new NpgsqlParameter { Value = item.Id });
        byte[] package = (byte[])(await read.ExecuteScalarAsync(cancellation))!;
        // Another process on this machine may fetch it at the same time.
        string own = FormattableString.Invariant($"{path}.{Environment.ProcessId}");
        await File.WriteAllBytesAsync(own, package, cancellation);
        File.Move(own, path, overwrite: true);
        return path;
    }

    private async Task<IReadOnlyList<Item>> ItemsAsync(string which, string? id, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlCommand command = Select($"SELECT id, name, sha256 FROM navgeo.shared_case {which}", id, connection);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
        var items = new List<Item>();
        while (await row.ReadAsync(cancellation)) items.Add(new Item(row.GetString(0), row.GetString(1), row.GetString(2)));
        return items;
    }

    private async Task<IReadOnlyList<Meeting>> MeetingsAsync(string which, string? id, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlCommand command = Select(
            $"SELECT m.id, m.case_id, m.name, m.begun, (SELECT coalesce(max(number), 0) FROM navgeo.entry WHERE meeting_id = m.id) FROM navgeo.meeting m {which}", id, connection);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
        var meetings = new List<Meeting>();
        while (await row.ReadAsync(cancellation)) meetings.Add(new Meeting(row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt64(4)));
        return meetings;
    }

    private static NpgsqlCommand Select(string sql, string? id, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(sql, connection);
        if (id is not null) command.Parameters.Add(new NpgsqlParameter { Value = id });
        return command;
    }

    private static byte[] PackageOf(string path, Findings findings)
    {
        if (CaseArchive.Is(path)) return File.ReadAllBytes(path);
        DirectoryInfo made = Directory.CreateTempSubdirectory("navgeo-");
        try
        {
            string package = Path.Combine(made.FullName, "case.zip");
            CaseArchive.Pack(path, package, findings);
            return File.ReadAllBytes(package);
        }
        finally
        {
            made.Delete(recursive: true);
        }
    }
}
