using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>base_allocation.csv</c>, where the case has it.</summary>
internal static class BaseAllocationTable
{
    public const string Name = "base_allocation.csv";

    private static readonly TableColumns Columns = new(["office", "fte"]);

    /// <summary>In the order of the file.</summary>
    public static List<OfficeAllocation> Read(CaseInput input, Structure? baseline)
    {
        var allocations = new List<OfficeAllocation>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return allocations;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            if (row.IsOffice("office", baseline) is not null) row.IsFirst(lines, "office", row["office"]);
            decimal fte = row.Amount("fte");
            if (!row.IsFaulty) allocations.Add(new OfficeAllocation(row["office"], fte));
        }
        return allocations;
    }
}
