namespace NavGeo.Data.GeoPackage;

/// <summary>The one kind of geometry in a layer.</summary>
public enum GeoPackageGeometryType
{
    /// <summary>One point.</summary>
    Point = 0,

    /// <summary>Several points.</summary>
    MultiPoint,

    /// <summary>One line.</summary>
    LineString,

    /// <summary>One area.</summary>
    Polygon,

    /// <summary>Several areas.</summary>
    MultiPolygon,
}
