using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Simplify;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// Makes a small background out of N1000 and the municipal boundaries of any year: the land of N1000, divided among the
/// municipalities whose areas it lies in, land outside all of them going to the nearest; then simplified so that
/// neighbours keep one common border. Islets and ponds that a sheet would not show are left out.
/// </summary>
public static class GroundMaker
{
    private const double LeastLandShare = 1.5;
    private const double LeastLakeShare = 400;
    private const double NearestMetres = 25_000;

    /// <summary>The land beyond the border reaches a little over it, so that no slit is left between two simplified lines.</summary>
    private const double BorderOverlap = 4;

    /// <summary>Makes it.</summary>
    /// <param name="n1000">The GeoPackage.</param>
    /// <param name="boundaries">All municipalities of a year.</param>
    /// <param name="own">Numbers of the case's own.</param>
    /// <param name="window">What to show, metres in EPSG:25833.</param>
    /// <param name="toleranceMetres">Lines move by no more than this.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    public static MapBackground Make(
        InputFile n1000, IReadOnlyList<MunicipalityBoundary> boundaries, IReadOnlySet<string> own, Envelope window, double toleranceMetres, Findings findings)
    {
        MapBackground source = N1000Ground.Read(n1000, window, findings);
        var factory = new GeometryFactory(new PrecisionModel(), 25833);
        Geometry frame = factory.ToGeometry(window);
        Geometry sea = Union(source.Sea, factory);
        MunicipalityBoundary[] near = [.. boundaries.Where(b => b.Extent.Intersects(window))];
        var parts = near.ToDictionary(b => b.Number, _ => new List<Geometry>(), StringComparer.Ordinal);
        foreach (MunicipalityBoundary piece in source.Neighbours)
        {
            Geometry land = Difference(Intersection(piece.Area, frame), sea);
            if (land.IsEmpty) continue;
            MunicipalityBoundary[] over = [.. near.Where(b => b.Area.Intersects(land))];
            foreach (MunicipalityBoundary each in over) parts[each.Number].Add(Intersection(land, each.Area));
            Geometry rest = over.Length == 0 ? land : Difference(land, Union([.. over.Select(o => o.Area)], factory));
            foreach (Polygon left in PolygonExtracter.GetPolygons(rest).Cast<Polygon>())
            {
                MunicipalityBoundary? nearest = near.MinBy(b => b.Extent.Distance(left.EnvelopeInternal) > NearestMetres ? double.MaxValue : b.Area.Distance(left));
                if (nearest is not null) parts[nearest.Number].Add(left);
            }
        }
        MunicipalityBoundary[] whole = [.. near.Select(b => b.Within(Areal(Union([.. parts[b.Number]], factory)))).Where(b => !b.Area.IsEmpty)];
        MunicipalityBoundary[] simple = Simplified(whole, toleranceMetres, factory);
        double leastLake = toleranceMetres * toleranceMetres * LeastLakeShare;
        return new MapBackground
        {
            Municipalities = [.. simple.Where(b => own.Contains(b.Number))],
            Neighbours = [.. simple.Where(b => !own.Contains(b.Number))],
            Lakes =
            [
                .. source.Lakes.Where(lake => lake.Area >= leastLake && lake.Intersects(frame))
                    .Select(lake => TopologyPreservingSimplifier.Simplify(Intersection(lake, frame), toleranceMetres)),
            ],
            Abroad =
            [
                .. source.Abroad.Select(a => Areal(Intersection(TopologyPreservingSimplifier.Simplify(Intersection(a, frame).Buffer(toleranceMetres * BorderOverlap), toleranceMetres * 2), frame)))
                    .Where(a => !a.IsEmpty),
            ],
            HasSea = Intersection(frame, sea).Area > frame.Area / 1000,
        };
    }

    private static MunicipalityBoundary[] Simplified(MunicipalityBoundary[] whole, double tolerance, GeometryFactory factory)
    {
        Geometry borders = OverlayNGRobust.Union([.. whole.Select(b => b.Area.Boundary)], factory);
        var merger = new LineMerger();
        merger.Add(borders);
        Geometry[] lines =
        [
            .. merger.GetMergedLineStrings().Cast<LineString>().Select(l => DouglasPeuckerSimplifier.Simplify(l, tolerance))
                .Where(l => l is LineString { NumPoints: > 1, Length: > 0 } line && (!line.IsClosed || line.NumPoints > 3)),
        ];
        var polygonizer = new Polygonizer();
        polygonizer.Add(OverlayNGRobust.Union(lines, factory));
        var parts = whole.ToDictionary(b => b.Number, _ => new List<Geometry>(), StringComparer.Ordinal);
        var locators = whole.Select(b => (b.Number, b.Extent, Locator: new IndexedPointInAreaLocator(b.Area))).ToArray();
        foreach (Polygon polygon in polygonizer.GetPolygons().Cast<Polygon>().Where(p => p.Area >= tolerance * tolerance * LeastLandShare))
        {
            Coordinate inside = polygon.InteriorPoint.Coordinate;
            (string? number, _, _) = locators.FirstOrDefault(l => l.Extent.Contains(inside) && l.Locator.Locate(inside) != Location.Exterior);
            if (number is not null) parts[number].Add(polygon);
        }
        return [.. whole.Select(b => b.Within(Areal(Union([.. parts[b.Number]], factory)))).Where(b => !b.Area.IsEmpty)];
    }

    private static Geometry Union(IReadOnlyCollection<Geometry> areas, GeometryFactory factory) =>
        areas.Count == 0 ? factory.CreatePolygon() : OverlayNGRobust.Union(areas, factory);

    private static Geometry Intersection(Geometry a, Geometry b) => OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection);

    private static Geometry Difference(Geometry a, Geometry b) => b.IsEmpty ? a : OverlayNGRobust.Overlay(a, b, SpatialFunction.Difference);

    /// <summary>Only the polygons; overlays may leave lines where areas touch.</summary>
    private static Geometry Areal(Geometry geometry)
    {
        Geometry[] polygons = [.. PolygonExtracter.GetPolygons(geometry)];
        return polygons.Length == 1 ? polygons[0] : geometry.Factory.CreateMultiPolygon([.. polygons.Cast<Polygon>()]);
    }
}
