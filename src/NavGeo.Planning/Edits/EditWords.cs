using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Edits;

/// <summary>How the things an edit is about are read, and what they are called in its sentence.</summary>
internal static class EditWords
{
    /// <summary>No line or outline has more corners.</summary>
    public const int MostPoints = 5000;

    public static object OfStructure(PlanningCase original, string id) =>
        original.Structures.FirstOrDefault(s => s.Id == id)?.Name ?? (object)id;

    /// <summary>Whether what a structure is called says no more than its id: "Modell B".</summary>
    public static bool IsNamedByItsId(PlanningCase original, string id) => original.Structures.FirstOrDefault(s => s.Id == id)?.Name is { } name
        && Enum.GetValues<UserLanguage>().All(l => name.In(l).Trim().Split(' ') is [.., var last] words && last == id && words.Length <= 2 && (words.Length == 1 || ModelWords.Contains(words[0], StringComparer.OrdinalIgnoreCase)));

    private static readonly string[] ModelWords = ["modell", "model"];

    /// <summary>
    /// How large the office is that offices of today become: its people, and its staff and what it costs a year where the case says so
    /// of all of them. Null where the structure of the case has not all of them.
    /// </summary>
    public static Phrase? SizeOf(PlanningCase original, string structure, IReadOnlyList<string> names)
    {
        if (original.Structures.FirstOrDefault(s => s.Id == structure) is not { } today) return null;
        OfficeSize[] sizes = [.. OfficeSize.Of(original, today).Where(o => names.Contains(o.Office.Name, StringComparer.Ordinal))];
        if (sizes.Length != names.Distinct(StringComparer.Ordinal).Count()) return null;
        long people = sizes.Sum(o => o.Inhabitants);
        decimal? staff = sizes.All(o => o.FullTimeEquivalents is not null) ? sizes.Sum(o => o.FullTimeEquivalents) : null;
        CostLine[] costs = [.. original.Figures.Costs.Where(c => c is { Structure: null, IsOnce: false } && names.Contains(c.Office, StringComparer.Ordinal))];
        decimal? cost = names.All(n => costs.Any(c => c.Office == n)) ? costs.Sum(c => c.Nok) : null;
        return (staff, cost) switch
        {
            ({ } fte, { } nok) => new Phrase("edits.size.all", people, (double)fte, (long)Math.Round(nok)),
            ({ } fte, null) => new Phrase("edits.size.staff", people, (double)fte),
            (null, { } nok) => new Phrase("edits.size.cost", people, (long)Math.Round(nok)),
            _ => new Phrase("edits.size.people", people),
        };
    }

    public static string OfSite(PlanningCase original, string id) =>
        original.Sites.FirstOrDefault(s => s.Id == id)?.Name ?? id;

    /// <summary>An end of a stretch: a site as a place on the way, or a point by what it is near to.</summary>
    public static object OfEnd(PlanningCase original, string end) =>
        FindSite(original, end) is >= 0 and var site ? OfPlace(original, original.Sites[site].Id) : FindPoint(end) is { } point ? Near(original, point) : end;

    /// <summary>Index of the site with this id, or else of the only one that is called so; -1 for none.</summary>
    public static int FindSite(PlanningCase original, string called)
    {
        int site = original.Sites.Index().FirstOrDefault(s => s.Item.Id == called, (-1, null!)).Index;
        if (site >= 0) return site;
        int[] named = [.. original.Sites.Index().Where(s => Calls(s.Item.Id) || Calls(s.Item.Name) || Calls(OfPlace(original, s.Item.Id))).Select(s => s.Index)];
        return named.Length == 1 ? named[0] : -1;

        bool Calls(string name) => string.Equals(name, called, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A site as a place on the way: its own name where that is one of a place, else the municipality's, which is how people say where "NAV Gol" stands.</summary>
    public static string OfPlace(PlanningCase original, string site)
    {
        string? number = original.Sites.FirstOrDefault(s => s.Id == site)?.Municipality;
        bool isAlone = original.Sites.Count(s => s.Municipality == number) == 1;
        string name = OfSite(original, site);
        return isAlone && name.StartsWith("NAV ", StringComparison.OrdinalIgnoreCase) ? OfMunicipality(original, number!) : name;
    }

    public static string OfMunicipality(PlanningCase original, string number) =>
        original.Areas.FirstOrDefault(m => m.Number == number)?.Name ?? number;

    /// <summary>The key of what a closure is called, by what it means.</summary>
    public static string Closed(string key, bool isToAll) => isToAll ? key + "-all" : key;

    public static string OfRoad(string road) => RoadNumber.TryParse(road, out RoadNumber number) ? number.ToString() : road;

    /// <summary>What an edit is called whose sentence this is: the same values under the key's twin.</summary>
    public static Phrase TitleOf(Phrase sentence) => sentence with { Key = "edits.title." + sentence.Key["edits.".Length..] };

    /// <summary>What a point is called by the settlements and sites of the case.</summary>
    public static PlaceLabel LabelOf(PlanningCase original, GeoPoint position) =>
        new PlaceLabels(original, original.Sites.Select((s, i) => new Settlement(OfPlace(original, s.Id), original.SitePoints[i], -1))).Near(MapProjection.ForEpsg(original.Epsg).ToPlane(position)) ?? new PlaceLabel("–");

    /// <summary>"Torpo", "7 km north of Torpo".</summary>
    public static Phrase Near(PlanningCase original, GeoPoint position) => LabelOf(original, position).Called;

    /// <summary>A road's number.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static RoadNumber Number(string road) => RoadNumber.TryParse(road, out RoadNumber number) ? number : throw EditFault.Of("edits.wrong.road", road);

    /// <summary>"8.56,60.63"; null where it is no point of the earth.</summary>
    public static GeoPoint? FindPoint(string text)
    {
        string[] parts = text.Split(',');
        return parts.Length == 2
            && double.TryParse(parts[0], CultureInfo.InvariantCulture, out double longitude)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out double latitude)
            && Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90 ? new GeoPoint(longitude, latitude) : null;
    }

    /// <summary>The same, where there must be one.</summary>
    /// <exception cref="InputException">It is no point.</exception>
    public static GeoPoint Point(string text) => FindPoint(text) ?? throw EditFault.Of("edits.wrong.point", text);

    /// <summary>"Bognes–Lødingen 60".</summary>
    /// <exception cref="InputException">The last word is no number, or the only one.</exception>
    public static (string Name, double Number) NameAndNumber(string text)
    {
        int space = text.Trim().LastIndexOf(' ');
        return space > 0 && double.TryParse(text.Trim()[(space + 1)..], CultureInfo.InvariantCulture, out double number)
            ? (text.Trim()[..space].Trim(), number)
            : throw EditFault.Of("edits.wrong.number", text);
    }

    public static GeoPoint At(double[] point) => new(point[0], point[1]);

    /// <summary>Refuses lines and outlines that have too few corners or too many.</summary>
    public static void CheckPoints(IReadOnlyList<double[]> points, int least)
    {
        if (points.Count < least || points.Count > MostPoints || points.Any(p => p.Length != 2)) throw EditFault.Of("edits.wrong.points", least, MostPoints);
    }

    public static bool AreSame(IReadOnlyList<double[]> one, IReadOnlyList<double[]> other) =>
        one.Count == other.Count && one.Zip(other).All(p => p.First.AsSpan().SequenceEqual(p.Second));

    public static int HashOf(IReadOnlyList<double[]> points) => HashCode.Combine(points.Count, points.Sum(p => p.Sum()));
}

/// <summary>How a mistake in an edit is said.</summary>
public static class EditFault
{
    /// <summary>A mistake, with its remedy under the same key.</summary>
    /// <param name="key">What is wrong.</param>
    /// <param name="values">Named by problem and remedy.</param>
    public static InputException Of(string key, params IReadOnlyList<object> values) =>
        new(new Phrase("edits.wrong.what").ToString(), null, new Phrase(key, values), new Phrase(key + ".remedy", values));

    /// <summary>The same mistake with where the edit came from.</summary>
    /// <param name="wrong">The mistake.</param>
    /// <param name="file">Option or file.</param>
    /// <param name="place">Line; null for the whole.</param>
    public static InputException At(InputException wrong, string file, string? place) =>
        new([.. wrong.Findings.Select(f => f with { File = file, Place = place })]);

    /// <summary>What a user is told whose edit finds nothing in the network.</summary>
    public static InputException Of(UnknownEditTargetException unknown) => unknown.Edit switch
    {
        ClosedRoad edit => Of("edits.wrong.nothing", edit.Road.ToString()),
        RoadSpeed edit => Of("edits.wrong.nothing", edit.Road.ToString()),
        ClosedStretch edit => Of("edits.wrong.noStretch", edit.Road.ToString()),
        RemovedFerry edit => Of("edits.wrong.noFerry", edit.NameOrRoad),
        FerryHeadway edit => Of("edits.wrong.noFerry", edit.NameOrRoad),
        _ => Of("edits.wrong.noRoadNear"),
    };
}
