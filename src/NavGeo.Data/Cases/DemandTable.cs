using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Places;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>demand.csv</c>: people at places.</summary>
internal static class DemandTable
{
    public const string Name = "demand.csv";

    private static readonly TableColumns Columns = new(["id", "kommunenummer", "lon", "lat", "people"], "name", "no_road", "part");

    /// <summary>Null where the table could not be read at all.</summary>
    /// <param name="input">The case.</param>
    /// <param name="municipalities">The case's municipalities in the order that the demand's index counts them.</param>
    /// <param name="parts">The parts of divided municipalities.</param>
    public static Demand? Read(CaseFolder input, IReadOnlyList<Municipality> municipalities, IReadOnlyList<Municipality> parts)
    {
        if (input.Table(Name, Columns) is not { } table) return null;
        var index = municipalities.Select((m, i) => (m.Number, i)).ToDictionary(p => p.Number, p => p.i, StringComparer.Ordinal);
        var named = new KnownNames(municipalities.Select(m => (m.Number, (IEnumerable<string?>)NorwegianNames.Forms(m.Name))));
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var strangers = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var ids = new List<string>();
        var names = new List<string?>();
        var people = new List<int>();
        var points = new List<PlanePoint>();
        var homes = new List<int>();
        var withoutRoad = new HashSet<int>();
        var given = new Dictionary<int, string>();
        foreach (DelimitedRow row in table.Rows)
        {
            string id = row.Text("id");
            if (id.Length > 0) row.IsFirst(lines, "id", id);
            string? number = row.OptionalText("kommunenummer");
            if (number is not null) number = index.ContainsKey(number) ? number : named.Find(number) ?? row.Number("kommunenummer", number);
            int count = row.Whole("people", 0, 20_000_000, new Phrase("case.people.remedy"));
            GeoPoint position = row.Position("lon", "lat", input.Settings.Area);
            if (row.IsFaulty) continue;
            int home = number is not null && index.TryGetValue(number, out int known) ? known : -1;
            if (row.Flag("no_road", otherwise: false)) withoutRoad.Add(ids.Count);
            if (row.OptionalText("part") is { } part)
            {
                if (!parts.Any(p => p.Number == part && p.PartOf == number))
                    row.Error(new Phrase("decisions.unknown-part", part, number ?? "–"), new Phrase("decisions.unknown-part.remedy"));
                given[ids.Count] = part;
            }
            if (number is not null && home < 0) strangers[number] = strangers.GetValueOrDefault(number) + count;
            ids.Add(id);
            names.Add(row.OptionalText("name"));
            people.Add(count);
            points.Add(input.ToPlane(position));
            homes.Add(home);
        }
        if (strangers.Count > 0)
        {
            input.Note(Name, new Phrase("case.strangers", strangers.Values.Sum(), string.Join(", ", strangers.Keys)),
                new Phrase("case.strangers.remedy"));
        }
        var demand = new Demand(ids, names, people, points, homes, cellMetres: 0) { WithoutRoad = withoutRoad };
        return DividedDemand.Of(input, demand, municipalities, parts, given);
    }

    /// <summary>Everybody at the centre of their municipality: what is left where a case has no demand.</summary>
    public static Demand AtCentres(CaseFolder input, IReadOnlyList<Municipality> municipalities) => new(
        [.. municipalities.Select(m => m.Number)],
        [.. municipalities.Select(m => m.Name)],
        [.. municipalities.Select(m => m.Population)],
        [.. municipalities.Select(m => input.ToPlane(m.Centre))],
        [.. Enumerable.Range(0, municipalities.Count)],
        cellMetres: 0);
}
