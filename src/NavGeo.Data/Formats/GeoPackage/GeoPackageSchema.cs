using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Formats.GeoPackage;

/// <summary>
/// The tables every GeoPackage 1.3 has (OGC 12-128r17), those of its metadata and R-tree extensions, and
/// <c>layer_styles</c>, in which QGIS looks for styles.
/// </summary>
internal static class GeoPackageSchema
{
    /// <summary>"GPKG" as a number: the file's application id.</summary>
    public const int ApplicationId = 0x47504B47;

    /// <summary>Version 1.3.</summary>
    public const int UserVersion = 10300;

    /// <summary>
    /// The fixed tables. Words and defaults are those of the standard's own definitions: validators compare them.
    /// </summary>
    public const string Tables = """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_extensions (
          table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        CREATE TABLE gpkg_metadata (
          id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
          md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
        CREATE TABLE gpkg_metadata_reference (
          reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
          timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
          CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
          CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
        CREATE TABLE layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
          f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
          owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
        INSERT INTO gpkg_extensions VALUES
          ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write'),
          ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write');
        """;

    /// <summary>Name, id, organisation, code and definition of the coordinate systems in a file: the three that every file lists, national metres and its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NavGeo does not know the code.</exception>
    public static IEnumerable<(string Name, int Id, string Organization, int Code, string Definition, string Description)> SystemsFor(int epsg) =>
        Systems
            .Append(Plane(MapProjection.Norway, "metres east and north, all of Norway"))
            .Concat(epsg is 4326 || epsg == MapProjection.Norway.Epsg ? [] : [Plane(MapProjection.ForEpsg(epsg), "metres east and north")]);

    private static (string Name, int Id, string Organization, int Code, string Definition, string Description) Plane(MapProjection zone, string description) =>
        (zone.Name, zone.Epsg, "EPSG", zone.Epsg, zone.WellKnownText, description);

    private static readonly IReadOnlyList<(string Name, int Id, string Organization, int Code, string Definition, string Description)> Systems =
    [
        ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
        ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
        ("WGS 84 geodetic", 4326, "EPSG", 4326,
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]",
            "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid"),
    ];

    /// <summary>
    /// The spatial index of a filled layer is kept up by these when users edit the layer (standard, annex F.3).
    /// </summary>
    public static string IndexTriggers(string table)
    {
        string name = $"rtree_{table}_geom";
        const string isThere = "(NEW.\"geom\" NOT NULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
        const string isNotThere = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";
        const string box = "NEW.\"fid\", ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")";
        return $"""
            CREATE TRIGGER "{name}_insert" AFTER INSERT ON "{table}" WHEN {isThere}
            BEGIN INSERT OR REPLACE INTO "{name}" VALUES ({box}); END;
            CREATE TRIGGER "{name}_update1" AFTER UPDATE OF "geom" ON "{table}" WHEN OLD."fid" = NEW."fid" AND {isThere}
            BEGIN INSERT OR REPLACE INTO "{name}" VALUES ({box}); END;
            CREATE TRIGGER "{name}_update2" AFTER UPDATE OF "geom" ON "{table}" WHEN OLD."fid" = NEW."fid" AND {isNotThere}
            BEGIN DELETE FROM "{name}" WHERE id = OLD."fid"; END;
            CREATE TRIGGER "{name}_update3" AFTER UPDATE ON "{table}" WHEN OLD."fid" != NEW."fid" AND {isThere}
            BEGIN DELETE FROM "{name}" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "{name}" VALUES ({box}); END;
            CREATE TRIGGER "{name}_update4" AFTER UPDATE ON "{table}" WHEN OLD."fid" != NEW."fid" AND {isNotThere}
            BEGIN DELETE FROM "{name}" WHERE id IN (OLD."fid", NEW."fid"); END;
            CREATE TRIGGER "{name}_delete" AFTER DELETE ON "{table}" WHEN OLD."geom" NOT NULL
            BEGIN DELETE FROM "{name}" WHERE id = OLD."fid"; END;
            """;
    }
}

/// <summary>A column of a table beside key and geometry.</summary>
/// <param name="Name">As users see it; unique in its table whatever the case.</param>
/// <param name="Type">What its values are; each may also be null.</param>
public sealed record GeoPackageColumn(string Name, GeoPackageColumnType Type);

/// <summary>The kinds of values NavGeo writes into a GeoPackage (OGC 12-128r17, table 1).</summary>
public enum GeoPackageColumnType
{
    /// <summary>UTF-8: <see cref="string"/>.</summary>
    Text = 0,

    /// <summary>64 bits: <see cref="int"/> or <see cref="long"/>.</summary>
    Whole,

    /// <summary>A <see cref="double"/>.</summary>
    Real,

    /// <summary>A <see cref="bool"/>.</summary>
    Flag,
}

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

/// <summary>A layer to write.</summary>
/// <param name="Name">Table name: letters, digits and underscores, unique in the file whatever the case.</param>
/// <param name="Title">What users see in the list of layers; unique in the file.</param>
/// <param name="Description">One sentence.</param>
/// <param name="GeometryType">What all its geometries are.</param>
/// <param name="Columns">Beside <c>fid</c> and <c>geom</c>.</param>
/// <param name="Rows">Numbered from 1 in this order; gone through once, when the file is written.</param>
public sealed record GeoPackageTable(
    string Name,
    string Title,
    string Description,
    GeoPackageGeometryType GeometryType,
    IReadOnlyList<GeoPackageColumn> Columns,
    IEnumerable<GeoPackageRow> Rows)
{
    /// <summary>How QGIS draws the layer, as QML; null leaves it to QGIS.</summary>
    public string? Style { get; init; }

    /// <summary>Where the layer comes from, as JSON; null where the file's own metadata say all.</summary>
    public string? Metadata { get; init; }
}

/// <summary>A feature table as the GeoPackage's own tables describe it.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="GeometryColumn">The column with the geometry.</param>
/// <param name="GeometryType">As written in the file: LINESTRING, POLYGON, GEOMETRY, …</param>
/// <param name="SrsId">The file's own id of the coordinate system, which geometries repeat.</param>
/// <param name="Epsg">EPSG code behind <paramref name="SrsId"/>; 0 where the file gives none.</param>
/// <param name="KeyColumn">The integer primary key, usually <c>fid</c>; null for a view without one, whose rows are numbered as they come.</param>
/// <param name="Columns">All other columns, as the file writes them; compare without regard to case.</param>
public sealed record GeoPackageLayer(
    string Table, string GeometryColumn, string GeometryType, int SrsId, int Epsg, string? KeyColumn, IReadOnlyList<string> Columns)
{
    /// <summary>Why a view cannot be read, in SQLite's words; null where it can.</summary>
    public string? Fault { get; init; }

    /// <summary>The file's spelling of a column, or null where it has none.</summary>
    public string? FindColumn(string name) =>
        Columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One row of a feature table.</summary>
/// <param name="Fid">Its primary key.</param>
/// <param name="Geometry">In the layer's coordinates, heights and measures left out; null where the row has none or an empty one.</param>
/// <param name="Values">The asked-for columns in the order asked: null, <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or bytes.</param>
public sealed record GeoPackageFeature(long Fid, Geometry? Geometry, IReadOnlyList<object?> Values);

/// <summary>A row to write.</summary>
/// <param name="Geometry">Of the table's kind, metres or degrees of the file's coordinates; null for none.</param>
/// <param name="Values">In the order of the table's columns.</param>
public sealed record GeoPackageRow(Geometry? Geometry, IReadOnlyList<object?> Values);
