using Microsoft.Extensions.Primitives;

namespace NavGeo.Web.Api;

/// <summary>The page itself, from memory.</summary>
internal static class PageRoutes
{
    private const string NotBuilt = "NavGeo: the page was not built, because Node was missing when NavGeo was. The API is at /openapi.json.\n";

    /// <param name="app">The host.</param>
    /// <param name="first">The page one comes to: of the meeting, or of the start.</param>
    public static void Map(IEndpointRouteBuilder app, string first = "index.html")
    {
        app.MapGet("/", (HttpContext http, PageFiles page) => Send(http, page, first)).ExcludeFromDescription();
        app.MapGet("/{**path}", (string path, HttpContext http, PageFiles page) => Send(http, page, path)).ExcludeFromDescription();
    }

    private static IResult Send(HttpContext http, PageFiles page, string path)
    {
        if (path.EndsWith(".html", StringComparison.Ordinal) && !page.IsBuilt) return TypedResults.Text(NotBuilt, statusCode: StatusCodes.Status503ServiceUnavailable);
        if (page.Find(path) is not { } file) return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        // Files under assets carry their hash in the name.
        http.Response.Headers.CacheControl = path.StartsWith("assets/", StringComparison.Ordinal) ? "private, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        bool isPacked = StringValues.IsNullOrEmpty(http.Request.Headers.AcceptEncoding) is false
            && http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal);
        if (isPacked) http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(isPacked ? file.Packed : file.Bytes, file.ContentType);
    }
}
