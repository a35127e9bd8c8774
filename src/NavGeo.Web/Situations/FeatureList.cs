using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NavGeo.Web.Situations;

/// <summary>The features of one layer with the box around each, for readers that ask for a part. Immutable.</summary>
internal sealed class FeatureList
{
    private static readonly ConditionalWeakTable<byte[], FeatureList> Known = [];

    private readonly JsonElement[] features;
    private readonly double[][] boxes;

    private FeatureList(byte[] geoJson)
    {
        // Cloned elements keep the document alive without its pooled buffers.
        using JsonDocument document = JsonDocument.Parse(geoJson);
        features = [.. document.RootElement.Clone().GetProperty("features").EnumerateArray()];
        boxes = [.. features.Select(f => BoxOf(f.GetProperty("geometry").GetProperty("coordinates")))];
        Extent = boxes.Length == 0 ? [-180, -90, 180, 90]
            : [boxes.Min(b => b[0]), boxes.Min(b => b[1]), boxes.Max(b => b[2]), boxes.Max(b => b[3])];
    }

    /// <summary>How many.</summary>
    public int Count => features.Length;

    /// <summary>West, south, east, north around all of them.</summary>
    public double[] Extent { get; }

    /// <summary>The features of a layer; read once a layer.</summary>
    public static FeatureList Of(LayerFiles layers, string name) => Known.GetValue(layers.Find(name)!, bytes => new FeatureList(bytes));

    /// <summary>Numbers of the features whose box meets a box; of all where that is null.</summary>
    public int[] Within(double[]? box) =>
    [
        .. Enumerable.Range(0, Count).Where(i => box is null
            || (boxes[i][0] <= box[2] && boxes[i][2] >= box[0] && boxes[i][1] <= box[3] && boxes[i][3] >= box[1])),
    ];

    /// <summary>A feature with its number as id.</summary>
    public JsonNode Feature(int number)
    {
        JsonObject feature = JsonObject.Create(features[number])!;
        feature["id"] = number;
        return feature;
    }

    private static double[] BoxOf(JsonElement coordinates)
    {
        double[] box = [double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity];
        Widen(coordinates, box);
        return box;
    }

    private static void Widen(JsonElement coordinates, double[] box)
    {
        if (coordinates[0].ValueKind != JsonValueKind.Number)
        {
            foreach (JsonElement part in coordinates.EnumerateArray()) Widen(part, box);
            return;
        }
        (double east, double north) = (coordinates[0].GetDouble(), coordinates[1].GetDouble());
        (box[0], box[1]) = (Math.Min(box[0], east), Math.Min(box[1], north));
        (box[2], box[3]) = (Math.Max(box[2], east), Math.Max(box[3], north));
    }
}
