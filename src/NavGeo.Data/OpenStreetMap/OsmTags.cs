namespace NavGeo.Data.OpenStreetMap;

/// <summary>The tags of one object, in the order of the file; used again for the next. Not safe for several threads.</summary>
internal sealed class OsmTags
{
    private readonly List<(string Key, string Value)> tags = [];

    public int Count => tags.Count;

    /// <summary>Whether any key speaks of one direction: <c>motor_vehicle:backward</c>. Few ways have one.</summary>
    public bool HasDirections
    {
        get
        {
            foreach ((string key, _) in tags)
            {
                if (key.EndsWith(":forward", StringComparison.Ordinal) || key.EndsWith(":backward", StringComparison.Ordinal)) return true;
            }
            return false;
        }
    }

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key]
    {
        get
        {
            foreach ((string known, string value) in tags)
            {
                if (string.Equals(known, key, StringComparison.Ordinal)) return value;
            }
            return null;
        }
    }

    /// <summary>The first of the keys that has a value.</summary>
    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (this[key] is { } value) return value;
        }
        return null;
    }

    /// <summary>Whether the key has one of the values.</summary>
    public bool Is(string key, params ReadOnlySpan<string> values) => this[key] is { } value && values.Contains(value);

    public void Clear() => tags.Clear();

    public void Add(string key, string value) => tags.Add((key, value));
}
