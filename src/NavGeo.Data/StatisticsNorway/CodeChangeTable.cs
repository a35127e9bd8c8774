using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads and writes tables of changed kommunenumre: <c>changes.csv</c> of a case folder, and the general table that comes
/// with NavGeo (<c>data/codes/changes.csv</c>, described in <c>data/README.md</c>).
/// </summary>
public static class CodeChangeTable
{
    /// <summary>What the file is called in a case folder.</summary>
    public const string Name = "changes.csv";

    private const string Adjustment = "adjustment";
    private static readonly TableColumns Columns =
        new(["from_year", "from", "to_year", "to"], "from_name", "to_name", "share", "kind", "share_source");

    private static readonly Lazy<CodeChanges> Embedded = new(ReadEmbedded);

    /// <summary>
    /// The changes of 2017, 2018, 2019, 2020 and 2024. It proposes shares for parted municipalities; to use them, a user
    /// takes them into a table of his own.
    /// </summary>
    public static CodeChanges General => Embedded.Value;

    /// <summary>The year that numbers are of where some of them were given up by another; null where all may be of that one.</summary>
    public static int? OtherYear(IReadOnlyCollection<string> numbers, int year)
    {
        (int Year, int Gone) most = General.Rows.SelectMany(r => (int[])[r.FromYear, r.ToYear]).Distinct().Where(y => y != year)
            .Select(other => (other, Gone(General.Between(other, year)))).OrderByDescending(g => g.Item2).ThenBy(g => g.other).FirstOrDefault();
        return most.Gone > 0 ? most.Year : null;

        int Gone(CodeMapping since) =>
            numbers.Count(n => !since.Arrivals.Contains(n) && (since.Unique.ContainsKey(n) || since.FindSplit(n) is not null));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file has errors.</exception>
    public static CodeChanges Read(InputFile file, Findings findings) => Parse(file.Bytes, file.Path, findings);

    /// <summary>Reads the bytes of a file that findings call <paramref name="file"/>.</summary>
    /// <exception cref="InputException">The bytes have errors.</exception>
    public static CodeChanges Parse(byte[] bytes, string file, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Parse(bytes, file, Columns, findings);
        findings.ThrowIfErrors();
        var changes = new List<CodeChange>();
        var lines = new Dictionary<(int, string, string), int>();
        foreach (DelimitedRow row in table!.Rows)
        {
            int fromYear = row.Whole("from_year", 1950, 2100);
            int toYear = row.Whole("to_year", 1950, 2100);
            string from = Number(row, "from");
            string to = Number(row, "to");
            double? share = row.OptionalDecimal("share", 0, 1, new Phrase("codes.share.remedy"));
            string kind = row["kind"];
            if (kind is not ("" or "split" or Adjustment)) row.Error(new Phrase("codes.bad-kind", kind), new Phrase("codes.bad-kind.remedy"));
            if (!row.IsFaulty && toYear <= fromYear) row.Error(new Phrase("codes.backward", fromYear, toYear), new Phrase("codes.backward.remedy"));
            if (row.IsFaulty) continue;
            if (!lines.TryAdd((toYear, from, to), row.Line))
            {
                row.Error(new Phrase("codes.twice", from, to, lines[(toYear, from, to)]), new Phrase("codes.twice.remedy"));
                continue;
            }
            changes.Add(new CodeChange(fromYear, from, toYear, to)
            {
                FromName = row["from_name"],
                ToName = row["to_name"],
                Share = share,
                ShareSource = row["share_source"],
                IsAdjustment = kind == Adjustment,
            });
        }
        findings.ThrowIfErrors();
        CheckShares(changes, file, findings);
        return new CodeChanges(changes);
    }

    /// <summary>Changes as a table that <see cref="Read"/> reads back.</summary>
    public static DelimitedWriter Write(IEnumerable<CodeChange> changes, TableDress dress)
    {
        CodeChange[] rows = [.. changes];
        HashSet<(int, string)> parted = [.. rows.Where(r => !r.IsAdjustment).GroupBy(r => (r.ToYear, r.From)).Where(g => g.Count() > 1).Select(g => g.Key)];
        var table = new DelimitedWriter(dress, "from_year", "from", "from_name", "to_year", "to", "to_name", "share", "kind", "share_source");
        foreach (CodeChange row in rows)
        {
            table.Whole(row.FromYear).Text(row.From).Text(row.FromName).Whole(row.ToYear).Text(row.To).Text(row.ToName)
                .Amount((decimal?)row.Share)
                .Text(row.IsAdjustment ? Adjustment : parted.Contains((row.ToYear, row.From)) ? "split" : null)
                .Text(row.ShareSource).EndRow();
        }
        return table;
    }

    private static void CheckShares(List<CodeChange> changes, string file, Findings findings)
    {
        foreach (IGrouping<(int ToYear, string From), CodeChange> parted in changes.Where(c => !c.IsAdjustment).GroupBy(c => (c.ToYear, c.From)).Where(g => g.Count() > 1))
        {
            if (parted.All(p => p.Share is null)) continue;
            double sum = parted.Sum(p => p.Share ?? 0);
            if (parted.All(p => p.Share is not null) && Math.Abs(sum - 1) < 0.005) continue;
            findings.Error(file, null, new Phrase("codes.bad-shares", parted.Key.From, Math.Round(sum, 3)), new Phrase("codes.share.remedy"));
        }
        findings.ThrowIfErrors();
    }

    private static string Number(DelimitedRow row, string column)
    {
        string number = row.Text(column);
        if (number.Length > 0 && !(number.Length == 4 && number.All(char.IsAsciiDigit)))
            row.Error(new Phrase("case.bad-number", column, number), new Phrase("case.bad-number.remedy"));
        return number;
    }

    private static CodeChanges ReadEmbedded()
    {
        using Stream stream = typeof(CodeChangeTable).Assembly.GetManifestResourceStream("NavGeo.Data.codes.changes.csv")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Parse(bytes.ToArray(), "data/codes/changes.csv", new Findings());
    }
}
