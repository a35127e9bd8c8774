using System.Globalization;
using NavGeo.Data.Input;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>
/// Fetches sources into a cache folder and notes in its manifest what each file is and where it is from. What is there
/// whole is not asked for again unless a refresh is wanted, and then only if the server has something newer.
/// </summary>
public sealed class FetchRun
{
    private readonly string folder;
    private readonly PacedClient client;
    private readonly TimeProvider clock;
    private readonly Action<FetchProgress> progress;

    /// <param name="folder">The cache folder; made where it is not there.</param>
    /// <param name="client">Asks.</param>
    /// <param name="clock">Tells the day.</param>
    /// <param name="progress">Told as it goes.</param>
    public FetchRun(string folder, PacedClient client, TimeProvider clock, Action<FetchProgress> progress)
    {
        this.folder = Path.GetFullPath(folder);
        this.client = client;
        this.clock = clock;
        this.progress = progress;
        Directory.CreateDirectory(this.folder);
    }

    /// <summary>Whether files that are there are asked for again.</summary>
    public bool IsRefresh { get; init; }

    /// <summary>Fetches one source.</summary>
    /// <param name="source">What.</param>
    /// <param name="year">Of a table or a file of a year: the year; null for the last there is, or the list's own.</param>
    /// <param name="stop">Cancels; what has come stays, and a later run goes on from there.</param>
    /// <returns>The files of the source, and whether anything new came.</returns>
    /// <exception cref="InputException">The service refuses or keeps failing, or what it gives is broken.</exception>
    public async Task<FetchResult> RunAsync(FetchSource source, int? year, CancellationToken stop) => source.Kind switch
    {
        FetchKind.Table => await TableAsync(source, year, stop),
        FetchKind.Order => await OrderAsync(source, stop),
        _ => await FileAsync(source, new Uri(source.Service.Base + source.PathOf(year)), Path.GetFileName(source.PathOf(year)), stop),
    };

    private async Task<FetchResult> TableAsync(FetchSource source, int? year, CancellationToken stop)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{source.Table}{(year is { } given ? $"-{given}" : "")}.json");
        CacheManifest manifest = CacheManifest.Read(folder);
        if (!IsRefresh && manifest.FindWhole(name) is { } there) return new FetchResult([there], IsNew: false);
        var fetch = new TableFetch(client, source, folder, progress);
        JsonStatTable table = await fetch.RunAsync(year, stop);
        AtomicFile.Write(Path.Combine(folder, name), stream => JsonStatWriter.Write(table, stream));
        CacheEntry entry = Entry(name, source, fetch.Address, tag: "", from: "");
        manifest.With([entry]);
        fetch.Forget();
        return new FetchResult([entry], IsNew: true);
    }

    private async Task<FetchResult> OrderAsync(FetchSource source, CancellationToken stop)
    {
        CacheManifest manifest = CacheManifest.Read(folder);
        CacheEntry[] there = [.. manifest.Files.Where(f => f.Source == source.Id)];
        // An order makes work for the publisher: it is only given where something is missing.
        if (!IsRefresh && there.Length > 0 && there.All(f => manifest.FindWhole(f.File) is not null)) return new FetchResult(there, IsNew: false);
        var files = new List<CacheEntry>();
        bool isNew = false;
        foreach ((Uri address, string given) in await DataOrder.FilesAsync(client, source, clock, stop))
        {
            string name = Path.GetFileName(given.Length > 0 ? given : Uri.UnescapeDataString(address.AbsolutePath));
            FetchResult result = await FileAsync(source, address, name, stop);
            files.AddRange(result.Files);
            isNew |= result.IsNew;
        }
        return new FetchResult(files, isNew);
    }

    private async Task<FetchResult> FileAsync(FetchSource source, Uri address, string name, CancellationToken stop)
    {
        if (name is "" or "." or ".." or CacheManifest.Name || name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            throw new InputException(address.ToString(), null, new Phrase("fetch.bad-name", name), new Phrase("fetch.refused.remedy"));
        CacheManifest manifest = CacheManifest.Read(folder);
        CacheEntry? there = manifest.FindWhole(name);
        if (there is not null && !IsRefresh) return new FetchResult(Belonging(manifest, name), IsNew: false);
        string path = Path.Combine(folder, name);
        var download = new FileDownload(client, source.Service, address, path, progress);
        if (await download.RunAsync(there?.Tag, stop) is not { } tag) return new FetchResult(Belonging(manifest, name), IsNew: false);
        var entries = new List<CacheEntry> { Entry(name, source, address.ToString(), tag, from: "") };
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            entries.AddRange(ArchiveFiles.Unpack(path, stop).Select(inside => Entry(inside, source, address.ToString(), tag: "", from: name)));
        manifest.With(entries);
        return new FetchResult(entries, IsNew: true);
    }

    private static CacheEntry[] Belonging(CacheManifest manifest, string name) => [.. manifest.Files.Where(f => f.File == name || f.From == name)];

    private CacheEntry Entry(string name, FetchSource source, string address, string tag, string from)
    {
        string path = Path.Combine(folder, name);
        return new CacheEntry(
            name, source.Id, source.Title, source.Licence, source.Service.Publisher, address,
            clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new FileInfo(path).Length, new InputFile(path).Sha256(), tag, from);
    }
}

/// <summary>How far a download has come.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Bytes">So many are there, those of an earlier attempt among them.</param>
/// <param name="Total">So many there will be; null where the server does not say.</param>
/// <param name="IsCells">Whether cells of a table are counted, not bytes.</param>
public readonly record struct FetchProgress(string File, long Bytes, long? Total, bool IsCells = false);

/// <summary>What a source gave.</summary>
/// <param name="Files">The files in the cache.</param>
/// <param name="IsNew">False where everything was there already.</param>
public sealed record FetchResult(IReadOnlyList<CacheEntry> Files, bool IsNew);
