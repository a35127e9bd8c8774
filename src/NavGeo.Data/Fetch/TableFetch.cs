using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>
/// Fetches a table of a statistics bank with PxWebApi v2: asks what dimensions it has, cuts the question so that no
/// answer is larger than the service allows, keeps each answer as it comes so that a broken run goes on where it was,
/// and puts them together.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="source">The table.</param>
/// <param name="cache">The cache folder.</param>
/// <param name="progress">Told after each answer.</param>
internal sealed class TableFetch(PacedClient client, FetchSource source, string cache, Action<FetchProgress> progress)
{
    private readonly string parts = Path.Combine(cache, source.Id + ".parts");
    private readonly string table = $"{source.Service.Base}/tables/{source.Table}";
    private long taken;
    private long cells;

    /// <summary>The address that is asked for the figures.</summary>
    public string Address => table + "/data?lang=no&outputFormat=json-stat2";

    /// <summary>Fetches the table.</summary>
    /// <param name="year">The year; null for the last there is.</param>
    /// <param name="stop">Cancels; the answers that have come stay.</param>
    /// <exception cref="InputException">The service refuses or keeps failing, or the year is not there.</exception>
    public async Task<JsonStatTable> RunAsync(int? year, CancellationToken stop)
    {
        byte[] metadata = await AskAsync(() => new HttpRequestMessage(HttpMethod.Get, table + "/metadata?lang=no&outputFormat=json-stat2"), stop);
        (IReadOnlyList<JsonStatDimension> dimensions, HashSet<string> optional) = Described(metadata);
        TableQuery query = TableQuery.Of(dimensions, optional, source.Values, year);
        if (query.Dimensions.FirstOrDefault(d => d.Codes.Length == 0) is { Id: { } missing })
        {
            throw new InputException(
                table, null, new Phrase("fetch.no-category", missing, source.Values.GetValueOrDefault(missing, "*"), year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"),
                new Phrase("fetch.no-category.remedy"));
        }
        cells = query.Cells;
        Directory.CreateDirectory(parts);
        // Answers of an earlier edition of the table must not be mixed with those of this one.
        JsonStatTable whole = await AnswerAsync(query, Convert.ToHexStringLower(SHA256.HashData(metadata)), stop);
        return whole;
    }

    /// <summary>Takes away the answers, once they have been put together and written.</summary>
    public void Forget()
    {
        if (Directory.Exists(parts)) Directory.Delete(parts, recursive: true);
    }

    private async Task<JsonStatTable> AnswerAsync(TableQuery query, string edition, CancellationToken stop)
    {
        int most = source.Service.Cells;
        if (most > 0 && query.Cells > most)
        {
            var answers = new List<JsonStatTable>();
            foreach (TableQuery part in query.Cut(most)) answers.Add(await AnswerAsync(part, edition, stop));
            int cut = answers[0].IndexOf(query.Dimensions[query.Longest].Id);
            return JsonStatTable.Join(answers, cut);
        }
        string body = query.ToJson();
        string path = Path.Combine(parts, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(edition + body)))[..16] + ".json");
        JsonStatTable answer;
        if (File.Exists(path))
        {
            answer = JsonStatReader.Parse(await File.ReadAllBytesAsync(path, stop), path);
        }
        else
        {
            byte[] bytes = await AskAsync(
                () => new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") }, stop);
            answer = JsonStatReader.Parse(bytes, Address);
            Check(answer, query);
            AtomicFile.Write(path, stream => stream.Write(bytes));
        }
        taken += query.Cells;
        progress(new FetchProgress(source.Table, taken, cells, IsCells: true));
        return answer;
    }

    /// <summary>An answer with other categories than those asked for would be put together wrongly.</summary>
    private void Check(JsonStatTable answer, TableQuery query)
    {
        foreach ((string id, var codes) in query.Dimensions)
        {
            int dimension = answer.IndexOf(id);
            if (dimension < 0 || !answer.Dimensions[dimension].Codes.Order(StringComparer.Ordinal).SequenceEqual(codes.Order(StringComparer.Ordinal)))
                throw new InputException(table, null, new Phrase("fetch.other-answer", id), new Phrase("fetch.refused.remedy"));
        }
    }

    private async Task<byte[]> AskAsync(Func<HttpRequestMessage> request, CancellationToken stop) => await client.AskAsync(
        source.Service, request,
        async (response, token) =>
        {
            using var bytes = new MemoryStream();
            await using Stream stream = await response.Content.ReadAsStreamAsync(token);
            await client.CopyAsync(stream, bytes, _ => { }, token);
            if (response.Content.Headers.ContentLength is { } length && length != bytes.Length) throw new IOException("the answer was cut off");
            return bytes.ToArray();
        },
        stop);

    private (IReadOnlyList<JsonStatDimension> Dimensions, HashSet<string> Optional) Described(byte[] metadata)
    {
        try
        {
            using var document = JsonDocument.Parse(metadata);
            JsonElement all = document.RootElement.GetProperty("dimension");
            var dimensions = new List<JsonStatDimension>();
            var optional = new HashSet<string>(StringComparer.Ordinal);
            foreach (string id in document.RootElement.GetProperty("id").EnumerateArray().Select(i => i.GetString()!))
            {
                JsonElement index = all.GetProperty(id).GetProperty("category").GetProperty("index");
                string[] codes = index.ValueKind == JsonValueKind.Array
                    ? [.. index.EnumerateArray().Select(c => c.GetString()!)]
                    : [.. index.EnumerateObject().OrderBy(c => c.Value.GetInt32()).Select(c => c.Name)];
                dimensions.Add(new JsonStatDimension(id, id, [.. codes], [.. codes]));
                if (all.GetProperty(id).TryGetProperty("extension", out JsonElement extension) && extension.TryGetProperty("elimination", out JsonElement can)
                    && can.ValueKind == JsonValueKind.True) optional.Add(id);
            }
            return (dimensions, optional);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException(table, null, new Phrase("fetch.not-json"), new Phrase("fetch.refused.remedy"));
        }
    }
}
