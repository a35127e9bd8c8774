using NavGeo.Data.Cases;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// Tables that the partners bring and NavGeo does not reckon with: <c>tables/NAME.csv</c> of the case folder. They stand in the report as written, each under
/// a heading of its own; what small numbers they tell is their author's.
/// </summary>
public static class OwnTables
{
    /// <summary>The tables there may be, in the order they stand: what is offered where, teams and positions, key figures, visits by subject, answers of the survey, legal forms, milestones.</summary>
    public static IReadOnlyList<string> Names { get; } = ["services", "teams", "key_figures", "visits_by_subject", "survey", "legal_forms", "milestones"];

    /// <summary>The tables there are, by name.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public static IReadOnlyList<(string Name, TableBlock Table)> Read(Workspace work)
    {
        var tables = new List<(string, TableBlock)>();
        var findings = new Findings();
        foreach (string name in Names)
        {
            if (work.Find($"tables/{name}.csv") is not { } file || DelimitedTable.Read(file, new TableColumns([]), findings) is not { } table) continue;
            string[][] rows = [.. table.Rows.Select(r => (string[])[.. table.Columns.Select(c => WrittenText.Clean(r[c]))])];
            if (rows.Length > 0) tables.Add((name, new TableBlock([.. table.Columns], rows, [.. Enumerable.Range(1, table.Columns.Count - 1)])));
        }
        findings.ThrowIfErrors();
        return tables;
    }
}
