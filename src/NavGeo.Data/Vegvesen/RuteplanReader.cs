using System.Globalization;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Vegvesen;

/// <summary>
/// Reads Statens vegvesen's Ruteplan network: links with nodes, minutes each way, ferries and closures; as GeoPackage,
/// or as CSV with the drawing as well-known text in a column <c>wkt</c>. Links meet by node number, where the file cuts them without one by what is drawn to the same place.
/// </summary>
public static class RuteplanReader
{
    private const string Licence = "NLOD";
    private static readonly string[] LineColumns = ["wkt", "geometry", "geom", "shape"];

    /// <summary>Whether a GeoPackage holds such a network.</summary>
    internal static GeoPackageLayer? FindLayer(GeoPackageReader reader) => reader.Layers.FirstOrDefault(layer =>
        RuteplanColumns.Needed.All(names => names.Any(name => layer.FindColumn(name) is not null)));

    /// <summary>Reads a GeoPackage.</summary>
    /// <exception cref="InputException">The file is unusable.</exception>
    public static RoadImport ReadGeoPackage(InputFile file, Findings findings, ReadingRun? run = null)
    {
        run ??= ReadingRun.Default;
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        GeoPackageLayer layer = FindLayer(reader) ?? throw new InputException(
            file.Path, null, new Phrase("nvdb.no-layer"), new Phrase("geo.gpkg.no-layer.remedy", string.Join(", ", reader.Layers.Select(l => l.Table))));
        DrawnPlaces places = DrawnPlaces.Find(layer.Epsg) ?? throw new InputException(
            file.Path, layer.Table, new Phrase("nvdb.crs", layer.Epsg.ToString(CultureInfo.InvariantCulture)), new Phrase("geo.gpkg.wrong-crs.remedy", "25833"));
        string?[] names = [.. RuteplanColumns.All.Select(candidates => candidates.FirstOrDefault(name => layer.FindColumn(name) is not null))];
        string[] present = [.. names.OfType<string>()];
        var links = new RuteplanLinks(file.Path, places, findings);
        foreach (GeoPackageFeature row in reader.Read(layer, present, findings))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var values = new string?[names.Length];
            int next = 0;
            for (int i = 0; i < names.Length; i++)
            {
                if (names[i] is not null) values[i] = Convert.ToString(row.Values[next++], CultureInfo.InvariantCulture);
            }
            links.Add(new RuteplanRow($"{layer.Table} fid {row.Fid.ToString(CultureInfo.InvariantCulture)}", values, LineOf(row.Geometry)));
        }
        return Import(file, layer.Table, links, places.Epsg, findings);
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InputException">The file is unusable.</exception>
    public static RoadImport ReadTable(InputFile file, Findings findings, ReadingRun? run = null)
    {
        run ??= ReadingRun.Default;
        DelimitedTable table = DelimitedTable.Read(file, new TableColumns([], [.. RuteplanColumns.All.SelectMany(n => n), .. LineColumns, .. RuteplanColumns.Id]), findings)
            ?? throw new InputException(findings.All);
        string[] missing = [.. RuteplanColumns.Needed.Where(names => !names.Any(table.Has)).Select(names => names[0])];
        string? line = LineColumns.FirstOrDefault(table.Has);
        if (missing.Length > 0 || line is null)
        {
            throw new InputException(
                file.Path, "1", new Phrase("nvdb.no-column", string.Join(", ", line is null ? [.. missing, LineColumns[0]] : missing)), new Phrase("nvdb.no-column.remedy"));
        }
        string?[] names = [.. RuteplanColumns.All.Select(candidates => candidates.FirstOrDefault(table.Has))];
        DrawnPlaces? places = null;
        RuteplanLinks? links = null;
        foreach (DelimitedRow row in table.Rows)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            Coordinate[]? drawing = LineText.Parse(row[line]);
            places ??= drawing is null ? null : DrawnPlaces.Guess(drawing[0]);
            links ??= places is null ? null : new RuteplanLinks(file.Path, places, findings);
            string?[] values = Array.ConvertAll(names, name => name is null ? null : row[name]);
            links?.Add(new RuteplanRow(row.Line.ToString(CultureInfo.InvariantCulture), values, drawing));
        }
        findings.ThrowIfErrors();
        return links is null || places is null
            ? throw new InputException(file.Path, null, new Phrase("geo.roads.none"), new Phrase("nvdb.no-column.remedy"))
            : Import(file, null, links, places.Epsg, findings);
    }

    private static RoadImport Import(InputFile file, string? table, RuteplanLinks links, int epsg, Findings findings)
    {
        findings.ThrowIfErrors();
        links.JoinCuts();
        links.Dropped.Say(file.Path, table, findings);
        if (links.Links.Count == 0) throw new InputException(file.Path, table, new Phrase("geo.roads.none"), new Phrase("geo.roads.none.remedy"));
        var source = new SourceReference("Statens vegvesen, NVDB Ruteplan", Licence, "", file.Name, file.Sha256());
        return new RoadImport(links.Links, links.Dropped.All, links.RowCount, epsg, source) { MeetsByNumber = true };
    }

    private static Coordinate[]? LineOf(Geometry? geometry) => geometry switch
    {
        LineString { IsEmpty: false } line => line.Coordinates,
        MultiLineString { NumGeometries: 1 } lines => lines.GetGeometryN(0).Coordinates,
        _ => null,
    };
}
