using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Sweeps;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;

namespace NavGeo.Reports.Tables;

/// <summary>
/// The rows of a sweep that matter most: what a structure can least do without, or the mergers that cost people least. Ordered by people
/// cut off or delayed, then by those cut off, then by the hours lost. Of links of one numbered road in one
/// municipality only the worst stands there, with how many there are besides: they are mostly one road that is closed in other places. Of the mergers in
/// which one office's sites close only the first: which neighbour it goes to is the same to people.
/// </summary>
/// <param name="Structure">Under which it is.</param>
/// <param name="Rows">The first first.</param>
/// <param name="HittingNobody">Rows of the structure that hit nobody.</param>
public sealed record SweepRanking(string Structure, IReadOnlyList<RankedRow> Rows, int HittingNobody)
{
    /// <summary>Columns of the table, without the rank that goes before and what stands behind.</summary>
    private static readonly string[] Shown =
    [
        "title", "road", "kommunenummer", "municipality", "kept", "closed", "cut_off", "delayed_over_30_min", "longer", "person_hours_one_way", "worst_min",
        "also_few", "hit_kommunenummer", "hit_municipality", "lon", "lat", "question",
    ];

    /// <summary>Ranks.</summary>
    /// <param name="table">All rows of a sweep.</param>
    /// <param name="structure">Under which structure; the first of the sweep, its baseline, where null.</param>
    /// <param name="most">So many at most.</param>
    /// <exception cref="InputException">The sweep cannot be ranked, or has no such structure.</exception>
    public static SweepRanking Of(SweepTable table, string? structure, int most)
    {
        IReadOnlyList<SweepColumn> columns = table.Header.Columns;
        if (table.Header.Over == SweepOver.Draws) throw new InputException("navgeo sweep show", null, new Phrase("sweep.no-ranking"), new Phrase("sweep.no-ranking.remedy"));
        RankedRow[] all = [.. table.Rows.Select(r => new RankedRow(columns, r, 0))];
        string[] known = [.. all.Select(r => r.Text("structure")).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (structure is not null && !known.Contains(structure))
            throw new InputException("--structure", null, new Phrase("cli.no-structure", structure), new Phrase("cli.no-structure.remedy", string.Join(", ", known)));
        string asked = structure ?? known.FirstOrDefault() ?? "";
        RankedRow[] there = [.. all.Where(r => r.Text("structure") == asked)];
        bool isLeastFirst = table.Header.Over == SweepOver.PairsOfOffices;
        RankedRow[] hitting = isLeastFirst ? there : [.. there.Where(r => r.Whole("cut_off") + r.Whole("longer") > 0)];
        IEnumerable<RankedRow> ordered = isLeastFirst
            ? hitting.OrderBy(r => r.Whole("cut_off")).ThenBy(r => r.Whole("delayed_over_30_min")).ThenBy(r => r.Decimal("person_hours_one_way")).ThenBy(r => r.Whole("number"))
            : hitting.OrderByDescending(r => r.Hit).ThenByDescending(r => r.Whole("cut_off")).ThenByDescending(r => r.Decimal("person_hours_one_way")).ThenBy(r => r.Whole("number"));
        IEnumerable<RankedRow> gathered = ordered.GroupBy(r => KeyOf(table.Header.Over, r), StringComparer.Ordinal)
            .Select(g => g.First() with { More = g.Count() - 1 });
        return new SweepRanking(asked, [.. gathered.Take(most)], there.Count(r => r.Whole("cut_off") + r.Whole("longer") == 0));
    }

    /// <summary>What is the same for rows of which only the first is told.</summary>
    private static string? KeyOf(SweepOver over, RankedRow row) => over switch
    {
        SweepOver.Links when row.Text("road") is { } road => $"{road} {row.Text("kommunenummer")}",
        SweepOver.PairsOfOffices => row.Text("closed"),
        _ => row.Text("question"),
    };

    /// <summary>The ranking as a table for files.</summary>
    public ResultTable ToTable()
    {
        var table = new ResultTable("sweep_ranking", ["rank", "structure", .. Shown, "more"]);
        foreach ((int index, RankedRow row) in Rows.Index())
        {
            table.Whole(index + 1).Text(Structure);
            foreach (string column in Shown)
            {
                SweepColumn known = row.Columns.First(c => c.Name == column);
                if (known.Kind == SweepValues.Text) table.Text(row.Text(column));
                else if (known.Kind == SweepValues.Decimal) table.Decimal(row.Decimal(column), known.Decimals);
                else if (column == "also_few") table.Flag(row.Whole(column) > 0);
                else table.Whole(row.Whole(column));
            }
            table.Whole(row.More).EndRow();
        }
        return table;
    }
}

/// <summary>One row of a ranking.</summary>
/// <param name="Columns">What the values are.</param>
/// <param name="Values">One a column.</param>
/// <param name="More">How many rows of the same road and municipality, or with the same office closed, come after it.</param>
public sealed record RankedRow(IReadOnlyList<SweepColumn> Columns, IReadOnlyList<object?> Values, int More)
{
    /// <summary>People cut off or delayed.</summary>
    public long Hit => Whole("cut_off") + Whole("delayed_over_30_min");

    /// <summary>A text; null where it is missing.</summary>
    public string? Text(string column) => (string?)Value(column);

    /// <summary>A whole number; 0 where it is missing.</summary>
    public long Whole(string column) => (long?)Value(column) ?? 0;

    /// <summary>A number; 0 where it is missing.</summary>
    public double Decimal(string column) => (double?)Value(column) ?? 0;

    private object? Value(string column)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column) return Values[i];
        }
        return null;
    }
}
