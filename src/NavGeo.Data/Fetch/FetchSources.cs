using System.Collections.Immutable;
using System.Text.Json;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>
/// The list of what can be fetched, and where: <c>data/fetch/sources.json</c>, which comes with NavGeo, or a file of the
/// user's own in the same form. Addresses change; nothing else in NavGeo knows any.
/// </summary>
public sealed class FetchSources
{
    private const string EmbeddedName = "data/fetch/sources.json";

    private FetchSources(string userAgent, ImmutableArray<FetchSource> all)
    {
        UserAgent = userAgent;
        All = all;
    }

    /// <summary>What NavGeo calls itself.</summary>
    public string UserAgent { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<FetchSource> All { get; }

    /// <summary>The list that comes with NavGeo.</summary>
    public static FetchSources General()
    {
        using Stream stream = typeof(FetchSources).Assembly.GetManifestResourceStream("NavGeo.Data.fetch.sources.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Parse(bytes.ToArray(), EmbeddedName);
    }

    /// <summary>Reads a list of the user's own.</summary>
    /// <exception cref="InputException">The file is missing or not such a list.</exception>
    public static FetchSources Read(string path) => File.Exists(path)
        ? Parse(File.ReadAllBytes(path), path)
        : throw new InputException(path, null, new Phrase("geo.file-missing"), new Phrase("geo.file-missing.remedy"));

    /// <summary>Reads the bytes of a list that findings call <paramref name="file"/>.</summary>
    /// <exception cref="InputException">They are not such a list.</exception>
    public static FetchSources Parse(byte[] json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            JsonElement root = document.RootElement;
            Dictionary<string, FetchService> services = root.GetProperty("services").EnumerateObject().ToDictionary(
                s => s.Name,
                s => new FetchService(
                    s.Name, Address(s.Value.GetProperty("base").GetString()!), Text(s.Value, "publisher"),
                    Math.Max(1, s.Value.GetProperty("requests").GetInt32()), Math.Max(1, s.Value.GetProperty("seconds").GetInt32()),
                    s.Value.TryGetProperty("cells", out JsonElement cells) ? cells.GetInt32() : 0),
                StringComparer.Ordinal);
            return new FetchSources(
                root.GetProperty("userAgent").GetString()!,
                [.. root.GetProperty("sources").EnumerateArray().Select(s => Source(s, services))]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException(file, null, new Phrase("fetch.bad-sources", fault.Message), new Phrase("fetch.bad-sources.remedy"));
        }
    }

    /// <summary>The same list with every service at another address: a mirror, or a server of one's own.</summary>
    /// <exception cref="InputException">It is not an address.</exception>
    public FetchSources At(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            throw new InputException("--base", null, new Phrase("fetch.bad-address", address), new Phrase("fetch.bad-address.remedy"));
        return new FetchSources(UserAgent, [.. All.Select(s => s with { Service = s.Service with { Base = address.TrimEnd('/') } })]);
    }

    /// <summary>The source users call so.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public FetchSource Get(string id) => All.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException(id, null, new Phrase("fetch.unknown"), new Phrase("fetch.unknown.remedy", string.Join(", ", All.Select(s => s.Id))));

    private static FetchSource Source(JsonElement source, Dictionary<string, FetchService> services) => new(
        Text(source, "id"), Enum.Parse<FetchKind>(Text(source, "kind"), ignoreCase: true), services[Text(source, "service")], Text(source, "title"), Text(source, "licence"))
    {
        Path = Text(source, "path"),
        Year = Text(source, "year"),
        Dataset = Text(source, "dataset"),
        Format = Text(source, "format"),
        Projection = Text(source, "projection"),
        Area = Text(source, "area"),
        AreaType = Text(source, "areaType"),
        Table = Text(source, "table"),
        Values = source.TryGetProperty("values", out JsonElement values)
            ? values.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString()!, StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, string>(),
    };

    private static string Address(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is ("http" or "https")
        ? address.TrimEnd('/')
        : throw new FormatException($"'{address}' is not an address");

    private static string Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out JsonElement value) ? value.GetString() ?? "" : "";
}
