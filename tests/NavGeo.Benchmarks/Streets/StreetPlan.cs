using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Benchmarks.Streets;

/// <summary>
/// Where streets may run: corners in every inhabited square of 250 m, the more the more people live there, and whatever
/// could join them: sides of blocks, ways to the nearest road, ways between farms. What crosses a road of the map meets it
/// at a junction or is left for last; nothing crosses the sea. Scratch for one thread.
/// </summary>
internal sealed class StreetPlan
{
    private const double CellMetres = 250;
    private const int MostCorners = 36;
    private const double JunctionShare = 0.3;
    private const int FarmCells = 8;

    private readonly SplitMix random;
    private readonly RoadRaster roads;
    private readonly WaterMask? water;
    private readonly SnappedPlace[] cells;
    private readonly Dictionary<(int Column, int Row), int> cellAt = [];
    private readonly int[] first;
    private readonly int[] sides;

    private StreetPlan(SplitMix random, RoadRaster roads, WaterMask? water, SnappedPlace[] cells, int[] corners)
    {
        (this.random, this.roads, this.water, this.cells) = (random, roads, water, cells);
        first = new int[cells.Length];
        sides = new int[cells.Length];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            cellAt.TryAdd(KeyOf(cells[cell].Point), cell);
            first[cell] = roads.Points.Count;
            sides[cell] = (int)Math.Ceiling(Math.Sqrt(corners[cell]));
            (int column, int row) = KeyOf(cells[cell].Point);
            double step = CellMetres / sides[cell];
            for (int at = 0; at < corners[cell]; at++)
            {
                double east = (at % sides[cell] + 0.25 + random.Unit() * 0.5) * step, north = (at / sides[cell] + 0.25 + random.Unit() * 0.5) * step;
                roads.Points.Add(new PlanePoint(column * CellMetres + east, row * CellMetres + north));
            }
        }
        CornerEnd = roads.Points.Count;
    }

    /// <summary>What may be laid.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Corners are the points from <see cref="RoadRaster.NodeCount"/> to this one; behind them lie the junctions on the roads.</summary>
    public int CornerEnd { get; }

    /// <summary>Plans.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="roads">The roads of the map; takes the corners and the junctions made on them.</param>
    /// <param name="water">The sea.</param>
    /// <param name="cells">The squares' middles and where each meets a road.</param>
    /// <param name="people">Who lives in each.</param>
    /// <param name="corners">How many corners there shall be in all; at least one a square is made.</param>
    public static StreetPlan Of(SplitMix random, RoadRaster roads, WaterMask? water, SnappedPlace[] cells, ReadOnlySpan<int> people, int corners)
    {
        var plan = new StreetPlan(random, roads, water, cells, Shares(people, corners));
        for (int cell = 0; cell < cells.Length; cell++) plan.Join(cell);
        return plan;
    }

    /// <summary>Corners of each square, by the root of its people, so that they are about as many as wanted.</summary>
    private static int[] Shares(ReadOnlySpan<int> people, int corners)
    {
        double low = 0, high = MostCorners;
        var shares = new int[people.Length];
        for (int round = 0; round < 40; round++)
        {
            double factor = (low + high) / 2;
            long sum = 0;
            for (int cell = 0; cell < shares.Length; cell++)
            {
                shares[cell] = (int)Math.Clamp(Math.Round(factor * Math.Sqrt(people[cell] + 1)), 1, MostCorners);
                sum += shares[cell];
            }
            if (sum < corners) low = factor;
            else high = factor;
        }
        return shares;
    }

    private void Join(int cell)
    {
        (int column, int row) = KeyOf(cells[cell].Point);
        if (cellAt[(column, row)] != cell) return;
        int side = sides[cell], end = End(cell);
        for (int node = first[cell]; node < end; node++)
        {
            if ((node - first[cell]) % side < side - 1 && node + 1 < end) Street(node, node + 1);
            if (node + side < end) Street(node, node + side);
        }
        Neighbour(cell, column + 1, row);
        Neighbour(cell, column, row + 1);
        if (cells[cell].Snap is { State: SnapState.OnRoad } snap)
        {
            int node = Nearest(cell, snap.Point);
            Candidates.Add(new Candidate(node, roads.JunctionAt(snap.Edge, snap.Point), CandidateKind.Way, roads.Points[node].DistanceTo(snap.Point)));
        }
        for (int turn = 0; turn < 4; turn++) Farm(cell, column, row, turn);
    }

    /// <summary>Streets into the next square.</summary>
    private void Neighbour(int cell, int column, int row)
    {
        if (!cellAt.TryGetValue((column, row), out int other)) return;
        int ways = Math.Min(sides[cell], sides[other]);
        for (int way = 0; way < ways; way++)
        {
            // The corner of each that is nearest to a point on the side they share.
            (int c, int r) = KeyOf(cells[cell].Point);
            double along = (way + 0.5) / ways * CellMetres;
            PlanePoint gate = column > c ? new(column * CellMetres, r * CellMetres + along) : new(c * CellMetres + along, row * CellMetres);
            Street(Nearest(cell, gate), Nearest(other, gate));
        }
    }

    /// <summary>A way to the nearest square in a quarter of the sky that does not touch this one.</summary>
    private void Farm(int cell, int column, int row, int turn)
    {
        for (int ring = 1; ring <= FarmCells; ring++)
        {
            for (int off = 0; off < 2 * ring; off++)
            {
                (int east, int north) = turn switch { 0 => (ring, off - ring + 1), 1 => (ring - off - 1, ring), 2 => (-ring, ring - off - 1), _ => (off - ring + 1, -ring) };
                if (!cellAt.TryGetValue((column + east, row + north), out int other)) continue;
                if (ring == 1 && (east == 0 || north == 0)) return;
                int from = Nearest(cell, cells[other].Point), to = Nearest(other, roads.Points[from]);
                if (IsOverSea(from, to)) return;
                Candidates.Add(new Candidate(from, to, CandidateKind.Way, roads.Points[from].DistanceTo(roads.Points[to])));
                return;
            }
        }
    }

    private void Street(int a, int b)
    {
        if (a == b || IsOverSea(a, b)) return;
        double metres = roads.Points[a].DistanceTo(roads.Points[b]);
        if (roads.Crossing(roads.Points[a], roads.Points[b]) is not var (edge, at))
        {
            Candidates.Add(new Candidate(a, b, CandidateKind.Street, metres));
            return;
        }
        if (random.Unit() >= JunctionShare)
        {
            Candidates.Add(new Candidate(a, b, CandidateKind.Shut, metres));
            return;
        }
        int junction = roads.JunctionAt(edge, at);
        Candidates.Add(new Candidate(a, junction, CandidateKind.Street, metres / 2));
        Candidates.Add(new Candidate(junction, b, CandidateKind.Street, metres / 2));
    }

    private bool IsOverSea(int a, int b) => water is not null && water.SeaMetres(roads.Points[a], roads.Points[b]) > 0;

    private int Nearest(int cell, PlanePoint to)
    {
        int best = first[cell];
        for (int node = best + 1; node < End(cell); node++)
        {
            if (roads.Points[node].DistanceTo(to) < roads.Points[best].DistanceTo(to)) best = node;
        }
        return best;
    }

    private int End(int cell) => cell + 1 < first.Length ? first[cell + 1] : CornerEnd;

    private static (int Column, int Row) KeyOf(PlanePoint point) => ((int)Math.Floor(point.Easting / CellMetres), (int)Math.Floor(point.Northing / CellMetres));
}

/// <summary>What a candidate is.</summary>
internal enum CandidateKind : byte
{
    /// <summary>A side of a block.</summary>
    Street,

    /// <summary>A street kept open both ways: across a line that few cross, or because it joins the rest.</summary>
    Kept,

    /// <summary>A street that is laid only where nothing else joins its ends.</summary>
    Shut,

    /// <summary>A way across land where few live.</summary>
    Way,
}

/// <summary>A link that may be laid.</summary>
/// <param name="A">A point.</param>
/// <param name="B">Another.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Metres">About how long.</param>
internal readonly record struct Candidate(int A, int B, CandidateKind Kind, double Metres);
