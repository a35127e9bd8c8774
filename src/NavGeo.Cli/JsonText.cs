using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NavGeo.Cli;

/// <summary>How the command writes JSON: indented, with letters as letters.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
