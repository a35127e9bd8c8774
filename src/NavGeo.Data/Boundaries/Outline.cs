using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace NavGeo.Data.Boundaries;

/// <summary>The outline of several municipalities together: a region, an office's area, a county.</summary>
public static class Outline
{
    /// <summary>Boundaries drawn apart leave slits of centimetres, which would show as lines inside the whole; they are closed up to twice this width.</summary>
    private const double SliverMetres = 1;

    /// <summary>The areas without the borders between them; valid.</summary>
    /// <param name="areas">Polygons and multipolygons in metres; at least one, which alone is returned as it is.</param>
    public static Geometry Dissolved(IReadOnlyList<Geometry> areas)
    {
        if (areas.Count == 1) return areas[0];
        Geometry union = OverlayNGRobust.Union(areas);
        Geometry closed = union.Buffer(SliverMetres, 1).Buffer(-SliverMetres, 1);
        return closed is { IsEmpty: false, IsValid: true } and IPolygonal ? closed : union;
    }
}
