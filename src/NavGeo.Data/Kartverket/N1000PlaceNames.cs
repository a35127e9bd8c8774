using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Data.Roads;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Kartverket;

/// <summary>The names that stand on Kartverket's N1000 (<c>StedsnavnTekst</c>).</summary>
public static class N1000PlaceNames
{
    internal const string Quay = "ferjekai", SmallQuay = "kai", Island = "øyISjø", Lighthouse = "fyrstasjon";

    private const string Layer = "StedsnavnTekst", Text = "fulltekst", Kind = "navneobjekttype";

    /// <summary>What N1000 calls the kinds of places where people live.</summary>
    public static IReadOnlyList<string> Settlements { get; } = ["by", "tettsted", "tettbebyggelse", "bygdelagBygd", "grend"];

    /// <summary>What N1000 calls the kinds of places that ferries go to.</summary>
    internal static IReadOnlyList<string> FerryPlaces { get; } =
        [.. Settlements, "bydel", "boligfelt", "gard", "navnegard", "bruk", Quay, SmallQuay, Island, Lighthouse];

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
        if (reader.FindLayer(Layer) is not { } layer || layer.FindColumn(Text) is null || layer.FindColumn(Kind) is null) return [];
        var names = new List<PlaceName>();
        foreach (GeoPackageFeature feature in reader.Read(layer, [Text, Kind], new Findings()))
        {
            if (feature.Values is not [string { Length: > 0 } name, string kind] || !kinds.Contains(kind)) continue;
            if (feature.Geometry is not { IsEmpty: false } text) continue;
            Point middle = text.Centroid;
            names.Add(new PlaceName(name, kind, new PlanePoint(middle.X, middle.Y)));
        }
        return names;
    }
}
