using System.Text.RegularExpressions;
using NavGeo.Cluster.Database;
using NavGeo.Planning.Language;
using Npgsql;

namespace NavGeo.Cluster.Tests;

/// <summary>The database of a cluster: made ready any number of times, and what is wrong with it told with the way out.</summary>
public sealed partial class SchemaTests(TestPostgres postgres) : IClassFixture<TestPostgres>
{
    [Fact]
    public async Task Init_again_changes_nothing_and_many_may_do_it_at_once()
    {
        await using ClusterDatabase database = await postgres.Own.EmptyAsync("twice");
        IReadOnlyList<string>[] applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.ApplyAsync(CancellationToken.None)));
        Assert.Contains(applied, a => a.SequenceEqual(["orleans-10.4.2", "navgeo-1"]));
        string before = await ShapeAsync(database);
        Assert.Empty(await database.ApplyAsync(CancellationToken.None));
        Assert.Equal(before, await ShapeAsync(database));
        await database.CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_empty_database_names_init_an_older_one_upgrade_and_none_at_all_what_to_look_at()
    {
        await using ClusterDatabase empty = await postgres.Own.EmptyAsync("bare");
        Assert.Contains("cluster init", await WrongAsync(empty), StringComparison.Ordinal);
        await empty.ApplyAsync(CancellationToken.None);
        await using (NpgsqlCommand older = empty.Source.CreateCommand("DELETE FROM navgeo.edition WHERE name = 'navgeo-1'")) await older.ExecuteNonQueryAsync();
        Assert.Contains("cluster upgrade", await WrongAsync(empty), StringComparison.Ordinal);
        await using var away = ClusterDatabase.Of("Host=/tmp/navgeo-nowhere;Database=x;Username=y;Timeout=2");
        Assert.Contains("PostgreSQL", await WrongAsync(away), StringComparison.Ordinal);
        Assert.Throws<InputException>(() => ClusterDatabase.Of("postgres://somewhere"));
    }

    /// <summary>A later version of the packages may ask more, or otherwise: then the script is to be written anew.</summary>
    [Fact]
    public async Task Every_question_that_the_packages_of_Orleans_hold_has_an_answer()
    {
        await using ClusterDatabase database = await postgres.Own.ReadyAsync("asked");
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using (NpgsqlCommand command = database.Source.CreateCommand("SELECT querykey FROM orleansquery"))
        await using (NpgsqlDataReader row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync()) known.Add(row.GetString(0));
        }
        string[] packages = Directory.GetFiles(AppContext.BaseDirectory, "Orleans.*.AdoNet.dll");
        Assert.Equal(3, packages.Length);
        HashSet<string> asked = [.. packages.SelectMany(p => KeyOfQuery().Matches(System.Text.Encoding.Unicode.GetString(File.ReadAllBytes(p))).Concat(
            KeyOfQuery().Matches(System.Text.Encoding.Unicode.GetString(File.ReadAllBytes(p).AsSpan(1))))).Select(m => m.Value)];
        asked.ExceptWith(["QueryKey"]);
        Assert.InRange(asked.Count, 15, 40);
        Assert.DoesNotContain(asked, a => !known.Contains(a));
    }

    [GeneratedRegex("(?:Insert|Update|Read|Membership|Gateways|Delete|Cleanup|Upsert|Write|Clear)[A-Za-z0-9]+Key(?![A-Za-z])")]
    private static partial Regex KeyOfQuery();

    private static async Task<string> WrongAsync(ClusterDatabase database)
    {
        InputException wrong = await Assert.ThrowsAsync<InputException>(() => database.CheckAsync(CancellationToken.None));
        return string.Join('\n', wrong.Findings.Select(f => $"{f.Problem.In(UserLanguage.English)}; {f.Remedy.In(UserLanguage.English)}"));
    }

    private static async Task<string> ShapeAsync(ClusterDatabase database)
    {
        await using NpgsqlCommand command = database.Source.CreateCommand(
            "SELECT string_agg(table_schema || '.' || table_name || '.' || column_name || ' ' || data_type, E'\\n' ORDER BY table_schema, table_name, ordinal_position) "
            + "|| (SELECT string_agg(querykey || querytext, E'\\n' ORDER BY querykey) FROM orleansquery) FROM information_schema.columns WHERE table_schema IN ('public', 'navgeo')");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
