using System.Globalization;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Data.Places;
using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// The names that stand on Kartverket's N1000 (<c>StedsnavnTekst</c>). A place with names in several languages has a writing
/// in each, all of one <c>stedsnummer</c>: every writing is then told by the Norwegian name, with the others beside it.
/// </summary>
public static class N1000PlaceNames
{
    internal const string Quay = "ferjekai", SmallQuay = "kai", Island = "øyISjø", Lighthouse = "fyrstasjon", Lake = "innsjø", Valley = "dal";

    private const string Layer = "StedsnavnTekst", StationLayer = "Stasjon", StationName = "navn";
    private static readonly string[] Columns = ["fulltekst", "navneobjekttype", "stedsnummer", "stedsnavnnummer"];
    private static readonly string[] LetterColumns = ["streng", "skriftkode", "tekstReferansePunktØst"];

    /// <summary>What N1000 calls the kinds of places where people live, large ones first.</summary>
    public static IReadOnlyList<string> Settlements { get; } = ["by", "tettsted", "tettbebyggelse", "bygdelagBygd", "grend"];

    /// <summary>What N1000 calls the kinds of places that ferries go to.</summary>
    internal static IReadOnlyList<string> FerryPlaces { get; } =
        [.. Settlements, "bydel", "boligfelt", "gard", "navnegard", "bruk", Quay, SmallQuay, Island, Lighthouse, Lake];

    /// <summary>Names of some kinds of place, in the order of the file; none in a file without.</summary>
    public static IReadOnlyList<PlaceName> Of(InputFile file, IReadOnlyList<string> kinds)
    {
        if (!file.Path.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) || !file.Exists) return [];
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        return Of(reader, kinds);
    }

    /// <summary>The same of a file that is open.</summary>
    internal static IReadOnlyList<PlaceName> Of(GeoPackageReader reader, IReadOnlyList<string> kinds) => [.. Named(reader, kinds).Select(w => w.Name)];

    /// <summary>Places of some kinds, each once with the letters of all its names, in the order of the file; none in a file without.</summary>
    internal static IReadOnlyList<LetteredPlace> Lettered(InputFile file, IReadOnlyList<string> kinds)
    {
        if (!file.Path.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) || !file.Exists) return [];
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        return [.. Named(reader, kinds).GroupBy(w => w.Key, StringComparer.Ordinal).Select(g => new LetteredPlace(g.First().Name, [.. g.Select(w => w.Letters)]))];
    }

    /// <summary>The railway stations of N1000 (<c>Stasjon</c>): few, but exactly where they are; none in a file without.</summary>
    internal static ILookup<string, PlanePoint> Stations(InputFile file)
    {
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        var stations = new List<(string Name, PlanePoint Point)>();
        if (reader.FindLayer(StationLayer) is { } layer && layer.FindColumn(StationName) is not null)
        {
            foreach (GeoPackageFeature feature in reader.Read(layer, [StationName], new Findings()))
            {
                if (feature is { Values: [string name], Geometry: { IsEmpty: false } at }) stations.Add((name, new PlanePoint(at.Coordinate.X, at.Coordinate.Y)));
            }
        }
        return stations.ToLookup(s => s.Name, s => s.Point, StringComparer.Ordinal);
    }

    /// <summary>Every writing by the Norwegian name of its place.</summary>
    private static Writing[] Named(GeoPackageReader reader, IReadOnlyList<string> kinds)
    {
        Writing[] writings = [.. Writings(reader, kinds)];
        Dictionary<string, string[]> names = writings.GroupBy(w => w.Key, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => NorwegianNames.First([.. g.OrderBy(w => w.Order).Select(w => w.Name.Name).Distinct()]), StringComparer.Ordinal);
        return [.. writings.Select(w => w with { Name = w.Name with { Name = names[w.Key][0], OtherNames = names[w.Key][1..] } })];
    }

    private static IEnumerable<Writing> Writings(GeoPackageReader reader, IReadOnlyList<string> kinds)
    {
        if (reader.FindLayer(Layer) is not { } layer || Array.Exists(Columns, c => layer.FindColumn(c) is null)) yield break;
        string[] columns = Array.TrueForAll(LetterColumns, c => layer.FindColumn(c) is not null) ? [.. Columns, .. LetterColumns] : Columns;
        int count = 0;
        foreach (GeoPackageFeature feature in reader.Read(layer, columns, new Findings()))
        {
            count++;
            if (feature.Values is not [string { Length: > 0 } name, string kind, var place, var order, ..] || !kinds.Contains(kind)) continue;
            if (feature.Geometry is not { IsEmpty: false } text) continue;
            Point middle = text.Centroid;
            Coordinate from = text.Coordinates[0], to = text.Coordinates[^1];
            var letters = MapLetters.Of(
                feature.Values.Count > Columns.Length && feature.Values[4] is string { Length: > 0 } written ? written : name, Number(5), new PlanePoint(from.X, from.Y),
                Math.Atan2(to.Y - from.Y, to.X - from.X), Number(6));
            string key = Convert.ToString(place, CultureInfo.InvariantCulture) is { Length: > 0 } given ? given : $"#{count}";
            yield return new Writing(new PlaceName(name, kind, new PlanePoint(middle.X, middle.Y)), key, Convert.ToInt64(order ?? 0L, CultureInfo.InvariantCulture), letters);

            int Number(int column) => feature.Values.Count > column && feature.Values[column] is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : 0;
        }
    }

    private readonly record struct Writing(PlaceName Name, string Key, long Order, MapLetters Letters);
}

/// <summary>A place and where its names stand on the map.</summary>
/// <param name="Name">With its names in other languages; its point is the middle of the first writing's base line.</param>
/// <param name="Letters">One or more: names in several languages, and names in two lines.</param>
internal sealed record LetteredPlace(PlaceName Name, IReadOnlyList<MapLetters> Letters)
{
    /// <summary>Metres from the nearest of its letters.</summary>
    public double DistanceTo(PlanePoint point) => Letters.Min(l => l.DistanceTo(point));

    /// <summary>As of the nearest of its letters.</summary>
    public double FarSide(PlanePoint point) => Letters.MinBy(l => l.DistanceTo(point)).FarSide(point);
}
