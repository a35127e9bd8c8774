using System.Globalization;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Roads;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Networks;

/// <summary>
/// Names for ferries whose source gives none: their quays by the nearest names on the map, each of another name; one that
/// has none near is left out. Where no quay has one the boat is called by its lake, and without one told by longitude and latitude. Of two that would be called the same the second has its road or a number behind.
/// </summary>
internal static class FerryLabels
{
    /// <summary>A name farther from the quay than this says nothing of it.</summary>
    private const double ReachMetres = 12_000;

    /// <summary>The letters of a large lake stand so far from its ends.</summary>
    private const double LakeMetres = 40_000;

    /// <summary>The writing of a quay's own name stands this near to it, and then no other name is better.</summary>
    private const double OwnNameMetres = 3_000;

    /// <summary>The name of an island stands in its middle, that of a lighthouse at its outermost: either tells less than that of a place.</summary>
    private const double IslandFactor = 1.5;

    /// <summary>Words behind a name that say what kind of place it is.</summary>
    private static readonly string[] KindWords = [" ferjekai", " fyr"];

    /// <summary>One name for each ferry.</summary>
    /// <param name="ferries">The ferries.</param>
    /// <param name="places">Names on the map.</param>
    /// <param name="projection">Of the quays and places.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<FerryService> ferries, IReadOnlyList<PlaceName> places, MapProjection projection)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. ferries.Select(ferry =>
        {
            string name = string.Join('–', NamesOf(ferry.Quays, places, projection));
            if (used.Add(Turned(name))) return name;
            if (ferry.Road.IsNumbered && used.Add(Turned($"{name} ({ferry.Road})"))) return $"{name} ({ferry.Road})";
            // The second boat on a lake, say.
            int next = 2;
            while (!used.Add(Turned($"{name} {next}"))) next++;
            return $"{name} {next}";
        })];
    }

    /// <summary>The nearest pair of quay and name first; then both are taken.</summary>
    private static string[] NamesOf(IReadOnlyList<PlanePoint> quays, IReadOnlyList<PlaceName> places, MapProjection projection)
    {
        var names = new string?[quays.Count];
        IEnumerable<(int Quay, string Name)> near = quays
            .SelectMany((quay, i) => places.Where(p => p.Kind != N1000PlaceNames.Lake).Select(p => (Quay: i, Name: Plain(p), Metres: Distance(p, quay))))
            .Where(n => n.Metres <= ReachMetres).OrderBy(n => n.Metres).ThenBy(n => n.Quay).Select(n => (n.Quay, n.Name));
        foreach ((int quay, string name) in near)
        {
            if (names[quay] is null && !names.Contains(name)) names[quay] = name;
        }
        // A quay without a name is left out beside one that has a name: nobody calls a ferry by coordinates.
        if (names.Any(n => n is not null)) return [.. names.OfType<string>().Distinct(StringComparer.Ordinal)];
        (PlaceName? Lake, double Metres) lake = quays.SelectMany(q => places.Where(p => p.Kind == N1000PlaceNames.Lake).Select(p => ((PlaceName?)p, p.Point.DistanceTo(q))))
            .DefaultIfEmpty((null, double.PositiveInfinity)).MinBy(l => l.Item2);
        return lake.Lake is { } named && lake.Metres <= LakeMetres ? [named.Name] : [.. quays.Select(q => At(q, projection)).Distinct(StringComparer.Ordinal)];
    }

    private static double Distance(PlaceName place, PlanePoint quay)
    {
        double metres = place.Point.DistanceTo(quay);
        return place.Kind switch
        {
            N1000PlaceNames.Quay or N1000PlaceNames.SmallQuay when metres <= OwnNameMetres => metres / 2,
            N1000PlaceNames.Island or N1000PlaceNames.Lighthouse => metres * IslandFactor,
            _ => metres,
        };
    }

    /// <summary>"Bognes ferjekai" is called Bognes.</summary>
    private static string Plain(PlaceName place) =>
        KindWords.FirstOrDefault(w => place.Name.EndsWith(w, StringComparison.OrdinalIgnoreCase)) is { } word ? place.Name[..^word.Length] : place.Name;

    private static string At(PlanePoint quay, MapProjection projection)
    {
        GeoPoint place = projection.ToGeo(quay);
        return string.Create(CultureInfo.InvariantCulture, $"{place.Longitude:0.000},{place.Latitude:0.000}");
    }

    /// <summary>A ferry is the same from either side.</summary>
    private static string Turned(string name) => string.Join('–', name.Split('–').Order(StringComparer.OrdinalIgnoreCase));
}
