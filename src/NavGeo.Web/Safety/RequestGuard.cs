using System.Net;
using System.Net.Sockets;

namespace NavGeo.Web.Safety;

/// <summary>
/// Stands before every request: refuses names this machine does not go by (a page elsewhere that has had its name
/// pointed here), refuses writes that a page of another origin sends, and sets the headers that keep the page to
/// itself.
/// </summary>
internal sealed class RequestGuard
{
    /// <summary>Where Kartverket's background map comes from, in a meeting that offers it.</summary>
    public const string BackgroundOrigin = "https://cache.kartverket.no";

    /// <summary>No inline script, no other origin; MapLibre's worker comes as a file of ours, its images as data.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'";

    private readonly RequestDelegate next;
    private readonly bool isShared;
    private readonly IReadOnlyList<string> names;
    private readonly string contentPolicy;

    /// <param name="next">The rest of the host.</param>
    /// <param name="isShared">Whether others on the network may come in.</param>
    /// <param name="hasBackgroundMap">Whether the page may fetch the tiles of Kartverket's background map.</param>
    /// <param name="names">Names by which the host goes beside those of the machine.</param>
    public RequestGuard(RequestDelegate next, bool isShared, bool hasBackgroundMap, IReadOnlyList<string> names)
    {
        this.names = names;
        contentPolicy = hasBackgroundMap ? $"{ContentPolicy} {BackgroundOrigin}" : ContentPolicy;
        this.next = next;
        this.isShared = isShared;
    }

    /// <summary>Lets a request through or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = contentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
        if (!IsOurName(context.Request.Host.Host)) return Refuse(context, StatusCodes.Status421MisdirectedRequest);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !IsOurPage(context.Request))
            return Refuse(context, StatusCodes.Status403Forbidden);
        return next(context);
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private bool IsOurName(string host)
    {
        if (host is "localhost" or "127.0.0.1" or "[::1]") return true;
        if (!isShared) return false;
        // Numbers cannot be pointed elsewhere; of names only the machine's own.
        return (IPAddress.TryParse(host, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork)
            || names.Append(Dns.GetHostName()).Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Browsers say where a write comes from; other programs say nothing and send no cookie unasked.</summary>
    private static bool IsOurPage(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            : origin == $"{request.Scheme}://{request.Host}";
    }
}
