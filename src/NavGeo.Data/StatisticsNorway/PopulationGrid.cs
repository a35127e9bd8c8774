using System.Collections.Immutable;
using NavGeo.Routing;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// People per square of Statistics Norway's grid, or at points, in the order of the file, as parallel columns of one length.
/// Immutable; any number of threads may read it. Coordinates are EPSG:25833.
/// </summary>
public sealed class PopulationGrid
{
    internal PopulationGrid(int cellMetres, ImmutableArray<string> ids, ImmutableArray<int> people, ImmutableArray<PlanePoint> middles)
    {
        CellMetres = cellMetres;
        Ids = ids;
        People = people;
        Middles = middles;
        foreach (int count in people) TotalPeople += count;
    }

    /// <summary>Side of a square, metres; 0 where people stand at points.</summary>
    public int CellMetres { get; }

    /// <summary>How many squares or points.</summary>
    public int Count => Ids.Length;

    /// <summary>Everybody.</summary>
    public long TotalPeople { get; }

    /// <summary>14 digits a square, or the id of a point; unique.</summary>
    public ImmutableArray<string> Ids { get; }

    /// <summary>Persons, 0 or more.</summary>
    public ImmutableArray<int> People { get; }

    /// <summary>The middle of each square, or the point, metres.</summary>
    public ImmutableArray<PlanePoint> Middles { get; }
}
