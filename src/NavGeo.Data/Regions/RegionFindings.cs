using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Data.Regions;

/// <summary>What there is to say about a division before it is believed.</summary>
public static class RegionFindings
{
    /// <summary>Findings about a computed division.</summary>
    public static void Check(RegionDivision division, string about, Findings findings)
    {
        if (division.Rule is Ba2020Rule or OwnCentresRule or TimeRule && division.Placements.All(p => p.Role == PlacementRole.Single))
            findings.Warning(about, null, new Phrase("regions.no-centres"), new Phrase("regions.no-centres.remedy"));
        if (division.Rule is FixedRule given) CheckNumbers(given, division.Market, given.Title, findings);
    }

    /// <summary>Municipalities of the market that a given division does not have.</summary>
    public static void CheckNumbers(FixedRule given, LabourMarket market, string file, Findings findings)
    {
        string[] missing = [.. market.Municipalities.Where(m => !given.RegionOf.ContainsKey(m.Number)).Select(m => m.Number)];
        if (missing.Length == 0) return;
        findings.Warning(
            file, null, new Phrase("regions.not-in-division", missing.Length, market.Count, string.Join(", ", missing.Take(8))), new Phrase("regions.not-in-division.remedy"));
    }

    /// <summary>Whether the one region that a clustering rule ended with does not satisfy it.</summary>
    public static bool IsInfeasible(RegionDivision division)
    {
        if (division.Regions.Count != 1 || division.Rule is not (TtwaRule or LmaRule)) return false;
        RegionMeasures all = RegionMeasures.Of(division.Market.GetCommuting(), division.Regions[0]);
        return division.Rule switch
        {
            TtwaRule ttwa => ttwa.Score(all.Residents, all.Jobs, all.Inside) < 1,
            LmaRule lma => lma.Validity(all.Residents, all.Jobs, all.Inside) < 1,
            _ => false,
        };
    }
}
