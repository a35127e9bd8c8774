using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Robustness;

/// <summary>What closures are called: by their own name, or by road and the settlement nearest to it.</summary>
internal sealed class ClosureTitles(PlanningCase planningCase, RoadGraph graph)
{
    private readonly PlaceLabels labels = new(planningCase);

    /// <summary>The title of a closure of which one edge counts most.</summary>
    public Phrase Of(Closure closure, int edge)
    {
        if (closure.Name is { } name) return new Phrase(closure.Kind == ClosureKind.Ferry ? "decisions.ferry" : "decisions.named-road", name);
        ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
        string near = labels.Near(shape[shape.Length / 2]) ?? "–";
        object road = closure.Road.IsNumbered ? closure.Road.ToString() : RoadWords.Unnumbered(closure.Road.Category);
        return new Phrase(closure.Kind == ClosureKind.Ferry ? "decisions.ferry-near" : "decisions.road-near", road, near);
    }
}
