using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Planning.Language;

namespace NavGeo.EndToEnd;

/// <summary>
/// Somebody who wants to know how many live where few do. Takes every file there is, reads the counts of people in it, and
/// sets up what they say together: each count is a sum over places, and who belongs to it stands in the layers. What is left
/// of a count when the places told with a number are taken off is a sum over those without one; elimination and the bounds
/// of 1 to 4 then give what must be.
/// </summary>
internal sealed partial class Attacker
{
    /// <summary>Columns and members of files that hold people, by any of their names.</summary>
    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal)
    {
        "people", "served", "without_access", "gain", "lose", "unchanged", "still_without_access", "fortsatt_uten_vei", "lose_access", "gain_access", "fewer_days", "more_days", "people_fewer_days",
        "people_more_days", "by_road", "only_by_ferry", "only_by_passenger_boat", "without_link", "demand_people", "no_road", "across_water", "not_connected", "outside",
        "innbyggere", "uendret", "kortere", "lengre", "mister_tilgang", "får_tilgang", "withoutAccess", "loseAccess", "gainAccess", "within30",
        "withDay", "withoutDay", "loseAll", "people_with_day", "people_without_day",
    };

    private static readonly HashSet<string> CountLists = new(StringComparer.Ordinal) { "people_within", "pushed_beyond", "longer", "shorter", "reachedByMinute" };

    private readonly List<(string Where, long People)> counts = [];
    private readonly Dictionary<(string Structure, string Group), long> sums = [];
    private readonly Dictionary<string, Dictionary<string, Place>> places = new(StringComparer.Ordinal);
    private readonly List<string[]> tableColumns = [];

    /// <summary>A place of a layer: its people, null where they are not told, and the groups it counts in.</summary>
    private sealed record Place(string Id, long? People, string Municipality, HashSet<string> Groups);

    /// <summary>What is taken from now on tells of the roads and sites of this moment.</summary>
    public int Moment { get; set; }

    /// <summary>How many counts were read.</summary>
    public int Read => counts.Count;

    /// <summary>Takes a file by its ending; archives are opened.</summary>
    public void Take(string name, byte[] bytes)
    {
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".zip":
                foreach ((string entry, byte[] content) in Entries(bytes)) Take(entry, content);
                break;
            case ".csv":
                TakeTable(name, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
                break;
            case ".geojson":
                TakeLayer(name, JsonNode.Parse(bytes)!);
                break;
            case ".json":
                TakeJson(name, JsonNode.Parse(bytes)!);
                break;
            case ".xlsx":
                TakeWorkbook(name, bytes);
                break;
            case ".docx":
                TakeText(name, Tags().Replace(Encoding.UTF8.GetString(Entries(bytes).Single(e => e.Name == "word/document.xml").Content), ""));
                break;
            case ".gpkg":
                TakePackage(name, bytes);
                break;
            case ".svg" or ".html" or ".md" or ".txt":
                TakeText(name, Tags().Replace(Encoding.UTF8.GetString(bytes), "\n"));
                break;
        }
    }

    /// <summary>Everything below a folder.</summary>
    public void TakeFolder(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Take(Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
    }

    /// <summary>What stands in some file, without solving: of a whole country the equations are too many.</summary>
    public IReadOnlyList<string> FoundDirectly() => [.. counts.Where(c => c.People is > 0 and < 5).Select(c => $"{c.Where}: {c.People}")];

    /// <summary>What the attacker knows in the end: every number of 1 to 4 people, and where it was found.</summary>
    public IReadOnlyList<string> Found() =>
    [
        .. FoundDirectly(),
        .. places.SelectMany(p => Solved(p.Key, [.. p.Value.Values])),
    ];

    /// <summary>The places a structure's layer has without a number whose number must be one.</summary>
    private IEnumerable<string> Solved(string structure, List<Place> all)
    {
        Place[] unknown = [.. all.Where(p => p.People is null)];
        var rows = new List<(double[] Factors, double Sum)>();
        foreach ((string group, long sum) in sums.Where(s => s.Key.Structure == structure).Select(s => (s.Key.Group, s.Value)))
        {
            double left = sum - all.Where(p => p.Groups.Contains(group)).Sum(p => p.People ?? 0);
            double[] factors = [.. unknown.Select(p => p.Groups.Contains(group) ? 1.0 : 0.0)];
            int count = factors.Count(f => f != 0);
            if (count == 0) continue;
            rows.Add((factors, left));
            if (count > 0 && (left == count || left == 4 * count)) yield return $"{structure} {group}: all {count} places have {left / count}";
        }
        foreach ((int place, double people) in Determined(rows, unknown.Length))
        {
            if (people is > 0.5 and < 4.5) yield return $"{structure} place {unknown[place].Id}: {people}";
        }
    }

    /// <summary>Gauss and Jordan: the unknowns that stand alone in a row.</summary>
    private static IEnumerable<(int Unknown, double Value)> Determined(List<(double[] Factors, double Sum)> rows, int unknowns)
    {
        double[][] matrix = [.. rows.Select(r => (double[])[.. r.Factors, r.Sum])];
        int done = 0;
        for (int column = 0; column < unknowns && done < matrix.Length; column++)
        {
            int pivot = Enumerable.Range(done, matrix.Length - done).MaxBy(r => Math.Abs(matrix[r][column]));
            if (Math.Abs(matrix[pivot][column]) < 1e-9) continue;
            (matrix[done], matrix[pivot]) = (matrix[pivot], matrix[done]);
            double[] own = matrix[done];
            double first = own[column];
            for (int i = column; i <= unknowns; i++) own[i] /= first;
            for (int row = 0; row < matrix.Length; row++)
            {
                double factor = matrix[row][column];
                if (row == done || Math.Abs(factor) < 1e-9) continue;
                for (int i = column; i <= unknowns; i++) matrix[row][i] -= factor * own[i];
            }
            done++;
        }
        for (int row = 0; row < done; row++)
        {
            int[] left = [.. Enumerable.Range(0, unknowns).Where(c => Math.Abs(matrix[row][c]) > 1e-9).Take(2)];
            if (left.Length == 1) yield return (left[0], matrix[row][unknowns] / matrix[row][left[0]]);
        }
    }

    private void Count(string where, long people) => counts.Add((where, people));

    private void TakeTable(string name, string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        char separator = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        string[][] rows = [.. lines.Select(l => Fields(l.TrimEnd('\r'), separator))];
        string[] header = rows[0];
        tableColumns.Add(header);
        if (Path.GetFileName(name) == "sentences.csv")
        {
            foreach (IGrouping<string, string[]> structure in rows.Skip(1).GroupBy(r => r[0], StringComparer.Ordinal))
                TakeText($"{name} {structure.Key}", string.Join('\n', structure.Select(r => r[^1])));
        }
        foreach (string[] row in rows.Skip(1))
        {
            for (int i = 0; i < header.Length; i++)
            {
                if (IsCount(header[i]) && long.TryParse(row[i], NumberStyles.Integer, CultureInfo.InvariantCulture, out long people)) Count($"{name} {row[0]} {row[1]} {header[i]}", people);
            }
            if (Path.GetFileName(name) is "indicators.csv" or "municipalities.csv" or "sites.csv") TakeSums(Path.GetFileNameWithoutExtension(name), header, row);
        }
    }

    /// <summary>The counts of a row of a table as sums over places.</summary>
    private void TakeSums(string table, string[] header, string[] row)
    {
        string group = table switch { "municipalities" => "m" + row[1], "sites" => "s" + row[1], _ => "all" };
        foreach (string column in (string[])["served", "without_access", "within_15_min", "within_30_min", "within_45_min", "within_60_min", "within_90_min", "gain", "lose", "lose_access"])
        {
            int at = Array.IndexOf(header, column);
            if (at >= 0 && long.TryParse(row[at], NumberStyles.Integer, CultureInfo.InvariantCulture, out long people)) sums[($"{row[0]} at {Moment}", $"{group} {column}")] = people;
        }
    }

    private void TakeLayer(string name, JsonNode layer)
    {
        string? id = (string?)layer["navgeo"]?["parameters"]?["structure"];
        string? structure = id is null ? null : $"{id} at {Moment}";
        bool isCells = (string?)layer["name"] == "cells", isChange = (string?)layer["name"] == "change", isVisits = (string?)layer["name"] == "visits";
        foreach (JsonNode? feature in layer["features"]?.AsArray() ?? [layer.DeepClone()])
        {
            if (feature!["properties"] is not { } properties) continue;
            TakeJson(name, properties);
            if (structure is null || !(isCells || isChange || isVisits)) continue;
            string municipality = (string?)properties["kommunenummer"] ?? "";
            if (municipality.Length == 0) continue;
            IEnumerable<string> kinds = isCells ? Kinds(properties) : isVisits ? [(int)properties["days"]! > 0 ? "with_day" : "without_day"] : [Change((string)properties["change"]!)];
            Dictionary<string, Place> all = places.TryGetValue(structure, out Dictionary<string, Place>? known) ? known : places[structure] = [];
            string cell = (string)properties["id"]!;
            if (!all.TryGetValue(cell, out Place? place)) all.Add(cell, place = new Place(cell, (long?)properties["people"], municipality, []));
            string? site = (string?)properties["site"];
            foreach (string kind in kinds)
            {
                place.Groups.Add("all " + kind);
                place.Groups.Add($"m{municipality} {kind}");
                if (isCells && site is not null) place.Groups.Add($"s{site} {kind}");
            }
        }
    }

    private static IEnumerable<string> Kinds(JsonNode cell)
    {
        if ((string)cell["status"]! != "served") return ["without_access"];
        double minutes = (double)cell["minutes"]!;
        return [.. ((int[])[15, 30, 45, 60, 90]).Where(t => minutes <= t).Select(t => $"within_{t}_min"), "served"];
    }

    private static string Change(string change) => change switch { "longer" => "lose", "shorter" => "gain", "access_lost" => "lose_access", _ => change };

    private void TakeJson(string where, JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? each in array.Where(n => n is not null)) TakeJson(where, each!);
            return;
        }
        if (node is JsonValue text && text.TryGetValue(out string? said)) TakeText(where, said);
        if (node is not JsonObject members) return;
        TakeVisits(members);
        if (members["key"] is JsonValue key && members["value"] is JsonValue figure && key.TryGetValue(out string? named) && IsCount(named) && figure.TryGetValue(out double whole)) Count($"{where} {named}", (long)whole);
        foreach ((string name, JsonNode? value) in members)
        {
            if (value is JsonValue single && Counts.Contains(name) && single.TryGetValue(out long people)) Count($"{where} {name}", people);
            else if (value is JsonArray list && CountLists.Contains(name) && list.All(n => n is JsonValue v && v.TryGetValue(out long _))) TakeList(where + " " + name, list, isRising: name is "people_within" or "reachedByMinute");
            else if (name == "sentences" && value is JsonArray sentences) TakeText(where, string.Join('\n', sentences.Select(s => (string)s!)));
            else if (value is not null) TakeJson(where, value);
        }
    }

    /// <summary>How many come to a site and home without a car under a structure, as sums over places.</summary>
    private void TakeVisits(JsonObject line)
    {
        if ((line["structure"] ?? line["id"]) is not JsonValue structure) return;
        foreach ((string group, JsonNode? people) in ((string, JsonNode?)[])[("with_day", line["withDay"] ?? line["people_with_day"]), ("without_day", line["withoutDay"] ?? line["people_without_day"])])
        {
            if (people is not null) sums[($"{(string)structure!} at {Moment}", "all " + group)] = (long)people;
        }
    }

    /// <summary>Each of a list of counts, and of rising ones what lies between two.</summary>
    private void TakeList(string where, JsonArray list, bool isRising)
    {
        long before = 0;
        foreach (JsonNode? each in list)
        {
            Count(where, (long)each! - (isRising ? before : 0));
            before = (long)each!;
        }
    }

    /// <summary>
    /// Numbers before "inhabitants", what is left of a whole that a sentence tells with a part, and what is left of all who get a
    /// longer way when those of each municipality are taken off.
    /// </summary>
    private void TakeText(string where, string text)
    {
        text = WebUtility.HtmlDecode(text);
        Match all = LongerInAll().Match(text);
        long[] parts = [.. LongerInMunicipality().Matches(text).Select(m => Number(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value))];
        if (all.Success && parts.Length > 0) Count($"{where} \"{all.Value}\" without those of municipalities", Number(all.Groups[1].Value) - parts.Sum());
        foreach (Match match in PeopleInText().Matches(text)) Count($"{where} \"{match.Value}\"", Number(match.Groups[1].Value));
        foreach (Match match in OfWhole().Matches(text)) Count($"{where} \"{match.Value}\"", Number(match.Groups[2].Value) - Number(match.Groups[1].Value));
    }

    private void TakeWorkbook(string name, byte[] bytes)
    {
        (string Name, byte[] Content)[] entries = [.. Entries(bytes)];
        foreach ((string sheet, byte[] content) in entries.Where(e => e.Name.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            XElement[] rows = [.. XDocument.Load(new MemoryStream(content)).Descendants().Where(e => e.Name.LocalName == "row")];
            // Titles are words in the reader's language; the columns are those of the table with as many.
            string[]? header = tableColumns.Find(c => rows.Length > 1 && c.Length == rows[0].Elements().Count());
            if (header is null) continue;
            foreach (XElement cell in rows.Skip(1).SelectMany(r => r.Elements()))
            {
                // Where nothing stands there is no cell: "AB12" tells its column.
                int column = ((string)cell.Attribute("r")!).TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (sum, letter) => sum * 26 + (letter - 'A' + 1)) - 1;
                string? value = (string?)cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v");
                if (IsCount(header[column]) && (string?)cell.Attribute("t") is null or "n" && long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out long people))
                    Count($"{name} {sheet} {header[column]}", people);
            }
        }
    }

    private void TakePackage(string name, byte[] bytes)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            using GeoPackageReader reader = GeoPackageReader.Open(path);
            foreach (GeoPackageLayer layer in reader.Layers)
            {
                string[] columns = [.. layer.Columns.Where(IsCount)];
                foreach (GeoPackageFeature row in reader.Read(layer, columns, new Findings()))
                {
                    foreach ((int i, object? value) in row.Values.Index())
                    {
                        if (value is long people) Count($"{name} {layer.Table} {columns[i]}", people);
                    }
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool IsCount(string column) =>
        Counts.Contains(column) || column.StartsWith("within_", StringComparison.Ordinal) || (column.EndsWith("_min", StringComparison.Ordinal)
            && (column.StartsWith("longer_", StringComparison.Ordinal) || column.StartsWith("shorter_", StringComparison.Ordinal)));

    private static long Number(string text) => long.Parse(Blanks().Replace(text, ""), CultureInfo.InvariantCulture);

    private static string[] Fields(string line, char separator) =>
        [.. Regex.Split(line, separator + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)").Select(f => f.Trim('"'))];

    private static IEnumerable<(string Name, byte[] Content)> Entries(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00A0,.]", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<![\d<,.])(?<!\d\s)(\d{1,3}(?:[\u00A0,]\d{3})*) (?:other |andre )?(?:innbygger|innbyggj|inhabitant|people)", RegexOptions.CultureInvariant)]
    private static partial Regex PeopleInText();

    [GeneratedRegex(@"(?<![\d<,.])(?<!\d\s)(\d{1,3}(?:[\u00A0,]\d{3})*) (?:other |andre )?(?:innbygg\w+|inhabitants?) (?:får lengre|gets? a longer)", RegexOptions.CultureInvariant)]
    private static partial Regex LongerInAll();

    [GeneratedRegex(@"(?<![\d<,.])(?<!\d\s)(\d{1,3}(?:[\u00A0,]\d{3})*) (?:innbygg\w+|inhabitants?) (?:i|of) [^;,.]+? (?:får lengre|gets? a longer)|(?<=; )(\d{1,3}(?:[\u00A0,]\d{3})*) (?:andre får lengre|others? gets? a longer)", RegexOptions.CultureInvariant)]
    private static partial Regex LongerInMunicipality();

    [GeneratedRegex(@"(?<![\d<,.])(?<!\d\s)(\d{1,3}(?:[\u00A0,]\d{3})*) (?:av|of) (\d{1,3}(?:[\u00A0,]\d{3})*)(?: har| get| keep| have)", RegexOptions.CultureInvariant)]
    private static partial Regex OfWhole();
}
