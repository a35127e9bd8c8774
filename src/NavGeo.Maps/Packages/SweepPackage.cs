using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Reports.Tables;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Packages;

/// <summary>The ranking of a sweep as a layer of points in a GeoPackage, larger and darker the more people are hit.</summary>
public static class SweepPackage
{
    private static readonly (long Least, string Colour, double Millimetres)[] Classes =
        [(1000, "#7a1f1f", 5), (100, "#c45a3c", 4), (1, "#e0a458", 3), (0, "#8a949e", 2)];

    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ranking">What is on it.</param>
    /// <param name="provenance">Where the sweep comes from.</param>
    /// <param name="date">What the case is as of.</param>
    public static void Write(string path, SweepRanking ranking, JsonObject provenance, DateOnly date)
    {
        var factory = new GeometryFactory(new PrecisionModel(), 4326);
        var rows = new List<GeoPackageRow>();
        foreach ((int index, RankedRow row) in ranking.Rows.Index())
        {
            rows.Add(new GeoPackageRow(
                factory.CreatePoint(new Coordinate(row.Decimal("lon"), row.Decimal("lat"))),
                [
                    (long)index + 1, ranking.Structure, row.Text("title"), row.Text("road"), row.Text("kommunenummer"), row.Text("municipality"), row.Text("kept"), row.Text("closed"),
                    row.Whole("cut_off"), row.Whole("delayed_over_30_min"), row.Whole("longer"), row.Decimal("person_hours_one_way"), row.Decimal("worst_min"),
                    row.Text("hit_kommunenummer"), row.Text("hit_municipality"), (long)row.More,
                ]));
        }
        var looks = new QgisStyle { LabelColumn = "rank" };
        long above = long.MaxValue;
        foreach ((long least, string colour, double millimetres) in Classes)
        {
            looks.Rule($"\"cut_off\" + \"delayed_over_30_min\" >= {least} and \"cut_off\" + \"delayed_over_30_min\" < {above}", $"≥ {least}", QgisSymbol.Disc(colour, "#ffffff", millimetres));
            above = least;
        }
        var table = new GeoPackageTable("sweep_ranking", "Sweep", $"The rows of a sweep that matter most under structure {ranking.Structure}.", GeoPackageGeometryType.Point, Columns, rows)
        {
            Style = looks.ToQml(),
            Metadata = provenance.ToJsonString(Letters),
        };
        GeoPackageWriter.Write(path, new GeoPackageFile(4326, date, provenance.ToJsonString(Letters), [table]));
    }

    private static GeoPackageColumn[] Columns =>
    [
        new("rank", GeoPackageColumnType.Whole), new("structure", GeoPackageColumnType.Text), new("title", GeoPackageColumnType.Text),
        new("road", GeoPackageColumnType.Text), new("kommunenummer", GeoPackageColumnType.Text), new("municipality", GeoPackageColumnType.Text),
        new("kept", GeoPackageColumnType.Text), new("closed", GeoPackageColumnType.Text), new("cut_off", GeoPackageColumnType.Whole), new("delayed_over_30_min", GeoPackageColumnType.Whole),
        new("longer", GeoPackageColumnType.Whole), new("person_hours_one_way", GeoPackageColumnType.Real), new("worst_min", GeoPackageColumnType.Real),
        new("hit_kommunenummer", GeoPackageColumnType.Text), new("hit_municipality", GeoPackageColumnType.Text), new("more", GeoPackageColumnType.Whole),
    ];
}
