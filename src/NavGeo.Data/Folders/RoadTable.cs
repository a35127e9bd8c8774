using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Folders;

/// <summary>Reads <c>roads.csv</c>: a small hand-made network between the places of <c>places.csv</c>.</summary>
internal sealed class RoadTable
{
    public const string Name = "roads.csv";

    /// <summary>So much shorter than the straight line may a road be: the projection stretches, and places are rounded.</summary>
    private const double ShortestShare = 0.98;

    /// <summary>Figures with one decimal and positions with four are together off by so much.</summary>
    private const double RoundingKm = 0.1;

    /// <summary>Roads this many times the straight line are more often a mistyped figure than a long way round.</summary>
    private const double LongestShare = 5;

    private const double FastestRoadKmh = 120;

    private static readonly TableColumns Columns = new(
        ["from", "to", "road", "km", "minutes", "kind"], "name", "headway_minutes", "status", "oneway");

    private static readonly (string Word, LinkKind Kind)[] Kinds =
    [
        ("road", LinkKind.Road), ("motorway", LinkKind.Motorway), ("expressway", LinkKind.Expressway),
        ("ferry", LinkKind.CarFerry), ("passenger_boat", LinkKind.PassengerBoat),
    ];

    private readonly Dictionary<string, PlaceName>? places;
    private readonly Dictionary<string, Dictionary<(string, string, string), int>> seen = new(StringComparer.Ordinal);

    private KnownNames? named;

    private RoadTable(Dictionary<string, PlaceName>? places) => this.places = places;

    /// <summary>The open links in the order of the file, and the places; null where the tables could not be read at all.</summary>
    public static (List<RoadLink> Links, IReadOnlyList<PlaceName> Places)? Read(CaseFolder input)
    {
        Dictionary<string, PlaceName>? places = PlaceTable.Read(input);
        if (input.Table(Name, Columns) is not { } table) return null;
        var reader = new RoadTable(places);
        var links = new List<RoadLink>();
        int planned = 0;
        foreach (DelimitedRow row in table.Rows)
        {
            RoadLink? link = reader.LinkOf(row, out bool isPlanned);
            if (isPlanned && !input.IncludesPlanned) planned++;
            else if (link is not null) links.Add(link);
        }
        if (planned > 0) input.Note(Name, new Phrase("case.planned-roads", planned), new Phrase("case.planned-roads.remedy"));
        return places is null ? null : (links, [.. places.Values]);
    }

    /// <summary>
    /// A folder's own <c>roads.csv</c>, with the places beside it, or those sheets of a workbook, as a road file: the same tables as in a case, without the
    /// case being read. <c>case.json</c>, where there is one, says which projection and area they are of.
    /// </summary>
    /// <exception cref="InputException">One of the tables has errors.</exception>
    public static RoadImport ReadFile(InputFile file, Findings findings)
    {
        string folder = CaseWorkbook.Is(file.Path) ? file.Path : Path.GetDirectoryName(file.Path) is { Length: > 0 } given ? given : ".";
        var input = new CaseFolder(folder, findings, new InputFiles(file));
        if (input.Has(CaseFolder.SettingsName)) input.ReadSettings();
        (List<RoadLink> Links, IReadOnlyList<PlaceName> Places)? tables = Read(input);
        findings.ThrowIfErrors();
        (List<RoadLink> links, IReadOnlyList<PlaceName> places) = tables!.Value;
        SourceReference[] named = [.. input.Settings?.Sources ?? []];
        var source = new SourceReference(
            named.Length > 0 ? string.Join("; ", named.Select(s => s.Title)) : file.Name,
            string.Join("; ", named.Select(s => s.Licence).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)),
            input.Settings?.Date ?? "", file.Name, file.Sha256());
        return new RoadImport(links, [], links.Count, input.Epsg, source) { Places = places };
    }

    private RoadLink? LinkOf(DelimitedRow row, out bool isPlanned)
    {
        string from = Place(row, "from");
        string to = Place(row, "to");
        if (from.Length > 0 && from == to) row.Error(new Phrase("case.same-place", from), new Phrase("case.same-place.remedy"));
        string written = row["road"];
        (RoadCategory category, RoadNumber road) = Road(row, written);
        double km = row.Decimal("km", 0.001, 2000, new Phrase("case.km.remedy"));
        double? minutes = row.OptionalDecimal("minutes", 0, 6000, new Phrase("case.minutes.remedy"));
        double? headway = row.OptionalDecimal("headway_minutes", 0, 10_080, new Phrase("case.minutes.remedy"));
        LinkKind kind = Kind(row);
        isPlanned = Status(row);
        bool isOneWay = row.Flag("oneway", false);
        if (row.IsFaulty || places is null) return null;

        PlanePoint start = places[from].Point;
        PlanePoint end = places[to].Point;
        CheckFigures(row, kind, km, minutes, start, end);
        CheckRepeated(row, from, to, written);
        int? milliseconds = minutes is { } given ? (int)Math.Round(given * 60_000, MidpointRounding.AwayFromZero) : null;
        return new RoadLink
        {
            Shape = [start, end],
            Kind = kind,
            Category = category,
            Road = road,
            Name = row.OptionalText("name"),
            Directions = isOneWay ? LinkDirections.Forward : LinkDirections.Both,
            LengthMillimetres = (int)Math.Round(km * 1e6, MidpointRounding.AwayFromZero),
            ForwardMilliseconds = milliseconds,
            BackwardMilliseconds = milliseconds,
            HeadwayMinutes = headway,
        };
    }

    private string Place(DelimitedRow row, string column)
    {
        string place = row.Text(column);
        if (place.Length == 0 || places is null || places.ContainsKey(place)) return place;
        if (row.Meant(column, place, named ??= new KnownNames(places.Select(p => (p.Key, (IEnumerable<string?>)[p.Value.Name])))) is { } meant) return meant;
        string? near = Spelling.Nearest(place, places.Keys);
        row.Error(new Phrase("case.unknown-place", place), near is null
            ? new Phrase("case.unknown-place.remedy")
            : new Phrase("table.unknown-column.remedy", near));
        return place;
    }

    /// <summary>"Rv 7", or the category alone where the road has no number: "Pv", "Kv -".</summary>
    private static (RoadCategory Category, RoadNumber Road) Road(DelimitedRow row, string written)
    {
        if (written.Length == 0) return default;
        if (RoadNumber.TryParse(written, out RoadNumber road)) return (road.Category, road);
        if (RoadNumber.TryParse(written.TrimEnd(' ', '-') + " 1", out RoadNumber numbered)) return (numbered.Category, default);
        row.Error(new Phrase("case.bad-road", written), new Phrase("case.bad-road.remedy"));
        return default;
    }

    private static LinkKind Kind(DelimitedRow row)
    {
        string word = row["kind"];
        if (word.Length == 0) return LinkKind.Road;
        foreach ((string known, LinkKind kind) in Kinds)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase)) return kind;
        }
        row.Error(new Phrase("case.unknown-value", "kind", word),
            new Phrase("case.one-of.remedy", string.Join(", ", Kinds.Select(k => k.Word))));
        return LinkKind.Road;
    }

    private static bool Status(DelimitedRow row)
    {
        string status = row["status"].ToLowerInvariant();
        if (status is not ("" or "open" or "planned"))
            row.Error(new Phrase("case.unknown-value", "status", status), new Phrase("case.one-of.remedy", "open, planned"));
        return status == "planned";
    }

    private static void CheckFigures(DelimitedRow row, LinkKind kind, double km, double? minutes, PlanePoint start, PlanePoint end)
    {
        // A place with a wrong position has been reported already.
        if (start == default || end == default) return;
        double straightKm = start.DistanceTo(end) / 1000;
        if (km + RoundingKm < straightKm * ShortestShare)
            row.Warning(new Phrase("case.too-short", km, Math.Round(straightKm, 1)), new Phrase("case.check-km.remedy"));
        else if (km > straightKm * LongestShare)
            row.Warning(new Phrase("case.too-long", km, Math.Round(straightKm, 1)), new Phrase("case.check-km.remedy"));
        if (!kind.IsFerry() && minutes is { } given && km > FastestRoadKmh / 60 * given)
            row.Warning(new Phrase("case.too-fast", km, given), new Phrase("case.check-minutes.remedy"));
    }

    private void CheckRepeated(DelimitedRow row, string from, string to, string road)
    {
        (string, string, string) key = string.CompareOrdinal(from, to) < 0 ? (from, to, road) : (to, from, road);
        string direction = row["oneway"].Length > 0 ? from : "";
        if (!seen.TryGetValue(direction, out Dictionary<(string, string, string), int>? lines)) seen.Add(direction, lines = []);
        if (!lines.TryAdd(key, row.Line))
            row.Warning(new Phrase("case.repeated-road", from, to, CaseFields.Line(lines[key])), new Phrase("case.duplicate.remedy"));
    }
}

/// <summary>Reads <c>places.csv</c>: the junctions and quays of a hand-made network.</summary>
internal static class PlaceTable
{
    public const string Name = "places.csv";

    private static readonly TableColumns Columns = new(["place", "lon", "lat"], "name");

    /// <summary>Names and positions in the plane by place; null where the table could not be read at all.</summary>
    public static Dictionary<string, PlaceName>? Read(CaseFolder input)
    {
        if (input.Table(Name, Columns) is not { } table) return null;
        var places = new Dictionary<string, PlaceName>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string id = row.Text("place");
            GeoPoint position = row.Position("lon", "lat", input.Area);
            bool isFaulty = row.IsFaulty;
            // A place with a wrong position is still a place that roads may name.
            if (id.Length > 0 && row.IsFirst(lines, "place", id))
                places.Add(id, new PlaceName(row.OptionalText("name") ?? id, "", isFaulty ? default : input.ToPlane(position)));
        }
        return places;
    }
}
