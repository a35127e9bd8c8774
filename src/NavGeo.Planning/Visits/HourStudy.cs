using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Transit.Search;

namespace NavGeo.Planning.Visits;

/// <summary>
/// Which opening hours serve most people without a car: a structure whose sites keep their days and as many hours, moved to begin at each
/// full hour in turn. One search a date serves them all. Pure.
/// </summary>
public static class HourStudy
{
    private const int Hour = 3600, FirstHour = 7, LastHour = 21;

    /// <summary>Tries the hours; the structure as it is comes first.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="network">What people travel with.</param>
    /// <param name="dates">Among which the weekdays are searched.</param>
    /// <param name="usual">Hours where the case says none, and the stay.</param>
    /// <param name="structure">One of the case's.</param>
    /// <param name="sites">Ids of the sites whose hours are moved; all open ones where empty.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<HourTrial> Of(
        PlanningCase planningCase, TransitNetwork network, IEnumerable<DateOnly> dates, VisitHours usual, Structure structure, IReadOnlyList<string> sites,
        CancellationToken cancellation = default)
    {
        string[] moved = [.. structure.OpenSites.Where(s => sites.Count == 0 || sites.Contains(s, StringComparer.Ordinal))];
        int longest = moved.Select(s => LengthOf(planningCase, structure, s, usual)).DefaultIfEmpty(0).Max();
        int[] begins = [.. Enumerable.Range(FirstHour, LastHour - FirstHour).Select(h => h * Hour).Where(b => b + longest <= LastHour * Hour)];
        Structure[] trials = [.. begins.Select(b => new Structure($"{structure.Id}@{DayClock.Text(b)}", structure.Name, structure.Offices))];
        PlanningCase tried = planningCase with
        {
            Structures = [structure, .. trials],
            Figures = planningCase.Figures with
            {
                Hours =
                [
                    .. planningCase.Figures.Hours,
                    .. trials.SelectMany((t, i) => structure.OpenSites.SelectMany(s => moved.Contains(s, StringComparer.Ordinal)
                        ? [new SiteHours(s, t.Id, structure.WeekdaysOf(s), begins[i], begins[i] + LengthOf(planningCase, structure, s, usual))]
                        : SiteHours.Under(planningCase, structure, s, (usual.Opens, usual.Closes)).Select(h => h with { Structure = t.Id }))),
                ],
            },
        };
        var study = VisitStudy.Of(tried, network, dates, usual, cancellation: cancellation);
        return [Trial(null, structure), .. begins.Zip(trials, (b, t) => Trial(b, t))];

        HourTrial Trial(int? begins, Structure under)
        {
            StructureVisits visits = study.Under(under);
            return new HourTrial(begins, begins + longest, visits.PeopleWithDay(tried), visits.DaysAWeek(tried) ?? 0);
        }
    }

    /// <summary>The trials in words: which hours serve most, and whether the present ones do.</summary>
    public static Phrase SentenceOf(IReadOnlyList<HourTrial> trials)
    {
        HourTrial now = trials[0];
        HourTrial? best = trials.Skip(1).OrderByDescending(t => t.DaysAWeek).ThenByDescending(t => t.PeopleWithDay).ThenBy(t => t.Opens).FirstOrDefault();
        return best is null || best.DaysAWeek <= now.DaysAWeek + 0.005
            ? new Phrase("visits.hours-best-now", now.PeopleWithDay, Math.Round((decimal)now.DaysAWeek, 2))
            : new Phrase(
                "visits.hours-best", Clock(best.Opens!.Value), Clock(best.Closes!.Value), best.PeopleWithDay, Math.Round((decimal)best.DaysAWeek, 2), now.PeopleWithDay,
                Math.Round((decimal)now.DaysAWeek, 2));
    }

    /// <summary>A time of day as sentences write it.</summary>
    public static string Clock(int seconds) => DayClock.Text(seconds).Replace(':', '.');

    private static int LengthOf(PlanningCase planningCase, Structure structure, string site, VisitHours usual) =>
        SiteHours.Under(planningCase, structure, site, (usual.Opens, usual.Closes)).Select(h => h.Closes - h.Opens).DefaultIfEmpty(usual.Closes - usual.Opens).Max();
}

/// <summary>Opening hours that were tried.</summary>
/// <param name="Opens">Seconds of the clock; null for the hours as they are.</param>
/// <param name="Closes">The same, of the site that is open longest.</param>
/// <param name="PeopleWithDay">People who come there and home on at least one day.</param>
/// <param name="DaysAWeek">Mean over everybody, who has none as 0.</param>
public sealed record HourTrial(int? Opens, int? Closes, long PeopleWithDay, double DaysAWeek);
