
namespace NavGeo.Planning.Cases;

/// <summary>
/// How large an office is under a structure: the inhabitants of its municipalities, and the staff that follow them from
/// today's units. Staff of a unit without municipalities of its own follow nobody.
/// </summary>
/// <param name="Office">The office.</param>
/// <param name="Inhabitants">By the municipality table.</param>
/// <param name="Employees">Null where a unit it takes over did not count them, or the case has no staff figures.</param>
/// <param name="FullTimeEquivalents">Årsverk; null where the case has no staff figures for the office.</param>
public sealed record OfficeSize(Office Office, long Inhabitants, int? Employees, decimal? FullTimeEquivalents)
{
    /// <summary>The sizes of a structure's offices, in its order.</summary>
    public static IReadOnlyList<OfficeSize> Of(PlanningCase planningCase, Structure structure)
    {
        ILookup<string, Municipality> areas = planningCase.Areas.ToLookup(m => m.Number, StringComparer.Ordinal);
        return [.. structure.Offices.Select(office => SizeOf(planningCase, areas, office))];
    }

    private static OfficeSize SizeOf(PlanningCase planningCase, ILookup<string, Municipality> areas, Office office)
    {
        var members = office.Municipalities.ToHashSet(StringComparer.Ordinal);
        long inhabitants = members.SelectMany(m => areas[m]).Sum(m => (long)m.Population);
        OfficeStaffing[] units =
        [
            .. planningCase.Staffing.Where(u => u.Municipalities.Count > 0 && u.Municipalities.All(members.Contains)),
        ];
        bool isCounted = units.SelectMany(u => u.Municipalities).ToHashSet(StringComparer.Ordinal).SetEquals(members);
        return new OfficeSize(
            office,
            inhabitants,
            isCounted && Array.TrueForAll(units, u => u.Employees is not null) ? units.Sum(u => u.Employees) : null,
            isCounted ? units.Sum(u => u.FullTimeEquivalents) : null);
    }
}
