using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using NavGeo.Planning.Language;
using NavGeo.Web.Api;
using NavGeo.Web.Safety;

namespace NavGeo.Web;

/// <summary>What the hosts of meetings and of the start page have in common: nothing of the machine is read, every request is guarded.</summary>
internal static class QuietHost
{
    private const int WritesPerSecond = 20;

    /// <summary>Joining costs a token each: enough for a room that comes in at once behind one address; wrong codes are counted apart.</summary>
    private const int JoinsPerMinute = 300;

    /// <summary>A host that listens on an address and says nothing.</summary>
    /// <param name="address">Of this machine.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="mostRequestBytes">No request is larger.</param>
    /// <exception cref="InputException">There is no such port.</exception>
    public static WebApplicationBuilder Builder(IPAddress address, int port, long mostRequestBytes)
    {
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new InputException("--port", null, new Phrase("web.serve.no-port", port.ToString(CultureInfo.InvariantCulture)), new Phrase("web.serve.no-port.remedy"));
        // An empty builder reads no settings, environment or files of the machine.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = mostRequestBytes;
            kestrel.Listen(address, port);
        });
        // A start that fails is told to who starts the host, in words; the host would log it as a stack trace besides.
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.AddProblemDetails();
        builder.Services.AddRateLimiter(Limits);
        // What cannot be read is refused in words, as everything else is, and not by an empty answer.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        return builder;
    }

    /// <summary>What stands before every route.</summary>
    /// <param name="app">The host.</param>
    /// <param name="isShared">Whether others on the network may come in.</param>
    /// <param name="hasBackgroundMap">Whether the page may fetch Kartverket's map.</param>
    /// <param name="names">Names by which the host goes beside those of the machine.</param>
    /// <param name="first">What is done with a request before its route is looked for.</param>
    public static void Guard(WebApplication app, bool isShared, bool hasBackgroundMap, IReadOnlyList<string>? names = null, Func<HttpContext, RequestDelegate, Task>? first = null)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Problems.Answer, SuppressDiagnosticsCallback = _ => true });
        app.UseMiddleware<RequestGuard>(isShared, hasBackgroundMap, names ?? []);
        if (first is not null) app.Use(first);
        app.UseRouting();
        app.UseRateLimiter();
    }

    private static void Limits(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) => new ValueTask(Problems.TooMany(
            rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : TimeSpan.FromSeconds(1)).ExecuteAsync(rejected.HttpContext));
        foreach (string name in (string[])[LimitNames.Write, LimitNames.Look]) limits.AddPolicy(name, context => RateLimitPartition.GetTokenBucketLimiter(
            PersonOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = WritesPerSecond * 3,
                TokensPerPeriod = WritesPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
        limits.AddPolicy(LimitNames.Join, context => RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = JoinsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>Limits are for each person: those of a room often share one address. Who has not come in is told apart by that.</summary>
    private static string PersonOf(HttpContext context) =>
        context.RequestServices.GetService<Doorkeeper>() is { } door && context.Request.Cookies[door.CookieName] is { } token && door.Find(token) is not null
            ? token : AddressOf(context).ToString();

    private static IPAddress AddressOf(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;
}
