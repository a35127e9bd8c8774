namespace NavGeo.Routing.Snapping;

/// <summary>
/// Walks the pieces of lines around a point from the nearest outwards, ring of cells by ring of cells. Scratch for one
/// thread; used again and again without allocation once its queue has grown.
/// </summary>
internal sealed class NearbySegments
{
    private readonly EdgeIndex grid;
    private readonly PriorityQueue<Candidate, Candidate> candidates = new();
    private PlanePoint centre;
    private double reach;
    private double toCellEdge;
    private double alreadyHandedOut;
    private int ring;
    private int lastRing;

    public NearbySegments(EdgeIndex grid) => this.grid = grid;

    /// <summary>The piece, the nearest point on it and how far away that is.</summary>
    internal readonly record struct Candidate(double Metres, int Segment, PlanePoint Point, double Share) : IComparable<Candidate>
    {
        /// <summary>Nearest first; of two as near, the lower segment, so that the answer never depends on chance.</summary>
        public int CompareTo(Candidate other)
        {
            int byDistance = Metres.CompareTo(other.Metres);
            return byDistance != 0 ? byDistance : Segment.CompareTo(other.Segment);
        }
    }

    /// <summary>Begins at a point; nothing farther than <paramref name="metres"/> will be found.</summary>
    public void Begin(PlanePoint point, double metres)
    {
        centre = point;
        reach = metres;
        ring = 0;
        alreadyHandedOut = 0;
        toCellEdge = grid.MetresToCellEdge(point);
        candidates.Clear();
        int farthest = Math.Max(
            Math.Max(grid.ColumnOf(point), grid.Columns - 1 - grid.ColumnOf(point)),
            Math.Max(grid.RowOf(point), grid.Rows - 1 - grid.RowOf(point)));
        lastRing = (int)Math.Min((long)Math.Max(farthest, 0), (long)Math.Ceiling(metres / grid.CellMetres));
    }

    /// <summary>The next nearest piece; false when nothing more is within reach. A piece comes once.</summary>
    public bool TryNext(out Candidate candidate)
    {
        while (true)
        {
            if (candidates.TryPeek(out candidate, out _) && (ring > lastRing || candidate.Metres < SafeMetres))
            {
                while (candidates.TryPeek(out Candidate same, out _) && same.Segment == candidate.Segment) candidates.Dequeue();
                return true;
            }
            if (ring > lastRing)
            {
                candidate = default;
                return false;
            }
            AddRing();
        }
    }

    /// <summary>Everything nearer than this lies in the rings that have been looked through.</summary>
    private double SafeMetres => (ring - 1) * grid.CellMetres + toCellEdge;

    private void AddRing()
    {
        int column = grid.ColumnOf(centre);
        int row = grid.RowOf(centre);
        alreadyHandedOut = Math.Max(0, SafeMetres);
        if (ring == 0)
        {
            AddCell(column, row);
        }
        else
        {
            for (int c = column - ring; c <= column + ring; c++)
            {
                AddCell(c, row - ring);
                AddCell(c, row + ring);
            }
            for (int r = row - ring + 1; r <= row + ring - 1; r++)
            {
                AddCell(column - ring, r);
                AddCell(column + ring, r);
            }
        }
        ring++;
    }

    private void AddCell(int column, int row)
    {
        foreach (int segment in grid.Cell(column, row))
        {
            (PlanePoint point, double share) = grid.Project(segment, centre);
            double metres = point.DistanceTo(centre);
            // A piece that runs through several rings was seen, and handed out, in the innermost of them.
            if (metres <= reach && metres >= alreadyHandedOut) Add(new Candidate(metres, segment, point, share));
        }
    }

    private void Add(Candidate candidate) => candidates.Enqueue(candidate, candidate);
}
