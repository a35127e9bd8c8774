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

    private const string Layer = "StedsnavnTekst";
    private static readonly string[] Columns = ["fulltekst", "navneobjekttype", "stedsnummer", "stedsnavnnummer"];

    /// <summary>What N1000 calls the kinds of places where people live, large ones first.</summary>
    public static IReadOnlyList<string> Settlements { get; } = ["by", "tettsted", "tettbebyggelse", "bygdelagBygd", "grend"];

    /// <summary>What N1000 calls the kinds of places that ferries go to.</summary>
    internal static IReadOnlyList<string> FerryPlaces { get; } =
        [.. Settlements, "bydel", "boligfelt", "gard", "navnegard", "bruk", Quay, SmallQuay, Island, Lighthouse, Lake];

    /// <summary>
    /// How far from the place itself its name is written, at most, metres: the larger the letters the farther off they begin
    /// (found on towns whose place is known: Alta 5.5 km, Lakselv 4.6, Tana bru 3.0, Beito 1.7).
    /// </summary>
    internal static double WrittenWithin(string kind) => kind switch { "by" => 7000, "tettsted" or "tettbebyggelse" => 5000, _ => 3000 };

    /// <summary>Names of some kinds of place, in the order of the file; none in a file without.</summary>
    public static IReadOnlyList<PlaceName> Of(InputFile file, IReadOnlyList<string> kinds)
    {
        if (!file.Path.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) || !file.Exists) return [];
        using GeoPackageReader reader = GeoPackageReader.Open(file);
        return Of(reader, kinds);
    }

    /// <summary>The same of a file that is open.</summary>
    internal static IReadOnlyList<PlaceName> Of(GeoPackageReader reader, IReadOnlyList<string> kinds)
    {
        if (reader.FindLayer(Layer) is not { } layer || Array.Exists(Columns, c => layer.FindColumn(c) is null)) return [];
        var writings = new List<(PlaceName Name, string Place, long Order)>();
        foreach (GeoPackageFeature feature in reader.Read(layer, Columns, new Findings()))
        {
            if (feature.Values is not [string { Length: > 0 } name, string kind, var place, var order] || !kinds.Contains(kind)) continue;
            if (feature.Geometry is not { IsEmpty: false } text) continue;
            Point middle = text.Centroid;
            writings.Add((
                new PlaceName(name, kind, new PlanePoint(middle.X, middle.Y)), Convert.ToString(place, CultureInfo.InvariantCulture) ?? "",
                Convert.ToInt64(order ?? 0L, CultureInfo.InvariantCulture)));
        }
        Dictionary<string, string[]> names = writings.GroupBy(w => w.Place, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => NorwegianNames.First([.. g.OrderBy(w => w.Order).Select(w => w.Name.Name).Distinct()]), StringComparer.Ordinal);
        return [.. writings.Select(w => w.Place.Length == 0 ? w.Name : w.Name with { Name = names[w.Place][0], OtherNames = names[w.Place][1..] })];
    }
}
