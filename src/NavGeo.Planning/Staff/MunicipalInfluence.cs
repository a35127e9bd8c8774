using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Staff;

/// <summary>What a municipality has to say in its office.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Office">Its office.</param>
/// <param name="InhabitantShare">Its part of the office's inhabitants, 0 to 1.</param>
/// <param name="VoteShare">Its vote where every municipality has one, 0 to 1.</param>
/// <param name="HostShare">The host's part of the office's inhabitants; null where no host is named for several municipalities.</param>
public sealed record MunicipalInfluence(
    Municipality Municipality, Office Office, decimal InhabitantShare, decimal VoteShare, decimal? HostShare)
{
    /// <summary>Whether another municipality's council runs the municipal part of the office.</summary>
    public bool IsHostedElsewhere => Office.Host is not null && Office.Host != (Municipality.PartOf ?? Municipality.Number);

    /// <summary>Whether several municipalities share the office and no host is named.</summary>
    public bool IsHostOpen => Office.Host is null && Office.Municipalities.Count > 1;

    /// <summary>One row a municipality, or a part where the structure divides it, in the case's order.</summary>
    public static IReadOnlyList<MunicipalInfluence> Of(PlanningCase planningCase, Structure structure) =>
        [.. planningCase.Areas.Select(m => Of(planningCase, structure, m)).OfType<MunicipalInfluence>()];

    private static MunicipalInfluence? Of(PlanningCase planningCase, Structure structure, Municipality municipality)
    {
        Office? office = structure.Offices.FirstOrDefault(o => o.Municipalities.Contains(municipality.Number, StringComparer.Ordinal));
        if (office is null) return null;
        Municipality[] members = [.. planningCase.Areas.Where(m => office.Municipalities.Contains(m.Number, StringComparer.Ordinal))];
        decimal people = members.Sum(m => (decimal)m.Population);
        if (people == 0) return null;
        decimal? host = members.Length == 1 ? 1 : members.FirstOrDefault(m => (m.PartOf ?? m.Number) == office.Host)?.Population / people;
        return new MunicipalInfluence(municipality, office, municipality.Population / people, 1m / members.Length, host);
    }
}
