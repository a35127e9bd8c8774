using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>staff.csv</c>, where the case has it.</summary>
internal static class StaffTable
{
    public const string Name = "staff.csv";

    private static readonly TableColumns Columns = new(["unit", "municipalities", "employees", "fte"], "fte_state", "fte_municipal");

    /// <summary>In the order of the file; empty where there is none.</summary>
    public static List<OfficeStaffing> Read(CaseFolder input, IReadOnlyDictionary<string, Located<Municipality>>? municipalities)
    {
        var staffing = new List<OfficeStaffing>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return staffing;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string unit = row.Text("unit");
            if (unit.Length > 0) row.IsFirst(lines, "unit", unit);
            string[] members = [.. row.ListOf("municipalities", text => municipalities is not null && MunicipalityFields.MunicipalityNamed(text, municipalities) is not null)
                .Select(text => row.Municipality("municipalities", text, municipalities))];
            var remedy = new Phrase("case.fte.remedy");
            row.Text("fte");
            decimal total = row.OptionalAmount("fte", remedy) ?? 0;
            decimal? state = row.OptionalAmount("fte_state", remedy);
            decimal? municipal = row.OptionalAmount("fte_municipal", remedy);
            int? employees = row.OptionalWhole("employees", 0, 100_000);
            if (!row.IsFaulty && state + municipal is { } sum && sum != total)
                row.Warning(new Phrase("case.fte-sum", sum, total), new Phrase("case.fte-sum.remedy"));
            staffing.Add(new OfficeStaffing(unit, members, employees, total)
            {
                StateEquivalents = state,
                MunicipalEquivalents = municipal,
            });
        }
        return staffing;
    }
}
