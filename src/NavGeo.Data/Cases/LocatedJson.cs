using System.Globalization;
using System.Text.Json;

namespace NavGeo.Data.Cases;

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
