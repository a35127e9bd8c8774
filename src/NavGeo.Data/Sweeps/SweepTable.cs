using System.Globalization;
using NavGeo.Data.Formats.Columnar;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;

namespace NavGeo.Data.Sweeps;

/// <summary>
/// Rows of a sweep as a file: <c>.csv</c> (comma and point) or <c>.parquet</c>, with a <see cref="SweepHeader"/> beside it.
/// The same rows give the same bytes, whether they were computed in one go, resumed, or merged of shares.
/// </summary>
/// <param name="Header">What is told of them.</param>
/// <param name="Rows">In the order of their numbers.</param>
public sealed record SweepTable(SweepHeader Header, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const string Parquet = ".parquet";
    private const string Csv = ".csv";

    /// <summary>Whether a file can be written, by its name.</summary>
    /// <exception cref="InputException">Its ending is none of the two.</exception>
    public static void CheckName(string path)
    {
        if (!IsParquet(path) && !path.EndsWith(Csv, StringComparison.OrdinalIgnoreCase))
            throw new InputException("--output", null, new Phrase("sweep.ending", path), new Phrase("sweep.ending.remedy"));
    }

    /// <summary>Writes the file and the header beside it, which comes last: a file without one is not whole.</summary>
    public async Task SaveAsync(string path)
    {
        CheckName(path);
        byte[] bytes = IsParquet(path)
            ? await ParquetTable.ToBytesAsync(Header.Columns, Rows, new Dictionary<string, string> { ["navgeo"] = Header.ToJson() })
            : [.. LinesOf(Header.Columns, Rows, withHeader: true)];
        File.Delete(SweepHeader.PathFor(path));
        AtomicFile.Write(path, stream => stream.Write(bytes));
        AtomicFile.WriteText(SweepHeader.PathFor(path), Header.ToJson());
    }

    /// <summary>Reads a file of a sweep.</summary>
    /// <exception cref="InputException">It is none, or not whole.</exception>
    public static async Task<SweepTable> ReadAsync(InputFiles files, string path)
    {
        InputFile file = files.At(path);
        if (!file.Exists) throw new InputException(path, null, new Phrase("table.no-file"), new Phrase("table.no-file.remedy"));
        CheckName(path);
        var header = SweepHeader.Read(files, path);
        IReadOnlyList<IReadOnlyList<object?>> rows = IsParquet(path) ? await ParquetTable.ReadAsync(file, header.Columns) : Parse(file.Bytes, path, header.Columns);
        bool isWhole = rows.Count == header.Share.Count && rows.Index().All(r => r.Item[0] is long number && number == header.Share.From + r.Index);
        return isWhole ? new SweepTable(header, rows)
            : throw new InputException(path, null, new Phrase("sweep.not-whole", rows.Count, header.Share.Count), new Phrase("sweep.unreadable.remedy"));
    }

    /// <summary>The lines of rows as CSV.</summary>
    internal static ReadOnlySpan<byte> LinesOf(IReadOnlyList<SweepColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, bool withHeader)
    {
        string[] names = [.. columns.Select(c => c.Name)];
        int skip = withHeader ? 0 : new DelimitedWriter(TableDress.International, names).ToBytes().Length;
        var writer = new DelimitedWriter(TableDress.International, names);
        foreach (IReadOnlyList<object?> row in rows)
        {
            foreach ((int index, SweepColumn column) in columns.Index())
            {
                if (column.Kind == SweepValues.Whole) writer.Whole((long?)row[index]);
                else if (column.Kind == SweepValues.Decimal) writer.Decimal((double?)row[index], column.Decimals);
                // One row is one line, whatever an office is called.
                else writer.Text(((string?)row[index])?.ReplaceLineEndings(" "));
            }
            writer.EndRow();
        }
        return writer.ToBytes().AsSpan(skip);
    }

    /// <summary>The rows of lines as they were written.</summary>
    /// <exception cref="InputException">They are others.</exception>
    internal static IReadOnlyList<IReadOnlyList<object?>> Parse(byte[] bytes, string path, IReadOnlyList<SweepColumn> columns)
    {
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Parse(bytes, path, new TableColumns([.. columns.Select(c => c.Name)], []), findings);
        findings.ThrowIfErrors();
        try
        {
            return [.. table!.Rows.Select(row => (object?[])[.. columns.Select(c => ValueOf(row[c.Name], c.Kind))])];
        }
        catch (FormatException)
        {
            throw new InputException(path, null, new Phrase("sweep.bad-value"), new Phrase("sweep.unreadable.remedy"));
        }
    }

    private static object? ValueOf(string text, SweepValues kind) => text.Length == 0 ? null : kind switch
    {
        SweepValues.Whole => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        SweepValues.Decimal => double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        _ => text,
    };

    private static bool IsParquet(string path) => path.EndsWith(Parquet, StringComparison.OrdinalIgnoreCase);
}
