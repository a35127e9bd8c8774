namespace NavGeo.Routing.Building;

/// <summary>Gives every end point a node, the same one to points within the tolerance of each other.</summary>
internal sealed class NodeJoiner(double toleranceMetres)
{
    private Dictionary<(long, long), List<int>> cells = [];

    /// <summary>Where the nodes lie, by number.</summary>
    public List<PlanePoint> Points { get; } = [];

    /// <summary>The node at a point: the nearest known one within the tolerance, or a new one.</summary>
    public int NodeAt(PlanePoint point)
    {
        int known = Find(point);
        return known >= 0 ? known : Add(point);
    }

    /// <summary>The nearest known node within the tolerance; of equally near ones the first; -1 where there is none.</summary>
    public int Find(PlanePoint point)
    {
        (long column, long row) = CellOf(point);
        int nearest = -1;
        double nearestMetres = toleranceMetres;
        for (long c = column - 1; c <= column + 1; c++)
        {
            for (long r = row - 1; r <= row + 1; r++)
            {
                if (!cells.TryGetValue((c, r), out List<int>? nodes)) continue;
                foreach (int node in nodes)
                {
                    double metres = Points[node].DistanceTo(point);
                    if (metres > nearestMetres || (metres == nearestMetres && nearest >= 0)) continue;
                    nearest = node;
                    nearestMetres = metres;
                }
            }
        }
        return nearest;
    }

    /// <summary>A node of its own, whatever lies near.</summary>
    public int Add(PlanePoint point)
    {
        int node = Points.Count;
        Points.Add(point);
        (long, long) cell = CellOf(point);
        if (!cells.TryGetValue(cell, out List<int>? nodes)) cells[cell] = nodes = [];
        nodes.Add(node);
        return node;
    }

    /// <summary>A node that nothing is joined to by its place.</summary>
    public int AddApart(PlanePoint point)
    {
        Points.Add(point);
        return Points.Count - 1;
    }

    /// <summary>Lets go of what finds nodes by their place: no point is joined to them any more.</summary>
    public void Seal() => cells = [];

    private (long Column, long Row) CellOf(PlanePoint point) =>
        ((long)Math.Floor(point.Easting / toleranceMetres), (long)Math.Floor(point.Northing / toleranceMetres));
}
