using System.Globalization;
using System.Text.Json;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// Asks Kartverket's address service (<c>ws.geonorge.no/adresser/v1/sok</c>, open, no key) where an address is. What is asked
/// leaves the machine: whoever calls this has been told so and wants it. Any number of threads.
/// </summary>
public sealed class AddressLookup : IDisposable
{
    private const int MostHits = 8;
    private const int MostLetters = 120;
    private const int MostAnswerBytes = 1 << 20;

    private readonly HttpClient client;
    private readonly Uri service;

    /// <param name="service">The service; Kartverket's where null.</param>
    /// <param name="patience">How long it may take to answer; ten seconds where null.</param>
    public AddressLookup(Uri? service = null, TimeSpan? patience = null)
    {
        this.service = service ?? new Uri("https://ws.geonorge.no/adresser/v1/sok");
        client = new HttpClient { Timeout = patience ?? TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = MostAnswerBytes };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("NavGeo");
    }

    /// <summary>The addresses that are most like a text; none where nothing is.</summary>
    /// <param name="written">Street and number, perhaps with place: "Storgata 5, Fagernes".</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="InputException">The service cannot be reached, or does not answer as it should.</exception>
    public async Task<IReadOnlyList<AddressHit>> Find(string written, CancellationToken stop = default)
    {
        string asked = written.Trim();
        if (asked.Length > MostLetters) asked = asked[..MostLetters];
        if (asked.Length == 0) return [];
        try
        {
            var address = new Uri(service, string.Create(CultureInfo.InvariantCulture, $"?sok={Uri.EscapeDataString(asked)}&fuzzy=true&treffPerSide={MostHits}&utkoordsys=4258"));
            using HttpResponseMessage answer = await client.GetAsync(address, stop);
            answer.EnsureSuccessStatusCode();
            return HitsOf(await answer.Content.ReadAsByteArrayAsync(stop));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new InputException(service.Host, null, new Phrase("address.no-answer", service.Host), new Phrase("address.no-answer.remedy"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static IReadOnlyList<AddressHit> HitsOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("adresser").EnumerateArray().Take(MostHits).Select(Hit)];
    }

    private static string Line(JsonElement text) => WrittenText.Clean(text.GetString() ?? "", isOneLine: true);

    private static AddressHit Hit(JsonElement address)
    {
        JsonElement point = address.GetProperty("representasjonspunkt");
        string name = Line(address.GetProperty("adressetekst"));
        string place = address.TryGetProperty("poststed", out JsonElement post) ? Line(post) : "";
        string municipality = address.TryGetProperty("kommunenavn", out JsonElement named) ? Line(named) : "";
        return new AddressHit(
            string.Join(", ", ((string[])[name, place, municipality]).Where(p => p.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)),
            new GeoPoint(point.GetProperty("lon").GetDouble(), point.GetProperty("lat").GetDouble()));
    }
}

/// <summary>An address and where it is.</summary>
/// <param name="Text">Street and number, post town, municipality.</param>
/// <param name="Position">Degrees.</param>
public sealed record AddressHit(string Text, GeoPoint Position);
