using System.Globalization;
using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads commuting between municipalities: Statistics Norway's table 03321 (<c>bosted,arbeidssted,aar,sysselsatte</c>) or
/// <c>from,to,workers</c> with an optional <c>year</c>, or the same table as json-stat2. Comma or semicolon, plain or compressed with gzip (told by its
/// first bytes). A pair that is not in the file is nobody.
/// </summary>
public static class CommutingFile
{
    private const int MostWorkers = 10_000_000;

    /// <summary>More is no table of commuting: that of the whole country is a hundredth of it.</summary>
    private const long MostBytes = 500_000_000;

    private static readonly string[] Homes = ["bosted", "from", "residence", "bokommune", "bostedskommune"];
    private static readonly string[] Works = ["arbeidssted", "to", "work", "arbeidskommune", "arbeidsstedskommune"];
    private static readonly string[] People = ["sysselsatte", "workers", "commuters", "persons", "value", "antall"];
    private static readonly string[] Years = ["aar", "year", "tid", "år"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="year">The year to take where the file holds several; null for the only one.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The file has errors.</exception>
    public static CommutingRows Read(InputFile file, int? year, Findings findings)
    {
        file.RequireText();
        return Parse(file.Bytes, file.Path, year, findings);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="InputException">The bytes have errors.</exception>
    public static CommutingRows Parse(byte[] bytes, string file, int? year, Findings findings)
    {
        byte[] plain = GzipReader.Plain(bytes, file, MostBytes);
        if (JsonStatReader.LooksLike(plain)) return JsonStatCommuting.Of(JsonStatReader.Parse(plain, file), file, year, findings);
        string[] header = HeaderOf(plain);
        string[] required = [Named(header, Homes), Named(header, Works), Named(header, People)];
        string yearColumn = Named(header, Years);
        DelimitedTable? table = DelimitedTable.Parse(plain, file, new TableColumns(required, yearColumn), findings);
        findings.ThrowIfErrors();
        int[] years = [.. table!.Rows.Select(r => YearOf(r, yearColumn)).Where(y => y > 0).Distinct().Order()];
        int? wanted = ChooseYear(years, year, file);
        var rows = new List<CommutingRow>();
        var hidden = new List<(string, string)>();
        var lineOf = new Dictionary<(string, string), int>();
        foreach (DelimitedRow row in table.Rows)
        {
            if (years.Length > 0 && YearOf(row, yearColumn) != wanted) continue;
            string home = Number(row, required[0]);
            string work = Number(row, required[1]);
            string sign = row[required[2]];
            bool isHidden = CommutingRows.IsHidden(sign);
            int workers = isHidden || sign is "-" or "." ? 0 : row.Whole(required[2], 0, MostWorkers);
            if (row.IsFaulty) continue;
            if (isHidden) hidden.Add((home, work));
            if (!lineOf.TryAdd((home, work), row.Line))
                row.Error(new Phrase("regions.pair-twice", home, work, lineOf[(home, work)].ToString(CultureInfo.InvariantCulture)), new Phrase("regions.pair-twice.remedy"));
            else
                rows.Add(new CommutingRow(home, work, workers));
        }
        findings.ThrowIfErrors();
        return new CommutingRows(file, wanted, rows) { Hidden = hidden };
    }

    /// <summary>The year to take out of those a file has; what is wanted where it names none.</summary>
    /// <exception cref="InputException">There are several and none was asked for, or the one asked for is not there.</exception>
    internal static int? ChooseYear(int[] years, int? wanted, string file)
    {
        if (years.Length == 0) return wanted;
        string listed = string.Join(", ", years.Order().Select(y => y.ToString(CultureInfo.InvariantCulture)));
        if (wanted is null && years.Length > 1)
            throw new InputException(file, null, new Phrase("regions.several-years", listed), new Phrase("regions.several-years.remedy"));
        if (wanted is { } year && !years.Contains(year))
        {
            throw new InputException(
                file, null, new Phrase("regions.no-such-year", year.ToString(CultureInfo.InvariantCulture), listed), new Phrase("regions.several-years.remedy"));
        }
        return wanted ?? years.Single();
    }

    private static string[] HeaderOf(byte[] plain)
    {
        int end = Array.IndexOf(plain, (byte)'\n');
        string line = System.Text.Encoding.UTF8.GetString(plain, 0, end < 0 ? plain.Length : end).TrimStart('\uFEFF');
        return line.Split([',', ';'], StringSplitOptions.TrimEntries).Select(c => c.Trim('"')).ToArray();
    }

    /// <summary>The first name the header has; the first of all, so that the finding says what is missing.</summary>
    private static string Named(string[] header, string[] names) =>
        names.FirstOrDefault(n => header.Contains(n, StringComparer.OrdinalIgnoreCase)) ?? names[0];

    private static int YearOf(DelimitedRow row, string column) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : 0;

    /// <summary>Four digits; 301 is 0301 after a spreadsheet.</summary>
    private static string Number(DelimitedRow row, string column)
    {
        string text = row.Text(column);
        if (MunicipalityNumber.Find(text) is { } number) return number;
        if (text.Length > 0) row.Error(new Phrase("geo.json.bad-number", text), new Phrase("geo.json.number.remedy"));
        return text;
    }
}
