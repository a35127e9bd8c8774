using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>
/// What lies in a cache folder and where it is from: <c>manifest.json</c>, sorted by name. Immutable; a new file is a
/// new manifest, written whole.
/// </summary>
internal sealed class CacheManifest
{
    /// <summary>What the file is called.</summary>
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Dress = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private readonly string folder;

    private CacheManifest(string folder, IEnumerable<CacheEntry> files)
    {
        this.folder = folder;
        Files = [.. files.OrderBy(f => f.File, StringComparer.Ordinal)];
    }

    /// <summary>Sorted by name.</summary>
    public ImmutableArray<CacheEntry> Files { get; }

    /// <summary>The manifest of a folder; an empty one where there is none yet.</summary>
    /// <exception cref="InputException">The file is broken.</exception>
    public static CacheManifest Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return new CacheManifest(folder, []);
        try
        {
            return new CacheManifest(folder, JsonSerializer.Deserialize<CacheEntry[]>(File.ReadAllBytes(path), Dress) ?? []);
        }
        catch (JsonException)
        {
            throw new InputException(path, null, new Phrase("fetch.bad-manifest"), new Phrase("fetch.bad-manifest.remedy"));
        }
    }

    /// <summary>The entry of a file that is still there as it came; null where it is not.</summary>
    public CacheEntry? FindWhole(string file)
    {
        CacheEntry? entry = Files.FirstOrDefault(f => f.File == file);
        string path = Path.Combine(folder, file);
        return entry is not null && File.Exists(path) && new FileInfo(path).Length == entry.Bytes && new InputFile(path).Sha256() == entry.Sha256 ? entry : null;
    }

    /// <summary>The manifest with these entries, in place of those of the same names, written to the folder.</summary>
    public CacheManifest With(IReadOnlyList<CacheEntry> entries)
    {
        HashSet<string> names = [.. entries.Select(e => e.File)];
        var manifest = new CacheManifest(folder, Files.Where(f => !names.Contains(f.File)).Concat(entries));
        AtomicFile.WriteText(Path.Combine(folder, Name), JsonSerializer.Serialize(manifest.Files.ToArray(), Dress) + "\n");
        return manifest;
    }
}

/// <summary>One file of the cache, and where it is from.</summary>
/// <param name="File">Its name in the cache folder.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Title">For people, and for the sources of a case.</param>
/// <param name="Licence">The publisher's terms.</param>
/// <param name="Publisher">Who gives it.</param>
/// <param name="Address">What was asked.</param>
/// <param name="Fetched">The day it came, 2026-01-31, in UTC.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
/// <param name="Tag">The server's ETag; empty where it gave none.</param>
/// <param name="From">The archive it was taken out of; empty where it came as it is.</param>
public sealed record CacheEntry(
    string File, string Source, string Title, string Licence, string Publisher, string Address, string Fetched, long Bytes, string Sha256,
    string Tag, string From);
