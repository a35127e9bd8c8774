using NavGeo.Data.Boundaries;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Ground;
using NavGeo.Maps.Layers;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Packages;

/// <summary>
/// The geometries of a case's layers. Municipalities are areas where all their outlines are known and points at their
/// centres otherwise: never some of each.
/// </summary>
internal sealed class PackageShapes
{
    private readonly PlanningCase planningCase;
    private readonly GeometryFactory factory;
    private readonly Dictionary<string, Geometry> outlines;
    private readonly Dictionary<string, Point> sites;

    public PackageShapes(PlanningCase planningCase, MapBackground background)
    {
        this.planningCase = planningCase;
        factory = new GeometryFactory(new PrecisionModel(), planningCase.Epsg);
        outlines = background.Municipalities.ToDictionary(m => m.Number, m => m.Area, StringComparer.Ordinal);
        HasOutlines = planningCase.Municipalities.All(m => outlines.ContainsKey(m.Number));
        sites = planningCase.Sites.Select((s, i) => (s.Id, Point: Of(planningCase.SitePoints[i]))).ToDictionary(s => s.Id, s => s.Point, StringComparer.Ordinal);
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        Municipalities = [.. planningCase.Municipalities.Select(m => HasOutlines ? outlines[m.Number] : Of(projection.ToPlane(m.Centre)))];
    }

    /// <summary>Whether every municipality of the case has an outline.</summary>
    public bool HasOutlines { get; }

    /// <summary>In the case's order.</summary>
    public IReadOnlyList<Geometry> Municipalities { get; }

    /// <summary>What <see cref="Municipalities"/> are.</summary>
    public GeoPackageGeometryType MunicipalityType => HasOutlines ? GeoPackageGeometryType.MultiPolygon : GeoPackageGeometryType.Point;

    /// <summary>What the places of the demand are.</summary>
    public GeoPackageGeometryType PlaceType => planningCase.Demand.CellMetres > 0 ? GeoPackageGeometryType.Polygon : GeoPackageGeometryType.Point;

    /// <summary>What <see cref="Catchment"/> makes.</summary>
    public GeoPackageGeometryType CatchmentType =>
        planningCase.Demand.CellMetres > 0 ? GeoPackageGeometryType.MultiPolygon : GeoPackageGeometryType.MultiPoint;

    /// <summary>What <see cref="Office"/> and <see cref="Area"/> make.</summary>
    public GeoPackageGeometryType OfficeType => HasOutlines ? GeoPackageGeometryType.MultiPolygon : GeoPackageGeometryType.MultiPoint;

    public Point Of(PlanePoint point) => factory.CreatePoint(new Coordinate(point.Easting, point.Northing));

    /// <summary>The cell of a place, or its point.</summary>
    public Geometry Place(int place)
    {
        PlanePoint middle = planningCase.Demand.Points[place];
        double half = planningCase.Demand.CellMetres / 2.0;
        return half == 0 ? Of(middle) : factory.ToGeometry(
            new Envelope(middle.Easting - half, middle.Easting + half, middle.Northing - half, middle.Northing + half));
    }

    /// <summary>The places together: the union of their cells, or their points.</summary>
    public Geometry Catchment(IReadOnlyCollection<PlanePoint> places) => planningCase.Demand.CellMetres > 0
        ? factory.CreateGeometry(CatchmentLayer.UnionOf(places, planningCase.Demand.CellMetres))
        : factory.CreateMultiPoint([.. places.Select(Of)]);

    /// <summary>An office's municipalities, or its sites where outlines are not known; null where it has none.</summary>
    public Geometry? Office(Office office)
    {
        if (HasOutlines) return Area(office.Municipalities);
        Point[] own = [.. office.Sites.Distinct(StringComparer.Ordinal).Where(sites.ContainsKey).Select(s => sites[s])];
        return own.Length == 0 ? null : factory.CreateMultiPoint(own);
    }

    /// <summary>Municipalities together: their union, or their centres; null where none is of the case.</summary>
    public Geometry? Area(IReadOnlyList<string> numbers)
    {
        Geometry[] parts = [.. planningCase.Municipalities.Index().Where(m => numbers.Contains(m.Item.Number)).Select(m => Municipalities[m.Index])];
        if (parts.Length == 0) return null;
        return HasOutlines ? Outline.Dissolved(parts) : factory.CreateMultiPoint([.. parts.Cast<Point>()]);
    }

    /// <summary>A road's line; null where it has no length.</summary>
    public LineString? Line(ReadOnlySpan<PlanePoint> shape)
    {
        var points = new Coordinate[shape.Length];
        for (int i = 0; i < points.Length; i++) points[i] = new Coordinate(shape[i].Easting, shape[i].Northing);
        LineString line = factory.CreateLineString(points);
        return line.Length > 0 ? line : null;
    }
}
