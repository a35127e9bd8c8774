using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>Gives a municipality to another office of a structure. Sites stay with the office that keeps them.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Municipality">Kommunenummer.</param>
/// <param name="Office">Name of the office that takes over.</param>
public sealed record GiveMunicipality(string Structure, string Municipality, string Office) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new("web.edit.giveMunicipality", EditNames.OfMunicipality(original, Municipality), Office, Structure);

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        Structure structure = draft.Structure(Structure);
        if (draft.Original.Areas.All(m => m.Number != Municipality))
            throw EditNames.Wrong("web.wrong.municipality", Municipality);
        // A divided municipality is given whole, a part alone.
        HashSet<string> parts = [.. draft.Original.Parts.Where(p => p.PartOf == Municipality).Select(p => p.Number)];
        Office taker = SituationDraft.OfficeOf(structure, Office);
        var offices = new List<Office>();
        foreach (Office office in structure.Offices)
        {
            string[] left = [.. office.Municipalities.Where(m => m != Municipality && !parts.Contains(m))];
            if (ReferenceEquals(office, taker)) left = [.. left, Municipality];
            // An office without municipalities is no office; its sites go with the municipality.
            if (left.Length > 0) offices.Add(office with { Municipalities = [.. left.Order(StringComparer.Ordinal)] });
            else taker = taker.WithSitesOf(office);
        }
        draft.Replace(structure, [.. offices.Select(o => o.Name == Office
            ? taker with { Municipalities = o.Municipalities }
            : o)]);
    }
}
