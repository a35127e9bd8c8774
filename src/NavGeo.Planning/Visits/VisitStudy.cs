using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Transit.Search;
using NavGeo.Transit.Visits;

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
/// <remarks>
/// People walk from the middle of the square that stands for them: in squares of kilometres the walk is a guess. Of each place, day
/// and set of open sites only the visit one is away for the shortest time is kept (20 bytes), never all sites.
/// </remarks>
public sealed class VisitStudy
{
    private static readonly DayVisit NoVisit = new(-1, 0, 0, int.MaxValue, 0);

    private readonly SiteTimes[] columns;
    private readonly OpenSet[] sets;

    private VisitStudy(PlanningCase planningCase, TransitNetwork network, IReadOnlyList<DateOnly> dates, VisitHours hours, SiteTimes[] columns, OpenSet[] sets) =>
        (Case, Network, Dates, Hours, this.columns, this.sets) = (planningCase, network, dates, hours, columns, sets);

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
        DateOnly[] weekdays = [.. WeekdaysOf(dates)];
        var projection = MapProjection.ForEpsg(planningCase.Epsg);
        var search = new VisitSearch(network, [.. planningCase.Demand.Points.ToArray().Select(projection.ToGeo)], [.. planningCase.Sites.Select(s => s.Position)]);
        SiteTimes[] columns = ColumnsOf(planningCase, (hours.Opens, hours.Closes));
        OpenSet[] sets = OpenSet.Of(planningCase.Structures.Select(s => ColumnsUnder(planningCase, s, hours, columns)), weekdays.Length, planningCase.Demand.Count);
        for (int day = 0; day < weekdays.Length; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            ServiceDay service = network.Day(weekdays[day], 26);
            Weekdays weekday = WeekdayCode.Each[(int)weekdays[day].DayOfWeek - 1];
            VisitRule[][] rules = [.. columns.Select(c => (VisitRule[])[.. c.Hours.Where(h => (h.Days & weekday) != 0).Select(h => new VisitHours(h.Opens, h.Closes, hours.StaySeconds).On(service.Clock)).Where(r => r.IsPossible)])];
            if (rules.All(r => r.Length == 0)) continue;
            ILookup<int, int> columnsOfSite = Enumerable.Range(0, columns.Length).Where(c => rules[c].Length > 0).ToLookup(c => columns[c].Site);
            // One search serves all hours: a way that is best in a narrow window is so in a wide one.
            int opens = rules.SelectMany(r => r).Min(r => r.Opens), closes = rules.SelectMany(r => r).Max(r => r.Closes);
            VisitRule widest = new VisitHours(0, 0, hours.StaySeconds).On(service.Clock) with { Opens = opens, Closes = closes };
            int at = day;
            search.Run(service, widest.Out, widest.Back, pairs =>
            {
                var found = new List<(int Place, int Column, DayVisit Visit)>();
                foreach (VisitSearch.Pair pair in pairs)
                {
                    foreach (int column in columnsOfSite[pair.Site])
                    {
                        if (BestOf(pair, rules[column], service.Clock) is { } visit) found.Add((pair.Home, column, visit));
                    }
                }
                foreach (OpenSet set in sets) set.Take(at, found);
            }, cancellation);
        }
        return new VisitStudy(planningCase, network, weekdays, hours, columns, sets) { Changes = changes ?? [] };
    }

    /// <summary>Those of some dates that are Mondays to Fridays.</summary>
    public static IEnumerable<DateOnly> WeekdaysOf(IEnumerable<DateOnly> dates) => dates.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>What a structure's open sites mean to every place.</summary>
    public StructureVisits Under(Structure structure)
    {
        int[] open = ColumnsUnder(Case, structure, Hours, columns);
        OpenSet set = Array.Find(sets, s => s.Columns.SetEquals(open)) ?? throw new ArgumentException("a structure of the case", nameof(structure));
        return new StructureVisits(structure, Dates.Count, [.. Enumerable.Range(0, Case.Demand.Count).Select(set.Of)]);
    }

    /// <summary>The sites a structure keeps open, each with its hours.</summary>
    private static int[] ColumnsUnder(PlanningCase planningCase, Structure structure, VisitHours hours, SiteTimes[] columns) =>
    [
        .. planningCase.Sites.Index().Select(s => (Site: s.Index, Hours: SiteHours.Under(planningCase, structure, s.Item.Id, (hours.Opens, hours.Closes)))).Where(s => s.Hours.Count > 0)
            .Select(s => Array.FindIndex(columns, c => c.Site == s.Site && c.Hours.SequenceEqual(s.Hours))),
    ];

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

    /// <summary>The visit one is away for the shortest time, of all hours of the day; null where there is none.</summary>
    private static DayVisit? BestOf(VisitSearch.Pair pair, VisitRule[] rules, DayClock clock)
    {
        DayVisit? best = null;
        foreach (VisitRule rule in rules)
        {
            if (RoundTrip.Shortest(rule, pair.There, pair.Back, pair.WalkSeconds) is not { } trip || best is { } known && known.AwaySeconds <= trip.AwaySeconds) continue;
            best = new DayVisit(pair.Site, clock.ClockAt(trip.Out.Leave), clock.ClockAt(trip.Back.Arrive), trip.AwaySeconds, trip.Out.Rides + trip.Back.Rides);
        }
        return best;
    }

    /// <summary>A site with some hours.</summary>
    private sealed record SiteTimes(int Site, IReadOnlyList<SiteHours> Hours);

    /// <summary>Sites that are open together under a structure or several, and the best visit to any of them, of each day and place.</summary>
    private sealed class OpenSet(HashSet<int> columns, DayVisit[][] best)
    {
        private readonly Lock taking = new();

        public HashSet<int> Columns => columns;

        public static OpenSet[] Of(IEnumerable<int[]> structures, int days, int places)
        {
            var sets = new List<OpenSet>();
            foreach (int[] open in structures)
            {
                if (sets.Exists(s => s.Columns.SetEquals(open))) continue;
                var best = new DayVisit[days][];
                for (int day = 0; day < days; day++) Array.Fill(best[day] = new DayVisit[places], NoVisit);
                sets.Add(new OpenSet([.. open], best));
            }
            return [.. sets];
        }

        /// <summary>Keeps what is better; of two sites that are as good the first in the case, whichever was found first.</summary>
        public void Take(int day, List<(int Place, int Column, DayVisit Visit)> found)
        {
            lock (taking)
            {
                foreach ((int place, int column, DayVisit visit) in found)
                {
                    if (!columns.Contains(column)) continue;
                    ref DayVisit known = ref best[day][place];
                    if ((visit.AwaySeconds, visit.Site).CompareTo((known.AwaySeconds, known.Site)) < 0) known = visit;
                }
            }
        }

        /// <summary>The visit of each day; days without one are left out.</summary>
        public DayVisit[] Of(int place) => [.. best.Select(day => day[place]).Where(v => v.Site >= 0)];
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

    /// <summary>Days a week of a place, whole: 0 only where no day works, 5 only where all do.</summary>
    public int WholeDays(int place)
    {
        (int worked, int week) = (ByPlace[place].Length, WeekdayCode.Each.Count);
        if (worked == 0) return 0;
        return worked == Days ? week : Math.Clamp((int)Math.Round((double)worked / Days * week, MidpointRounding.AwayFromZero), 1, week - 1);
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
