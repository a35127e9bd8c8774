using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Edits;

/// <summary>Shows another structure.</summary>
/// <param name="Structure">Its id.</param>
public sealed record ChooseStructure(string Structure) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => EditWords.IsNamedByItsId(original, Structure)
        ? new("edits.chooseNamed", Structure)
        : new("edits.chooseStructure", Structure, EditWords.OfStructure(original, Structure));

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft) => draft.Chosen = draft.Structure(Structure).Id;
}

/// <summary>Opens a site so many days a week in a structure; 0 closes it.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Site">Id of the site.</param>
/// <param name="Days">0 to 5.</param>
public sealed record SetSiteDays(string Structure, string Site, double Days) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        string site = EditWords.OfSite(original, Site);
        return Days == 0 ? new Phrase("edits.closeSite", site, Structure) : new Phrase("edits.setSiteDays", site, Days, Structure);
    }

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        draft.SetDays(draft.Structure(Structure), draft.SiteIndex(Site), Days);
    }
}

/// <summary>
/// A site where there was none, open so many days a week in one structure; any other structure can open it as well. The office that is
/// responsible for the municipality of the people nearest to it keeps it.
/// </summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Site">What it is called, which is its id too; no site of the case has it.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Days">More than 0, to 5.</param>
public sealed record AddSite(string Structure, string Site, double Longitude, double Latitude, double Days) : Edit
{
    private const int LongestName = 60;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        PlaceLabel place = EditWords.LabelOf(original, new GeoPoint(Longitude, Latitude));
        return place.Kilometres is null && place.Name == Site ? new("edits.addSiteThere", Site, Structure, Days) : new("edits.addSite", Site, Structure, Days, place.Called);
    }

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        if (Site.Trim() != Site || Site.Length is 0 or > LongestName || Site.Contains('|', StringComparison.Ordinal) || Site.Any(char.IsControl))
            throw EditFault.Of("edits.wrong.siteName", Site, LongestName);
        if (Days == 0) throw EditFault.Of("edits.wrong.days", Days);
        draft.SetDays(draft.Structure(Structure), draft.Add(Site, new GeoPoint(Longitude, Latitude)), Days);
    }
}

/// <summary>Puts a site somewhere else, in every structure.</summary>
/// <param name="Site">Its id.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
public sealed record MoveSite(string Site, double Longitude, double Latitude) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new("edits.moveSite", EditWords.OfSite(original, Site), EditWords.Near(original, new GeoPoint(Longitude, Latitude)));

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft) => draft.Move(draft.SiteIndex(Site), new GeoPoint(Longitude, Latitude));
}

/// <summary>Gives a municipality to another office of a structure. Sites stay with the office that keeps them.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Municipality">Kommunenummer.</param>
/// <param name="Office">Name of the office that takes over.</param>
public sealed record GiveMunicipality(string Structure, string Municipality, string Office) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new("edits.giveMunicipality", EditWords.OfMunicipality(original, Municipality), Office, Structure);

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        Structure structure = draft.Structure(Structure);
        if (draft.Original.Areas.All(m => m.Number != Municipality)) throw EditFault.Of("edits.wrong.municipality", Municipality);
        // A divided municipality is given whole, a part alone.
        HashSet<string> parts = [.. draft.Original.Parts.Where(p => p.PartOf == Municipality).Select(p => p.Number)];
        Office taker = EditDraft.OfficeOf(structure, Office);
        if (taker.Municipalities.Contains(Municipality, StringComparer.Ordinal))
            throw EditFault.Of("edits.wrong.hasAlready", Office, EditWords.OfMunicipality(draft.Original, Municipality), Structure);
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

/// <summary>Makes two offices of a structure one. Every site stays open as it was.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="First">Name of the office whose place in the list, name and host the new one takes.</param>
/// <param name="Second">Name of the office that goes into it.</param>
/// <param name="Third">Name of another one that does; null for none.</param>
public sealed record MergeOffices(string Structure, string First, string Second, string? Third = null) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        Phrase merged = Third is null ? new("edits.mergeOffices", First, Second, Structure) : new("edits.mergeThree", First, Second, Structure, Third);
        return EditWords.SizeOf(original, Structure, Third is null ? [First, Second] : [First, Second, Third]) is { } size
            ? merged with { Key = merged.Key + "-size", Values = [.. merged.Values, size] } : merged;
    }

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        Structure structure = draft.Structure(Structure);
        Office first = EditDraft.OfficeOf(structure, First);
        Office second = EditDraft.OfficeOf(structure, Second);
        if (ReferenceEquals(first, second) || Third == First || Third == Second) throw EditFault.Of("edits.wrong.sameOffice", Third == Second ? Second : First);
        if (Third is not null)
        {
            (this with { Third = null }).Apply(draft);
            new MergeOffices(Structure, First, Third).Apply(draft);
            return;
        }
        Office merged = first.WithSitesOf(second) with
        {
            Municipalities = [.. first.Municipalities.Concat(second.Municipalities).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        draft.Replace(structure, [.. structure.Offices.Where(o => !ReferenceEquals(o, second)).Select(o => ReferenceEquals(o, first) ? merged : o)]);
    }
}
