using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>
/// Orders a data set at Geonorge's download API and waits until its files are ready: <c>POST /api/order</c>, then
/// <c>GET /api/order/{reference}</c> until every file says ReadyForDownload.
/// </summary>
internal static class DataOrder
{
    private const int MostQuestions = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>The addresses and names of the files.</summary>
    /// <exception cref="InputException">The order is refused, answered with nothing, or never gets ready.</exception>
    public static async Task<IReadOnlyList<(Uri Address, string Name)>> FilesAsync(PacedClient client, FetchSource source, TimeProvider clock, CancellationToken stop)
    {
        string orders = source.Service.Base + "/api/order";
        string order = Order(source).ToJsonString();
        JsonElement answer = await client.AskAsync(
            source.Service,
            () => new HttpRequestMessage(HttpMethod.Post, orders) { Content = new StringContent(order, System.Text.Encoding.UTF8, "application/json") },
            (response, token) => ReadAsync(response, orders, token), stop);
        for (int question = 0; question < MostQuestions; question++)
        {
            if (Files(answer) is { } ready)
            {
                return ready.Count > 0 ? ready
                    : throw new InputException(orders, null, new Phrase("fetch.order-empty", source.Format), new Phrase("fetch.order-empty.remedy"));
            }
            string reference = answer.TryGetProperty("referenceNumber", out JsonElement number) ? number.ToString() : "";
            if (reference.Length == 0) break;
            await Task.Delay(Pause, clock, stop);
            string address = $"{orders}/{Uri.EscapeDataString(reference)}";
            answer = await client.AskAsync(
                source.Service, () => new HttpRequestMessage(HttpMethod.Get, address), (response, token) => ReadAsync(response, address, token), stop);
        }
        throw new InputException(orders, null, new Phrase("fetch.order-waiting"), new Phrase("fetch.later.remedy"));
    }

    private static JsonObject Order(FetchSource source) => new()
    {
        ["email"] = "",
        ["softwareClient"] = "NavGeo",
        ["orderLines"] = new JsonArray(new JsonObject
        {
            ["metadataUuid"] = source.Dataset,
            ["areas"] = new JsonArray(new JsonObject { ["code"] = source.Area, ["type"] = source.AreaType, ["name"] = source.Area }),
            ["projections"] = new JsonArray(new JsonObject { ["code"] = source.Projection }),
            ["formats"] = new JsonArray(new JsonObject { ["name"] = source.Format }),
        }),
    };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, string address, CancellationToken stop)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(stop);
        }
        catch (JsonException)
        {
            throw new InputException(address, null, new Phrase("fetch.not-json"), new Phrase("fetch.refused.remedy"));
        }
    }

    /// <summary>Null while one of the files is not ready.</summary>
    private static List<(Uri Address, string Name)>? Files(JsonElement answer)
    {
        var ready = new List<(Uri, string)>();
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("files", out JsonElement files) || files.ValueKind != JsonValueKind.Array) return ready;
        foreach (JsonElement file in files.EnumerateArray())
        {
            string address = file.TryGetProperty("downloadUrl", out JsonElement url) ? url.GetString() ?? "" : "";
            string status = file.TryGetProperty("status", out JsonElement said) ? said.GetString() ?? "" : "";
            if (address.Length == 0 || (status.Length > 0 && status != "ReadyForDownload")) return null;
            if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https")) return null;
            string name = file.TryGetProperty("name", out JsonElement named) ? named.GetString() ?? "" : "";
            ready.Add((uri, name));
        }
        return ready;
    }
}
