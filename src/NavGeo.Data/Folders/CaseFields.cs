using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>Fields that several tables of a case have.</summary>
internal static class CaseFields
{
    /// <summary>A line number as a value of a phrase: without thousands spaces.</summary>
    public static string Line(int line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes an id that may stand only once in its column; reports the second with the line of the first.</summary>
    public static bool IsFirst(this DelimitedRow row, Dictionary<string, int> lines, string column, string id)
    {
        if (lines.TryAdd(id, row.Line)) return true;
        row.Error(new Phrase("case.duplicate", column, id, Line(lines[id])), new Phrase("case.duplicate.remedy"));
        return false;
    }

    /// <summary>An id that lists can name: not empty and without the signs that part lists.</summary>
    public static string Id(this DelimitedRow row, string column)
    {
        string id = row.Text(column);
        if (id.AsSpan().IndexOfAny('|', ';') >= 0) row.Error(new Phrase("case.id-in-list", column, id), new Phrase("case.id-in-list.remedy"));
        return id;
    }

    /// <summary>Whether the text is four digits; reports it where it is not.</summary>
    public static bool IsNumber(this DelimitedRow row, string column, string number)
    {
        bool isDigits = number.All(char.IsAsciiDigit);
        if (isDigits && number.Length == 4) return true;
        row.Error(new Phrase("case.bad-number", column, number), isDigits && number.Length == 3
            ? new Phrase("case.write-number.remedy", "0" + number)
            : new Phrase("case.bad-number.remedy"));
        return false;
    }

    /// <summary>
    /// Whether the text is the number of a municipality of the case; reports it where it is not, and which was meant
    /// where it is a name or nearly right.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="number">What stands there.</param>
    /// <param name="municipalities">By number; null where the table of municipalities could not be read.</param>
    public static bool IsKnown(
        this DelimitedRow row, string column, string number, IReadOnlyDictionary<string, Located<Municipality>>? municipalities)
    {
        if (municipalities is null) return row.IsNumber(column, number);
        if (municipalities.ContainsKey(number)) return true;
        string? named = municipalities.Values.Select(m => m.Value)
            .FirstOrDefault(m => string.Equals(m.Name, number, StringComparison.OrdinalIgnoreCase))?.Number;
        if (named is not null)
        {
            row.Error(new Phrase("case.bad-number", column, number), new Phrase("case.write-number.remedy", named));
            return false;
        }
        if (!row.IsNumber(column, number)) return false;
        string? near = Spelling.Nearest(number, municipalities.Keys.Order(StringComparer.Ordinal));
        row.Error(new Phrase("case.unknown-municipality", number), near is null
            ? new Phrase("case.unknown-municipality.remedy")
            : new Phrase("case.meant-municipality.remedy", near, municipalities[near].Value.Name));
        return false;
    }
}
