using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.StatisticsNorway;

namespace NavGeo.Data.Regions;

/// <summary>
/// How many live in each municipality: a population grid, or a table with <c>kommunenummer</c> and <c>population</c>,
/// <c>pop</c> or <c>popYYYY</c> columns (the wanted year's, else the last).
/// </summary>
internal sealed record MunicipalityPeople(PopulationGrid? Grid, IReadOnlyDictionary<string, int> ByNumber)
{
    public static MunicipalityPeople Read(InputFile file, int? year, Findings findings)
    {
        using var reader = new StreamReader(file.OpenRead());
        string[] columns = (reader.ReadLine() ?? "").TrimStart('\uFEFF').Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
        if (columns[0].StartsWith('<') || columns.Any(c => GridCell.TryCellMetres(c.Trim('"'), out _)))
            return new MunicipalityPeople(PeopleFile.Read(file, findings), new Dictionary<string, int>());
        string wanted = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pop{year}");
        string column = columns.FirstOrDefault(c => c is "population" or "pop")
            ?? columns.FirstOrDefault(c => year is not null && c == wanted)
            ?? columns.Where(c => c.StartsWith("pop", StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault()
            ?? "population";
        string number = columns.FirstOrDefault(c => c is "kommunenummer" or "kommune2024") ?? "kommunenummer";
        DelimitedTable? table = DelimitedTable.Read(file, new TableColumns([number, column], "calyear"), findings);
        findings.ThrowIfErrors();
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] years = [.. table!.Rows.Select(r => r.OptionalWhole("calyear", 0, 3000) ?? 0).Distinct()];
        int chosen = year is { } asked && years.Contains(asked) ? asked : years.Max();
        foreach (DelimitedRow row in table.Rows)
        {
            if ((row.OptionalWhole("calyear", 0, 3000) ?? 0) != chosen) continue;
            if (row.OptionalWhole(column, 0, 100_000_000) is { } count) people[row.Text(number).PadLeft(4, '0')] = count;
        }
        findings.ThrowIfErrors();
        return new MunicipalityPeople(null, people);
    }
}
