using NavGeo.Planning.Language;

namespace NavGeo.Planning.Structures;

/// <summary>
/// Kontorstruktur, modell: a complete answer to which offices there are, which municipalities belong to each, and
/// which sites are open.
/// </summary>
/// <param name="Id">Short and unique in the case: "A", "E", "dagens".</param>
/// <param name="Name">As users see it, in their language.</param>
/// <param name="Offices">In the order of the case file.</param>
public sealed record Structure(string Id, Names Name, IReadOnlyList<Office> Offices)
{
    /// <summary>Ids of the sites that are open at least one day a week, without repetition, in order of appearance.</summary>
    public IReadOnlyList<string> OpenSites { get; } =
        [.. Offices.SelectMany(o => o.Sites.Where((_, i) => o.OpenDays[i] > 0)).Distinct(StringComparer.Ordinal)];
}
