using NavGeo.Cluster.Database;
using Npgsql;

namespace NavGeo.Cluster.Access;

/// <summary>What somebody may do with a case; each may do all that those before it may.</summary>
public enum CaseRole
{
    /// <summary>Looks.</summary>
    Reader = 0,

    /// <summary>Takes part in meetings: proposes, objects, votes.</summary>
    Member,

    /// <summary>Begins meetings and leads them.</summary>
    Leader,

    /// <summary>Says who may do what, and reads who has seen what.</summary>
    Owner,
}

/// <summary>Who may do what with which case of the library. Any number of threads and processes.</summary>
/// <param name="database">Where it stands.</param>
public sealed class CaseRights(ClusterDatabase database)
{
    /// <summary>What somebody may do with a case; null for nothing.</summary>
    public async Task<CaseRole?> FindAsync(string caseId, string subject, CancellationToken cancellation) =>
        (await ReadAsync(subject, cancellation)).TryGetValue(caseId, out CaseRole role) ? role : null;

    /// <summary>What somebody may do, by case.</summary>
    public async Task<IReadOnlyDictionary<string, CaseRole>> ReadAsync(string subject, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = database.Source.CreateCommand("SELECT case_id, role FROM navgeo.case_right WHERE subject = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = subject });
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
        var rights = new Dictionary<string, CaseRole>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation)) rights[row.GetString(0)] = Enum.Parse<CaseRole>(row.GetString(1), ignoreCase: true);
        return rights;
    }

    /// <summary>Gives somebody a role in place of what they had, or takes it.</summary>
    /// <param name="caseId">Of a case that is there.</param>
    /// <param name="subject">Who.</param>
    /// <param name="role">Null takes it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task SetAsync(string caseId, string subject, CaseRole? role, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = database.Source.CreateCommand(role is null
            ? "DELETE FROM navgeo.case_right WHERE case_id = $1 AND subject = $2"
            : "INSERT INTO navgeo.case_right (case_id, subject, role) VALUES ($1, $2, $3) ON CONFLICT (case_id, subject) DO UPDATE SET role = excluded.role");
        string[] values = role is null ? [caseId, subject] : [caseId, subject, role.Value.ToString().ToLowerInvariant()];
        foreach (string value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
