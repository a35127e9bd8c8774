using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Transit.Search;
using NavGeo.Transit.Visits;

namespace NavGeo.Planning.Visits;

/// <summary>
/// How long a visit keeps people without a car away from home, from every place to every site of a case, whether a structure opens the site
/// or not: of some weekdays the one in the middle, one on which it cannot be done counting as longer than all. Where most days do not work
/// there is no way. Immutable; 4 bytes a pair.
/// </summary>
public sealed class VisitCosts
{
    private readonly int[,] seconds;

    private VisitCosts(int[,] seconds) => this.seconds = seconds;

    /// <summary>From leaving home to being home again; null where most days do not work.</summary>
    public int? Seconds(int place, int site) => seconds[place, site] is > 0 and var known ? known : null;

    /// <summary>Searches them. A site has the hours the case gives it for all structures, on every weekday the hours asked for where it gives none.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static VisitCosts Of(PlanningCase planningCase, TransitNetwork network, VisitQuestion question, CancellationToken cancellation = default)
    {
        (int places, int sites, int days) = (planningCase.Demand.Count, planningCase.Sites.Count, question.Dates.Count);
        var projection = MapProjection.ForEpsg(planningCase.Epsg);
        var search = new VisitSearch(network, [.. planningCase.Demand.Points.ToArray().Select(projection.ToGeo)], [.. planningCase.Sites.Select(s => s.Position)]);
        var away = new int[places, sites, days];
        for (int day = 0; day < days; day++)
        {
            ServiceDay service = network.Day(question.Dates[day], 26);
            Weekdays weekday = WeekdayCode.Each[(int)question.Dates[day].DayOfWeek - 1];
            VisitRule[][] rules = [.. planningCase.Sites.Select(s => RulesOf(planningCase, s.Id, weekday, question.Hours, service.Clock))];
            if (rules.All(r => r.Length == 0)) continue;
            VisitRule widest = new VisitHours(0, 0, question.Hours.StaySeconds).On(service.Clock) with
            {
                Opens = rules.SelectMany(r => r).Min(r => r.Opens),
                Closes = rules.SelectMany(r => r).Max(r => r.Closes),
            };
            int at = day;
            search.Run(service, widest.Out, widest.Back, pairs =>
            {
                foreach (VisitSearch.Pair pair in pairs)
                {
                    foreach (VisitRule rule in rules[pair.Site])
                    {
                        if (RoundTrip.Shortest(rule, pair.There, pair.Back, pair.WalkSeconds) is not { } trip) continue;
                        ref int known = ref away[pair.Home, pair.Site, at];
                        if (known == 0 || trip.AwaySeconds < known) known = trip.AwaySeconds;
                    }
                }
            }, cancellation);
        }
        var costs = new int[places, sites];
        for (int place = 0; place < places; place++)
        {
            for (int site = 0; site < sites; site++) costs[place, site] = Middle([.. Enumerable.Range(0, days).Select(d => away[place, site, d])]);
        }
        return new VisitCosts(costs);
    }

    private static VisitRule[] RulesOf(PlanningCase planningCase, string site, Weekdays weekday, VisitHours usual, DayClock clock)
    {
        SiteHours[] own = [.. planningCase.Figures.Hours.Where(h => h.Site == site && h.Structure is null)];
        IEnumerable<SiteHours> hours = own.Length > 0 ? own : [new SiteHours(site, null, Weekdays.All, usual.Opens, usual.Closes)];
        return [.. hours.Where(h => (h.Days & weekday) != 0).Select(h => new VisitHours(h.Opens, h.Closes, usual.StaySeconds).On(clock)).Where(r => r.IsPossible)];
    }

    /// <summary>The value that half of the days or more do not exceed; 0 stands for a day that does not work.</summary>
    private static int Middle(int[] away)
    {
        Array.Sort(away, (one, other) => (one == 0 ? int.MaxValue : one).CompareTo(other == 0 ? int.MaxValue : other));
        return away[(away.Length - 1) / 2];
    }
}
