namespace NavGeo.Web;

/// <summary>One file of the page.</summary>
/// <param name="Path">Without leading slash.</param>
/// <param name="Bytes">As they are.</param>
/// <param name="Packed">The same in gzip.</param>
/// <param name="Hash">Changes when the bytes do.</param>
public sealed record PageFile(string Path, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Packed, string Hash)
{
    /// <summary>How browsers are told what it is.</summary>
    public string ContentType => System.IO.Path.GetExtension(Path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".woff" => "font/woff",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
