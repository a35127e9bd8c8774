using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>
/// Downloads one file so that it can be broken off at any time and taken up again: what has come lies in <c>NAME.part</c>
/// with <c>NAME.part.json</c> beside it, and the rest is asked for by range, on the condition that the file on the server
/// is still the same. Under its own name a file is always whole.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="service">Whose pace to keep.</param>
/// <param name="address">Where the file is.</param>
/// <param name="path">Where it shall be.</param>
/// <param name="progress">Told as it comes.</param>
internal sealed class FileDownload(PacedClient client, FetchService service, Uri address, string path, Action<FetchProgress> progress)
{
    private string Part => path + ".part";

    private string StatePath => path + ".part.json";

    /// <summary>Downloads, or takes up where an earlier attempt was broken off.</summary>
    /// <param name="knownTag">The ETag of the whole file that is already there; null to fetch whatever there is.</param>
    /// <param name="stop">Cancels; what has come stays in the part file.</param>
    /// <returns>The ETag, empty where the server gives none; null where the file there is still the server's.</returns>
    /// <exception cref="InputException">The server refuses, or keeps failing.</exception>
    public async Task<string?> RunAsync(string? knownTag, CancellationToken stop)
    {
        string? tag = await client.AskAsync(service, () => Request(knownTag), TakeAsync, stop);
        if (tag is null) return null;
        File.Move(Part, path, overwrite: true);
        File.Delete(StatePath);
        return tag;
    }

    private HttpRequestMessage Request(string? knownTag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        PartState? state = State();
        long have = File.Exists(Part) ? new FileInfo(Part).Length : 0;
        if (have > 0 && state is not null && state.Address == address.ToString() && state.Condition is { } condition)
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
            request.Headers.IfRange = condition;
        }
        else if (knownTag is { Length: > 0 } && EntityTagHeaderValue.TryParse(knownTag, out EntityTagHeaderValue? tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }
        return request;
    }

    private async Task<string?> TakeAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified) return null;
        string tag = answer.Headers.ETag?.ToString() ?? "";
        long have = File.Exists(Part) ? new FileInfo(Part).Length : 0;
        if (answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // All of it may have come already, before the name was changed.
            if (answer.Content.Headers.ContentRange?.Length == have && have > 0) return State()?.Tag ?? "";
            Forget();
            throw new IOException("the server has less than what came before; it begins anew");
        }
        bool isRest = answer.StatusCode == HttpStatusCode.PartialContent;
        if (isRest && answer.Content.Headers.ContentRange?.From != have)
        {
            Forget();
            throw new IOException("the server sent another part than the one asked for; it begins anew");
        }
        long begin = isRest ? have : 0;
        long? total = isRest ? answer.Content.Headers.ContentRange!.Length : answer.Content.Headers.ContentLength;
        if (!isRest) Remember(new PartState(address.ToString(), tag, answer.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture) ?? ""));
        await using (var file = new FileStream(Part, isRest ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await using Stream stream = await answer.Content.ReadAsStreamAsync(stop);
            await client.CopyAsync(stream, file, bytes => progress(new FetchProgress(Path.GetFileName(path), begin + bytes, total)), stop);
            file.Flush(flushToDisk: true);
        }
        long came = new FileInfo(Part).Length;
        if (total is { } whole && came != whole)
        {
            if (came > whole) Forget();
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{came} bytes of {whole} came"));
        }
        if (came == 0) throw new InputException(address.ToString(), null, new Phrase("fetch.empty"), new Phrase("fetch.refused.remedy"));
        return tag.Length > 0 ? tag : State()?.Tag ?? "";
    }

    private PartState? State()
    {
        if (!File.Exists(StatePath)) return null;
        try
        {
            return JsonSerializer.Deserialize<PartState>(File.ReadAllBytes(StatePath));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Remember(PartState state) => AtomicFile.WriteText(StatePath, JsonSerializer.Serialize(state));

    private void Forget()
    {
        File.Delete(Part);
        File.Delete(StatePath);
    }

    /// <summary>What the part file is a part of.</summary>
    private sealed record PartState(string Address, string Tag, string Modified)
    {
        /// <summary>The condition under which the rest belongs to the part; null where the server gave nothing to go by.</summary>
        [System.Text.Json.Serialization.JsonIgnore]
        public RangeConditionHeaderValue? Condition =>
            // A weak tag does not promise the same bytes.
            EntityTagHeaderValue.TryParse(Tag, out EntityTagHeaderValue? tag) && !tag.IsWeak ? new RangeConditionHeaderValue(tag)
            : DateTimeOffset.TryParse(Modified, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date) ? new RangeConditionHeaderValue(date)
            : null;
    }
}
