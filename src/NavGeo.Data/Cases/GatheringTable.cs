using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>gathering.csv</c>: staff that a structure gathers at one site, where the case has it.</summary>
internal static class GatheringTable
{
    public const string Name = "gathering.csv";

    private static readonly TableColumns Columns = new(["structure", "staff", "site"]);

    private static readonly (string Word, StaffPart Part)[] Parts =
        [("all", StaffPart.All), ("state", StaffPart.State), ("municipal", StaffPart.Municipal)];

    /// <summary>In the order of the file.</summary>
    public static List<StaffGathering> Read(CaseInput input, IReadOnlyList<Located<ServiceSite>>? sites, IReadOnlyList<Structure>? structures)
    {
        var gatherings = new List<StaffGathering>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return gatherings;
        foreach (DelimitedRow row in table.Rows)
        {
            string structure = row.IsStructure("structure", structures);
            StaffPart part = row.OneOf("staff", Parts);
            string site = row.Text("site");
            if (site.Length > 0) row.IsSite("site", site, sites);
            if (!row.IsFaulty) gatherings.Add(new StaffGathering(structure, part, site));
        }
        return gatherings;
    }
}
