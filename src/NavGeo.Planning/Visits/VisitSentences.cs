using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Transit.Search;

namespace NavGeo.Planning.Visits;

/// <summary>Visits without a car, in sentences; the place of a municipality where most people live speaks for it.</summary>
public static class VisitSentences
{
    /// <summary>So many municipalities of a structure from which one rides are told in words, those with the fewest days first.</summary>
    private const int MostTold = 8;

    /// <summary>Of points farther apart than one walks in a quarter of an hour, nobody knows who can walk to a stop.</summary>
    private const double WalkedMetres = 1200;

    private const int MostAsked = 300;

    /// <summary>From which municipalities nobody at all comes there and home, and how one does from those where one rides, fewest days first.</summary>
    public static IEnumerable<Phrase> Of(PlanningCase known, StructureVisits visits)
    {
        (string Name, int Place)[] voices = [.. Enumerable.Range(0, known.Municipalities.Count).Select(m => (known.Municipalities[m].Name, Place: StructureVisits.VoiceOf(known, m))).Where(m => m.Place >= 0)];
        string[] without = [.. Enumerable.Range(0, known.Municipalities.Count).Where(m => visits.In(known, m) is { People: > 0, WithDay: 0 }).Select(m => known.Municipalities[m].Name)];
        if (without.Length > 0) yield return new Phrase("cli.visit.none", without.Length, string.Join(", ", without));
        foreach ((string name, int place) in voices.Where(m => visits.UsualOf(m.Place) is { Rides: > 0 }).OrderBy(m => visits.ByPlace[m.Place].Length).Take(MostTold))
            yield return OfPlace(known, visits, name, place);
    }

    /// <summary>How one visits from a place.</summary>
    /// <param name="known">The case.</param>
    /// <param name="visits">Under a structure.</param>
    /// <param name="municipality">Name of its municipality.</param>
    /// <param name="place">The place.</param>
    public static Phrase OfPlace(PlanningCase known, StructureVisits visits, string municipality, int place)
    {
        string from = known.Demand.Names[place] is { } name && name != municipality ? $"{name} ({municipality})" : municipality;
        if (visits.UsualOf(place) is not { } visit) return new Phrase("cli.visit.sentence-none", from, visits.Days);
        return new Phrase(
            "cli.visit.sentence", from, known.Sites[visit.Site].Name, visits.ByPlace[place].Count(v => v.Site == visit.Site), visits.Days,
            Clock(visit.Leave / 60 * 60), Clock((visit.Home + 59) / 60 * 60));
    }

    /// <summary>What the walk to stop and site is worth: in squares, or where people stand in points too far apart; null where it is sound.</summary>
    public static Phrase? OfWalks(Demand demand)
    {
        if (demand.CellMetres > 0) return new Phrase("cli.visit.squares", demand.CellMetres / 1000.0);
        return Apart(demand.Points.ToArray()) is var apart and >= WalkedMetres ? new Phrase("cli.visit.far-apart", apart / 1000) : null;
    }

    /// <summary>What the figures rest on, and what is assumed.</summary>
    public static IEnumerable<Phrase> Notes(VisitStudy study)
    {
        yield return new Phrase("cli.visit.meaning", study.Hours.StaySeconds / 60.0, study.Dates.Count);
        yield return new Phrase("visits.dates", Plain(study.Dates[0]), Plain(study.Dates[^1]));
        foreach (Phrase change in study.Changes) yield return new Phrase("edits.head", change);
        if (study.AreHoursAssumed) yield return new Phrase("cli.visit.hours-assumed", $"{Clock(study.Hours.Opens)}–{Clock(study.Hours.Closes)}");
        if (OfWalks(study.Case.Demand) is { } walks) yield return walks;
    }

    private static string Plain(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(int seconds) => DayClock.Text(seconds).Replace(':', '.');

    /// <summary>How far it is from a place to the next one, the median, metres; 0 where there are no two.</summary>
    private static double Apart(PlanePoint[] points)
    {
        // Some hundred tell it, and all against all of a country would take long.
        double[] nearest = [.. points.Take(MostAsked).Select((at, i) => points.Where((_, j) => j != i).Select(at.DistanceTo).DefaultIfEmpty(0).Min()).Order()];
        return nearest.Length == 0 ? 0 : nearest[nearest.Length / 2];
    }
}
