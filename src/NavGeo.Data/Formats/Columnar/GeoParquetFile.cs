using System.Globalization;
using System.Text.Json.Nodes;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Parquet;
using Parquet.Schema;

namespace NavGeo.Data.Formats.Columnar;

/// <summary>
/// Layers as GeoParquet 1.1 files: geometry as WKB in a column of its own, what it is and in which coordinates in the member
/// <c>geo</c>, where everything comes from in the member <c>navgeo</c>. The same layers give the same bytes.
/// </summary>
public static class GeoParquetFile
{
    private const string Geometry = "geometry";

    /// <summary>Writes every layer into a folder, each file whole or not at all.</summary>
    /// <returns>The paths written.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(string folder, GeoPackageFile file)
    {
        var written = new List<string>();
        foreach (GeoPackageTable table in file.Tables)
        {
            byte[] bytes = await ToBytesAsync(table, file.Epsg, file.Metadata);
            written.Add(Path.Combine(folder, table.Name + ".parquet"));
            AtomicFile.Write(written[^1], stream => stream.Write(bytes));
        }
        return written;
    }

    private static async Task<byte[]> ToBytesAsync(GeoPackageTable table, int epsg, string metadata)
    {
        GeoPackageRow[] rows = [.. table.Rows];
        var schema = new ParquetSchema([new DataField<byte[]>(Geometry, nullable: true), .. table.Columns.Select(FieldOf)]);
        using var stream = new MemoryStream();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(schema, stream, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd }))
        {
            writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["geo"] = About(rows, table.GeometryType, epsg).ToJsonString(),
                ["navgeo"] = table.Metadata ?? metadata,
            };
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            var wkb = new WKBWriter(ByteOrder.LittleEndian);
            await group.WriteAsync(schema.DataFields[0], (byte[][])[.. rows.Select(r => r.Geometry is null ? null! : wkb.Write(r.Geometry))]);
            for (int column = 0; column < table.Columns.Count; column++) await WriteAsync(group, schema.DataFields[column + 1], table.Columns[column].Type, rows, column);
        }
        return stream.ToArray();
    }

    private static JsonObject About(GeoPackageRow[] rows, GeoPackageGeometryType type, int epsg)
    {
        var extent = new Envelope();
        foreach (GeoPackageRow row in rows)
        {
            if (row.Geometry is not null) extent.ExpandToInclude(row.Geometry.EnvelopeInternal);
        }
        var column = new JsonObject { ["encoding"] = "WKB", ["geometry_types"] = new JsonArray(type.ToString()) };
        // Degrees need no system: longitude and latitude are what is meant where none is named.
        if (epsg != 4326) column["crs"] = UtmOf(MapProjection.ForEpsg(epsg));
        if (!extent.IsNull) column["bbox"] = new JsonArray(extent.MinX, extent.MinY, extent.MaxX, extent.MaxY);
        return new JsonObject { ["version"] = "1.1.0", ["primary_column"] = Geometry, ["columns"] = new JsonObject { [Geometry] = column } };
    }

    /// <summary>A UTM zone in PROJJSON.</summary>
    private static JsonNode UtmOf(MapProjection zone)
    {
        (string name, string datum, string ellipsoid, double flattening, int code) = zone.IsEuropean
            ? ("ETRS89", "European Terrestrial Reference System 1989", "GRS 1980", 298.257222101, 4258)
            : ("WGS 84", "World Geodetic System 1984", "WGS 84", 298.257223563, 4326);
        return JsonNode.Parse(string.Create(CultureInfo.InvariantCulture, $$$"""
            {"$schema":"https://proj.org/schemas/v0.5/projjson.schema.json","type":"ProjectedCRS","name":"{{{zone.Name}}}",
            "base_crs":{"name":"{{{name}}}","datum":{"type":"GeodeticReferenceFrame","name":"{{{datum}}}",
            "ellipsoid":{"name":"{{{ellipsoid}}}","semi_major_axis":6378137,"inverse_flattening":{{{flattening}}}}},
            "coordinate_system":{"subtype":"ellipsoidal","axis":[{"name":"Geodetic latitude","abbreviation":"Lat","direction":"north","unit":"degree"},
            {"name":"Geodetic longitude","abbreviation":"Lon","direction":"east","unit":"degree"}]},"id":{"authority":"EPSG","code":{{{code}}}}},
            "conversion":{"name":"{{{zone.Name[(zone.Name.IndexOf('/', StringComparison.Ordinal) + 2)..]}}}","method":{"name":"Transverse Mercator","id":{"authority":"EPSG","code":9807}},
            "parameters":[{"name":"Latitude of natural origin","value":0,"unit":"degree","id":{"authority":"EPSG","code":8801}},
            {"name":"Longitude of natural origin","value":{{{zone.CentralMeridian}}},"unit":"degree","id":{"authority":"EPSG","code":8802}},
            {"name":"Scale factor at natural origin","value":0.9996,"unit":"unity","id":{"authority":"EPSG","code":8805}},
            {"name":"False easting","value":500000,"unit":"metre","id":{"authority":"EPSG","code":8806}},
            {"name":"False northing","value":{{{zone.FalseNorthing}}},"unit":"metre","id":{"authority":"EPSG","code":8807}}]},
            "coordinate_system":{"subtype":"Cartesian","axis":[{"name":"Easting","abbreviation":"E","direction":"east","unit":"metre"},
            {"name":"Northing","abbreviation":"N","direction":"north","unit":"metre"}]},"id":{"authority":"EPSG","code":{{{zone.Epsg}}}}}
            """))!;
    }

    private static DataField FieldOf(GeoPackageColumn column) => column.Type switch
    {
        GeoPackageColumnType.Whole => new DataField<long?>(column.Name),
        GeoPackageColumnType.Real => new DataField<double?>(column.Name),
        GeoPackageColumnType.Flag => new DataField<bool?>(column.Name),
        _ => new DataField<string>(column.Name, nullable: true),
    };

    private static async Task WriteAsync(ParquetRowGroupWriter group, DataField field, GeoPackageColumnType type, GeoPackageRow[] rows, int column)
    {
        switch (type)
        {
            case GeoPackageColumnType.Whole:
                await group.WriteAsync<long>(field, (long?[])[.. rows.Select(r => r.Values[column] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : (long?)null)]);
                break;
            case GeoPackageColumnType.Real:
                await group.WriteAsync<double>(field, (double?[])[.. rows.Select(r => r.Values[column] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : (double?)null)]);
                break;
            case GeoPackageColumnType.Flag:
                await group.WriteAsync<bool>(field, (bool?[])[.. rows.Select(r => (bool?)r.Values[column])]);
                break;
            default:
                await group.WriteAsync(field, (string[])[.. rows.Select(r => (string?)r.Values[column]!)]);
                break;
        }
    }
}
