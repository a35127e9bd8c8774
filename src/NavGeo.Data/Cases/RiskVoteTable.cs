using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>risk_votes.csv</c>: the partners' own scores, where the case has them.</summary>
internal static class RiskVoteTable
{
    public const string Name = "risk_votes.csv";

    private static readonly TableColumns Columns = new(["structure", "factor", "voter", "probability", "consequence"]);

    /// <summary>In the order of the file; a voter votes once on a factor under a structure.</summary>
    public static List<RiskVote> Read(CaseInput input, IReadOnlyList<Structure>? structures, IReadOnlyList<RiskFactor> factors)
    {
        var votes = new List<RiskVote>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return votes;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string structure = row.IsStructure("structure", structures);
            int factor = RiskTable.Factor(row, factors);
            string voter = row.Text("voter");
            row.IsFirst(lines, "voter", $"{structure} {row["factor"]} {voter}");
            int probability = row.Whole("probability", 1, 5);
            int consequence = row.Whole("consequence", 1, 5);
            if (!row.IsFaulty) votes.Add(new RiskVote(structure, factor, voter, probability, consequence));
        }
        return votes;
    }
}
