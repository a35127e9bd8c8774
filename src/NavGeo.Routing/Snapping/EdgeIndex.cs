using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Snapping;

/// <summary>
/// Finds the straight pieces of lines near a point: a grid of square cells, each with the pieces that run through it. The
/// lines are the edges of a network that one can snap to, or links on their way into one. That of a network made by adding
/// links lies as a small second layer on that of the network it was made from. Immutable; any number of threads may ask,
/// each with its own <see cref="NearbySegments"/> or <see cref="NearbyRoads"/>.
/// </summary>
internal sealed class EdgeIndex
{
    /// <summary>From so many pieces on, a country's streets, cells are smaller.</summary>
    private const int ManyPieces = 1_000_000;

    private const double MostCells = 32_000_000;

    private const LinkMarks NotEntered = LinkMarks.OnlyInWinter | LinkMarks.Underground | LinkMarks.OnBridge | LinkMarks.Ramp;

    private readonly PlanePoint[] points;
    private readonly int[] starts;
    private readonly int[] owners;
    private readonly int[] cellFirst;
    private readonly int[] cellSegments;
    private readonly double originEasting;
    private readonly double originNorthing;
    private readonly RoadGraph? graph;
    private readonly HashSet<int> replaced = [];

    /// <param name="points">Points of lines, one line after another: a network's own, or some.</param>
    /// <param name="starts">Where among them each piece begins; it ends at the next.</param>
    /// <param name="owners">The line each piece belongs to; the pieces of a line stand together, in the order of its drawing.</param>
    public EdgeIndex(PlanePoint[] points, int[] starts, int[] owners)
    {
        this.points = points;
        this.starts = starts;
        this.owners = owners;
        Layers = [this];
        if (starts.Length == 0)
        {
            cellFirst = [0];
            cellSegments = [];
            return;
        }
        (double west, double south) = (double.PositiveInfinity, double.PositiveInfinity);
        (double east, double north) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (int start in starts)
        {
            (PlanePoint a, PlanePoint b) = (points[start], points[start + 1]);
            (west, south) = (Math.Min(west, Math.Min(a.Easting, b.Easting)), Math.Min(south, Math.Min(a.Northing, b.Northing)));
            (east, north) = (Math.Max(east, Math.Max(a.Easting, b.Easting)), Math.Max(north, Math.Max(a.Northing, b.Northing)));
        }
        (originEasting, originNorthing) = (west, south);
        CellMetres = starts.Length < ManyPieces ? 1000 : 500;
        // A few roads far apart need no fine cells.
        while (((east - west) / CellMetres + 1) * ((north - south) / CellMetres + 1) > MostCells) CellMetres *= 2;
        Columns = (int)((east - originEasting) / CellMetres) + 1;
        Rows = (int)((north - originNorthing) / CellMetres) + 1;
        cellFirst = new int[checked(Columns * Rows) + 1];
        var cells = new List<int>();
        // Most pieces lie in one cell, which is found once.
        int[] only = GC.AllocateUninitializedArray<int>(starts.Length);
        for (int segment = 0; segment < starts.Length; segment++)
        {
            only[segment] = OnlyCellOf(segment);
            if (only[segment] >= 0)
            {
                cellFirst[only[segment] + 1]++;
                continue;
            }
            CellsOf(segment, cells);
            foreach (int cell in cells) cellFirst[cell + 1]++;
        }
        for (int cell = 0; cell < Columns * Rows; cell++) cellFirst[cell + 1] += cellFirst[cell];
        cellSegments = new int[cellFirst[^1]];
        var next = cellFirst[..^1];
        for (int segment = 0; segment < starts.Length; segment++)
        {
            if (only[segment] >= 0)
            {
                cellSegments[next[only[segment]]++] = segment;
                continue;
            }
            CellsOf(segment, cells);
            foreach (int cell in cells) cellSegments[next[cell]++] = segment;
        }
    }

    private EdgeIndex((int[] Starts, int[] Owners) pieces, RoadGraph graph)
        : this(graph.ToColumns().ShapePoints, pieces.Starts, pieces.Owners) => this.graph = graph;

    private EdgeIndex(RoadGraph graph, EdgeIndex under, int[] others)
        : this(PiecesOf(graph, others), graph)
    {
        Layers = [under, this];
        replaced = [.. others];
    }

    /// <summary>The indices of which the pieces near a point may lie in any; an edge's are all in one but for those that are replaced.</summary>
    public IReadOnlyList<EdgeIndex> Layers { get; }

    /// <summary>That of a network's roads one can snap to, remembered.</summary>
    public static EdgeIndex Of(RoadGraph graph) => NetworkCache.Get(graph, static roads =>
    {
        if (roads.Original is not { } original) return new EdgeIndex(PiecesOf(roads, Enumerable.Range(0, roads.EdgeCount)), roads);
        return new EdgeIndex(roads, Of(original), [.. Enumerable.Range(0, roads.EdgeCount).Where(e => !roads.IsAsIn(original, e))]);
    });

    /// <summary>
    /// Whether one can snap to an edge. A metric of another profile may close it; what can be snapped to follows from the
    /// kind and the marks alone. Nobody lives on a road over ice or enters a road through the roof of a tunnel, from below a
    /// bridge or over the fence of a motorway.
    /// </summary>
    public static bool Holds(RoadGraph graph, int edge) =>
        graph.EdgeKinds[edge] is LinkKind.Road or LinkKind.Expressway
        && graph.EdgeDirections[edge] != LinkDirections.None
        && (graph.EdgeFlags[edge] & NotEntered) == 0;

    /// <summary>Whether an edge is another than in the layers below.</summary>
    public bool IsReplaced(int edge) => replaced.Contains(edge);

    /// <summary>A piece that was found near a place as where the place meets the road.</summary>
    /// <exception cref="InvalidOperationException">The lines are no edges of a network.</exception>
    public RoadSnap ToSnap(NearbySegments.Candidate found)
    {
        if (graph is null) throw new InvalidOperationException("the lines are no edges of a network");
        int edge = owners[found.Segment];
        int piece = 0;
        while (piece < found.Segment && owners[found.Segment - piece - 1] == edge) piece++;
        ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
        (double before, double whole) = (0, 0);
        for (int i = 0; i + 1 < shape.Length; i++)
        {
            if (i == piece) before = whole;
            whole += shape[i].DistanceTo(shape[i + 1]);
        }
        double along = before + found.Share * points[starts[found.Segment]].DistanceTo(points[starts[found.Segment] + 1]);
        return new RoadSnap(SnapState.OnRoad, edge, whole == 0 ? 0 : Math.Clamp(along / whole, 0, 1), found.Metres, found.Point);
    }

    /// <summary>Side of a cell, metres.</summary>
    public double CellMetres { get; } = 1000;

    /// <summary>Cells from west to east.</summary>
    public int Columns { get; }

    /// <summary>Cells from south to north.</summary>
    public int Rows { get; }

    /// <summary>The column a point lies in; may be outside 0 … <see cref="Columns"/> - 1.</summary>
    public int ColumnOf(PlanePoint point) => (int)Math.Floor((point.Easting - originEasting) / CellMetres);

    /// <summary>The row a point lies in; may be outside 0 … <see cref="Rows"/> - 1.</summary>
    public int RowOf(PlanePoint point) => (int)Math.Floor((point.Northing - originNorthing) / CellMetres);

    /// <summary>Metres from a point to the nearest side of the cell it lies in.</summary>
    public double MetresToCellEdge(PlanePoint point)
    {
        double east = point.Easting - originEasting - ColumnOf(point) * CellMetres;
        double north = point.Northing - originNorthing - RowOf(point) * CellMetres;
        return Math.Min(Math.Min(east, CellMetres - east), Math.Min(north, CellMetres - north));
    }

    /// <summary>The pieces that run through a cell; none for a cell outside the grid.</summary>
    public ReadOnlySpan<int> Cell(int column, int row)
    {
        if (column < 0 || column >= Columns || row < 0 || row >= Rows) return [];
        int cell = row * Columns + column;
        return cellSegments.AsSpan(cellFirst[cell], cellFirst[cell + 1] - cellFirst[cell]);
    }

    /// <summary>The line a piece belongs to.</summary>
    public int OwnerOf(int segment) => owners[segment];

    /// <summary>The nearest point of a piece, with its share (0 to 1) of the piece's length.</summary>
    public (PlanePoint Point, double Share) Project(int segment, PlanePoint point) =>
        Project(points[starts[segment]], points[starts[segment] + 1], point);

    /// <summary>The nearest point of the straight piece from <paramref name="a"/> to <paramref name="b"/>.</summary>
    public static (PlanePoint Point, double Share) Project(PlanePoint a, PlanePoint b, PlanePoint point)
    {
        double east = b.Easting - a.Easting;
        double north = b.Northing - a.Northing;
        double square = east * east + north * north;
        if (square == 0) return (a, 0);
        double share = ((point.Easting - a.Easting) * east + (point.Northing - a.Northing) * north) / square;
        share = Math.Clamp(share, 0, 1);
        return (a.Towards(b, share), share);
    }

    private static (int[] Starts, int[] Owners) PiecesOf(RoadGraph graph, IEnumerable<int> edges)
    {
        int[] first = graph.ToColumns().ShapeFirst;
        var held = new List<int>(graph.EdgeCount);
        int pieces = 0;
        foreach (int edge in edges)
        {
            if (!Holds(graph, edge)) continue;
            held.Add(edge);
            pieces += first[edge + 1] - first[edge] - 1;
        }
        int[] starts = new int[pieces], owners = new int[pieces];
        int piece = 0;
        foreach (int edge in held)
        {
            for (int at = first[edge]; at + 1 < first[edge + 1]; at++) (starts[piece], owners[piece++]) = (at, edge);
        }
        return (starts, owners);
    }

    /// <summary>The cell that both ends of a piece lie in; below 0 where they lie in two.</summary>
    private int OnlyCellOf(int segment)
    {
        (PlanePoint a, PlanePoint b) = (points[starts[segment]], points[starts[segment] + 1]);
        (int row, int column) = (RowOf(a), ColumnOf(a));
        return row == RowOf(b) && column == ColumnOf(b) ? Math.Clamp(row, 0, Rows - 1) * Columns + Math.Clamp(column, 0, Columns - 1) : -1;
    }

    /// <summary>The cells a piece may run through: row by row, the stretch of columns the piece covers there.</summary>
    private void CellsOf(int segment, List<int> cells)
    {
        cells.Clear();
        PlanePoint a = points[starts[segment]];
        PlanePoint b = points[starts[segment] + 1];
        if (a.Northing > b.Northing) (a, b) = (b, a);
        int firstRow = RowOf(a);
        int lastRow = RowOf(b);
        for (int row = firstRow; row <= lastRow; row++)
        {
            double bottom = originNorthing + row * CellMetres;
            double from = Math.Max(a.Northing, bottom);
            double to = Math.Min(b.Northing, bottom + CellMetres);
            double rise = b.Northing - a.Northing;
            double eastFrom = rise == 0 ? a.Easting : a.Easting + (b.Easting - a.Easting) * ((from - a.Northing) / rise);
            double eastTo = rise == 0 ? b.Easting : a.Easting + (b.Easting - a.Easting) * ((to - a.Northing) / rise);
            if (eastFrom > eastTo) (eastFrom, eastTo) = (eastTo, eastFrom);
            int firstColumn = Math.Clamp((int)((eastFrom - originEasting) / CellMetres), 0, Columns - 1);
            int lastColumn = Math.Clamp((int)((eastTo - originEasting) / CellMetres), 0, Columns - 1);
            for (int column = firstColumn; column <= lastColumn; column++)
                cells.Add(Math.Clamp(row, 0, Rows - 1) * Columns + column);
        }
    }
}
