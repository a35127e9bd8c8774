using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

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
