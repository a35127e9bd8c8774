namespace NavGeo.Data.Places;

/// <summary>
/// Names in several languages with the Norwegian one first, where most users look for it. Kartverket gives them in the
/// official order, which in Sámi areas begins with the Sámi name, and N1000 does not say which language a name is in.
/// </summary>
internal static class NorwegianNames
{
    /// <summary>Between names of one thing.</summary>
    private const string Joint = " – ";

    private static readonly string[] Joints = [Joint, " - ", " / ", "/"];

    /// <summary>Municipalities that a source may call by the Sámi name alone, with all their names.</summary>
    private static readonly string[][] Municipalities =
    [
        ["Hattfjelldal", "Aarborte"], ["Hamarøy", "Hábmer"], ["Kautokeino", "Guovdageaidnu"], ["Karasjok", "Kárášjohka"], ["Kåfjord", "Gáivuotna", "Kaivuono"],
        ["Lavangen", "Loabák"], ["Nesseby", "Unjárga"], ["Røros", "Rosse"], ["Røyrvik", "Raarvihke"], ["Snåsa", "Snåase"], ["Tana", "Deatnu"], ["Tjeldsund", "Dielddanuorri"],
    ];

    /// <summary>Norwegian names of places that N1000 gives second or third.</summary>
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "Ankenes", "Bjerkvik", "Finnfjordbotn", "Havøysund", "Hellmobotn", "Lebesby", "Masi", "Nordkjosbotn", "Øksfjord", "Polmak", "Rustefjelbma", "Skibotn",
        "Skoganvarre", "Sulitjelma", "Varangerbotn", "Vestre Jakobselv",
    };

    /// <summary>The names of a place: the one that is known to be Norwegian first, the others in their order.</summary>
    public static string[] First(IReadOnlyList<string> names) =>
        [.. names.OrderBy(n => Places.Contains(n) || Array.Exists(Municipalities, m => m[0] == n) ? 0 : 1)];

    /// <summary>"Deatnu - Tana" or "Deatnu" of a municipality as "Tana – Deatnu"; what has one known name as it is.</summary>
    public static string OfMunicipality(string name)
    {
        string[] names = name.Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 1 && Array.Find(Municipalities, m => m.AsSpan(1).Contains(names[0])) is { } known) names = known;
        return names.Length < 2 ? name : string.Join(Joint, First(names));
    }

    /// <summary>Each of the names of a municipality, without what a file adds to tell two of one name apart, and the whole as it stands.</summary>
    public static IEnumerable<string> Forms(string municipality) =>
        municipality.Split([.. Joints, "("], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(municipality.Contains('(', StringComparison.Ordinal) ? 1 : int.MaxValue).Append(municipality).Distinct(StringComparer.Ordinal);

    /// <summary>The first of the names of a municipality, without what a file adds to tell two of one name apart: "Herøy (Nordland)" is Herøy.</summary>
    public static string Short(string municipality)
    {
        string first = municipality.Split(Joints, StringSplitOptions.TrimEntries)[0];
        int added = first.IndexOf(" (", StringComparison.Ordinal);
        return added > 0 ? first[..added] : first;
    }
}
