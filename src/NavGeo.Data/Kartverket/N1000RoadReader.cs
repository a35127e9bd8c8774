using System.Globalization;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Data.Roads;
using NavGeo.Data.Vegvesen;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// Reads the roads and ferries of Kartverket's N1000 as a GeoPackage; N50 and Elveg differ in the names that
/// <see cref="RoadColumns"/> lists, and have lane codes, which tell one-way roads. Paths and planned roads are left out
/// and counted. N1000 has neither speeds, one-way streets nor sailing times; its
/// links get the limits of Statens vegvesen (<see cref="N1000Speeds"/>).
/// </summary>
public static class N1000RoadReader
{
    private const int RequiredColumns = 4;

    /// <summary>The roads of N1000, whose lines are generalised; N50 and Elveg call their layers otherwise.</summary>
    private const string GeneralisedLayer = "Veglenke";

    /// <summary>No UTM coordinate of a road is larger, and no road or ferry longer; in metres.</summary>
    private const double FarthestMetres = 2e7, LongestMetres = 2e6;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The GeoPackage.</param>
    /// <param name="findings">Takes a note for what was left out and a warning for what was not understood.</param>
    /// <param name="epsg">The projection it must be in.</param>
    /// <param name="run">Cancellation.</param>
    /// <exception cref="InputException">The file is unusable: missing, damaged, other layers, columns or projection.</exception>
    public static RoadImport Read(InputFile file, Findings findings, int epsg = 25833, ReadingRun? run = null)
    {
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        GeoPackageLayer layer = reader.GetLayer(RoadColumns.Layers);
        reader.RequireEpsg(layer, epsg);
        string[] columns =
        [
            Name(layer, RoadColumns.Kind), Name(layer, RoadColumns.Category), Name(layer, RoadColumns.Number),
            Name(layer, RoadColumns.Phase),
        ];
        string?[] optional =
        [
            .. new[] { RoadColumns.MotorwayKind, RoadColumns.Updated, RoadColumns.Users, RoadColumns.Lanes, RoadColumns.Level, RoadColumns.Limit, RoadColumns.Medium }
                .Select(names => names.FirstOrDefault(name => layer.FindColumn(name) is not null)),
        ];
        // Borders, settlements and limits are made ready while the roads are read.
        Task<N1000Speeds> preparing = Task.Run(() => N1000Speeds.Of(file));
        var collected = new Collected(optional);
        foreach (GeoPackageFeature row in reader.Read(layer, [.. columns, .. optional.OfType<string>()], findings))
        {
            run?.Cancellation.ThrowIfCancellationRequested();
            collected.Add(row);
        }
        findings.ThrowIfErrors();
        IReadOnlyList<DroppedRoads> dropped = collected.Dropped.All;
        collected.Dropped.Say(file.Path, layer.Table, findings);
        Report(file.Path, layer, collected, findings);
        if (collected.Links.Count == 0)
            throw new InputException(file.Path, layer.Table, new Phrase("geo.roads.none"), new Phrase("geo.roads.none.remedy"));
        N1000Speeds speeds = preparing.GetAwaiter().GetResult();
        bool isGeneralised = layer.Table == GeneralisedLayer;
        RoadLink[] links = [.. collected.Links.AsParallel().AsOrdered().Select(link => speeds.With(link, isGeneralised))];
        string title = isGeneralised ? "Kartverket N1000" : $"Kartverket, {layer.Table}", licence = "CC BY 4.0";
        if (links.Zip(collected.Links).Any(l => l.First.SpeedKmh != l.Second.SpeedKmh)) (title, licence) = ($"{title}; {SpeedLimitTable.SourceTitle}", $"{licence}; {SpeedLimitTable.SourceLicence}");
        var source = new SourceReference(title, licence, collected.NewestUpdate ?? "", file.Name, file.Sha256());
        return new RoadImport(links, dropped, collected.RowCount, epsg, source) { Places = N1000PlaceNames.Of(reader, N1000PlaceNames.FerryPlaces) };
    }

    /// <summary>The candidate the file has; the first, as the error names it, where it has none.</summary>
    private static string Name(GeoPackageLayer layer, string[] candidates) =>
        candidates.FirstOrDefault(name => layer.FindColumn(name) is not null) ?? candidates[0];

    private static void Report(string path, GeoPackageLayer layer, Collected collected, Findings findings)
    {
        if (collected.UnknownCategories > 0)
        {
            findings.Warning(
                path, layer.Table, new Phrase("geo.roads.unknown-category", collected.UnknownCategories),
                new Phrase("geo.roads.unknown-category.remedy"));
        }
    }

    private sealed class Collected
    {
        private const int Motorway = 0, Updated = 1, Users = 2, Lanes = 3, Level = 4, Limit = 5, Medium = 6;

        /// <summary>Where each optional value stands in a row; -1 where the file has no such column.</summary>
        private readonly int[] optional;

        public Collected(string?[] names)
        {
            int next = RequiredColumns;
            optional = Array.ConvertAll(names, name => name is null ? -1 : next++);
        }

        public DropCounter Dropped { get; } = new();

        public List<RoadLink> Links { get; } = [];

        public int RowCount { get; private set; }

        public int UnknownCategories { get; private set; }

        /// <summary>ISO date of the row that was changed last; text order is date order.</summary>
        public string? NewestUpdate { get; private set; }

        public void Add(GeoPackageFeature row)
        {
            RowCount++;
            string kindName = Text(row.Values[0]) ?? "";
            string? letter = Text(row.Values[1]);
            string? phase = Text(row.Values[3]);
            if (Optional(row, Updated) is { } date && string.CompareOrdinal(date, NewestUpdate) > 0) NewestUpdate = date;

            if (!RoadColumns.TryKind(kindName, out LinkKind? known)) Drop(DropReason.UnknownKind, kindName);
            else if (known is not { } kind) Drop(DropReason.NotForCars, kindName);
            else if (Optional(row, Level) is "Vegtrase" or "VT" or "Kjørefelt" or "KF") Drop(DropReason.NotForCars, "detaljnivå " + Optional(row, Level));
            else if (Optional(row, Users) is "G") Drop(DropReason.NotForCars, "trafikantgruppe G");
            else if (phase is not null && phase is not (RoadColumns.OpenPhase or "Eksisterende")) Drop(DropReason.NotYetOpen, phase);
            else if (row.Geometry is not (LineString or MultiLineString)) Drop(DropReason.NoGeometry, "");
            else
            {
                RoadCategory category = RoadColumns.CategoryOf(letter);
                if (letter is not null && category == RoadCategory.Unknown) UnknownCategories++;
                LinkDirections directions = kind.IsFerry() ? LinkDirections.Both : LaneCodes.DirectionsOf(LaneCodes.Split(Optional(row, Lanes) ?? ""));
                if (directions == LinkDirections.None) Drop(DropReason.ClosedToCars, "feltoversikt");
                else AddLines(row.Geometry, RoadColumns.WithMotorway(kind, Optional(row, Motorway)), category, Number(row.Values[2]), directions, SpeedOf(Optional(row, Limit)), RoadColumns.MarksOf(Optional(row, Medium), kindName));
            }
        }

        /// <summary>The limit; null where none is given.</summary>
        private static double? SpeedOf(string? limit) =>
            double.TryParse(limit, NumberStyles.Float, CultureInfo.InvariantCulture, out double kmh) && kmh is >= 5 and <= 130 ? kmh : null;

        private string? Optional(GeoPackageFeature row, int column) => optional[column] < 0 ? null : Text(row.Values[optional[column]]);

        private void AddLines(Geometry geometry, LinkKind kind, RoadCategory category, int number, LinkDirections directions, double? speedKmh, LinkMarks marks)
        {
            for (int part = 0; part < geometry.NumGeometries; part++)
            {
                Coordinate[] line = geometry.GetGeometryN(part).Coordinates;
                if (Array.Exists(line, point => !(Math.Abs(point.X) <= FarthestMetres && Math.Abs(point.Y) <= FarthestMetres)) || Metres(line) > LongestMetres)
                {
                    Drop(DropReason.TooFar, "");
                    continue;
                }
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
                    Directions = directions,
                    SpeedKmh = speedKmh,
                    DrivenKmh = speedKmh * TravelStandards.OneLimitShare,
                    Flags = marks,
                    Road = number > 0 && category != RoadCategory.Unknown ? new RoadNumber(category, number) : default,
                });
            }
        }

        private void Drop(DropReason reason, string value) => Dropped.Count(reason, value);

        private static double Metres(Coordinate[] line)
        {
            double metres = 0;
            for (int i = 1; i < line.Length; i++) metres += line[i].Distance(line[i - 1]);
            return metres;
        }

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
