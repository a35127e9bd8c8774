using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Robustness;

/// <summary>What closures are called: by their own name, or by road and the settlement nearest to it.</summary>
internal sealed class ClosureTitles(PlanningCase planningCase, RoadGraph graph)
{
    private readonly PlaceLabels labels = new(planningCase);

    /// <summary>The title of a closure of which one edge counts most.</summary>
    public Phrase Of(Closure closure, int edge)
    {
        if (closure.Name is { } name) return new Phrase(closure.Kind == ClosureKind.Ferry ? "decisions.ferry" : "decisions.named-road", name);
        object road = closure.Road.IsNumbered ? closure.Road.ToString() : RoadWords.Unnumbered(closure.Road.Category);
        (int first, int second) = EndsOf(closure, edge);
        PlaceLabel one = labels.Near(graph.NodePoints[first]) ?? new PlaceLabel("–");
        PlaceLabel other = labels.Near(graph.NodePoints[second]) ?? new PlaceLabel("–");
        if (closure.Kind == ClosureKind.Ferry) return new Phrase("decisions.ferry-near", road, one.At);
        return one == other ? new Phrase("decisions.road-near", road, one.At) : new Phrase("decisions.road-between", road, one.Called, other.Called);
    }

    /// <summary>The same effects; where two have one title each is told with its place, east and north in metres of the case's projection.</summary>
    public static IReadOnlyList<ClosureEffect> ToldApart(IReadOnlyList<ClosureEffect> effects)
    {
        var several = effects.GroupBy(e => e.Title.ToString(), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. effects.Select(e => several.Contains(e.Title.ToString())
                ? e with { Title = new Phrase("decisions.title-at", e.Title, (long)Math.Round(e.Position.Easting), (long)Math.Round(e.Position.Northing)) }
                : e),
        ];
    }

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
