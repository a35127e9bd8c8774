using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NavGeo.Data.Formats.Packed;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Gtfs;

/// <summary>A table of a GTFS feed, read row by row and never held. Columns may stand in any order and be missing.</summary>
internal sealed class GtfsTable
{
    private readonly CsvParser parser;
    private readonly Dictionary<string, int> columns;

    private GtfsTable(string file, CsvParser parser, Dictionary<string, int> columns) => (File, this.parser, this.columns) = (file, parser, columns);

    /// <summary>What findings call it.</summary>
    public string File { get; }

    /// <summary>The line of the row.</summary>
    public int Line => parser.RawRow;

    /// <summary>The line, as findings want it.</summary>
    public string Place => Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>A field of the row, trimmed; empty where the column or the field is missing.</summary>
    public string this[string column] => columns.TryGetValue(column, out int index) && index < parser.Count ? parser[index].Trim() : "";

    /// <summary>Goes through a table row by row.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="name">Name of the table.</param>
    /// <param name="required">Columns without which it cannot be read.</param>
    /// <param name="findings">Takes what is wrong with the table as a whole.</param>
    /// <param name="read">Takes the table at each row.</param>
    /// <returns>Whether the table is there and can be read.</returns>
    /// <exception cref="InputException">A required column is missing, or the archive is damaged.</exception>
    public static bool Read(ZipFolder feed, string name, IReadOnlyList<string> required, Findings findings, Action<GtfsTable> read)
    {
        if (!feed.Has(name)) return false;
        string file = feed.NameOf(name);
        using var text = new StreamReader(feed.OpenRead(name), Encoding.UTF8);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, IgnoreBlankLines = true, MaxFieldSize = 1 << 20 });
        try
        {
            if (!parser.Read()) return false;
            var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (int i = 0; i < parser.Count; i++) columns.TryAdd(parser[i].Trim().Trim('\uFEFF'), i);
            string[] missing = [.. required.Where(r => !columns.ContainsKey(r))];
            foreach (string column in missing)
                findings.Error(file, 1, new Phrase("timetable.no-column", column), new Phrase("timetable.no-column.remedy"));
            if (missing.Length > 0) throw new InputException(findings.All);
            var table = new GtfsTable(file, parser, columns);
            while (parser.Read()) read(table);
            return true;
        }
        catch (CsvHelperException)
        {
            throw new InputException(file, parser.RawRow.ToString(CultureInfo.InvariantCulture), new Phrase("timetable.not-a-table"), new Phrase("packed.remedy"));
        }
    }

    /// <summary>A date as yyyymmdd; null where it is none between 1900 and 2200.</summary>
    public DateOnly? Date(string column) =>
        DateOnly.TryParseExact(this[column], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is >= 1900 and < 2200 ? date : null;

    /// <summary>Whole seconds of h:mm:ss or h:mm, past 24 hours too; null where it is none within a week.</summary>
    public int? Seconds(string column)
    {
        string[] parts = this[column].Split(':');
        if (parts.Length is not (2 or 3)) return null;
        int seconds = 0;
        for (int i = 0; i < 3; i++)
        {
            int value = 0;
            if (i < parts.Length && (!int.TryParse(parts[i].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value) || value > (i == 0 ? 168 : 59))) return null;
            seconds = seconds * 60 + value;
        }
        return seconds;
    }

    /// <summary>A number; null where it is none.</summary>
    public double? Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    /// <summary>A whole number; null where it is none.</summary>
    public int? Whole(string column) => int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
