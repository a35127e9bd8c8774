using NavGeo.Routing;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace NavGeo.Data.Ground;

/// <summary>Where a background has sea and lakes. Immutable to its readers; any number of threads.</summary>
public sealed class WaterAreas
{
    private readonly STRtree<IndexedPointInAreaLocator> wet;
    private readonly STRtree<IndexedPointInAreaLocator>? dry;
    private readonly Envelope known = new();
    private readonly Lock turn = new();

    private WaterAreas(MapBackground background)
    {
        wet = Tree([.. background.Sea, .. background.Lakes]);
        // Beyond its own edge a background says nothing.
        foreach (Geometry area in background.Municipalities.Concat(background.Neighbours).Select(b => b.Area)) known.ExpandToInclude(area.EnvelopeInternal);
        if (background.HasSea) dry = Tree([.. background.Municipalities.Concat(background.Neighbours).Select(b => b.Area), .. background.Abroad]);
    }

    /// <summary>The water of a background; null where it knows of none.</summary>
    public static WaterAreas? Of(MapBackground background) =>
        background.Sea.Count + background.Lakes.Count == 0 && !background.HasSea ? null : new WaterAreas(background);

    /// <summary>Whether a point, metres in the case's projection, lies in water.</summary>
    public bool Holds(PlanePoint point)
    {
        var at = new Coordinate(point.Easting, point.Northing);
        // An index is built when it is first asked.
        lock (turn) return IsIn(wet, at) || (dry is not null && known.Contains(at) && !IsIn(dry, at));
    }

    private static STRtree<IndexedPointInAreaLocator> Tree(IReadOnlyCollection<Geometry> areas)
    {
        var tree = new STRtree<IndexedPointInAreaLocator>();
        foreach (Geometry area in areas) tree.Insert(area.EnvelopeInternal, new IndexedPointInAreaLocator(area));
        return tree;
    }

    private static bool IsIn(STRtree<IndexedPointInAreaLocator> tree, Coordinate at) =>
        tree.Query(new Envelope(at)).Any(area => area.Locate(at) != Location.Exterior);
}
