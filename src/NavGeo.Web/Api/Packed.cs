using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Web.Safety;

namespace NavGeo.Web.Api;

/// <summary>Bytes that are asked for by many: packed once for those across the network, plain for this machine.</summary>
internal sealed class Packed
{
    private readonly byte[] bytes;
    private readonly string type;
    private readonly Lazy<byte[]> packed;

    /// <param name="bytes">As they are.</param>
    /// <param name="type">Content type.</param>
    public Packed(byte[] bytes, string type)
    {
        this.bytes = bytes;
        this.type = type;
        packed = new(() => Pack(bytes));
    }

    /// <summary>The bytes as this browser takes them.</summary>
    public FileContentHttpResult To(HttpContext http)
    {
        bool takesGzip = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal);
        if (!takesGzip || InsideFilter.IsLocal(http)) return TypedResults.Bytes(bytes, type);
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(packed.Value, type);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest)) gzip.Write(bytes);
        return target.ToArray();
    }
}
