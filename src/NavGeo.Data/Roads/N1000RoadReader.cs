using System.Globalization;
using NavGeo.Data.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Planning;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Roads;

/// <summary>
/// Reads the roads and ferries of Kartverket's N1000 as a GeoPackage; N50 and Elveg differ in the names that
/// <see cref="RoadColumns"/> lists. Paths and planned roads are left out and counted. The data has neither speeds,
/// one-way streets nor sailing times, so no link has any.
/// </summary>
public static class N1000RoadReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The GeoPackage.</param>
    /// <param name="findings">Takes a note for what was left out and a warning for what was not understood.</param>
    /// <param name="epsg">The projection it must be in.</param>
    /// <exception cref="InputException">The file is unusable: missing, damaged, other layers, columns or projection.</exception>
    public static RoadImport Read(string path, Findings findings, int epsg = 25833)
    {
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        GeoPackageLayer layer = reader.GetLayer(RoadColumns.Layers);
        reader.RequireEpsg(layer, epsg);
        string[] columns =
        [
            Name(layer, RoadColumns.Kind), Name(layer, RoadColumns.Category), Name(layer, RoadColumns.Number),
            Name(layer, RoadColumns.MotorwayKind), Name(layer, RoadColumns.Phase),
        ];
        string? updated = RoadColumns.Updated.FirstOrDefault(name => layer.FindColumn(name) is not null);
        var collected = new Collected();
        foreach (GeoPackageFeature row in reader.Read(layer, updated is null ? columns : [.. columns, updated], findings))
        {
            collected.Add(row);
        }
        findings.ThrowIfErrors();
        IReadOnlyList<DroppedRoads> dropped = collected.Dropped();
        Report(path, layer, collected, dropped, findings);
        if (collected.Links.Count == 0)
            throw new InputException(path, layer.Table, new Phrase("geo.roads.none"), new Phrase("geo.roads.none.remedy"));
        var source = new SourceReference(
            layer.Table == "Veglenke" ? "Kartverket N1000" : $"Kartverket, {layer.Table}", "CC BY 4.0", collected.NewestUpdate ?? "", Path.GetFileName(path), FileHash.Sha256(path));
        return new RoadImport(collected.Links, dropped, collected.RowCount, epsg, source);
    }

    /// <summary>The candidate the file has; the first, as the error names it, where it has none.</summary>
    private static string Name(GeoPackageLayer layer, string[] candidates) =>
        candidates.FirstOrDefault(name => layer.FindColumn(name) is not null) ?? candidates[0];

    private static void Report(
        string path, GeoPackageLayer layer, Collected collected, IReadOnlyList<DroppedRoads> dropped, Findings findings)
    {
        foreach (DroppedRoads rows in dropped)
        {
            (string key, bool isWarning) = rows.Reason switch
            {
                DropReason.NotForCars => ("geo.roads.dropped.not-for-cars", false),
                DropReason.NotYetOpen => ("geo.roads.dropped.not-yet-open", false),
                DropReason.UnknownKind => ("geo.roads.dropped.unknown-kind", true),
                DropReason.NoGeometry => ("geo.roads.dropped.no-geometry", true),
                _ => ("geo.roads.dropped.zero-length", true),
            };
            var problem = new Phrase(key, rows.Count, rows.Value);
            if (isWarning) findings.Warning(path, layer.Table, problem, new Phrase("geo.roads.dropped.check"));
            else findings.Note(path, layer.Table, problem, new Phrase("geo.nothing-to-do"));
        }
        if (collected.UnknownCategories > 0)
        {
            findings.Warning(
                path, layer.Table, new Phrase("geo.roads.unknown-category", collected.UnknownCategories),
                new Phrase("geo.roads.unknown-category.remedy"));
        }
    }

    private sealed class Collected
    {
        private readonly SortedDictionary<(DropReason Reason, string Value), int> dropped = new(
            Comparer<(DropReason Reason, string Value)>.Create((a, b) =>
                a.Reason != b.Reason ? a.Reason.CompareTo(b.Reason) : string.CompareOrdinal(a.Value, b.Value)));

        public List<RoadLink> Links { get; } = [];

        public int RowCount { get; private set; }

        public int UnknownCategories { get; private set; }

        /// <summary>ISO date of the row that was changed last; text order is date order.</summary>
        public string? NewestUpdate { get; private set; }

        public IReadOnlyList<DroppedRoads> Dropped() => [.. dropped.Select(d => new DroppedRoads(d.Key.Reason, d.Key.Value, d.Value))];

        public void Add(GeoPackageFeature row)
        {
            RowCount++;
            string kindName = Text(row.Values[0]) ?? "";
            string? letter = Text(row.Values[1]);
            string? phase = Text(row.Values[4]);
            if (row.Values.Count > 5 && Text(row.Values[5]) is { } date && string.CompareOrdinal(date, NewestUpdate) > 0) NewestUpdate = date;

            if (!RoadColumns.TryKind(kindName, out LinkKind? known)) Drop(DropReason.UnknownKind, kindName);
            else if (known is not { } kind) Drop(DropReason.NotForCars, kindName);
            else if (phase is not null && phase != RoadColumns.OpenPhase) Drop(DropReason.NotYetOpen, phase);
            else if (row.Geometry is not (LineString or MultiLineString)) Drop(DropReason.NoGeometry, "");
            else
            {
                RoadCategory category = RoadColumns.CategoryOf(letter);
                if (letter is not null && category == RoadCategory.Unknown) UnknownCategories++;
                AddLines(row.Geometry, RoadColumns.WithMotorway(kind, Text(row.Values[3])), category, Number(row.Values[2]));
            }
        }

        private void AddLines(Geometry geometry, LinkKind kind, RoadCategory category, int number)
        {
            for (int part = 0; part < geometry.NumGeometries; part++)
            {
                Coordinate[] line = geometry.GetGeometryN(part).Coordinates;
                if (Array.TrueForAll(line, point => point.Equals2D(line[0])))
                {
                    Drop(DropReason.ZeroLength, "");
                    continue;
                }
                Links.Add(new RoadLink
                {
                    Shape = Array.ConvertAll(line, point => new PlanePoint(point.X, point.Y)),
                    Kind = kind,
                    Category = category,
                    Road = number > 0 && category != RoadCategory.Unknown ? new RoadNumber(category, number) : default,
                });
            }
        }

        private void Drop(DropReason reason, string value) =>
            dropped[(reason, value)] = dropped.GetValueOrDefault((reason, value)) + 1;

        private static string? Text(object? value) =>
            value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

        private static int Number(object? value) => value switch
        {
            long number and > 0 and <= int.MaxValue => (int)number,
            string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => number,
            _ => 0,
        };
    }
}
