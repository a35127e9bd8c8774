using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Data.Boundaries;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>
/// Where somebody means a site to stand, by what they write: a place of the case by name, degrees as maps and phones tell them
/// (decimal, or minutes and seconds), or metres of UTM (ETRS89), whose zone may be left out where only one of Norway's lies in the case.
/// </summary>
/// <param name="planningCase">Whose places and municipalities.</param>
/// <param name="boundaries">Of its municipalities and their neighbours, EPSG:25833; where there are none, a spot is in the municipality of the nearest place.</param>
public sealed partial class SpotReader(PlanningCase planningCase, IReadOnlyList<MunicipalityBoundary> boundaries)
{
    /// <summary>Smaller numbers are degrees, greater ones metres.</summary>
    private const double LeastMetres = 10_000;

    /// <summary>"UTM sone 33", "EUREF89" and "Nord" may stand beside a number; more is a name with a number in it.</summary>
    private const int MostLettersANumber = 9;

    /// <summary>Without boundaries, what lies farther from every place of the case is taken to lie outside it.</summary>
    private const double FarthestMetres = 50_000;

    /// <summary>The zones that maps of Norway are in; 33 is that of national data.</summary>
    private static readonly int[] Zones = [33, 32, 35];

    private readonly MapProjection plane = MapProjection.ForEpsg(planningCase.Epsg);
    private readonly Lazy<MunicipalityLocator?> locator = new(() => boundaries.Count == 0 ? null : new MunicipalityLocator(boundaries));
    private readonly Settlement[] places = [.. PlacesOf(planningCase)];

    /// <summary>The named places of a case that a site can be put at: its settlements and named places of people, valleys left out.</summary>
    public static IEnumerable<Settlement> PlacesOf(PlanningCase planningCase)
    {
        Demand demand = planningCase.Demand;
        return planningCase.Settlements.Where(s => !s.IsValley)
            .Concat(Enumerable.Range(0, demand.Count).Where(i => !string.IsNullOrWhiteSpace(demand.Names[i]))
                .Select(i => new Settlement(demand.Names[i]!, demand.Points[i], demand.Municipalities[i])))
            .Where(s => s.Municipality >= 0).DistinctBy(s => (s.Name, s.Municipality)).OrderBy(s => s.Name, StringComparer.Ordinal);
    }

    /// <summary>A place with its municipality, as lists show it and <see cref="Read"/> takes it.</summary>
    public static string LabelOf(PlanningCase planningCase, Settlement place) => $"{place.Name} ({planningCase.Municipalities[place.Municipality].Name})";

    /// <summary>The spot that is written.</summary>
    /// <exception cref="InputException">It is none, several, or in none of the case's municipalities.</exception>
    public Spot Read(string written)
    {
        string text = written.Trim();
        double[] numbers = [.. NumberPattern().Matches(text).Select(m => double.Parse(m.Value.Replace(',', '.'), CultureInfo.InvariantCulture))];
        if (text.Count(char.IsLetter) > numbers.Length * MostLettersANumber || numbers.Length == 0) return ByName(text);
        GeoPoint[] meant = [.. (numbers.Count(n => n >= LeastMetres) == 2 ? OfMetres(numbers) : OfDegrees(text, numbers)).Distinct()];
        if (meant.Length == 0) throw Unread(text, "spot.unclear");
        (GeoPoint At, int Municipality)[] inside = [.. meant.Select(at => (at, MunicipalityAt(at))).Where(s => s.Item2 >= 0)];
        return inside.Length switch
        {
            0 => throw Refused(text, "spot.outside"),
            1 => Named(inside[0].At, inside[0].Municipality),
            _ => throw Refused(text, "spot.zone"),
        };
    }

    private Spot ByName(string text)
    {
        Settlement[] found = [.. places.Where(p => Same(p.Name, text) || Same(LabelOf(planningCase, p), text))];
        if (found.Length > 1)
            throw new InputException("", null, new Phrase("spot.several", text), new Phrase("spot.several.remedy", string.Join(", ", found.Select(p => LabelOf(planningCase, p)))));
        if (found.Length == 0) throw Unread(text, "spot.unknown");
        return Spot.At(plane.ToGeo(found[0].Point), found[0].Name, planningCase.Municipalities[found[0].Municipality].Number, isEstimated: true);
    }

    private Spot Named(GeoPoint at, int municipality)
    {
        PlanePoint point = plane.ToPlane(at);
        Settlement[] there = [.. places.Where(p => p.Municipality == municipality)];
        string name = there.Length > 0 ? there.MinBy(p => p.Point.DistanceTo(point)).Name : planningCase.Municipalities[municipality].Name;
        return Spot.At(at, name, planningCase.Municipalities[municipality].Number, isEstimated: false);
    }

    /// <summary>Index among the case's municipalities; -1 for none of them.</summary>
    private int MunicipalityAt(GeoPoint at)
    {
        if (locator.Value is { } known)
        {
            PlanePoint point = MapProjection.Norway.ToPlane(at);
            int found = known.Locate(point);
            if (found < 0) found = known.NearestWithin(point, MunicipalityLocator.DefaultToleranceMetres).Index;
            return found < 0 ? -1 : NumberedAs(known.Boundaries[found].Number);
        }
        PlanePoint here = plane.ToPlane(at);
        return places.Length == 0 ? -1 : places.MinBy(p => p.Point.DistanceTo(here)) is var near && near.Point.DistanceTo(here) < FarthestMetres ? near.Municipality : -1;
    }

    private int NumberedAs(string number) => Enumerable.Range(0, planningCase.Municipalities.Count).FirstOrDefault(i => planningCase.Municipalities[i].Number == number, -1);

    private static IEnumerable<GeoPoint> OfMetres(double[] numbers)
    {
        double[] metres = [.. numbers.Where(n => n >= LeastMetres)];
        // In all of Norway one is farther from the equator than from the zone's false origin.
        var point = new PlanePoint(metres.Min(), metres.Max());
        int[] zones = [.. numbers.Where(n => n is >= 31 and <= 36 && n == Math.Floor(n)).Select(n => (int)n)];
        return (zones.Length > 0 ? zones : Zones).Select(zone => MapProjection.ForEpsg(25800 + zone).ToGeo(point));
    }

    private static IEnumerable<GeoPoint> OfDegrees(string text, double[] numbers)
    {
        bool hasMinutes = text.AsSpan().ContainsAny("°'′’");
        double[] degrees = (numbers.Length, hasMinutes) switch
        {
            (2, _) => numbers,
            (4, true) => [numbers[0] + numbers[1] / 60, numbers[2] + numbers[3] / 60],
            (6, true) => [numbers[0] + numbers[1] / 60 + numbers[2] / 3600, numbers[3] + numbers[4] / 60 + numbers[5] / 3600],
            _ => [],
        };
        // In all of Norway the latitude is the greater number.
        return degrees.Length == 2 && degrees.Max() <= 90 ? [new GeoPoint(degrees.Min(), degrees.Max())] : [];
    }

    /// <summary>A street and a number is an address, which nothing of the case knows.</summary>
    private static InputException Unread(string text, string key) => AddressPattern().IsMatch(text)
        ? new InputException("", null, new Phrase("spot.address", text), new Phrase("spot.address.remedy"))
        : Refused(text, key);

    private static InputException Refused(string text, string key) => new("", null, new Phrase(key, text), new Phrase("spot.remedy"));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\p{L}[\p{L}\s.'-]*\p{L}\.?\s+\d{1,4}\s?\p{L}?\s*(,.*)?$", RegexOptions.None, 1000)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\d+(?:[.,]\d+)?")]
    private static partial Regex NumberPattern();
}

/// <summary>Where a site is to stand.</summary>
/// <param name="Name">Of the nearest place there.</param>
/// <param name="Municipality">The kommunenummer it lies in.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="IsEstimated">Whether only a place was named: its middle.</param>
public sealed record Spot(string Name, string Municipality, double Longitude, double Latitude, bool IsEstimated)
{
    /// <summary>About ten centimetres.</summary>
    private const int Decimals = 6;

    internal static Spot At(GeoPoint point, string name, string municipality, bool isEstimated) =>
        new(name, municipality, Math.Round(point.Longitude, Decimals), Math.Round(point.Latitude, Decimals), isEstimated);
}
