using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Formats.Tables;

/// <summary>
/// A CSV table with a header, as planners save it from Excel or write it by hand: comma or semicolon (the header
/// tells, or Excel's own first line <c>sep=;</c>), decimal point or comma, UTF-8 with or without byte-order mark, CRLF or LF. Fields may be quoted and hold
/// delimiters and line breaks; blank lines are ignored. Column names are trimmed and read without regard to case.
/// </summary>
/// <remarks>The whole file is held in memory. Immutable once read, except for the findings its rows report.</remarks>
public sealed class DelimitedTable
{
    /// <summary>How columns of metres are called, beginning from the one for east.</summary>
    private static readonly (string East, string North)[] MetreNames = [("easting", "northing"), ("øst", "nord"), ("aust", "nord"), ("utm_x", "utm_y"), ("x", "y")];

    private readonly Dictionary<string, int> columnIndex;
    private readonly HashSet<string> told = new(StringComparer.OrdinalIgnoreCase);

    private DelimitedTable(string file, char delimiter, string[] columns, Dictionary<string, int> columnIndex, Findings findings)
    {
        File = file;
        Delimiter = delimiter;
        Columns = columns;
        this.columnIndex = columnIndex;
        Findings = findings;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>Comma or semicolon, or what <c>sep=</c> says.</summary>
    public char Delimiter { get; }

    /// <summary>Column names as written, trimmed, in the order of the file.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows that have as many fields as the header, in the order of the file.</summary>
    public IReadOnlyList<DelimitedRow> Rows { get; private set; } = [];

    internal Findings Findings { get; }

    /// <summary>Reads a table from a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The columns the reader knows.</param>
    /// <param name="findings">Takes everything that is wrong.</param>
    /// <returns>Null where nothing can be read out of the file (not found, not UTF-8, empty, a required column missing);
    /// the findings say why. Rows with a wrong count of fields are reported and left out.</returns>
    /// <exception cref="InputException">The findings are full.</exception>
    public static DelimitedTable? Read(InputFile file, TableColumns columns, Findings findings)
    {
        if (file.Exists) return Parse(file.Bytes, file.Path, columns, findings);
        if (Directory.Exists(file.Path)) findings.Error(file.Path, null, new Phrase("table.a-folder"), new Phrase("table.a-folder.remedy"));
        else if (LyingBeside.Of(file.Path) is { } beside) findings.Error(file.Path, null, new Phrase("table.beside", Path.GetFileName(beside)), LyingBeside.Remedy(beside, file.Path));
        else findings.Error(file.Path, null, new Phrase("table.no-file"), new Phrase("table.no-file.remedy"));
        return null;
    }

    /// <summary>Reads a table from the bytes of a file that findings call <paramref name="file"/>; see <see cref="Read"/>.</summary>
    public static DelimitedTable? Parse(byte[] bytes, string file, TableColumns columns, Findings findings)
    {
        if (TableText.Decode(bytes, file, findings) is not { } text) return null;
        char delimiter = TableText.TakeExcelLine(ref text) ?? TableText.DelimiterOf(text);
        string? badField = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = true,
            BadDataFound = bad => badField ??= bad.Field,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        string[] header = [];
        int headerLine = 0;
        while (Array.TrueForAll(header, string.IsNullOrWhiteSpace))
        {
            if (!parser.Read())
            {
                findings.Error(file, null, new Phrase("table.empty"), columns.ToString() is { Length: > 0 } names ? new Phrase("table.empty.remedy", names) : new Phrase("table.empty-any.remedy"));
                return null;
            }
            headerLine = Record(parser, out header);
        }
        if (badField is not null)
        {
            ReportQuotes(findings, file, headerLine, badField);
            return null;
        }
        for (int i = 0; i < header.Length; i++) header[i] = header[i].Trim();
        if (Index(header, headerLine, file, columns, findings) is not { } index) return null;

        var table = new DelimitedTable(file, delimiter, header, index, findings);
        var rows = new List<DelimitedRow>();
        bool hasRecords = false;
        while (parser.Read())
        {
            badField = null;
            int line = Record(parser, out string[] fields);
            if (badField is not null) ReportQuotes(findings, file, line, badField);
            // Excel leaves rows of nothing but delimiters behind where rows were cleared.
            else if (Array.TrueForAll(fields, string.IsNullOrWhiteSpace)) continue;
            else if (fields.Length != header.Length) ReportCount(findings, file, line, fields.Length, header.Length, delimiter);
            else rows.Add(new DelimitedRow(table, line, fields));
            hasRecords = true;
        }
        if (!hasRecords)
        {
            findings.Error(file, null, new Phrase("table.header-only"), new Phrase("table.header-only.remedy"));
            return null;
        }
        table.Rows = rows;
        return table;
    }

    /// <summary>Leaves out a last row that adds up those above, as people write below a table, and tells so.</summary>
    internal void LeaveOutSum()
    {
        if (Rows.Count < 2 || !Rows[^1].IsSum) return;
        Findings.Note(File, Rows[^1].Line.ToString(CultureInfo.InvariantCulture), new Phrase("table.sum-row", Rows[^1].First), new Phrase("table.sum-row.remedy"));
        Rows = [.. Rows.SkipLast(1)];
    }

    /// <summary>Whether the table has this column.</summary>
    public bool Has(string column) => columnIndex.ContainsKey(column);

    /// <summary>Whether nothing has been told of how the fields of this column are read.</summary>
    internal bool IsNews(string column) => told.Add(column);

    /// <summary>Whether a position stands in these columns under names of metres.</summary>
    internal bool IsMetres(string longitude, string latitude) =>
        IndexOf(longitude) is { } east && IndexOf(latitude) is { } north
        && MetreNames.Any(n => Same(n.East, Columns[east]) && Same(n.North, Columns[north]));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    internal int? IndexOf(string column) => columnIndex.TryGetValue(column, out int index) ? index : null;

    /// <summary>Copies the record out of the parser, which reports wrong quotes while it is asked.</summary>
    /// <returns>The physical line it starts at.</returns>
    private static int Record(CsvParser parser, out string[] fields)
    {
        fields = new string[parser.Count];
        int breaks = 0;
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = parser[i];
            breaks += TableText.CountLineBreaks(fields[i]);
        }
        return parser.RawRow - breaks;
    }

    private static Dictionary<string, int>? Index(
        string[] header, int line, string file, TableColumns columns, Findings findings)
    {
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        bool usable = true;
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0 || index.TryAdd(header[i], i)) continue;
            usable = false;
            findings.Error(file, line,
                new Phrase("table.duplicate-column", header[i], index[header[i]] + 1, i + 1), new Phrase("table.duplicate-column.remedy"));
        }
        foreach (string heading in header.Where(h => h.Length > 0 && !columns.Knows(h)))
        {
            if (columns.Called?.Invoke(heading) is { } meant) index.TryAdd(meant, index[heading]);
        }
        AddMetres(index, columns);
        string found = string.Join(", ", header.Where(name => name.Length > 0));
        string[] missing = [.. columns.Required.Where(column => !index.ContainsKey(column))];
        if (missing.Length > 0)
        {
            usable = false;
            findings.Error(file, line, new Phrase("table.missing-column", missing.Length, string.Join(", ", missing), found),
                header.Length == 1 && header[0].Contains('\t', StringComparison.Ordinal)
                    ? new Phrase("table.tabs.remedy")
                    : new Phrase("table.missing-column.remedy", columns.ToString()));
        }
        if (!usable) return null;
        foreach (string name in header.Where(name => name.Length > 0 && !columns.Knows(name) && columns.Called?.Invoke(name) is null))
        {
            // A column of the planner's own is fine; a misspelt optional column would be silently lost.
            if (Spelling.Nearest(name, columns.All.Where(known => !index.ContainsKey(known))) is not { } meant) continue;
            findings.Warning(file, line.ToString(CultureInfo.InvariantCulture),
                new Phrase("table.unknown-column", name), new Phrase("table.unknown-column.remedy", meant));
        }
        return index;
    }

    /// <summary>A position may be in metres where its columns are called so: they then stand for those of degrees.</summary>
    private static void AddMetres(Dictionary<string, int> index, TableColumns columns)
    {
        if (columns.Required.FirstOrDefault(c => c.EndsWith("lon", StringComparison.Ordinal)) is not { } longitude) return;
        string latitude = longitude[..^3] + "lat";
        if (index.ContainsKey(longitude) || index.ContainsKey(latitude)) return;
        foreach ((string east, string north) in MetreNames)
        {
            if (!index.TryGetValue(east, out int x) || !index.TryGetValue(north, out int y)) continue;
            index[longitude] = x;
            index[latitude] = y;
            return;
        }
    }

    private static void ReportQuotes(Findings findings, string file, int line, string field)
    {
        string shown = field.ReplaceLineEndings(" ").Trim();
        if (shown.Length > 30) shown = string.Concat(shown.AsSpan(0, 30), "…");
        findings.Error(file, line, new Phrase("table.quotes", shown), new Phrase("table.quotes.remedy"));
    }

    private static void ReportCount(Findings findings, string file, int line, int count, int wanted, char delimiter) =>
        findings.Error(file, line, new Phrase("table.field-count", count, wanted),
            new Phrase(count > wanted ? "table.too-many.remedy" : "table.too-few.remedy", delimiter.ToString()));
}
