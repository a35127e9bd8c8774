using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NavGeo.Web.Situations;

/// <summary>
/// The features of one layer with the box around each, for readers that ask for a part: where each stands in the file, one a
/// line, so that only those that are asked for are read. Immutable.
/// </summary>
internal sealed class FeatureList
{
    private static readonly ConditionalWeakTable<byte[], FeatureList> Known = [];

    private readonly byte[] file;
    private readonly List<Range> lines = [];
    private readonly List<Box> boxes = [];

    private FeatureList(byte[] geoJson)
    {
        file = geoJson;
        Box extent = Box.None;
        foreach (Range line in geoJson.AsSpan().Split((byte)'\n'))
        {
            ReadOnlySpan<byte> text = geoJson.AsSpan(line);
            int start = text.IndexOf("{\"type\":\"Feature\""u8);
            if (start is not (0 or 1)) continue;
            Range feature = new(line.Start.Value + start, line.End.Value - (text[^1] == (byte)',' ? 1 : 0));
            lines.Add(feature);
            boxes.Add(BoxOf(geoJson.AsSpan(feature)));
            extent = extent.Joined(boxes[^1]);
        }
        Extent = lines.Count == 0 ? [-180, -90, 180, 90] : [extent.West, extent.South, extent.East, extent.North];
    }

    /// <summary>How many.</summary>
    public int Count => lines.Count;

    /// <summary>West, south, east, north around all of them.</summary>
    public double[] Extent { get; }

    /// <summary>The features of a layer; found once a layer.</summary>
    public static FeatureList Of(LayerFiles layers, string name) => Known.GetValue(layers.Find(name)!, bytes => new FeatureList(bytes));

    /// <summary>Numbers of the features whose box meets a box; of all where that is null.</summary>
    public int[] Within(double[]? box) => [.. Enumerable.Range(0, Count).Where(i => box is null || boxes[i].Meets(box))];

    /// <summary>A feature with its number as id.</summary>
    public JsonNode Feature(int number)
    {
        JsonNode feature = JsonNode.Parse(file.AsSpan(lines[number]))!;
        feature["id"] = number;
        return feature;
    }

    /// <summary>Every number in the coordinates, by turns east and north.</summary>
    private static Box BoxOf(ReadOnlySpan<byte> feature)
    {
        var reader = new Utf8JsonReader(feature);
        Box box = Box.None;
        bool isIn = false;
        double? east = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (isIn) break;
                isIn = reader.ValueTextEquals("coordinates"u8);
            }
            else if (isIn && reader.TokenType == JsonTokenType.Number)
            {
                double number = reader.GetDouble();
                if (east is { } x) box = box.Joined(new Box(x, number, x, number));
                east = east is null ? number : null;
            }
        }
        return box;
    }

    private readonly record struct Box(double West, double South, double East, double North)
    {
        public static Box None => new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

        public Box Joined(Box other) => new(Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));

        public bool Meets(double[] box) => West <= box[2] && East >= box[0] && South <= box[3] && North >= box[1];
    }
}
