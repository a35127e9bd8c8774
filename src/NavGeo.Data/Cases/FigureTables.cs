using NavGeo.Data.Folders;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads all tables of money, staff, risk and printed figures that a case may have.</summary>
internal static class FigureTables
{
    public static CaseFigures Read(
        CaseInput input,
        IReadOnlyList<Municipality> municipalities,
        IReadOnlyList<Located<ServiceSite>>? sites,
        IReadOnlyList<Structure>? structures)
    {
        Structure? baseline = structures?.FirstOrDefault(s => s.Id == input.Settings.Baseline);
        List<RiskFactor> factors = RiskTable.Read(input);
        return new CaseFigures
        {
            Costs = CostTable.Read(input, sites, baseline),
            Keys = CostKeyTable.Read(input, baseline),
            Allocations = BaseAllocationTable.Read(input, baseline),
            Contacts = ContactTable.Read(input, sites),
            Gatherings = GatheringTable.Read(input, sites, structures),
            RiskFactors = factors,
            RiskVotes = RiskVoteTable.Read(input, structures, factors),
            RiskMappings = RiskMappingTable.Read(input, factors),
            RiskInputs = RiskInputTable.Read(input, structures),
            Assumptions = AssumptionTable.Read(input),
            Printed = PrintedTable.Read(input),
            Trips = TripTable.Read(input),
            CentrePoints = [.. municipalities.Select(m => input.ToPlane(m.Centre))],
        };
    }
}
