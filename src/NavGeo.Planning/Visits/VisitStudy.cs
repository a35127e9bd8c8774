using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Transit.Search;
using NavGeo.Transit.Visits;
using NavGeo.Transit.Walking;

namespace NavGeo.Planning.Visits;

/// <summary>When offices are open and how long one needs there; the same at every site, as no case says it.</summary>
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
    private readonly DayVisit?[][,] visits;

    private VisitStudy(PlanningCase planningCase, IReadOnlyList<DateOnly> dates, DayVisit?[][,] visits) => (Case, Dates, this.visits) = (planningCase, dates, visits);

    /// <summary>Whose people and sites.</summary>
    public PlanningCase Case { get; }

    /// <summary>The dates, Mondays to Fridays.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>Searches there and back between every place and every site on every weekday among some dates.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static VisitStudy Of(PlanningCase planningCase, TransitNetwork network, IEnumerable<DateOnly> dates, VisitHours hours, CancellationToken cancellation = default)
    {
        DateOnly[] weekdays = [.. dates.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        var projection = MapProjection.ForEpsg(planningCase.Epsg);
        GeoPoint[] places = [.. planningCase.Demand.Points.ToArray().Select(projection.ToGeo)];
        GeoPoint[] sites = [.. planningCase.Sites.Select(s => s.Position)];
        IReadOnlyList<StopWalk>[] nearPlaces = Near(network, places);
        IReadOnlyList<StopWalk>[] nearSites = Near(network, sites);
        int?[][] onFoot = [.. places.Select(p => network.Walks.Between(p, sites))];
        var visits = new DayVisit?[weekdays.Length][,];
        for (int day = 0; day < weekdays.Length; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            ServiceDay service = network.Day(weekdays[day], 26);
            VisitRule rule = hours.On(service.Clock);
            List<Journey>[][] there = JourneyTable.Of(network, service, nearPlaces, nearSites, rule.Out);
            List<Journey>[][] back = JourneyTable.Of(network, service, nearSites, nearPlaces, rule.Back);
            var found = new DayVisit?[places.Length, sites.Length];
            Parallel.For(0, places.Length, place =>
            {
                for (int site = 0; site < sites.Length; site++)
                {
                    if (RoundTrip.Shortest(rule, there[place][site], back[site][place], onFoot[place][site]) is { } trip)
                        found[place, site] = new DayVisit(site, service.Clock.ClockAt(trip.Out.Leave), service.Clock.ClockAt(trip.Back.Arrive), trip.AwaySeconds, trip.Out.Rides + trip.Back.Rides);
                }
            });
            visits[day] = found;
        }
        return new VisitStudy(planningCase, weekdays, visits);
    }

    /// <summary>What a structure's open sites mean to every place.</summary>
    public StructureVisits Under(Structure structure)
    {
        int[] open = [.. Enumerable.Range(0, Case.Sites.Count).Where(s => structure.OpenSites.Contains(Case.Sites[s].Id, StringComparer.Ordinal))];
        return new StructureVisits(structure, Dates.Count, [.. Enumerable.Range(0, Case.Demand.Count).Select(place => Of(place, open))]);
    }

    /// <summary>The visit of each date to whichever open site one is away for the shortest time; days without one are left out.</summary>
    private DayVisit[] Of(int place, int[] open)
    {
        var days = new List<DayVisit>();
        foreach (DayVisit?[,] day in visits)
        {
            DayVisit? best = null;
            foreach (int site in open)
            {
                if (day[place, site] is { } visit && (best is not { } known || visit.AwaySeconds < known.AwaySeconds)) best = visit;
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
