using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;
using NavGeo.Transit.Search;
using NavGeo.Transit.Walking;

namespace NavGeo.Planning.Staff;

/// <summary>
/// Employees' own ways to work before and after, from the cells they live in. Who works at a site stays there while it is open; else
/// they work at the main site of the office that is responsible for its municipality; a structure that gathers staff at a site
/// gathers those of that employer. Immutable.
/// </summary>
public sealed class CommuteStudy
{
    /// <summary>How long is long, in minutes one way.</summary>
    public static readonly IReadOnlyList<int> LongMinutes = [60, 90];

    private readonly PlanningCase planningCase;
    private readonly StaffHome[] homes;
    private readonly int[][] milliseconds;

    private CommuteStudy(PlanningCase planningCase, int[][] milliseconds) =>
        (this.planningCase, homes, this.milliseconds) = (planningCase, [.. planningCase.Figures.StaffHomes], milliseconds);

    /// <summary>By car, on the roads of a study.</summary>
    public static CommuteStudy ByCar(AccessStudy study)
    {
        PlanningCase of = study.Case;
        SnappedPlace[] homes = new RoadSnapper(study.Scenario.Graph, of.Profile, of.Water).SnapAll([.. of.Figures.StaffHomes.Select(h => h.Home)]);
        var times = new RoadTimes(RoadHierarchy.Of(study.Scenario.Graph), of.Profile, of.Water, homes, study.Sites.ToArray());
        TravelTimeMatrix matrix = times.Measure(study.Metric, study.Open);
        return new CommuteStudy(of, [.. Enumerable.Range(0, homes.Length).Select(h => matrix.Row(h).ToArray())]);
    }

    /// <summary>By timetable and on foot on a date: the shortest way for which one leaves home after a time and is there before another.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="network">What one travels with.</param>
    /// <param name="date">A working day.</param>
    /// <param name="leaveAfter">Seconds of the clock.</param>
    /// <param name="thereBefore">The same.</param>
    public static CommuteStudy ByTimetable(PlanningCase planningCase, TransitNetwork network, DateOnly date, int leaveAfter, int thereBefore)
    {
        var projection = MapProjection.ForEpsg(planningCase.Epsg);
        GeoPoint[] homes = [.. planningCase.Figures.StaffHomes.Select(h => projection.ToGeo(h.Home))];
        GeoPoint[] sites = [.. planningCase.Sites.Select(s => s.Position)];
        ServiceDay day = network.Day(date, 26);
        var window = new TravelWindow(day.Clock.SecondAt(leaveAfter), day.Clock.SecondAt(thereBefore), day.Clock.SecondAt(thereBefore));
        List<Journey>[][] ways = JourneyTable.Of(network, day, Near(homes), Near(sites), window);
        return new CommuteStudy(planningCase, [.. homes.Select((home, h) => Shortest(ways[h], network.Walks.Between(home, sites)))]);

        IReadOnlyList<StopWalk>[] Near(GeoPoint[] places) => [.. places.Select(p => network.Walks.StopsNear(p, network.Walks.Settings.MostMinutes))];
    }

    /// <summary>What a structure does to the ways.</summary>
    public StructureCommutes Of(Structure structure)
    {
        (int Today, int Then)[] sites = [.. homes.Select(h => (IndexOf(h.Site), SiteUnder(structure, h)))];
        bool[] moves = [.. sites.Select(s => s.Then >= 0 && s.Then != s.Today)];
        bool gathersPart = planningCase.Figures.Gatherings.Any(g => g.Structure == structure.Id && g.Part != StaffPart.All);
        return new StructureCommutes
        {
            Structure = structure,
            Employees = homes.Sum(h => h.Employees),
            Moved = Sum(h => moves[h]),
            WithoutSite = Sum(h => sites[h].Then < 0),
            OfUnknownEmployer = gathersPart ? Sum(h => homes[h].Employer == StaffPart.All) : 0,
            Today = Counted(_ => true, h => sites[h].Today),
            Then = Counted(_ => true, h => sites[h].Then < 0 ? sites[h].Today : sites[h].Then),
            MovedToday = Counted(h => moves[h], h => sites[h].Today),
            MovedThen = Counted(h => moves[h], h => sites[h].Then),
        };

        // Means are over those who have a way today and then, so that none gets better by who is cut off.
        CommuteCounts Counted(Predicate<int> counts, Func<int, int> site)
        {
            int[] counted = [.. Enumerable.Range(0, homes.Length).Where(h => counts(h))];
            int[] shared = [.. counted.Where(h => Way(h, sites[h].Today) is not null && Way(h, sites[h].Then < 0 ? sites[h].Today : sites[h].Then) is not null)];
            int people = shared.Sum(h => homes[h].Employees);
            return new CommuteCounts(
                [.. LongMinutes.Select(limit => counted.Where(h => Way(h, site(h)) is not { } way || way > limit * 60_000).Sum(h => homes[h].Employees))],
                counted.Where(h => Way(h, site(h)) is null).Sum(h => homes[h].Employees),
                people == 0 ? null : shared.Sum(h => (double)Way(h, site(h))!.Value * homes[h].Employees) / people / 60_000);
        }
    }

    private int? Way(int home, int site) => milliseconds[home][site] == TravelTime.UnreachableMilliseconds ? null : milliseconds[home][site];

    private int Sum(Predicate<int> counts) => Enumerable.Range(0, homes.Length).Where(h => counts(h)).Sum(h => homes[h].Employees);

    /// <summary>Index of the site somebody works at under a structure; -1 where their office has none.</summary>
    private int SiteUnder(Structure structure, StaffHome home)
    {
        StaffGathering? gathered = planningCase.Figures.Gatherings.FirstOrDefault(g => g.Structure == structure.Id && (g.Part == StaffPart.All || g.Part == home.Employer));
        if (gathered is not null) return IndexOf(gathered.Site);
        if (structure.OpenSites.Contains(home.Site, StringComparer.Ordinal)) return IndexOf(home.Site);
        Office? office = structure.FindOffice(planningCase, planningCase.Sites[IndexOf(home.Site)].Municipality);
        return office is not null && MainSite.Of(planningCase, office) is { } main ? IndexOf(main.Id) : -1;
    }

    private int IndexOf(string site) => planningCase.Sites.Index().First(s => s.Item.Id == site).Index;

    private static int[] Shortest(List<Journey>[] ways, int?[] onFoot) =>
    [
        .. ways.Select((to, site) => to.Select(j => j.Arrive - j.Leave).Concat(onFoot[site] is { } walk ? [walk] : []).DefaultIfEmpty(-1).Min() is >= 0 and var seconds
            ? seconds * 1000 : TravelTime.UnreachableMilliseconds),
    ];
}

/// <summary>Employees' ways to work under a structure, one way.</summary>
public sealed record StructureCommutes
{
    /// <summary>The structure.</summary>
    public required Structure Structure { get; init; }

    /// <summary>Everybody whose home is known.</summary>
    public required int Employees { get; init; }

    /// <summary>Those who get another place of work.</summary>
    public required int Moved { get; init; }

    /// <summary>Those whose office keeps no site; they are counted where they work today.</summary>
    public required int WithoutSite { get; init; }

    /// <summary>Those of whom nobody says who employs them, where the structure gathers one employer's; they are counted as not gathered.</summary>
    public required int OfUnknownEmployer { get; init; }

    /// <summary>Everybody, as today.</summary>
    public required CommuteCounts Today { get; init; }

    /// <summary>Everybody, under the structure.</summary>
    public required CommuteCounts Then { get; init; }

    /// <summary>Those who move, as today.</summary>
    public required CommuteCounts MovedToday { get; init; }

    /// <summary>Those who move, under the structure.</summary>
    public required CommuteCounts MovedThen { get; init; }
}

/// <summary>How long some employees travel to work.</summary>
/// <param name="Over">How many travel longer than each of <see cref="CommuteStudy.LongMinutes"/>, or have no way at all.</param>
/// <param name="WithoutWay">How many have no way at all.</param>
/// <param name="MeanMinutes">Of those who have a way today and then; null for nobody.</param>
public sealed record CommuteCounts(IReadOnlyList<int> Over, int WithoutWay, double? MeanMinutes);
