using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Benchmarks.Streets;

/// <summary>
/// Chooses which of the planned streets are laid: a random spanning tree, all that is kept open across lines that few
/// cross (brooks, railways, ridges, at every scale, so that separators grow like the cube root of what they separate), and
/// more until there are enough. Scratch for one thread.
/// </summary>
internal sealed class StreetLayer(SplitMix random, List<PlanePoint> points, double crossingFactor)
{
    private const int SmallestPart = 96;
    private const double StreetsPerCorner = 1.27;

    /// <summary>A shut street counts as so much longer where it competes with ways.</summary>
    private const double Detour = 6;

    /// <summary>Of the ways that nobody needs, so many of the short ones are laid all the same.</summary>
    private const double SpareWays = 0.15;
    private const double ShortMetres = 700;

    /// <summary>Chooses.</summary>
    /// <param name="candidates">What may be laid; their kinds are changed.</param>
    /// <param name="graph">The map: what its roads join needs no street.</param>
    /// <param name="corners">How many corners there are.</param>
    public List<Candidate> Lay(Candidate[] candidates, RoadGraph graph, int corners)
    {
        int[] streets = [.. Enumerable.Range(0, candidates.Length).Where(c => candidates[c].Kind == CandidateKind.Street)];
        Divide(candidates, streets);
        var joined = new DisjointSets(points.Count);
        for (int edge = 0; edge < graph.EdgeCount; edge++) joined.Join(graph.EdgeFrom[edge], graph.EdgeTo[edge]);
        Shuffle(streets);
        var laid = new List<Candidate>();
        var spare = new List<Candidate>();
        foreach (int at in streets)
        {
            Candidate street = candidates[at];
            if (street.Kind == CandidateKind.Shut) continue;
            bool isNeeded = joined.Find(street.A) != joined.Find(street.B);
            joined.Join(street.A, street.B);
            // What joins the rest is open both ways: nobody is cut off by a one-way street.
            if (isNeeded || street.Kind == CandidateKind.Kept) laid.Add(street with { Kind = CandidateKind.Kept });
            else spare.Add(street);
        }
        foreach (Candidate way in candidates.Where(c => c.Kind is CandidateKind.Way or CandidateKind.Shut)
            .OrderBy(c => c.Kind == CandidateKind.Shut ? c.Metres * Detour : c.Metres).ThenBy(c => c.A).ThenBy(c => c.B))
        {
            bool isNeeded = joined.Find(way.A) != joined.Find(way.B);
            joined.Join(way.A, way.B);
            if (isNeeded || (way.Kind == CandidateKind.Way && way.Metres < ShortMetres && random.Unit() < SpareWays)) laid.Add(way);
        }
        foreach (Candidate street in spare)
        {
            if (laid.Count >= StreetsPerCorner * corners) break;
            laid.Add(street);
        }
        return laid;
    }

    /// <summary>Parts the streets by a line through their middle, again and again; of those across it few stay open.</summary>
    private void Divide(Candidate[] candidates, int[] streets)
    {
        if (streets.Length <= SmallestPart) return;
        var xs = new double[streets.Length];
        var ys = new double[streets.Length];
        for (int i = 0; i < streets.Length; i++) (xs[i], ys[i]) = (points[candidates[streets[i]].A].Easting, points[candidates[streets[i]].A].Northing);
        bool byEast = xs.Max() - xs.Min() >= ys.Max() - ys.Min();
        double[] values = byEast ? xs : ys;
        Array.Sort(values);
        double line = values[(int)(values.Length * (0.35 + 0.3 * random.Unit()))];
        List<int> low = [], high = [], across = [];
        foreach (int at in streets)
        {
            PlanePoint a = points[candidates[at].A], b = points[candidates[at].B];
            (bool isA, bool isB) = byEast ? (a.Easting < line, b.Easting < line) : (a.Northing < line, b.Northing < line);
            (isA != isB ? across : isA ? low : high).Add(at);
        }
        int open = (int)Math.Max(1, Math.Round(crossingFactor * Math.Cbrt(streets.Length)));
        int[] crossing = [.. across];
        Shuffle(crossing);
        for (int i = 0; i < crossing.Length; i++)
            candidates[crossing[i]] = candidates[crossing[i]] with { Kind = i < open ? CandidateKind.Kept : CandidateKind.Shut };
        if (low.Count == streets.Length || high.Count == streets.Length) return;
        Divide(candidates, [.. low]);
        Divide(candidates, [.. high]);
    }

    private void Shuffle(int[] list)
    {
        for (int i = list.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
