using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Staff;

/// <summary>
/// The staff side of a case: how strong each office is, who is isolated, and how many årsverk leave which municipality.
/// Immutable.
/// </summary>
/// <remarks>
/// Rules. A unit of today stands in the municipality of the main site of its office. Under a structure it belongs to the
/// office that serves that municipality. Units without municipalities (regional units) belong to no office and do not
/// move, since no source says where they sit.
/// </remarks>
public sealed class StaffingStudy
{
    private readonly PlanningCase planningCase;
    private readonly Dictionary<OfficeStaffing, string> homes = [];

    /// <param name="planningCase">The case, with its staff table.</param>
    public StaffingStudy(PlanningCase planningCase)
    {
        this.planningCase = planningCase;
        Structure baseline = planningCase.GetStructure(planningCase.Baseline);
        foreach (OfficeStaffing unit in planningCase.Staffing.Where(u => u.Municipalities.Count > 0))
        {
            Office? office = baseline.Offices.FirstOrDefault(o => unit.Municipalities.All(m => o.Municipalities.Contains(m, StringComparer.Ordinal)));
            homes[unit] = (office is null ? null : MainSite.Of(planningCase, office))?.Municipality ?? unit.Municipalities[0];
        }
    }

    /// <summary>What a structure means.</summary>
    public StructureStaffing Of(Structure structure)
    {
        OfficeStrength[] offices = [.. OfficeSize.Of(planningCase, structure).Select(StrengthOf)];
        return new StructureStaffing
        {
            Structure = structure,
            Offices = offices,
            IsolatedInOffices = Array.TrueForAll(offices, o => o.People is null) ? null
                : offices.Where(o => o.People < Setting(AssumptionKey.IsolatedBelow)).Sum(o => o.People),
            IsolatedAtSites = IsolatedAtSites(structure),
            MovesWithSites = Moves(structure, isGathered: false),
            MovesIfGathered = Moves(structure, isGathered: true),
        };
    }

    private decimal Setting(AssumptionKey key) => planningCase.Figures.Assumptions.Get(key).Value;

    private OfficeStrength StrengthOf(OfficeSize size)
    {
        OfficeStaffing[] units = [.. homes.Keys.Where(u => u.Municipalities.All(m => size.Office.Municipalities.Contains(m, StringComparer.Ordinal)))];
        decimal? state = size.FullTimeEquivalents is not null && Array.TrueForAll(units, u => u.StateEquivalents is not null)
            ? units.Sum(u => u.StateEquivalents) : null;
        decimal? people = size.Employees ?? size.FullTimeEquivalents;
        return new OfficeStrength(
            size,
            state,
            people is { } counted ? counted < Setting(AssumptionKey.MinimumEmployees) : null,
            state is { } known ? known <= Setting(AssumptionKey.GuaranteeState) : null);
    }

    private decimal? IsolatedAtSites(Structure structure)
    {
        if (homes.Count == 0) return null;
        var atSites = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (OfficeStaffing unit in homes.Keys)
        {
            decimal people = unit.Employees ?? unit.FullTimeEquivalents;
            decimal gathered = 0;
            foreach ((string site, decimal share, _) in GatheredShare.Of(planningCase, structure, unit))
            {
                string there = planningCase.Sites.First(s => s.Id == site).Municipality;
                atSites[there] = atSites.GetValueOrDefault(there) + people * share;
                gathered += share;
            }
            string stay = Target(structure, unit, isGathered: false);
            atSites[stay] = atSites.GetValueOrDefault(stay) + people * (1 - gathered);
        }
        return atSites.Values.Where(p => p < Setting(AssumptionKey.IsolatedBelow)).Sum();
    }

    private StaffMove[] Moves(Structure structure, bool isGathered)
    {
        var moves = new List<StaffMove>();
        foreach (OfficeStaffing unit in homes.Keys)
        {
            decimal rest = 1;
            foreach ((string site, decimal share, bool isEstimate) in GatheredShare.Of(planningCase, structure, unit))
            {
                Add(planningCase.Sites.First(s => s.Id == site).Municipality, unit.FullTimeEquivalents * share, isEstimate);
                rest -= share;
            }
            Add(Target(structure, unit, isGathered), unit.FullTimeEquivalents * rest, rest < 1 && unit.StateEquivalents is null);

            void Add(string to, decimal equivalents, bool isEstimate)
            {
                if (to != homes[unit] && equivalents > 0) moves.Add(new StaffMove(homes[unit], to, equivalents, isEstimate));
            }
        }
        return [.. moves];
    }

    /// <summary>Kommunenummer of where the unit's staff works under the structure.</summary>
    private string Target(Structure structure, OfficeStaffing unit, bool isGathered)
    {
        string home = homes[unit];
        Office? office = structure.FindOffice(planningCase, home);
        if (office is null) return home;
        bool isKept = office.OpenSites
            .Any(id => planningCase.Sites.First(s => s.Id == id).Municipality == home);
        return isKept && !isGathered ? home : MainSite.Of(planningCase, office)?.Municipality ?? home;
    }
}
