using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Kept;
using NavGeo.Data.Places;
using NavGeo.Data.Roads;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>The names of settlements and valleys on a case's map, which is an N1000: a population grid has none.</summary>
internal static class CaseSettlements
{
    private const int Epsg = 25833;

    /// <summary>Settlements, large kinds first, then valleys; none where the roads are not from N1000 or the case lies in another projection.</summary>
    /// <param name="input">The case.</param>
    /// <param name="demand">Its people.</param>
    /// <param name="locator">Says where nobody lives near; null where the case names no boundaries.</param>
    /// <param name="municipalities">In the case's order.</param>
    public static IReadOnlyList<Settlement> Read(CaseFolder input, Demand demand, MunicipalityLocator? locator, IReadOnlyList<Municipality> municipalities)
    {
        if (input.Settings.Map is not { } map || input.Settings.Epsg != Epsg || !map.Exists) return [];
        Dictionary<string, int> byNumber = municipalities.Index().ToDictionary(m => m.Item.Number, m => m.Index, StringComparer.Ordinal);
        return KeptFolder.Own.Get(
            KeptFolder.NameOf("settlements", [map.Sha256(), .. MadeOf(input, demand), .. municipalities.SelectMany(m => (string[])[m.Number, m.Name])]),
            reader => reader.Each(() => From(reader)),
            () => Read(map, demand, [.. municipalities.Select(m => m.Name)], point => locator is not null && locator.Locate(point) is >= 0 and var boundary
                ? byNumber.GetValueOrDefault(locator.Boundaries[boundary].Number, -1) : -1),
            Write);
    }

    /// <summary>Where people live, and the municipalities of where nobody does.</summary>
    private static IEnumerable<string> MadeOf(CaseFolder input, Demand demand)
    {
        yield return KeptFolder.HashOf(demand.Points);
        yield return KeptFolder.HashOf(demand.People);
        yield return KeptFolder.HashOf(demand.Municipalities);
        CaseFile? boundaries = input.Settings.Files.GetValueOrDefault("boundaries");
        yield return FormattableString.Invariant($"{boundaries?.File.Sha256()} {boundaries?.CodeYear} {input.Settings.CodeYear}");
        yield return input.Find(CodeChangeTable.Name)?.Sha256() ?? "";
    }

    private static bool Write(IReadOnlyList<Settlement> settlements, KeptWriter writer)
    {
        writer.Each(settlements, s =>
        {
            writer.Text(s.Name);
            writer.Column<PlanePoint>([s.Point]);
            writer.Whole(s.Municipality);
            writer.Whole(s.IsValley ? 1 : 0);
            writer.Each(s.OtherNames ?? [], writer.Text);
        });
        return true;
    }

    private static Settlement From(KeptReader reader) => new(reader.Word(), reader.Column<PlanePoint>()[0], (int)reader.Whole())
    {
        IsValley = reader.Whole() == 1,
        OtherNames = reader.Each(reader.Word),
    };

    /// <summary>
    /// The same of any N1000. A map's letters begin some kilometres from the place, at times across a border: a settlement is
    /// where people live closest together by its letters, in the municipality that they live in; one called as the centre of a
    /// municipality is looked for there first.
    /// </summary>
    /// <param name="roads">N1000, or another file, which has none.</param>
    /// <param name="demand">Who lives where.</param>
    /// <param name="municipalities">Their names.</param>
    /// <param name="locate">The municipality of letters that nobody lives near.</param>
    public static IReadOnlyList<Settlement> Read(InputFile roads, Demand demand, IReadOnlyList<string> municipalities, Func<PlanePoint, int> locate)
    {
        string[] kinds = [.. N1000PlaceNames.Settlements, N1000PlaceNames.Valley];
        IReadOnlyList<PlaceName> names = N1000PlaceNames.Of(roads, kinds);
        if (names.Count == 0) return [];
        var people = new DensestSettlement(demand);
        ILookup<string, int> byShortName = Enumerable.Range(0, municipalities.Count).ToLookup(m => NorwegianNames.Short(municipalities[m]), StringComparer.Ordinal);
        PlaceName[] ordered = [.. names.OrderBy(n => Array.IndexOf(kinds, n.Kind))];
        int[] densestOf = [.. ordered.Select(n => Densest(n, N1000PlaceNames.WrittenWithin(n.Kind)))];
        // Where two names would have the same people, the town before the village and then the nearer letters have them; the
        // other looks nearer to its own letters.
        var taken = new List<PlanePoint>();
        int[] byRight = [.. Enumerable.Range(0, ordered.Length).Where(n => densestOf[n] >= 0 && ordered[n].Kind != N1000PlaceNames.Valley).OrderBy(n => Array.IndexOf(kinds, ordered[n].Kind)).ThenBy(DistanceToPeople)];
        foreach (int name in byRight)
        {
            if (taken.Any(t => t.DistanceTo(demand.Points[densestOf[name]]) <= DensestSettlement.ReachMetres)
                && people.Near(ordered[name].Point, DistanceToPeople(name) / 2) is >= 0 and var nearer) densestOf[name] = nearer;
            taken.Add(demand.Points[densestOf[name]]);
        }
        return [.. ordered.Select((name, n) => Settlement(name, densestOf[n]))];

        double DistanceToPeople(int name) => ordered[name].Point.DistanceTo(demand.Points[densestOf[name]]);

        int Densest(PlaceName name, double within)
        {
            int densest = name.Kind == N1000PlaceNames.Valley ? -1 : MunicipalCentres.MunicipalitiesOf(name.Name).SelectMany(m => byShortName[m])
                .Select(m => people.Near(name.Point, within, m)).FirstOrDefault(place => place >= 0, -1);
            return densest < 0 ? people.Near(name.Point, within) : densest;
        }

        Settlement Settlement(PlaceName name, int densest)
        {
            bool isValley = name.Kind == N1000PlaceNames.Valley;
            return new Settlement(
                name.Name, densest < 0 || isValley ? name.Point : demand.Points[densest], densest < 0 ? locate(name.Point) : demand.Municipalities[densest])
            {
                IsValley = isValley,
                OtherNames = name.OtherNames,
            };
        }
    }
}
