using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;

namespace NavGeo.Planning.Measures;

/// <summary>
/// Near and open at once: how many hours a week some site within so many minutes is open, counted once where several are, and only
/// stretches that are long enough for a visit. Who reaches no site has none. Means and shares are over everybody in the case's municipalities.
/// </summary>
/// <param name="Structure">The structure.</param>
/// <param name="MeanHours">Hours a week, mean over everybody.</param>
/// <param name="ByDays">Share of the people (0 to 1) with so many days a week, 0 to 5, on which something near is open.</param>
/// <param name="AreHoursAssumed">Whether the case says no hours of some open site.</param>
public sealed record OpenHours(Structure Structure, double MeanHours, IReadOnlyList<double> ByDays, bool AreHoursAssumed)
{
    /// <summary>How near is near, in minutes, where nobody says otherwise.</summary>
    public const int NearMinutes = 30;

    /// <summary>How long a visit takes, in minutes.</summary>
    public const int StayMinutes = 45;

    /// <summary>One structure of a comparison.</summary>
    /// <param name="comparison">Whose times.</param>
    /// <param name="structure">One of its.</param>
    /// <param name="nearMinutes">How near.</param>
    /// <param name="stayMinutes">Stretches that are shorter do not count.</param>
    public static OpenHours Of(Comparison comparison, Structure structure, int nearMinutes = NearMinutes, int stayMinutes = StayMinutes)
    {
        PlanningCase planningCase = comparison.Study.Case;
        Demand demand = planningCase.Demand;
        IReadOnlyList<SiteHours>[] hours = [.. planningCase.Sites.Select(s => SiteHours.Under(planningCase, structure, s.Id, SiteHours.Assumed))];
        int[] open = [.. Enumerable.Range(0, hours.Length).Where(s => hours[s].Count > 0)];
        var known = new Dictionary<string, (double Hours, int Days)>(StringComparer.Ordinal);
        (double sum, long all) = (0, 0);
        var days = new double[WeekdayCode.Each.Count + 1];
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] < 0 || demand.People[place] == 0) continue;
            int[] near = [.. Near(comparison.Study, place, open, nearMinutes * 60_000)];
            string key = string.Join(' ', near);
            if (!known.TryGetValue(key, out (double Hours, int Days) week)) known[key] = week = Week(near.SelectMany(s => hours[s]), stayMinutes * 60);
            sum += week.Hours * demand.People[place];
            days[week.Days] += demand.People[place];
            all += demand.People[place];
        }
        bool isAssumed = open.Any(s => !planningCase.Figures.Hours.Any(h => h.Site == planningCase.Sites[s].Id));
        return new OpenHours(structure, all == 0 ? 0 : sum / all, [.. days.Select(d => all == 0 ? 0 : d / all)], isAssumed);
    }

    private static IEnumerable<int> Near(AccessStudy study, int place, int[] open, int milliseconds)
    {
        int[] times = study.Times.Row(place).ToArray();
        return open.Where(s => times[s] <= milliseconds);
    }

    /// <summary>Hours of a week in which one of some sites is open, and on how many days.</summary>
    private static (double Hours, int Days) Week(IEnumerable<SiteHours> hours, int staySeconds)
    {
        SiteHours[] all = [.. hours.Where(h => h.Closes - h.Opens >= staySeconds)];
        (int seconds, int days) = (0, 0);
        foreach (Weekdays day in WeekdayCode.Each)
        {
            int until = 0;
            int before = seconds;
            foreach (SiteHours stretch in all.Where(h => (h.Days & day) != 0).OrderBy(h => h.Opens))
            {
                seconds += Math.Max(0, stretch.Closes - Math.Max(until, stretch.Opens));
                until = Math.Max(until, stretch.Closes);
            }
            if (seconds > before) days++;
        }
        return (seconds / 3600.0, days);
    }
}
