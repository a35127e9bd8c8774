using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>
/// Lays the way from the road down to the quay where a drawing at small scale ends the ferry line out in the water:
/// from each end of a ferry line to the nearest road within reach. What it lays is an estimate and listed.
/// </summary>
internal sealed class QuayLayer(DraftLinks drafts, NodeJoiner nodes, double reach, double waysideReach)
{
    /// <summary>A quay this near to a road's line lies on it.</summary>
    private const double OnTheRoadMetres = 1;

    /// <summary>Squares of the sieve are never smaller: a long road passes thousands of small ones.</summary>
    private const double LeastSquareMetres = 5_000;

    private readonly List<QuayGap> laid = [];
    private readonly List<QuayGap> open = [];
    private readonly HashSet<int> landings = [];

    /// <summary>Gaps that were closed.</summary>
    public IReadOnlyList<QuayGap> Laid => laid;

    /// <summary>Line ends left at sea.</summary>
    public IReadOnlyList<QuayGap> Open => open;

    /// <summary>
    /// Quays of car ferries where the drawing has no road: where a line ends, and where two meet, as the boat calls and sails
    /// on. Where three meet it turns at sea.
    /// </summary>
    public IReadOnlySet<int> Landings => landings;

    /// <summary>Does it.</summary>
    public void Lay(BuildingRun run)
    {
        var ferries = new int[nodes.Points.Count];
        var hasRoad = new bool[nodes.Points.Count];
        var ferryAt = new int[nodes.Points.Count];
        for (int i = 0; i < drafts.Count; i++)
        {
            run.Pass(BuildingStep.Quays, i, drafts.Count);
            bool isFerry = drafts.KindOf(i).IsFerry();
            (int from, int to) = drafts.EndsOf(i);
            foreach (int node in (ReadOnlySpan<int>)[from, to])
            {
                if (isFerry) ferries[node]++;
                else hasRoad[node] = true;
                if (isFerry) ferryAt[node] = i;
            }
        }
        var around = new NeighbourhoodCells(Math.Max(20 * reach, LeastSquareMetres));
        for (int node = 0; node < ferries.Length; node++)
        {
            if (ferries[node] > 0 && !hasRoad[node]) around.Add(nodes.Points[node]);
        }
        if (around.IsEmpty) return;
        var cutter = new LinkCutter(drafts, nodes, BuildingStep.Quays, run, around.MayTouch);
        for (int node = 0; node < ferries.Length; node++)
        {
            if (ferries[node] == 0 || hasRoad[node]) continue;
            run.Cancellation.ThrowIfCancellationRequested();
            bool isLineEnd = ferries[node] == 1;
            RoadLink ferry = drafts[ferryAt[node]].Link;
            double within = isLineEnd ? reach : waysideReach;
            if (cutter.FindNearest(node, within, out int road, out PlanePoint at) is { } metres)
            {
                if (metres <= OnTheRoadMetres)
                {
                    cutter.JunctionAt(road, at, useNode: node);
                    continue;
                }
                LayTo(node, cutter.JunctionAt(road, at, useNode: null), ferry);
                laid.Add(new QuayGap(nodes.Points[node], ferry.Road, metres));
                continue;
            }
            if (ferries[node] <= 2 && ferry.Kind == LinkKind.CarFerry) landings.Add(node);
            if (isLineEnd)
            {
                double gap = cutter.FindNearest(node, 20 * reach, out _, out _) ?? double.PositiveInfinity;
                open.Add(new QuayGap(nodes.Points[node], ferry.Road, gap));
            }
        }
    }

    private void LayTo(int quay, int junction, RoadLink ferry)
    {
        PlanePoint[] shape = [nodes.Points[junction], nodes.Points[quay]];
        drafts.Add(new DraftLink
        {
            Link = new RoadLink { Shape = shape, Kind = LinkKind.QuayLink, Category = ferry.Category, Road = ferry.Road, Name = ferry.Name },
            Shape = shape,
            LengthMillimetres = (int)Math.Round(shape[0].DistanceTo(shape[1]) * 1000),
            From = junction,
            To = quay,
        });
    }
}
