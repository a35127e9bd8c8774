namespace NavGeo.Web.Tiles;

/// <summary>
/// One layer of a vector tile (Mapbox Vector Tile 2.1) while it is written: features with their properties, each name and
/// value once. Scratch for one thread.
/// </summary>
/// <param name="name">What maps call the layer.</param>
internal sealed class TileLayer(string name)
{
    private const ulong Version = 2;

    private readonly List<string> keys = [];
    private readonly Dictionary<object, int> values = [];
    private readonly ProtobufText valueText = new();
    private readonly ProtobufText features = new(4096);
    private readonly ProtobufText feature = new();
    private readonly ProtobufText tags = new();
    private readonly ProtobufText one = new();

    /// <summary>A property of the next feature.</summary>
    public void Property(string key, object value)
    {
        int at = keys.IndexOf(key);
        if (at < 0)
        {
            at = keys.Count;
            keys.Add(key);
        }
        tags.Varint((ulong)at);
        tags.Varint((ulong)IndexOf(value));
    }

    /// <summary>Writes a feature with the properties given since the last one.</summary>
    public void Feature(int id, TileShape shape, ReadOnlySpan<byte> geometry)
    {
        feature.Clear();
        feature.Whole(1, (ulong)id);
        feature.Bytes(2, tags.Span);
        feature.Whole(3, (ulong)shape);
        feature.Bytes(4, geometry);
        features.Bytes(2, feature.Span);
        tags.Clear();
    }

    /// <summary>Adds the layer to a tile; nothing where it has no features.</summary>
    public void AddTo(ProtobufText tile)
    {
        if (features.Length == 0) return;
        var layer = new ProtobufText(features.Length + 256);
        layer.Whole(15, Version);
        layer.Text(1, name);
        layer.Raw(features.Span);
        foreach (string key in keys) layer.Text(3, key);
        layer.Raw(valueText.Span);
        layer.Whole(5, TileNumber.Extent);
        tile.Bytes(3, layer.Span);
    }

    private int IndexOf(object value)
    {
        if (values.TryGetValue(value, out int known)) return known;
        one.Clear();
        switch (value)
        {
            case string text: one.Text(1, text); break;
            case double number: one.Double(3, number); break;
            case bool flag: one.Whole(7, flag ? 1UL : 0); break;
            case int whole: one.Whole(6, (uint)(whole << 1 ^ whole >> 31)); break;
            default: throw new ArgumentException("a value of no kind that tiles know", nameof(value));
        }
        valueText.Bytes(4, one.Span);
        return values[value] = values.Count;
    }
}
