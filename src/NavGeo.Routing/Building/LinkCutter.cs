using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Routing.Building;

/// <summary>
/// Finds the nearest road to a point and makes a junction there: at an end of the road's link if that is close, else by
/// cutting the link in two. The pieces a cut leaves are searched in place of the link from then on.
/// </summary>
internal sealed class LinkCutter
{
    /// <summary>A cut this near to an end of the link is made at the end.</summary>
    internal const double EndToleranceMetres = 25;

    private readonly DraftLinks drafts;
    private readonly NodeJoiner nodes;
    private readonly EdgeIndex index;
    private readonly NearbySegments nearby;
    private readonly Dictionary<int, List<int>> partsOf = [];

    /// <param name="drafts">All links; the roads among them are searched.</param>
    /// <param name="nodes">The nodes of their ends.</param>
    /// <param name="step">What it is made for.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <param name="isSearched">Says which straight pieces may be asked for; all where null. A country has some ten million.</param>
    public LinkCutter(DraftLinks drafts, NodeJoiner nodes, BuildingStep step, BuildingRun run, Func<PlanePoint, PlanePoint, bool>? isSearched = null)
    {
        this.drafts = drafts;
        this.nodes = nodes;
        var points = new List<PlanePoint>();
        var starts = new List<int>();
        var owners = new List<int>();
        for (int draft = 0; draft < drafts.Count; draft++)
        {
            run.Pass(step, draft, drafts.Count);
            if (!drafts.KindOf(draft).IsRoad()) continue;
            ReadOnlySpan<PlanePoint> shape = drafts.ShapeOf(draft);
            for (int piece = 0; piece + 1 < shape.Length; piece++)
            {
                if (isSearched is not null && !isSearched(shape[piece], shape[piece + 1])) continue;
                starts.Add(points.Count);
                points.Add(shape[piece]);
                points.Add(shape[piece + 1]);
                owners.Add(draft);
            }
        }
        index = new EdgeIndex([.. points], [.. starts], [.. owners]);
        nearby = new NearbySegments(index);
    }

    /// <summary>The nearest point on a road that does not itself end at <paramref name="node"/>.</summary>
    /// <returns>Metres to it, or null where no road lies within reach.</returns>
    public double? FindNearest(int node, double reach, out int draft, out PlanePoint at)
    {
        nearby.Begin(nodes.Points[node], reach);
        while (nearby.TryNext(out NearbySegments.Candidate candidate))
        {
            int owner = index.OwnerOf(candidate.Segment);
            if (EndsAt(owner, node)) continue;
            if (partsOf.TryGetValue(owner, out List<int>? parts) && parts.Any(part => EndsAt(part, node))) continue;
            draft = owner;
            at = candidate.Point;
            return candidate.Metres;
        }
        draft = -1;
        at = default;
        return null;
    }

    /// <summary>The node of the junction at a point of a road found by <see cref="FindNearest"/>.</summary>
    /// <param name="draft">The road.</param>
    /// <param name="at">A point on its drawing.</param>
    /// <param name="useNode">The node that shall stand there; a new one, or the road's own end, where null.</param>
    public int JunctionAt(int draft, PlanePoint at, int? useNode)
    {
        int part = PartNearest(draft, at, out int piece);
        DraftLink link = drafts[part];
        if (useNode is null)
        {
            ReadOnlySpan<PlanePoint> shape = link.Shape.Span;
            if (shape[0].DistanceTo(at) <= EndToleranceMetres) return link.From;
            if (shape[^1].DistanceTo(at) <= EndToleranceMetres) return link.To;
        }
        int node = useNode ?? nodes.Add(at);
        (DraftLink first, DraftLink second) = link.CutAt(piece, nodes.Points[node], node);
        drafts[part] = first;
        drafts.Add(second);
        if (!partsOf.TryGetValue(draft, out List<int>? parts)) partsOf[draft] = parts = [draft];
        parts.Add(drafts.Count - 1);
        return node;
    }

    private int PartNearest(int draft, PlanePoint at, out int piece)
    {
        int best = draft;
        double bestMetres = double.PositiveInfinity;
        piece = 0;
        List<int> parts = partsOf.TryGetValue(draft, out List<int>? cut) ? cut : [draft];
        foreach (int part in parts)
        {
            ReadOnlySpan<PlanePoint> shape = drafts.ShapeOf(part);
            for (int i = 0; i + 1 < shape.Length; i++)
            {
                double metres = EdgeIndex.Project(shape[i], shape[i + 1], at).Point.DistanceTo(at);
                if (metres >= bestMetres) continue;
                (best, piece, bestMetres) = (part, i, metres);
            }
        }
        return best;
    }

    private bool EndsAt(int draft, int node)
    {
        (int from, int to) = drafts.EndsOf(draft);
        return from == node || to == node;
    }
}

/// <summary>Makes a junction where a road ends on the line of another road that has no node there.</summary>
internal static class RoadEndSplitter
{
    /// <summary>Splits and returns how many junctions it made.</summary>
    public static int Split(DraftLinks drafts, NodeJoiner nodes, double toleranceMetres, BuildingRun run)
    {
        var degrees = new int[nodes.Points.Count];
        for (int i = 0; i < drafts.Count; i++)
        {
            if (!drafts.KindOf(i).IsRoad()) continue;
            (int from, int to) = drafts.EndsOf(i);
            degrees[from]++;
            degrees[to]++;
        }
        var cutter = new LinkCutter(drafts, nodes, BuildingStep.Splitting, run);
        int split = 0;
        for (int node = 0; node < degrees.Length; node++)
        {
            run.Pass(BuildingStep.Splitting, node, degrees.Length);
            if (degrees[node] != 1) continue;
            if (cutter.FindNearest(node, toleranceMetres, out int draft, out PlanePoint at) is null) continue;
            cutter.JunctionAt(draft, at, useNode: node);
            split++;
        }
        return split;
    }
}
