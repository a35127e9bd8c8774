using System.Globalization;
using System.Text;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads Statistics Norway's population grids: a header with an id column named after the cell size and
/// <c>pop_tot</c>, then one square a line. Separator is semicolon, comma or tab, or what a first line <c>sep=;</c> says;
/// other columns are passed over.
/// Splits the bytes itself, since the whole country is 220 000 lines.
/// </summary>
internal static class PopulationGridReader
{
    /// <summary>Reads the bytes of a file; <paramref name="file"/> is what findings call it.</summary>
    /// <exception cref="InputException">The bytes have errors.</exception>
    public static PopulationGrid Parse(ReadOnlySpan<byte> bytes, string file, Findings findings)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        ReadOnlySpan<byte> rest = bytes;
        string header = Encoding.UTF8.GetString(NextLine(ref rest));
        int line = 1;
        char? separator = TableText.TakeExcelLine(ref header);
        if (separator is not null)
        {
            header = Encoding.UTF8.GetString(NextLine(ref rest));
            line++;
        }
        if (string.IsNullOrWhiteSpace(header)) throw new InputException(file, null, new Phrase("geo.grid.empty"), new Phrase("geo.grid.empty.remedy"));
        Columns columns = ReadHeader(header, separator, file, line.ToString(CultureInfo.InvariantCulture));

        var rows = new GridRows(file, line.ToString(CultureInfo.InvariantCulture), columns.CellMetres, findings, rest.Count((byte)'\n') + 1);
        for (line++; !rest.IsEmpty; line++)
        {
            ReadOnlySpan<byte> row = NextLine(ref rest);
            if (!row.Trim(" \t"u8).IsEmpty) ReadRow(row, columns, file, line, findings, rows);
        }
        return rows.ToGrid();
    }

    private static Columns ReadHeader(string header, char? given, string file, string line)
    {
        char separator = given ?? (header.Contains(';', StringComparison.Ordinal) ? ';' : header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',');
        string[] names = [.. header.Split(separator).Select(name => name.Trim().Trim('"'))];
        string listed = string.Join(", ", names);
        int cellMetres = 0;
        int id = Array.FindIndex(names, name => GridCell.TryCellMetres(name, out cellMetres));
        if (id < 0) throw new InputException(file, line, new Phrase("geo.grid.no-id"), new Phrase("geo.grid.no-id.remedy", listed));
        int people = Array.FindIndex(names, GridRows.HoldsPeople);
        if (people < 0) throw new InputException(file, line, new Phrase("geo.grid.no-people"), new Phrase("geo.grid.no-people.remedy", listed));
        return new Columns((byte)separator, names.Length, id, people, cellMetres);
    }

    private static void ReadRow(ReadOnlySpan<byte> row, Columns columns, string file, int line, Findings findings, GridRows rows)
    {
        ReadOnlySpan<byte> id = default;
        ReadOnlySpan<byte> people = default;
        int fields = 0;
        ReadOnlySpan<byte> rest = row;
        while (true)
        {
            ReadOnlySpan<byte> field = NextField(ref rest, columns.Separator, out bool isLast);
            if (fields == columns.Id) id = field;
            if (fields == columns.People) people = field;
            fields++;
            if (isLast) break;
        }
        if (fields != columns.Count)
        {
            findings.Error(file, line, new Phrase("geo.grid.fields", fields, columns.Count), new Phrase("geo.grid.fields.remedy"));
            return;
        }
        rows.Add(id, people, line);
    }

    private static ReadOnlySpan<byte> NextLine(scoped ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return line.TrimEnd((byte)'\r');
    }

    private static ReadOnlySpan<byte> NextField(scoped ref ReadOnlySpan<byte> rest, byte separator, out bool isLast)
    {
        int from = 0;
        // A quoted field may hold the separator; doubled quotes within it do not matter to the columns read here.
        if (!rest.IsEmpty && rest[0] == '"')
        {
            int close = rest[1..].IndexOf((byte)'"');
            if (close >= 0) from = close + 2;
        }
        int end = rest[from..].IndexOf(separator);
        isLast = end < 0;
        ReadOnlySpan<byte> field = isLast ? rest : rest[..(from + end)];
        rest = isLast ? default : rest[(from + end + 1)..];
        return field.Trim(" \""u8);
    }

    private readonly record struct Columns(byte Separator, int Count, int Id, int People, int CellMetres);
}
