using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace NavGeo.Web;

/// <summary>
/// The files of the page, held in memory: a request can only name one of them, never a file of the machine. Immutable.
/// </summary>
public sealed class PageFiles
{
    private const string Prefix = "page/";

    private readonly FrozenDictionary<string, PageFile> files;

    private PageFiles(IEnumerable<PageFile> files) =>
        this.files = files.ToFrozenDictionary(f => f.Path, StringComparer.Ordinal);

    /// <summary>What the build put into the program; empty where it was built without Node.</summary>
    public static PageFiles Embedded { get; } = Of(typeof(PageFiles).Assembly);

    /// <summary>Whether there is a page to show.</summary>
    public bool IsBuilt => files.ContainsKey("index.html");

    /// <summary>The file of a path without leading slash, such as <c>assets/index.js</c>; null where there is none.</summary>
    public PageFile? Find(string path) => files.GetValueOrDefault(path);

    private static PageFiles Of(Assembly assembly)
    {
        var found = new List<PageFile>();
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            string path = name[Prefix.Length..].Replace('\\', '/');
            found.Add(new PageFile(path, bytes.ToArray(), Packed(bytes.ToArray()), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16]));
        }
        return new PageFiles(found);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
