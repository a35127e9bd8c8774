using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Input;

/// <summary>Reads what a user gave as JSON, and says where it is broken.</summary>
internal static class JsonInput
{
    /// <summary>Parses and hands over the root.</summary>
    /// <param name="json">The bytes, perhaps behind a byte-order mark.</param>
    /// <param name="file">What findings call the file.</param>
    /// <param name="read">Takes what is wanted out of it.</param>
    /// <exception cref="InputException">It is not JSON, or holds text that is no Unicode.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, string file, Func<JsonElement, T> read)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(json.Span) && AnsiText.Decode(json.Span) is { } ansi) json = Encoding.UTF8.GetBytes(ansi);
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new InputException(
                file, null, new Phrase("geo.json.broken", (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1),
                new Phrase("geo.json.broken.remedy"));
        }
        catch (InvalidOperationException)
        {
            // A text that is no Unicode shows when it is asked for.
            throw new InputException(file, null, new Phrase("geo.json.not-text"), new Phrase("geo.json.broken.remedy"));
        }
    }
}
