using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads people per municipality: Statistics Norway's table 07459 as json-stat2, or a CSV with one row a municipality
/// (<c>population</c>, or a column a year: <c>pop2018</c>) or one row a municipality and year
/// (<c>kommune2024,calyear,pop</c>).
/// </summary>
public static partial class MunicipalityPeopleReader
{
    private const int MostPeople = 20_000_000;
    private static readonly string[] Numbers = ["kommunenummer", "kommune", "kommunenr", "region", "number"];
    private static readonly string[] Names = ["kommunenavn", "name", "navn"];
    private static readonly string[] Years = ["calyear", "year", "aar", "år", "tid"];
    private static readonly string[] People = ["population", "pop", "people", "personer", "innbyggere", "value", "antall"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="year">The year to take; null for the only one.</param>
    /// <param name="findings">Takes what is wrong, and notes of what was left out.</param>
    /// <param name="alternative">Which of several alternatives of a projection; null for the only one, or the main one.</param>
    /// <exception cref="InputException">The file has errors.</exception>
    public static MunicipalityPeople Read(InputFile file, int? year, Findings findings, string? alternative = null)
    {
        file.RequireText();
        return Parse(file.Bytes, file.Path, year, findings, alternative);
    }

    /// <summary>The years a file has people of, in order; empty where it does not say.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<int> YearsOf(InputFile file, Findings findings)
    {
        file.RequireText();
        byte[] bytes = file.Bytes;
        if (JsonStatReader.LooksLike(bytes)) return [.. JsonStatPeople.YearsOf(JsonStatReader.Parse(bytes, file.Path), file.Path).Keys.Order()];
        DelimitedTable? table = DelimitedTable.Parse(bytes, file.Path, new TableColumns([]), findings);
        findings.ThrowIfErrors();
        int[] columns = [.. table!.Columns.Select(c => YearColumn().Match(c)).Where(m => m.Success).Select(m => int.Parse(m.Groups["year"].ValueSpan, CultureInfo.InvariantCulture))];
        if (columns.Length > 0) return [.. columns.Distinct().Order()];
        string? years = table.Columns.FirstOrDefault(c => Years.Contains(c, StringComparer.OrdinalIgnoreCase));
        int[] found = years is null ? [] : [.. table.Rows.Select(r => r.Whole(years, 1700, 2200)).Distinct().Order()];
        findings.ThrowIfErrors();
        return found;
    }

    /// <summary>Reads the bytes of a file; see <see cref="Read"/>.</summary>
    /// <exception cref="InputException">The bytes have errors.</exception>
    public static MunicipalityPeople Parse(byte[] bytes, string file, int? year, Findings findings, string? alternative = null)
    {
        MunicipalityPeople people = JsonStatReader.LooksLike(bytes)
            ? JsonStatPeople.Of(JsonStatReader.Parse(bytes, file), file, year, alternative, findings)
            : ReadTable(bytes, file, year, findings);
        findings.ThrowIfErrors();
        if (people.Rows.Length == 0) throw new InputException(file, null, new Phrase("people.none"), new Phrase("people.none.remedy"));
        if (people.Rows.Any(r => r.Name.Contains('\uFFFD', StringComparison.Ordinal)))
            findings.Note(file, null, new Phrase("people.broken-letters"), new Phrase("people.broken-letters.remedy"));
        return people;
    }

    /// <summary>The year to take out of those there are.</summary>
    /// <exception cref="InputException">There are several and none was asked for, or the one asked for is not there.</exception>
    internal static int? ChooseYear(IReadOnlyCollection<int> years, int? wanted, string file)
    {
        if (years.Count == 0) return wanted;
        string listed = string.Join(", ", years.Order().Select(y => y.ToString(CultureInfo.InvariantCulture)));
        if (wanted is null && years.Count > 1) throw new InputException(file, null, new Phrase("people.several-years", listed), new Phrase("people.year.remedy"));
        if (wanted is { } year && !years.Contains(year))
            throw new InputException(file, null, new Phrase("people.no-such-year", year.ToString(CultureInfo.InvariantCulture), listed), new Phrase("people.year.remedy"));
        return wanted ?? years.Single();
    }

    private static MunicipalityPeople ReadTable(byte[] bytes, string file, int? wanted, Findings findings)
    {
        // Only the header, to learn which of the known forms it is.
        DelimitedTable? table = DelimitedTable.Parse(bytes, file, new TableColumns([]), findings);
        findings.ThrowIfErrors();
        string? number = table!.Columns.FirstOrDefault(c => Numbers.Contains(c, StringComparer.OrdinalIgnoreCase) || CodeYearColumn().IsMatch(c));
        string listed = string.Join(", ", table.Columns);
        if (number is null) throw new InputException(file, "1", new Phrase("people.no-number"), new Phrase("people.no-number.remedy", listed));
        int? codeYear = CodeYearColumn().Match(number) is { Success: true } dated ? int.Parse(dated.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;
        string? name = table.Columns.FirstOrDefault(c => Names.Contains(c, StringComparer.OrdinalIgnoreCase));
        Dictionary<int, string> yearColumns = table.Columns.Select(c => (Column: c, Match: YearColumn().Match(c))).Where(c => c.Match.Success)
            .ToDictionary(c => int.Parse(c.Match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), c => c.Column);
        if (yearColumns.Count > 0)
        {
            int? year = ChooseYear(yearColumns.Keys, wanted, file);
            return ReadRows(table, table.Rows, number, name, yearColumns[year!.Value], year, codeYear ?? year, file, findings);
        }
        string? people = table.Columns.FirstOrDefault(c => People.Contains(c, StringComparer.OrdinalIgnoreCase));
        if (people is null) throw new InputException(file, "1", new Phrase("people.no-people"), new Phrase("people.no-people.remedy", listed));
        if (table.Columns.FirstOrDefault(c => Years.Contains(c, StringComparer.OrdinalIgnoreCase)) is not { } yearColumn)
            return ReadRows(table, table.Rows, number, name, people, wanted, codeYear ?? wanted, file, findings);
        int[] years = [.. table.Rows.Select(r => r.Whole(yearColumn, 1700, 2200)).Distinct().Order()];
        findings.ThrowIfErrors();
        int? chosen = ChooseYear(years, wanted, file);
        return ReadRows(
            table, [.. table.Rows.Where(r => r.Whole(yearColumn, 1700, 2200) == chosen)], number, name, people, chosen, codeYear ?? chosen, file, findings);
    }

    private static MunicipalityPeople ReadRows(
        DelimitedTable table, IReadOnlyList<DelimitedRow> rows, string numberColumn, string? nameColumn, string peopleColumn,
        int? year, int? codeYear, string file, Findings findings)
    {
        var counts = new List<MunicipalityCount>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        int empty = 0;
        foreach (DelimitedRow row in rows)
        {
            string written = row.Text(numberColumn);
            int? people = row.OptionalWhole(peopleColumn, 0, MostPeople);
            if (row.IsFaulty) continue;
            if (MunicipalityNumber.Find(written) is not { } number)
            {
                row.Error(new Phrase("people.bad-number", written), new Phrase("geo.json.number.remedy"));
                continue;
            }
            if (!lines.TryAdd(number, row.Line))
            {
                row.Error(new Phrase("people.twice", number, lines[number].ToString(CultureInfo.InvariantCulture)), new Phrase("people.twice.remedy"));
                continue;
            }
            // Nobody lives in a municipality of another year; none of today's has nobody.
            if (people is null or 0) empty++;
            else counts.Add(new MunicipalityCount(number, nameColumn is null ? "" : row[nameColumn], people.Value));
        }
        if (empty > 0) findings.Note(file, null, new Phrase("people.empty", empty, peopleColumn), new Phrase("people.empty.remedy"));
        return new MunicipalityPeople(table.File, year, codeYear, [.. counts.OrderBy(c => c.Number, StringComparer.Ordinal)]);
    }

    [GeneratedRegex("^(kommune|komm|kommunenummer|region)_?(?<year>(19|20)[0-9]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeYearColumn();

    [GeneratedRegex("^(pop|population|folk|innbyggere|personer)_?(?<year>(19|20)[0-9]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearColumn();
}
