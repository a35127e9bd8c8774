using System.Collections.Concurrent;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Robustness;

/// <summary>
/// What closures are called: by their own name, or by the road and the named places before and behind the stretch, each the
/// first that one comes to along that road. A distance from a place is named only where the road passes none. Any number of threads may ask.
/// </summary>
internal sealed class ClosureTitles(PlanningCase planningCase, RoadGraph graph)
{
    /// <summary>No farther along its road is a place looked for, millimetres: beyond that its name says nothing of the stretch.</summary>
    private const long FarthestMillimetres = 40_000_000;

    private readonly PlaceLabels labels = new(planningCase);
    private readonly ConcurrentDictionary<PlanePoint, PlaceLabel?> known = new();

    /// <summary>The title of a closure of which one edge counts most.</summary>
    public Phrase Of(Closure closure, int edge)
    {
        if (closure.Name is { } name) return new Phrase(closure.Kind == ClosureKind.Ferry ? "decisions.ferry" : "decisions.named-road", name);
        object road = closure.Road.IsNumbered ? closure.Road.ToString() : RoadWords.Unnumbered(closure.Road.Category);
        (int first, int second) = EndsOf(closure, edge);
        if (closure.Kind == ClosureKind.Ferry) return new Phrase("decisions.ferry-near", road, LabelOf(graph.NodePoints[first]).At);
        HashSet<int> closed = closure.Kind == ClosureKind.Road ? [.. closure.Edges] : [edge];
        PlaceLabel? one = Near(graph.NodePoints[first]);
        PlaceLabel? other = Near(graph.NodePoints[second]);
        if (one is not null && one == other) return new Phrase("decisions.road-near", road, one.Value.At);
        one ??= Beyond(closure.Road, first, closed, other);
        other ??= Beyond(closure.Road, second, closed, one);
        if (one is null != other is null) (one, other) = (one ?? other, Along(edge, one ?? other));
        if (one is not null && other is not null)
        {
            // The same two places, whichever way the road is drawn.
            Phrase[] names = [.. ((PlaceLabel[])[one.Value, other.Value]).OrderBy(l => l.Name, StringComparer.Ordinal).Select(l => l.Called)];
            return new Phrase("decisions.road-between", road, names[0], names[1]);
        }
        return new Phrase("decisions.road-near", road, (one ?? other ?? LabelOf(MiddleOf(edge))).At);
    }

    /// <summary>
    /// The same effects; where two have one title each is told with what its middle lies near to, and where that does not
    /// tell them apart either, with its place, east and north in metres of the case's projection.
    /// </summary>
    public IReadOnlyList<ClosureEffect> ToldApart(IReadOnlyList<ClosureEffect> effects) => Told(
        Told(effects, e => LabelOf(e.Position).At is var at && e.Title.ToString().EndsWith(at.ToString(), StringComparison.Ordinal)
            ? e.Title : new Phrase("decisions.title-near", e.Title, at)),
        e => new Phrase("decisions.title-at", e.Title, (long)Math.Round(e.Position.Easting), (long)Math.Round(e.Position.Northing)));

    private static IReadOnlyList<ClosureEffect> Told(IReadOnlyList<ClosureEffect> effects, Func<ClosureEffect, Phrase> more)
    {
        var several = effects.GroupBy(e => e.Title.ToString(), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. effects.Select(e => several.Contains(e.Title.ToString()) ? e with { Title = more(e) } : e)];
    }

    /// <summary>The first place one comes to from a node along a road, the shortest way and away from the stretch; null where there is none, or it is the one at the other end.</summary>
    private PlaceLabel? Beyond(RoadNumber road, int from, HashSet<int> closed, PlaceLabel? taken)
    {
        if (!road.IsNumbered) return null;
        var seen = new HashSet<int>();
        var queue = new PriorityQueue<int, long>([(from, 0L)]);
        while (queue.TryDequeue(out int node, out long away))
        {
            if (!seen.Add(node)) continue;
            if (Near(graph.NodePoints[node]) is { } place && place != taken) return place;
            for (int arc = graph.ArcFirst[node]; arc < graph.ArcFirst[node + 1]; arc++)
            {
                int edge = graph.ArcEdges[arc] / 2;
                long there = away + graph.EdgeLengths[edge];
                if (graph.EdgeRoads[edge] == road && !closed.Contains(edge) && there <= FarthestMillimetres) queue.Enqueue(graph.ArcHeads[arc], there);
            }
        }
        return null;
    }

    /// <summary>Another place that the edge itself passes; null where there is none.</summary>
    private PlaceLabel? Along(int edge, PlaceLabel? taken)
    {
        foreach (PlanePoint point in graph.Shape(edge))
        {
            if (Near(point) is { } place && place != taken) return place;
        }
        return null;
    }

    /// <summary>What a point lies at; null where that is told by a distance.</summary>
    private PlaceLabel? Near(PlanePoint point) => Label(point) is { Kilometres: null } place ? place : null;

    private PlaceLabel LabelOf(PlanePoint point) => Label(point) ?? new PlaceLabel("–");

    private PlaceLabel? Label(PlanePoint point) => known.GetOrAdd(point, labels.Near);

    private PlanePoint MiddleOf(int edge) => graph.Shape(edge)[graph.Shape(edge).Length / 2];

    /// <summary>The two ends of a link that is tried as a whole; of a stretch those of the edge that was closed.</summary>
    private (int First, int Second) EndsOf(Closure closure, int edge)
    {
        if (closure.Kind == ClosureKind.Road)
        {
            int[] ends =
            [
                .. closure.Edges.SelectMany(e => (int[])[graph.EdgeFrom[e], graph.EdgeTo[e]]).GroupBy(n => n)
                    .Where(g => g.Count() == 1).Select(g => g.Key).Order(),
            ];
            if (ends is [int first, int second]) return (first, second);
        }
        return (graph.EdgeFrom[edge], graph.EdgeTo[edge]);
    }
}
