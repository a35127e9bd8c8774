using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>Asks an object of <c>case.json</c> key by key and reports what is wrong with line and column.</summary>
internal sealed class JsonObject
{
    private readonly LocatedJson value;
    private readonly string file;
    private readonly Findings findings;

    /// <param name="value">An object; anything else is reported and read as an empty one.</param>
    /// <param name="file">As the user named it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="keys">All keys it may have.</param>
    public JsonObject(LocatedJson value, string file, Findings findings, params IReadOnlyList<string> keys)
    {
        this.value = value;
        this.file = file;
        this.findings = findings;
        if (value.Kind != JsonTokenType.StartObject)
            Error(value.Place, new Phrase("case.not-an-object"), new Phrase("case.not-an-object.remedy", string.Join(", ", keys)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string key, string place, _) in value.Members)
        {
            if (!seen.Add(key)) Error(place, new Phrase("case.duplicate-key", key), new Phrase("case.duplicate-key.remedy"));
            if (keys.Contains(key, StringComparer.Ordinal)) continue;
            string? meant = Spelling.Nearest(key, keys);
            findings.Warning(file, place, new Phrase("case.unknown-key", key), meant is null
                ? new Phrase("case.unknown-key.remedy", string.Join(", ", keys))
                : new Phrase("table.unknown-column.remedy", meant));
        }
    }

    /// <summary>Line and column of a key's value; of the object itself where it does not have the key.</summary>
    public string PlaceOf(string key) => (value.Find(key) ?? value).Place;

    /// <summary>The value of a key where the object has it and it is not null.</summary>
    public LocatedJson? Find(string key) => value.Find(key) is { Kind: not JsonTokenType.Null } found ? found : null;

    /// <summary>The items of an array; none where the key is missing.</summary>
    public IReadOnlyList<LocatedJson> Items(string key)
    {
        if (Find(key) is not { } found) return [];
        if (found.Kind != JsonTokenType.StartArray)
            Error(found.Place, new Phrase("case.not-an-array", key), new Phrase("case.not-an-array.remedy", key));
        return found.Items;
    }

    /// <summary>A text that must be there; empty, with a finding, where it is not.</summary>
    public string Text(string key, Phrase remedy)
    {
        if (OptionalText(key, remedy) is { } text) return text;
        if (Find(key) is null) Error(value.Place, new Phrase("case.missing-key", key), remedy);
        return "";
    }

    /// <summary>A text, or null where the key is missing, or, with a finding, is no text.</summary>
    public string? OptionalText(string key, Phrase remedy)
    {
        if (Find(key) is not { } found) return null;
        if (found.Kind == JsonTokenType.String && !string.IsNullOrWhiteSpace(found.Text)) return found.Text.Trim();
        Error(found.Place, new Phrase("case.not-a-text", key), remedy);
        return null;
    }

    /// <summary>A number in a range, or null where the key is missing or, with a finding, is none.</summary>
    public double? Number(string key, double least, double most, Phrase remedy)
    {
        if (Find(key) is not { } found) return null;
        if (found.Kind != JsonTokenType.Number)
        {
            Error(found.Place, new Phrase("table.not-a-number", key, found.Text), remedy);
            return null;
        }
        double number = double.Parse(found.Text, CultureInfo.InvariantCulture);
        if (number >= least && number <= most) return number;
        Error(found.Place, new Phrase(number < least ? "table.too-small" : "table.too-large", key, found.Text, number < least ? least : most), remedy);
        return null;
    }

    /// <summary>Reports an error at a place in the file.</summary>
    public void Error(string place, Phrase problem, Phrase remedy) => findings.Error(file, place, problem, remedy);
}

/// <summary>A JSON value that knows where in its file it stands, so that a finding can say so. Immutable once read.</summary>
internal sealed class LocatedJson
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private LocatedJson(JsonTokenType kind, string place)
    {
        Kind = kind;
        Place = place;
    }

    /// <summary>StartObject, StartArray, String, Number, True, False or Null.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>Line and column, both from 1: "3:14".</summary>
    public string Place { get; }

    /// <summary>The text of a string, or a number as it is written.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Members of an object in their order; a key may stand twice.</summary>
    public List<(string Key, string Place, LocatedJson Value)> Members { get; } = [];

    /// <summary>Items of an array.</summary>
    public List<LocatedJson> Items { get; } = [];

    /// <summary>An object without members yet, to be filled by whoever reads it out of something else than JSON.</summary>
    public static LocatedJson Branch(string place) => new(JsonTokenType.StartObject, place);

    /// <summary>A value that was read out of something else than JSON.</summary>
    public static LocatedJson Leaf(JsonTokenType kind, string place, string text) => new(kind, place) { Text = text };

    /// <summary>The same with objects whose keys are 1, 2, 3 … as lists.</summary>
    public LocatedJson WithLists()
    {
        bool isList = Members.Count > 0 && Members.TrueForAll(m => int.TryParse(m.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        var with = new LocatedJson(isList ? JsonTokenType.StartArray : Kind, Place) { Text = Text };
        with.Items.AddRange(Items.Select(i => i.WithLists()));
        if (isList) with.Items.AddRange(Members.OrderBy(m => int.Parse(m.Key, CultureInfo.InvariantCulture)).Select(m => m.Value.WithLists()));
        else with.Members.AddRange(Members.Select(m => (m.Key, m.Place, m.Value.WithLists())));
        return with;
    }

    /// <summary>The first member with this key, or null.</summary>
    public LocatedJson? Find(string key) => Members.Find(m => m.Key == key).Value;

    /// <summary>Reads a file's bytes without byte-order mark; comments and trailing commas are allowed.</summary>
    /// <exception cref="JsonException">The text is not JSON; line and byte in line are counted from 0.</exception>
    public static LocatedJson Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            reader.Read();
            LocatedJson root = Value(ref reader, utf8);
            // Finds what stands behind the end.
            reader.Read();
            return root;
        }
        catch (InvalidOperationException fault)
        {
            // A text that is no Unicode shows when it is asked for.
            throw new JsonException("not Unicode", null, utf8[..(int)reader.TokenStartIndex].Count((byte)'\n'), 0, fault);
        }
    }

    private static LocatedJson Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var value = new LocatedJson(reader.TokenType, PlaceOf(reader, utf8))
        {
            Text = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.Number => reader.GetDouble().ToString("R", CultureInfo.InvariantCulture),
                _ => "",
            },
        };
        if (value.Kind == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string key = reader.GetString()!;
                string place = PlaceOf(reader, utf8);
                reader.Read();
                value.Members.Add((key, place, Value(ref reader, utf8)));
            }
        }
        else if (value.Kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) value.Items.Add(Value(ref reader, utf8));
        }
        return value;
    }

    private static string PlaceOf(Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> before = utf8[..(int)reader.TokenStartIndex];
        int line = 1 + before.Count((byte)'\n');
        int column = System.Text.Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
    }
}

/// <summary>Something that was read, and the line it stands at.</summary>
internal readonly record struct Located<T>(T Value, int Line);
