using NavGeo.Planning.Structures;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Hierarchy;
using NavGeo.Routing.Search;
using NavGeo.Routing.Snapping;

namespace NavGeo.Planning.Access;

/// <summary>
/// The travel times of a case, measured once, and what each structure means on them. Immutable; any number of threads
/// may ask it.
/// </summary>
public sealed class AccessStudy
{
    private readonly RoadSnapper snapper;
    private readonly SnappedPlace[] places;
    private readonly SnappedPlace[] sites;
    private readonly RoadTimes engine;
    private readonly AccessStudy? onOwnRoads;
    private readonly Lazy<TravelTimeMatrix> times;
    private readonly Lazy<RoadMetric> byRoad;
    private readonly Lazy<RoadMetric> byCar;
    private readonly Lazy<RoadMetric> byBoat;

    private AccessStudy(
        PlanningCase planningCase, RoadScenario scenario, RoadSnapper snapper, SnappedPlace[] places, SnappedPlace[] sites,
        RoadTimes engine, AccessStudy? onOwnRoads, Lazy<TravelTimeMatrix>? times)
    {
        Case = planningCase;
        Scenario = scenario;
        this.snapper = snapper;
        this.places = places;
        this.sites = sites;
        this.engine = engine;
        this.onOwnRoads = onOwnRoads;
        this.times = times ?? new(() => engine.Measure(scenario.Metric, scenario.Open));
        byRoad = new Lazy<RoadMetric>(() => Metric.Without(OnWater(scenario.Graph)));
        byCar = new Lazy<RoadMetric>(() => WithBoats(false));
        byBoat = new Lazy<RoadMetric>(() => WithBoats(true));
    }

    /// <summary>What was measured.</summary>
    public PlanningCase Case { get; }

    /// <summary>The roads it was measured on: those of the case, and what is different.</summary>
    public RoadScenario Scenario { get; }

    /// <summary>The times of the edges it was measured with.</summary>
    public RoadMetric Metric => Scenario.Metric;

    /// <summary>The same before anything was closed: who lives on a closed stretch still comes out of it.</summary>
    public RoadMetric Open => Scenario.Open;

    /// <summary>
    /// From every place of the demand (rows) to every site of the case (columns), one way; measured when first asked for.
    /// </summary>
    public TravelTimeMatrix Times => times.Value;

    /// <summary>Where the demand's places meet the road; the gap in metres of each is reported from here.</summary>
    public ReadOnlySpan<SnappedPlace> Places => places;

    /// <summary>Where the sites meet the road.</summary>
    public ReadOnlySpan<SnappedPlace> Sites => sites;

    /// <summary>Measures a case on its roads as they are.</summary>
    public static AccessStudy Of(PlanningCase planningCase) => Of(planningCase, []);

    /// <summary>Measures a case on its roads with some edits, on top of those that stand in the case.</summary>
    /// <exception cref="UnknownEditTargetException">An edit finds nothing to change.</exception>
    public static AccessStudy Of(PlanningCase planningCase, IReadOnlyList<RoadEdit> edits) =>
        On(planningCase, RoadScenario.Of(planningCase.Roads, planningCase.Profile, [.. planningCase.StandingEdits, .. edits]), null);

    /// <summary>
    /// Measures the same case with other edits, reusing all that they leave as it is; the answer is that of
    /// <see cref="Of(PlanningCase, IReadOnlyList{RoadEdit})"/>.
    /// </summary>
    /// <exception cref="UnknownEditTargetException">An edit finds nothing to change.</exception>
    public AccessStudy With(IReadOnlyList<RoadEdit> edits) => With(Case, edits);

    /// <summary>
    /// Measures a case with edits, reusing all that is as it is here: a case with other structures, sites or standing edits
    /// keeps its people where they meet the road. The answer is that of
    /// <see cref="Of(PlanningCase, IReadOnlyList{RoadEdit})"/>.
    /// </summary>
    /// <exception cref="UnknownEditTargetException">An edit finds nothing to change.</exception>
    public AccessStudy With(PlanningCase planningCase, IReadOnlyList<RoadEdit> edits)
    {
        RoadEdit[] all = [.. planningCase.StandingEdits, .. edits];
        bool isSameGround = planningCase.Roads == Case.Roads && planningCase.Profile == Case.Profile
            && planningCase.Demand == Case.Demand && planningCase.Water == Case.Water;
        RoadScenario scenario = isSameGround && all.SequenceEqual(Scenario.Edits)
            ? Scenario
            : RoadScenario.Of(planningCase.Roads, planningCase.Profile, all, isSameGround ? Scenario : null);
        if (!isSameGround) return On(planningCase, scenario, null);
        if (scenario.Graph != Scenario.Graph)
        {
            return onOwnRoads is { } own && scenario.Graph == own.Scenario.Graph
                ? own.Using(planningCase, scenario)
                : On(planningCase, scenario, onOwnRoads ?? this);
        }
        return Using(planningCase, scenario);
    }

    /// <summary>The same times, asked about other structures of the same sites.</summary>
    public AccessStudy WithStructures(IReadOnlyList<Structure> structures) => With(Case with { Structures = structures }, Added());

    /// <summary>The nearest sites of each place, of those that count.</summary>
    /// <param name="counts">One flag a site of the case.</param>
    /// <param name="perPlace">How many to keep for each place.</param>
    public NearestSources Nearest(bool[] counts, int perPlace = 1) => engine.Nearest(Metric, Open, perPlace, counts);

    /// <summary>The nearest site of each place, of those that count, under other times of the same network: with a link closed, say.</summary>
    /// <param name="metric">The times.</param>
    /// <param name="counts">One flag a site of the case.</param>
    public NearestSources NearestUnder(RoadMetric metric, bool[] counts) => engine.Nearest(metric, Open, 1, counts);

    /// <summary>The edits that do not stand in the case.</summary>
    private IReadOnlyList<RoadEdit> Added() => [.. Scenario.Edits.Skip(Case.StandingEdits.Count)];

    private AccessStudy Using(PlanningCase planningCase, RoadScenario scenario)
    {
        bool hasSameSites = planningCase.SitePoints.SequenceEqual(Case.SitePoints);
        SnappedPlace[] there = hasSameSites ? sites : snapper.SnapAll([.. planningCase.SitePoints]);
        return new AccessStudy(
            planningCase, scenario, snapper, places, there, hasSameSites ? engine : engine.To(there),
            onOwnRoads, hasSameSites && scenario == Scenario ? times : null);
    }

    private static AccessStudy On(PlanningCase planningCase, RoadScenario scenario, AccessStudy? onOwnRoads)
    {
        var snapper = new RoadSnapper(scenario.Graph, planningCase.Profile, planningCase.Water);
        SnappedPlace[] places = onOwnRoads is not null && scenario.Graph.Original == onOwnRoads.Scenario.Graph
            ? snapper.SnapAgain(onOwnRoads.places)
            : snapper.SnapAll(planningCase.Demand.Points);
        foreach (int place in planningCase.Demand.WithoutRoad)
            places[place] = places[place] with { Snap = new RoadSnap(SnapState.AcrossWater, -1, 0, places[place].Snap.GapMetres, default) };
        SnappedPlace[] sites = snapper.SnapAll([.. planningCase.SitePoints]);
        var hierarchy = RoadHierarchy.Of(scenario.Graph);
        var engine = new RoadTimes(hierarchy, planningCase.Profile, planningCase.Water, places, sites);
        return new AccessStudy(planningCase, scenario, snapper, places, sites, engine, onOwnRoads, null);
    }

    /// <summary>Sends everybody to the nearest open site of a structure.</summary>
    public StructureAccess Access(Structure structure) => Access(structure, AccessRule.Nearest);

    /// <summary>Sends everybody to the site of a structure that a rule gives them.</summary>
    public StructureAccess Access(Structure structure, AccessRule rule)
    {
        SiteAssignment assignment = new SiteChoice(this, structure).Assign(rule);
        Demand demand = Case.Demand;
        var total = new AccessTally();
        AccessTally[] byMunicipality = [.. Case.Municipalities.Select(_ => new AccessTally())];
        AccessTally[] bySite = [.. Case.Sites.Select(_ => new AccessTally())];
        var byState = new long[Enum.GetValues<AccessState>().Length];
        long daysWithout = 0;
        // By rising time, so that no tally has to sort.
        foreach (int place in PlacesByTime.Of(assignment.Milliseconds))
        {
            int people = demand.People[place];
            AccessState state = assignment.States[place];
            byState[(int)state] += people;
            if (state == AccessState.Outside) continue;
            daysWithout += (long)assignment.DaysWithout[place] * people;
            AccessTally municipality = byMunicipality[demand.Municipalities[place]];
            if (state == AccessState.Served)
            {
                total.AddServed(assignment.Milliseconds[place], people);
                municipality.AddServed(assignment.Milliseconds[place], people);
                bySite[assignment.Sites[place]].AddServed(assignment.Milliseconds[place], people);
            }
            else
            {
                total.AddWithoutAccess(people);
                municipality.AddWithoutAccess(people);
            }
        }
        return new StructureAccess
        {
            Structure = structure,
            Rule = rule,
            PersonDaysWithout = daysWithout,
            Assignment = assignment,
            Total = total.ToIndicators(),
            ByMunicipality = [.. byMunicipality.Select(t => t.ToIndicators())],
            BySite = [.. bySite.Select(t => t.ToIndicators())],
            PeopleByState = Enum.GetValues<AccessState>().ToDictionary(s => s, s => byState[(int)s]),
        };
    }

    /// <summary>Holds one structure against another, place by place.</summary>
    public StructureChange Change(StructureAccess from, StructureAccess to)
    {
        Demand demand = Case.Demand;
        var total = new ChangeTally();
        ChangeTally[] byMunicipality = [.. Case.Municipalities.Select(_ => new ChangeTally())];
        for (int place = 0; place < demand.Count; place++)
        {
            int municipality = demand.Municipalities[place];
            if (municipality < 0) continue;
            TravelTime before = from.Assignment.TimeOf(place);
            TravelTime after = to.Assignment.TimeOf(place);
            total.Add(before, after, demand.People[place]);
            byMunicipality[municipality].Add(before, after, demand.People[place]);
        }
        return new StructureChange(from, to, total.ToChange(), [.. byMunicipality.Select(t => t.ToChange())]);
    }

    /// <summary>Which links people depend on to reach a site that a structure keeps open.</summary>
    public StructureReach Reach(Structure structure)
    {
        bool[] road = Reached(structure, byRoad.Value);
        bool[] car = Scenario.Graph.EdgeKinds.ContainsAny(LinkKind.CarFerry, LinkKind.PassengerBoat) ? Reached(structure, byCar.Value) : road;
        bool[] boat = Scenario.Graph.EdgeKinds.Contains(LinkKind.PassengerBoat) ? Reached(structure, byBoat.Value) : car;
        var reach = new LinkReach[places.Length];
        for (int place = 0; place < reach.Length; place++)
        {
            reach[place] = Case.Demand.Municipalities[place] < 0 ? LinkReach.Outside
                : road[place] ? LinkReach.ByRoad
                : car[place] ? LinkReach.OnlyByFerry
                : boat[place] ? LinkReach.OnlyByPassengerBoat
                : LinkReach.WithoutLink;
        }
        return new StructureReach(Case.Demand, Case.Municipalities.Count, reach);
    }

    private static bool[] OnWater(RoadGraph graph)
    {
        var isOnWater = new bool[graph.EdgeCount];
        for (int edge = 0; edge < isOnWater.Length; edge++)
            isOnWater[edge] = graph.EdgeKinds[edge].IsFerry() || graph.EdgeKinds[edge] == LinkKind.Boarding;
        return isOnWater;
    }

    private RoadMetric WithBoats(bool usesPassengerBoats) => usesPassengerBoats == Case.Profile.UsesPassengerBoats ? Metric : RoadScenario
        .Of(Case.Roads, Case.Profile with { UsesPassengerBoats = usesPassengerBoats }, Scenario.Edits, Scenario).Metric;

    private bool[] Reached(Structure structure, RoadMetric metric) =>
        engine.Reaches(metric, Open, [.. Case.Sites.Select(site => structure.OpenSites.Contains(site.Id))]);
}
