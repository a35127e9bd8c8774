using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NavGeo.Tests.Data.Fetch;

/// <summary>A publisher's server on this machine, which does what a test tells it to and remembers what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>Method, path, range and condition of every request, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var server = new LoopbackServer(app);
        int count = 0;
        app.Run(async context =>
        {
            server.Asked.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Range} {context.Request.Headers.IfRange}{context.Request.Headers.IfNoneMatch}".TrimEnd());
            Assert.StartsWith("NavGeo/", context.Request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
            await answer(context, Interlocked.Increment(ref count));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Serves bytes as a good server does: ETag, ranges, conditions.</summary>
    public static async Task ServeAsync(HttpContext context, byte[] bytes, string tag)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.AcceptRanges = "bytes";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return;
        }
        int begin = 0;
        string range = context.Request.Headers.Range.ToString();
        if (range.Length > 0 && context.Request.Headers.IfRange == tag)
        {
            begin = int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
            if (begin >= bytes.Length)
            {
                context.Response.StatusCode = 416;
                context.Response.Headers.ContentRange = $"bytes */{bytes.Length}";
                return;
            }
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {begin}-{bytes.Length - 1}/{bytes.Length}";
        }
        context.Response.ContentLength = bytes.Length - begin;
        await context.Response.Body.WriteAsync(bytes.AsMemory(begin), context.RequestAborted);
    }

    /// <summary>Sends the first half of what it promised and hangs up.</summary>
    public static async Task HalveAsync(HttpContext context, byte[] bytes, string tag)
    {
        context.Response.Headers.ETag = tag;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await context.Response.Body.FlushAsync();
        // What has been written must be on its way before the line is cut.
        await Task.Delay(50, TestContext.Current.CancellationToken);
        context.Abort();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
