using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Edits;

/// <summary>
/// A network under a profile with some edits: what the roads would be if. Immutable; undoing an edit is the scenario
/// without it, with the same times to the millisecond.
/// </summary>
/// <remarks>
/// Only <see cref="BuiltLink"/> makes another graph; all other edits keep the graph and change the times of the edges they
/// speak of. Edits are applied in order, later ones going before earlier ones on the same edge, closures before all.
/// </remarks>
public sealed class RoadScenario
{
    private RoadScenario(RoadGraph graph, IReadOnlyList<RoadEdit> edits, RoadMetric open, RoadMetric metric, int[] changed)
    {
        Graph = graph;
        Edits = edits;
        Open = open;
        Metric = metric;
        ChangedEdges = changed;
    }

    /// <summary>The base network itself, or that with the added links.</summary>
    public RoadGraph Graph { get; }

    /// <summary>What is different.</summary>
    public IReadOnlyList<RoadEdit> Edits { get; }

    /// <summary>Times with every edit but the closures: those of the first and last edge of a trip.</summary>
    public RoadMetric Open { get; }

    /// <summary>Times with every edit.</summary>
    public RoadMetric Metric { get; }

    /// <summary>Edges whose time differs from the graph without edits, rising.</summary>
    public IReadOnlyList<int> ChangedEdges { get; }

    /// <summary>Applies edits to a network.</summary>
    /// <param name="graph">The base network.</param>
    /// <param name="profile">How fast one travels.</param>
    /// <param name="edits">In their order.</param>
    /// <param name="known">Another scenario of the same base network; its graph is used where the added links are the same.</param>
    /// <exception cref="UnknownEditTargetException">An edit finds nothing to change.</exception>
    public static RoadScenario Of(RoadGraph graph, TravelProfile profile, IReadOnlyList<RoadEdit> edits, RoadScenario? known = null)
    {
        BuiltLink[] added = [.. edits.OfType<BuiltLink>()];
        if (added.Length > 0 && known is not null && HasSameLinks(added, known))
        {
            graph = known.Graph;
        }
        else if (added.Length > 0)
        {
            graph = LinkAddition.To(graph, [.. added.Select(a => a.Link)], BuiltLink.ReachMetres);
        }
        RoadMetric plain = RoadMetric.Of(graph, profile);
        var times = new EditedTimes(graph, plain);
        foreach (RoadEdit edit in edits) times.Apply(edit);
        RoadMetric open = times.Open();
        return new RoadScenario(graph, [.. edits], open, times.Metric(open), times.ChangedEdges(open));
    }

    private static bool HasSameLinks(BuiltLink[] added, RoadScenario known)
    {
        BuiltLink[] others = [.. known.Edits.OfType<BuiltLink>()];
        return added.Length == others.Length && added.Zip(others).All(pair =>
            pair.First.Link.Shape.SequenceEqual(pair.Second.Link.Shape)
            && pair.First.Link with { Shape = pair.Second.Link.Shape } == pair.Second.Link);
    }
}
