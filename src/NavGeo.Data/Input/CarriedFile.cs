using System.IO.Compression;
using System.Text.Json;

namespace NavGeo.Data.Input;

/// <summary>
/// Files that NavGeo carries with it, packed in the program: <c>norway:roads.navnet</c> is a path like any other to
/// whoever reads an <see cref="InputFile"/>, on every machine and wherever the case that names it lies.
/// </summary>
public static class CarriedFile
{
    /// <summary>What such paths begin with.</summary>
    public const string Scheme = "norway:";

    private const string Folder = "NavGeo.Data.norway.";

    private static readonly Lazy<Dictionary<string, string>> Hashes = new(ReadHashes);

    /// <summary>Whether a path names a carried file, be there one of the name or not.</summary>
    public static bool IsPath(string path) => path.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Whether there is such a file.</summary>
    public static bool Exists(string path) => IsPath(path) && typeof(CarriedFile).Assembly.GetManifestResourceInfo(ResourceOf(path)) is not null;

    /// <summary>How many bytes it takes in the program; 0 where there is none.</summary>
    public static long PackedBytes(string path)
    {
        using Stream? packed = typeof(CarriedFile).Assembly.GetManifestResourceStream(ResourceOf(path));
        return packed?.Length ?? 0;
    }

    /// <summary>SHA-256 of the plain content as the list of the parts has it, so that it need not be unpacked; null where the list has none.</summary>
    public static string? Sha256(string path) => IsPath(path) ? Hashes.Value.GetValueOrDefault(path[Scheme.Length..]) : null;

    /// <summary>The plain content.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static byte[] Unpack(string path)
    {
        using Stream packed = typeof(CarriedFile).Assembly.GetManifestResourceStream(ResourceOf(path)) ?? throw new FileNotFoundException(path);
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private static Dictionary<string, string> ReadHashes()
    {
        using Stream list = typeof(CarriedFile).Assembly.GetManifestResourceStream(Folder + "norway.json")!;
        using var json = JsonDocument.Parse(list);
        return json.RootElement.GetProperty("parts").EnumerateArray().Where(p => p.TryGetProperty("sha256", out _))
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("sha256").GetString()!, StringComparer.Ordinal);
    }

    private static string ResourceOf(string path) => Folder + path[Scheme.Length..] + ".gz";
}
