using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Transit.Search;
using NavGeo.Transit.Visits;
using NavGeo.Transit.Walking;

namespace NavGeo.Planning.Visits;

/// <summary>When a site is open of which the case says no hours, and how long one needs there.</summary>
/// <param name="Opens">Seconds of the clock.</param>
/// <param name="Closes">The same.</param>
/// <param name="StaySeconds">While it is open.</param>
public sealed record VisitHours(int Opens, int Closes, int StaySeconds)
{
    /// <summary>What it comes to on a date.</summary>
    public VisitRule On(DayClock clock) => new(clock.SecondAt(Opens), clock.SecondAt(Closes), StaySeconds, clock.SecondAt(0), clock.SecondAt(86_400));
}

/// <summary>
/// Who of a case's people comes to which site and home the same day without a car, on which of some weekdays. Immutable, any
/// number of threads.
/// </summary>
/// <remarks>People walk from the middle of the square that stands for them: in squares of kilometres the walk is a guess.</remarks>
public sealed class VisitStudy
{
    private readonly SiteTimes[] columns;
    private readonly DayVisit?[][,] visits;

    private VisitStudy(PlanningCase planningCase, TransitNetwork network, IReadOnlyList<DateOnly> dates, VisitHours hours, SiteTimes[] columns, DayVisit?[][,] visits) =>
        (Case, Network, Dates, Hours, this.columns, this.visits) = (planningCase, network, dates, hours, columns, visits);

    /// <summary>What people travel with.</summary>
    public TransitNetwork Network { get; }

    /// <summary>What is taken where the case says no hours, and how long one needs there.</summary>
    public VisitHours Hours { get; }

    /// <summary>Whose people and sites.</summary>
    public PlanningCase Case { get; }

    /// <summary>The dates, Mondays to Fridays.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>What of the timetables is changed as a what-if, in words.</summary>
    public IReadOnlyList<Phrase> Changes { get; init; } = [];

    /// <summary>Whether some open site has no hours in the case, so that those asked for are taken.</summary>
    public bool AreHoursAssumed => Case.Structures.Any(s => s.OpenSites.Any(id => !Case.Figures.Hours.Any(h => h.Site == id)));

    /// <summary>
    /// Searches there and back between every place and every site on every weekday among some dates, each site open as the case says
    /// (<see cref="SiteHours.Under"/>), else as is asked for.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static VisitStudy Of(PlanningCase planningCase, TransitNetwork network, IEnumerable<DateOnly> dates, VisitHours hours, IReadOnlyList<Phrase>? changes = null, CancellationToken cancellation = default)
    {
        DateOnly[] weekdays = [.. dates.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        var projection = MapProjection.ForEpsg(planningCase.Epsg);
        GeoPoint[] places = [.. planningCase.Demand.Points.ToArray().Select(projection.ToGeo)];
        GeoPoint[] sites = [.. planningCase.Sites.Select(s => s.Position)];
        IReadOnlyList<StopWalk>[] nearPlaces = Near(network, places);
        IReadOnlyList<StopWalk>[] nearSites = Near(network, sites);
        int?[][] onFoot = [.. places.Select(p => network.Walks.Between(p, sites))];
        SiteTimes[] columns = ColumnsOf(planningCase, (hours.Opens, hours.Closes));
        var visits = new DayVisit?[weekdays.Length][,];
        for (int day = 0; day < weekdays.Length; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            ServiceDay service = network.Day(weekdays[day], 26);
            Weekdays weekday = WeekdayCode.Each[(int)weekdays[day].DayOfWeek - 1];
            VisitRule[][] rules = [.. columns.Select(c => (VisitRule[])[.. c.Hours.Where(h => (h.Days & weekday) != 0).Select(h => new VisitHours(h.Opens, h.Closes, hours.StaySeconds).On(service.Clock)).Where(r => r.IsPossible)])];
            var found = new DayVisit?[places.Length, columns.Length];
            visits[day] = found;
            if (rules.All(r => r.Length == 0)) continue;
            // One search serves all hours: a way that is best in a narrow window is so in a wide one.
            int opens = rules.SelectMany(r => r).Min(r => r.Opens), closes = rules.SelectMany(r => r).Max(r => r.Closes);
            VisitRule widest = new VisitHours(0, 0, hours.StaySeconds).On(service.Clock) with { Opens = opens, Closes = closes };
            List<Journey>[][] there = JourneyTable.Of(network, service, nearPlaces, nearSites, widest.Out);
            List<Journey>[][] back = JourneyTable.Of(network, service, nearSites, nearPlaces, widest.Back);
            Parallel.For(0, places.Length, place =>
            {
                for (int column = 0; column < columns.Length; column++)
                {
                    int site = columns[column].Site;
                    foreach (VisitRule rule in rules[column])
                    {
                        if (RoundTrip.Shortest(rule, there[place][site], back[site][place], onFoot[place][site]) is not { } trip) continue;
                        if (found[place, column] is { } known && known.AwaySeconds <= trip.AwaySeconds) continue;
                        found[place, column] = new DayVisit(site, service.Clock.ClockAt(trip.Out.Leave), service.Clock.ClockAt(trip.Back.Arrive), trip.AwaySeconds, trip.Out.Rides + trip.Back.Rides);
                    }
                }
            });
        }
        return new VisitStudy(planningCase, network, weekdays, hours, columns, visits) { Changes = changes ?? [] };
    }

    /// <summary>What a structure's open sites mean to every place.</summary>
    public StructureVisits Under(Structure structure)
    {
        int[] open =
        [
            .. Case.Sites.Index().Select(s => (Site: s.Index, Hours: SiteHours.Under(Case, structure, s.Item.Id, (Hours.Opens, Hours.Closes)))).Where(s => s.Hours.Count > 0)
                .Select(s => Array.FindIndex(columns, c => c.Site == s.Site && c.Hours.SequenceEqual(s.Hours))),
        ];
        if (Array.Exists(open, c => c < 0)) throw new ArgumentException("a structure of the case", nameof(structure));
        return new StructureVisits(structure, Dates.Count, [.. Enumerable.Range(0, Case.Demand.Count).Select(place => Of(place, open))]);
    }

    /// <summary>Each site with each of the hours it has under some structure.</summary>
    private static SiteTimes[] ColumnsOf(PlanningCase planningCase, (int Opens, int Closes) usual)
    {
        var columns = new List<SiteTimes>();
        foreach (Structure structure in planningCase.Structures)
        {
            foreach ((int site, ServiceSite at) in planningCase.Sites.Index())
            {
                IReadOnlyList<SiteHours> hours = SiteHours.Under(planningCase, structure, at.Id, usual);
                if (hours.Count > 0 && !columns.Exists(c => c.Site == site && c.Hours.SequenceEqual(hours))) columns.Add(new SiteTimes(site, hours));
            }
        }
        return [.. columns];
    }

    /// <summary>The visit of each date to whichever open site one is away for the shortest time; days without one are left out.</summary>
    private DayVisit[] Of(int place, int[] open)
    {
        var days = new List<DayVisit>();
        foreach (DayVisit?[,] day in visits)
        {
            DayVisit? best = null;
            foreach (int column in open)
            {
                if (day[place, column] is { } visit && (best is not { } known || visit.AwaySeconds < known.AwaySeconds)) best = visit;
            }
            if (best is { } taken) days.Add(taken);
        }
        return [.. days];
    }

    private static IReadOnlyList<StopWalk>[] Near(TransitNetwork network, GeoPoint[] points)
    {
        var near = new IReadOnlyList<StopWalk>[points.Length];
        Parallel.For(0, near.Length, i => near[i] = network.Walks.StopsNear(points[i], network.Walks.Settings.MostMinutes));
        return near;
    }

    /// <summary>A site with some hours.</summary>
    private sealed record SiteTimes(int Site, IReadOnlyList<SiteHours> Hours);
}

/// <summary>A visit on a day.</summary>
/// <param name="Site">Index into the case's sites.</param>
/// <param name="Leave">Seconds of the clock.</param>
/// <param name="Home">The same.</param>
/// <param name="AwaySeconds">Between the two.</param>
/// <param name="Rides">There and back; 0 on foot.</param>
public readonly record struct DayVisit(int Site, int Leave, int Home, int AwaySeconds, int Rides);

/// <summary>Visits of every place under a structure.</summary>
/// <param name="Structure">The structure.</param>
/// <param name="Days">How many weekdays were searched.</param>
/// <param name="ByPlace">For each place of the demand, the visit of each day on which there is one.</param>
public sealed record StructureVisits(Structure Structure, int Days, IReadOnlyList<DayVisit[]> ByPlace)
{
    /// <summary>People who come there and home on at least one of the days.</summary>
    public long PeopleWithDay(PlanningCase of) => People(of).Where(p => ByPlace[p.Place].Length > 0).Sum(p => (long)p.Count);

    /// <summary>People for whom no day works.</summary>
    public long PeopleWithoutDay(PlanningCase of) => People(of).Where(p => ByPlace[p.Place].Length == 0).Sum(p => (long)p.Count);

    /// <summary>Days a week, the mean over everybody, those without one as 0; null where nobody lives there.</summary>
    public double? DaysAWeek(PlanningCase of) =>
        of.Demand.TotalPeople == 0 || Days == 0 ? null : People(of).Sum(p => (double)p.Count * ByPlace[p.Place].Length) / of.Demand.TotalPeople / Days * WeekdayCode.Each.Count;

    /// <summary>People of a municipality, those of them who come there and home on at least one day, and their days a week, those without one as 0; null days where nobody lives there.</summary>
    public (long People, long WithDay, double? DaysAWeek) In(PlanningCase of, int municipality)
    {
        (int Place, int Count)[] there = [.. People(of).Where(p => of.Demand.Municipalities[p.Place] == municipality)];
        long all = there.Sum(p => (long)p.Count);
        return (all, there.Where(p => ByPlace[p.Place].Length > 0).Sum(p => (long)p.Count),
            all == 0 || Days == 0 ? null : there.Sum(p => (double)p.Count * ByPlace[p.Place].Length) / all / Days * WeekdayCode.Each.Count);
    }

    /// <summary>
    /// Share (0 to 1) of everybody in the case's municipalities who can visit a site some weekday: who has a car by road, who has none by this.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="byCar">Whether a place reaches a site by car.</param>
    /// <param name="withoutCar">Share (0 to 1) of the people without a car, by municipality.</param>
    public double Combined(PlanningCase of, Predicate<int> byCar, IReadOnlyList<double> withoutCar)
    {
        (double can, double all) = (0, 0);
        foreach ((int place, int count) in People(of))
        {
            if (of.Demand.Municipalities[place] is not (>= 0 and var municipality)) continue;
            all += count;
            can += count * ((byCar(place) ? 1 - withoutCar[municipality] : 0) + (ByPlace[place].Length > 0 ? withoutCar[municipality] : 0));
        }
        return all == 0 ? 0 : can / all;
    }

    /// <summary>Minutes away of the median visit, over people and days that have one; null where there is none.</summary>
    public double? MedianAwayMinutes(PlanningCase of)
    {
        (int Away, int Count)[] all = [.. People(of).SelectMany(p => ByPlace[p.Place], (p, visit) => (visit.AwaySeconds, p.Count)).OrderBy(v => v.AwaySeconds)];
        long half = (all.Sum(a => (long)a.Count) + 1) / 2;
        foreach ((int away, int count) in all)
        {
            half -= count;
            if (half <= 0) return away / 60.0;
        }
        return null;
    }

    /// <summary>
    /// The visit that most days have, to the site that most days lead to: what a sentence says of a place. Null where there is none.
    /// </summary>
    public DayVisit? UsualOf(int place) => ByPlace[place].Length == 0 ? null : ByPlace[place]
        .GroupBy(v => v.Site).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First()
        .GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.AwaySeconds).ThenBy(g => g.Key.Leave).First().Key;

    /// <summary>The place of a municipality where most people live, which speaks for it; -1 where nobody does.</summary>
    public static int VoiceOf(PlanningCase of, int municipality)
    {
        int voice = -1;
        for (int place = 0; place < of.Demand.Count; place++)
        {
            if (of.Demand.Municipalities[place] == municipality && of.Demand.People[place] > (voice < 0 ? 0 : of.Demand.People[voice])) voice = place;
        }
        return voice;
    }

    private static IEnumerable<(int Place, int Count)> People(PlanningCase of)
    {
        for (int place = 0; place < of.Demand.Count; place++)
        {
            if (of.Demand.People[place] > 0) yield return (place, of.Demand.People[place]);
        }
    }
}
