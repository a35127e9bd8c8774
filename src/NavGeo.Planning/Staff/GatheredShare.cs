using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Staff;

/// <summary>A part of a unit's staff that a structure gathers at one site.</summary>
/// <param name="Site">Id of the site.</param>
/// <param name="Share">Of the unit's staff, 0 to 1.</param>
/// <param name="IsEstimate">Whether the unit's årsverk are not split, so that an assumption gave the share.</param>
internal readonly record struct GatheredShare(string Site, decimal Share, bool IsEstimate)
{
    /// <summary>The parts a structure gathers of a unit; none where the share is not known.</summary>
    public static IEnumerable<GatheredShare> Of(PlanningCase planningCase, Structure structure, OfficeStaffing unit)
    {
        decimal percent = planningCase.Figures.Assumptions.Get(AssumptionKey.StateStaffPercent).Value;
        foreach (StaffGathering gathering in planningCase.Figures.Gatherings.Where(g => g.Structure == structure.Id))
        {
            decimal? state = unit.StateEquivalents is { } known && unit.FullTimeEquivalents > 0
                ? known / unit.FullTimeEquivalents
                : percent > 0 ? percent / 100 : null;
            decimal? share = gathering.Part switch
            {
                StaffPart.All => 1,
                StaffPart.State => state,
                _ => 1 - state,
            };
            if (share is { } part) yield return new GatheredShare(gathering.Site, part, gathering.Part != StaffPart.All && unit.StateEquivalents is null);
        }
    }
}
