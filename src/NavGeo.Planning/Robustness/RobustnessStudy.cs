using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Robustness;

/// <summary>
/// Which ferry, pass or piece of road a structure's access hangs on: each is closed in turn, everybody goes to the nearest
/// open site that is left, and the closures are ranked by the people cut off or delayed. Immutable.
/// </summary>
/// <remarks>
/// Nobody is touched by a closure whose way does not pass it. So what passes an edge, from one set of subtree sums a
/// structure, bounds what its closing can do; closures nobody passes are left out, and roads are tried from the
/// busiest on until no more of them can enter the list. Who lives on a closed link itself still comes out of it at both
/// ends, and is therefore not cut off.
/// </remarks>
public sealed class RobustnessStudy
{
    /// <summary>A way that gets longer by more minutes than this is a delay that counts.</summary>
    public const int DelayMinutes = 30;

    private readonly AccessStudy study;
    private readonly ClosureTitles titles;
    private readonly IReadOnlyList<Closure> whole;
    private readonly IReadOnlyList<Closure> stretches;

    private RobustnessStudy(AccessStudy study)
    {
        this.study = study;
        RoadGraph graph = study.Scenario.Graph;
        titles = new ClosureTitles(study.Case, graph);
        whole = [.. ClosureList.Ferries(graph), .. ClosureList.NamedRoads(graph)];
        // A road with a name is tried as the named road.
        var named = whole.SelectMany(c => c.Edges).ToHashSet();
        stretches =
        [
            .. ((Closure[])[.. ClosureList.CutRoads(study.Metric), .. ClosureList.Links(study.Metric)])
                .Select(c => c with { Edges = [.. c.Edges.Where(e => !named.Contains(e))] }).Where(c => c.Edges.Count > 0),
        ];
    }

    /// <summary>What is said of a closure in a table of a case: its title, and where the case's network has no way round, that.</summary>
    public static IEnumerable<Phrase> TitleOf(ClosureEffect effect, PlanningCase planningCase) =>
        effect.Closure.Kind == ClosureKind.CutRoad ? [effect.Title, new Phrase("cli.robustness.only-road" + SuffixOf(planningCase))] : [effect.Title];

    /// <summary>The headings of the numbers of a closure: cut off, delayed, longer.</summary>
    public static IEnumerable<Phrase> ColumnsOf(PlanningCase planningCase) =>
        [new("cli.robustness.cut-off" + SuffixOf(planningCase)), new("cli.robustness.delayed", DelayMinutes), new("cli.robustness.longer")];

    /// <summary>What must be known to read the closures of a case.</summary>
    public static IEnumerable<Phrase> NotesOf(PlanningCase planningCase) =>
    [
        new("cli.robustness.note"),
        .. planningCase.IsNetworkSimplified ? (Phrase[])[new("cli.robustness.simplified", planningCase.Roads.EdgeCount, planningCase.Demand.Count)] : [],
    ];

    private static string SuffixOf(PlanningCase planningCase) => planningCase.IsNetworkSimplified ? "-simplified" : "";

    /// <summary>Finds what may be closed in a case.</summary>
    public static RobustnessStudy Of(AccessStudy study) => new(study);

    /// <summary>The closures that hit somebody, the worst first.</summary>
    /// <param name="structure">Whose open sites people go to, nearest first.</param>
    /// <param name="most">So many are given at most; all ferries and named roads are tried nevertheless.</param>
    /// <param name="mostTries">So many links are tried at most, those first that most people pass.</param>
    public RobustnessRanking Rank(Structure structure, int most = 25, int mostTries = 500)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        StructureAccess before = study.Access(structure);
        long[] passing = Passing(before);
        var effects = new List<ClosureEffect>();
        foreach (Closure closure in whole)
        {
            int busiest = closure.Edges.MaxBy(e => passing[e]);
            if (passing[busiest] > 0) effects.Add(Effect(closure, closure.Edges, busiest, before));
        }
        (Closure Closure, int Edge)[] tries =
        [
            .. stretches.Select(c => (Closure: c, Edge: c.Edges.MaxBy(e => passing[e])))
                .Where(t => passing[t.Edge] > 0).OrderByDescending(t => passing[t.Edge]).ThenBy(t => t.Edge),
        ];
        int tried = 0;
        foreach ((Closure closure, int edge) in tries.Take(mostTries))
        {
            if (passing[edge] < LeastThatCounts(effects, most)) break;
            effects.Add(Effect(closure, [edge], edge, before));
            tried++;
        }
        ClosureEffect[] ranked =
        [
            .. effects.Where(e => e.Hit > 0).OrderByDescending(e => e.Hit).ThenByDescending(e => e.CutOff)
                .ThenByDescending(e => e.PersonMilliseconds).ThenBy(e => e.Closure.Edges[0]).Take(most)
                .Select(e => e with { Title = titles.Of(e.Closure, e.Busiest) }),
        ];
        return new RobustnessRanking(titles.ToldApart(ranked), tries.Length - tried, tried < tries.Length ? passing[tries[tried].Edge] : 0);
    }

    private static long LeastThatCounts(List<ClosureEffect> effects, int most) => effects.Count < most
        ? 1
        : effects.Select(e => e.Hit).OrderDescending().ElementAt(most - 1);

    /// <summary>People who drive through each edge on their way to the nearest open site.</summary>
    private long[] Passing(StructureAccess access)
    {
        SnappedPlace[] places = study.Places.ToArray();
        SnappedPlace[] sites = study.Sites.ToArray();
        int[] to = access.Assignment.Sites.ToArray();
        int[] people = study.Case.Demand.People.ToArray();
        return RoadUse.Of(
            study.Metric, study.Open, study.Case.Water,
            [
                .. Enumerable.Range(0, places.Length).Where(p => to[p] != SiteAssignment.NoSite)
                    .Select(p => new WeightedTrip(places[p], sites[to[p]], people[p])),
            ]).Passing.ToArray();
    }

    private ClosureEffect Effect(Closure closure, IReadOnlyList<int> edges, int busiest, StructureAccess before)
    {
        var isClosed = new bool[study.Scenario.Graph.EdgeCount];
        foreach (int edge in edges) isClosed[edge] = true;
        bool[] counts = [.. study.Case.Sites.Select(site => before.Structure.OpenSites.Contains(site.Id))];
        int[] times = study.NearestUnder(study.Metric.Without(isClosed), counts).Milliseconds;
        Demand demand = study.Case.Demand;
        var hit = new long[study.Case.Municipalities.Count];
        (long cutOff, long delayed, long longer, long personMilliseconds) = (0, 0, 0, 0);
        for (int place = 0; place < demand.Count; place++)
        {
            if (before.Assignment.States[place] != AccessState.Served || demand.People[place] == 0) continue;
            var after = TravelTime.FromMilliseconds(times[place]);
            int was = before.Assignment.Milliseconds[place];
            if (!after.IsReachable)
            {
                cutOff += demand.People[place];
                hit[demand.Municipalities[place]] += demand.People[place];
                continue;
            }
            long difference = (long)after.Milliseconds - was;
            if (difference == 0) continue;
            longer += demand.People[place];
            personMilliseconds += difference * demand.People[place];
            if (difference <= DelayMinutes * 60_000L) continue;
            delayed += demand.People[place];
            hit[demand.Municipalities[place]] += demand.People[place];
        }
        ReadOnlySpan<PlanePoint> shape = study.Scenario.Graph.Shape(busiest);
        return new ClosureEffect
        {
            Closure = closure,
            Busiest = busiest,
            Position = shape[shape.Length / 2],
            CutOff = cutOff,
            Delayed = delayed,
            Longer = longer,
            PersonMilliseconds = personMilliseconds,
            HitByMunicipality = hit,
        };
    }
}

/// <summary>The closures that hit most people under one structure.</summary>
/// <param name="Effects">The worst first; only those that hit somebody.</param>
/// <param name="Untried">Links that people pass and that were not tried.</param>
/// <param name="MostUntried">No link that was not tried can hit more people than this; 0 where all were tried.</param>
public sealed record RobustnessRanking(IReadOnlyList<ClosureEffect> Effects, int Untried, long MostUntried);

/// <summary>What one closure does to the people of a case under one structure.</summary>
public sealed record ClosureEffect
{
    /// <summary>What was closed.</summary>
    public required Closure Closure { get; init; }

    /// <summary>What to call it: found only of the closures that are ranked.</summary>
    public Phrase Title { get; init; } = new("decisions.named-road", "");

    /// <summary>The edge of it that most people drive through.</summary>
    public required int Busiest { get; init; }

    /// <summary>Middle of the edge that counts most, in the case's projection.</summary>
    public required PlanePoint Position { get; init; }

    /// <summary>People who reach a site before and none after.</summary>
    public required long CutOff { get; init; }

    /// <summary>People whose way gets more than <see cref="RobustnessStudy.DelayMinutes"/> minutes longer.</summary>
    public required long Delayed { get; init; }

    /// <summary>Everybody whose way gets longer, the delayed among them; not those cut off.</summary>
    public required long Longer { get; init; }

    /// <summary>Persons times milliseconds one way, of those whose way gets longer.</summary>
    public required long PersonMilliseconds { get; init; }

    /// <summary>People cut off or delayed, for each municipality in the case's order.</summary>
    public required IReadOnlyList<long> HitByMunicipality { get; init; }

    /// <summary>Cut off or delayed: what closures are ranked by.</summary>
    public long Hit => CutOff + Delayed;
}
