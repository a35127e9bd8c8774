using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Sweep;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Access;

/// <summary>
/// The travel times of a case and what each structure means on them. Immutable, what was measured is remembered in the
/// <see cref="NetworkCache"/>; any number of threads may ask it.
/// </summary>
public sealed class AccessStudy
{
    private readonly RoadSnapper snapper;
    private readonly SnappedPlace[] places;
    private readonly SnappedPlace[] sites;
    private readonly RoadTimes engine;
    private readonly AccessStudy? onOwnRoads;

    private AccessStudy(
        PlanningCase planningCase, RoadScenario scenario, RoadSnapper snapper, SnappedPlace[] places, SnappedPlace[] sites,
        RoadTimes engine, AccessStudy? onOwnRoads)
    {
        Case = planningCase;
        Scenario = scenario;
        this.snapper = snapper;
        this.places = places;
        this.sites = sites;
        this.engine = engine;
        this.onOwnRoads = onOwnRoads;
    }

    /// <summary>What was measured.</summary>
    public PlanningCase Case { get; }

    /// <summary>The roads it was measured on: those of the case, and what is different.</summary>
    public RoadScenario Scenario { get; }

    /// <summary>What is tried: the edits that do not stand in the case.</summary>
    public IReadOnlyList<RoadEdit> TriedEdits => [.. Scenario.Edits.Skip(Case.StandingEdits.Count)];

    /// <summary>The times of the edges it was measured with.</summary>
    public RoadMetric Metric => Scenario.Metric;

    /// <summary>The same before anything was closed: who lives on a closed stretch still comes out of it.</summary>
    public RoadMetric Open => Scenario.Open;

    /// <summary>
    /// From every place of the demand (rows) to every site of the case (columns), one way; measured when first asked for and kept as long as the scenario.
    /// </summary>
    public TravelTimeMatrix Times => NetworkCache.Get(Scenario, engine, () => engine.Measure(Metric, Open));

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
        return scenario.Graph == Scenario.Graph ? Using(planningCase, scenario)
            : onOwnRoads is { } own && scenario.Graph == own.Scenario.Graph ? own.Using(planningCase, scenario)
            : On(planningCase, scenario, onOwnRoads ?? this);
    }

    /// <summary>The nearest sites of each place, of those that count.</summary>
    /// <param name="counts">One flag a site of the case.</param>
    /// <param name="perPlace">How many to keep for each place.</param>
    public NearestSources Nearest(bool[] counts, int perPlace = 1) => engine.Nearest(Metric, Open, perPlace, counts);

    /// <summary>The nearest site of each place, of those that count, under other times of the same network: with a link closed, say.</summary>
    /// <param name="metric">The times.</param>
    /// <param name="counts">One flag a site of the case.</param>
    public NearestSources NearestUnder(RoadMetric metric, bool[] counts) => engine.Nearest(metric, Open, 1, counts);

    /// <summary>The ways to the nearest site, of those that count, for when much is closed in turn.</summary>
    /// <param name="counts">One flag a site of the case.</param>
    public NearestForest Forest(bool[] counts) => engine.Forest(Metric, Open, counts);

    /// <summary>The nearest sites under many other times of the same network; scratch for one thread.</summary>
    public DrawnTimes ForDraws() => engine.ForDraws();

    /// <summary>The same times for other counts of people at the same places.</summary>
    /// <param name="people">The case's demand with other people.</param>
    public AccessStudy WithPeople(Demand people) =>
        new(Case with { Demand = people }, Scenario, snapper, places, sites, engine, onOwnRoads);

    private AccessStudy Using(PlanningCase planningCase, RoadScenario scenario)
    {
        bool hasSameSites = planningCase.SitePoints.SequenceEqual(Case.SitePoints);
        SnappedPlace[] there = hasSameSites ? sites : SnapSites(planningCase);
        return new AccessStudy(
            planningCase, scenario, snapper, places, there, hasSameSites ? engine : engine.To(there), onOwnRoads);
    }

    /// <summary>The sites of a case on the same roads; those that have not moved are where they were.</summary>
    private SnappedPlace[] SnapSites(PlanningCase planningCase)
    {
        Dictionary<PlanePoint, SnappedPlace> known = [];
        foreach (SnappedPlace site in sites) known[site.Point] = site;
        PlanePoint[] others = [.. planningCase.SitePoints.Where(point => !known.ContainsKey(point)).Distinct()];
        foreach (SnappedPlace site in snapper.SnapAll(others)) known[site.Point] = site;
        return [.. planningCase.SitePoints.Select(point => known[point])];
    }

    private static AccessStudy On(PlanningCase planningCase, RoadScenario scenario, AccessStudy? onOwnRoads)
    {
        var snapper = new RoadSnapper(scenario.Graph, planningCase.Profile, planningCase.Water);
        SnappedPlace[] places = onOwnRoads is not null && scenario.Graph.Original == onOwnRoads.Scenario.Graph
            ? snapper.SnapAgain(onOwnRoads.places)
            : planningCase.KnownPlaces?.Of(scenario.Graph, planningCase.Profile, planningCase.Water, planningCase.Demand.Points)
                ?? snapper.SnapAll(planningCase.Demand.Points);
        foreach (int place in planningCase.Demand.WithoutRoad)
            places[place] = places[place] with { Snap = new RoadSnap(SnapState.AcrossWater, -1, 0, places[place].Snap.GapMetres, default) };
        SnappedPlace[] sites = snapper.SnapAll([.. planningCase.SitePoints]);
        var hierarchy = RoadHierarchy.Of(scenario.Graph);
        var engine = new RoadTimes(hierarchy, planningCase.Profile, planningCase.Water, places, sites);
        return new AccessStudy(planningCase, scenario, snapper, places, sites, engine, onOwnRoads);
    }

    /// <summary>Sends everybody to the nearest open site of a structure.</summary>
    public StructureAccess Access(Structure structure) => Access(structure, AccessRule.Nearest);

    /// <summary>Sends everybody to the site of a structure that a rule gives them.</summary>
    public StructureAccess Access(Structure structure, AccessRule rule)
    {
        SiteAssignment assignment = new SiteChoice(this, structure).Assign(rule);
        // What has not changed since the same people were counted last, in this study or another, is not counted again.
        StructureAccess access = AccessCount.Of(Case, structure, rule, assignment, NetworkCache.Find<StructureAccess>(Case.Demand));
        NetworkCache.Put(Case.Demand, access);
        return access;
    }

    /// <summary>Which links people depend on to reach a site that a structure keeps open.</summary>
    public StructureReach Reach(Structure structure)
    {
        bool[] road = Reached(structure, NetworkCache.Get(Scenario, "by road", () => Metric.Without(OnWater(Scenario.Graph))));
        bool[] car = Scenario.Graph.EdgeKinds.ContainsAny(LinkKind.CarFerry, LinkKind.PassengerBoat) ? Reached(structure, WithBoats(false)) : road;
        bool[] boat = Scenario.Graph.EdgeKinds.Contains(LinkKind.PassengerBoat) ? Reached(structure, WithBoats(true)) : car;
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

    /// <summary>Whether any boat that takes people only is in the network, as far as the case has them.</summary>
    public bool HasPassengerBoats => Scenario.Graph.EdgeKinds.Contains(LinkKind.PassengerBoat);

    /// <summary>Whether people by the sea may have a boat that the case does not have: it has ferries for cars, and no boat that takes people only.</summary>
    public bool MissesPassengerBoats => !HasPassengerBoats && Scenario.Graph.EdgeKinds.Contains(LinkKind.CarFerry);

    private RoadMetric WithBoats(bool usesPassengerBoats) => usesPassengerBoats == Case.Profile.UsesPassengerBoats ? Metric : NetworkCache.Get(
        Scenario, usesPassengerBoats,
        () => RoadScenario.Of(Case.Roads, Case.Profile with { UsesPassengerBoats = usesPassengerBoats }, Scenario.Edits, Scenario).Metric);

    private bool[] Reached(Structure structure, RoadMetric metric) =>
        engine.Reaches(metric, Open, [.. Case.Sites.Select(site => structure.OpenSites.Contains(site.Id))]);
}
