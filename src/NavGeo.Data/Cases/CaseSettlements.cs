using NavGeo.Data.Boundaries;
using NavGeo.Data.GeoPackage;
using NavGeo.Data.Input;
using NavGeo.Planning;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Cases;

/// <summary>The names of settlements in the N1000 a case's roads come from: a population grid has none.</summary>
internal static class CaseSettlements
{
    private const string Layer = "StedsnavnTekst";
    private const int Epsg = 25833;

    /// <summary>What N1000 calls the kinds of places where people live.</summary>
    private static readonly string[] Kinds = ["by", "tettsted", "tettbebyggelse", "bygdelagBygd", "grend"];

    /// <summary>In the order of the file; none where the roads are not from N1000 or the case lies in another projection.</summary>
    /// <param name="input">The case.</param>
    /// <param name="municipalities">In the case's order.</param>
    /// <param name="locator">Says where a settlement lies; null where the case names no boundaries.</param>
    public static IReadOnlyList<Settlement> Read(CaseInput input, IReadOnlyList<Municipality> municipalities, MunicipalityLocator? locator)
    {
        if (input.Settings.Files.GetValueOrDefault("roads") is not { } roads || input.Settings.Epsg != Epsg) return [];
        Dictionary<string, int> byNumber = municipalities.Index().ToDictionary(m => m.Item.Number, m => m.Index, StringComparer.Ordinal);
        return
        [
            .. In(roads.FullPath).Select(s => new Settlement(s.Name, s.Point, locator is null || locator.Locate(s.Point) is not (>= 0 and var boundary)
                ? -1 : byNumber.GetValueOrDefault(locator.Boundaries[boundary].Number, -1))),
        ];
    }

    /// <summary>The names in a file and where they stand; none in a file without.</summary>
    public static IReadOnlyList<(string Name, PlanePoint Point)> In(string path)
    {
        if (!path.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) || !File.Exists(path)) return [];
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        if (reader.FindLayer(Layer) is not { } layer || layer.FindColumn("fulltekst") is null || layer.FindColumn("navneobjekttype") is null) return [];
        var names = new List<(string, PlanePoint)>();
        foreach (GeoPackageFeature feature in reader.Read(layer, ["fulltekst", "navneobjekttype"], new Findings()))
        {
            if (feature.Values is not [string { Length: > 0 } name, string kind] || !Kinds.Contains(kind)) continue;
            if (feature.Geometry is not { IsEmpty: false } text) continue;
            Point middle = text.Centroid;
            names.Add((name, new PlanePoint(middle.X, middle.Y)));
        }
        return names;
    }
}
