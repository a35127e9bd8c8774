using System.Text.Json;
using System.Text.Json.Serialization;

namespace NavGeo.Maps.Styles;

/// <summary>Reads the style files of <c>maps/</c>, which are in the program.</summary>
internal static class StyleFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <exception cref="JsonException">It is not such a style.</exception>
    public static T Read<T>(Stream json)
        where T : class => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("the style is empty");

    public static T Embedded<T>(string name)
        where T : class
    {
        using Stream json = Open(name);
        return Read<T>(json);
    }

    public static Stream Open(string name) => typeof(StyleFile).Assembly.GetManifestResourceStream($"NavGeo.Maps.Styles.{name}.json")
        ?? throw new InvalidOperationException($"the style {name} is not in the program");
}
