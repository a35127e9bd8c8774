using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Web.Meetings;

namespace NavGeo.Web.Api;

/// <summary>
/// Server-sent events: the version of the meeting, at once and whenever something has happened. The id of an event is
/// the version, so that a browser that was away says by <c>Last-Event-ID</c> what it has seen and hears of what it missed
/// the moment it is back. Events carry the view of whoever leads and no answer; the page asks for that in its own language.
/// </summary>
internal static class EventRoutes
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/events", Events).Produces<Notice>(StatusCodes.Status200OK, "text/event-stream").WithName("events");

    /// <summary>What is told.</summary>
    /// <param name="Version">Number of the last entry of the log.</param>
    /// <param name="Watchers">How many follow.</param>
    /// <param name="View">What whoever leads has on the screen; null before they have shown anything.</param>
    internal sealed record Notice(long Version, int Watchers, SharedView? View);

    private static ServerSentEventsResult<Notice> Events(HttpContext http, LiveSession session)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Notices(session, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<Notice>> Notices(LiveSession session, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (long version in session.Watch(cancellation))
        {
            yield return new SseItem<Notice>(new Notice(version, session.WatcherCount, session.Shown), "version")
            {
                EventId = version.ToString(CultureInfo.InvariantCulture),
                ReconnectionInterval = Retry,
            };
        }
    }
}
