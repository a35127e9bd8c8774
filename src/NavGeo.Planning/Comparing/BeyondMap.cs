using NavGeo.Planning.Language;

namespace NavGeo.Planning.Comparing;

/// <summary>
/// People of a municipality whom no structure reaches because the map has no way to them: their nearest road lies across the
/// sea, or on a piece of road that joins nothing. An island with boats of its own or a gap in the map, which no rule can
/// tell apart; so nobody knows how well off they are.
/// </summary>
/// <param name="Municipality">Its name.</param>
/// <param name="People">Inhabitants, at least 1.</param>
public sealed record BeyondMap(string Municipality, long People)
{
    /// <summary>So many municipalities are named.</summary>
    private const int MostNamed = 5;

    /// <summary>Where most of them live, for a sentence: "Oslo (1 050), Stavanger (430)".</summary>
    /// <param name="all">Those with most people first.</param>
    /// <param name="texts">For the numbers.</param>
    public static string Named(IReadOnlyList<BeyondMap> all, Phrasebook texts) =>
        string.Join(", ", all.Take(MostNamed).Select(a => $"{a.Municipality} ({texts.Whole(a.People)})"));
}
