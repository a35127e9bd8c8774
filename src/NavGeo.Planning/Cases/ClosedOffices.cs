using NavGeo.Planning.Language;

namespace NavGeo.Planning.Cases;

/// <summary>Offices of a structure of whose sites none is open and staffed: somebody has to say so, since their people just travel on to another's.</summary>
public static class ClosedOffices
{
    /// <summary>One sentence an office, in the order of the structure; none where each has an open site, or has none at all.</summary>
    public static IEnumerable<Phrase> Of(PlanningCase planningCase, Structure structure)
    {
        foreach (Office office in structure.Offices)
        {
            if (office.Sites.Count == 0 || office.OpenSites.Any()) continue;
            string names = string.Join(", ", office.Sites.Distinct(StringComparer.Ordinal).Select(id => planningCase.Sites.FirstOrDefault(s => s.Id == id)?.Name ?? id));
            yield return new Phrase("decisions.office-closed", structure.Id, office.Name, names);
        }
    }
}
