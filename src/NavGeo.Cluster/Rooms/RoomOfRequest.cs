using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NavGeo.Cluster.Database;
using NavGeo.Web;
using NavGeo.Web.Safety;

namespace NavGeo.Cluster.Rooms;

/// <summary>The meeting that a request is about, by its address <c>/m/ID/…</c>.</summary>
internal sealed class RoomOfRequest
{
    private const string Meetings = "/m";
    private const string Library = "/library/";

    private HeldMeeting? held;

    /// <summary>The meeting.</summary>
    /// <exception cref="BadHttpRequestException">The request is about none.</exception>
    public MeetingRoom Room => held?.Room ?? throw new BadHttpRequestException("no meeting", StatusCodes.Status404NotFound);

    /// <summary>Finds the meeting before the route is looked for: what comes after its address is the same in every meeting.</summary>
    public static async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path == "/" && http.RequestServices.GetRequiredService<ClusterOptions>().SignIn is not null)
        {
            http.Response.Redirect(http.Request.PathBase + Library);
            return;
        }
        if (http.Request.Path.StartsWithSegments(Meetings, StringComparison.Ordinal, out PathString rest) && rest.Value is { Length: > 1 } address)
        {
            int end = address.IndexOf('/', 1);
            if (end < 0)
            {
                // Addresses on the page are from where the page lies.
                http.Response.Redirect($"{http.Request.PathBase}{Meetings}{address}/", permanent: false, preserveMethod: true);
                return;
            }
            if (await http.RequestServices.GetRequiredService<RoomDirectory>().FindAsync(address[1..end]) is not { } found)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            http.RequestServices.GetRequiredService<RoomOfRequest>().held = found;
            http.Request.PathBase = http.Request.PathBase.Add(Meetings + address[..end]);
            http.Request.Path = address[end..];
        }
        await next(http);
    }

    /// <summary>Routes of meetings are there within a meeting, the others outside. Who takes a file out of a meeting stands in the audit.</summary>
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        bool isOfMeeting = http.GetEndpoint()?.Metadata.GetMetadata<OfMeeting>() is not null;
        HeldMeeting? held = http.RequestServices.GetRequiredService<RoomOfRequest>().held;
        if (isOfMeeting != held is not null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (held is not null) http.Response.OnStarting(() => NoteAsync(http, held.Meeting));
        await next(http);
    }

    /// <summary>Before a file goes out, so that none goes that is not noted.</summary>
    private static async Task NoteAsync(HttpContext http, CaseLibrary.Meeting meeting)
    {
        if (!http.Response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal)) return;
        string name = InsideFilter.ParticipantOf(http).Name;
        await http.RequestServices.GetRequiredService<AuditTrail>().AddAsync(name.Length > 0 ? name : "-", "take", meeting.Case, meeting.Id, http.Request.Path);
    }
}

/// <summary>Marks a route that is there within a meeting.</summary>
internal sealed class OfMeeting;
