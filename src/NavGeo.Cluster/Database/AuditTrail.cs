using Npgsql;

namespace NavGeo.Cluster.Database;

/// <summary>Who has seen and published what: rows that are added and never changed. Any number of threads and processes.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">For their times.</param>
public sealed class AuditTrail(ClusterDatabase database, TimeProvider clock)
{
    /// <summary>Writes a row.</summary>
    /// <param name="subject">Who.</param>
    /// <param name="what">Did what, a word of code: <c>open</c>, <c>begin</c>, <c>take</c>, <c>right</c>.</param>
    /// <param name="caseId">With which case.</param>
    /// <param name="meetingId">In which meeting.</param>
    /// <param name="detail">What of it.</param>
    public async Task AddAsync(string subject, string what, string? caseId, string? meetingId, string detail = "")
    {
        await using NpgsqlCommand command = database.Source.CreateCommand("INSERT INTO navgeo.audit (at, subject, what, case_id, meeting_id, detail) VALUES ($1, $2, $3, $4, $5, $6)");
        foreach (object? value in (object?[])[clock.GetUtcNow(), subject, what, caseId, meetingId, detail]) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All rows, the oldest first.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset At, string Subject, string What, string? Case, string? Meeting, string Detail)>> ReadAsync(CancellationToken cancellation)
    {
        await using NpgsqlCommand command = database.Source.CreateCommand("SELECT at, subject, what, case_id, meeting_id, detail FROM navgeo.audit ORDER BY id");
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(DateTimeOffset, string, string, string?, string?, string)>();
        while (await row.ReadAsync(cancellation))
            rows.Add((row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5)));
        return rows;
    }
}
