using System.Net;
using NavGeo.Web.Meetings;

namespace NavGeo.Web.Safety;

/// <summary>
/// Only those who have come in get further. Programs such as QGIS carry no cookie: on this machine they read freely
/// where the meeting is not shared, in a shared one they add the code to the address.
/// </summary>
internal sealed class InsideFilter : IEndpointFilter
{
    private const int LongestMark = 64;

    private static readonly object Key = new();

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        Doorkeeper door = http.RequestServices.GetRequiredService<Doorkeeper>();
        Participant? participant = await door.FindAsync(http.Request.Cookies[door.CookieName]) ?? Reader(http, door);
        if (participant is null) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        http.Items[Key] = participant;
        bool isWrite = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        EndpointMetadataCollection? about = http.GetEndpoint()?.Metadata;
        bool isOwn = IsOwn(http) && about?.GetMetadata<AlsoInOwn>() is not null;
        bool isForPresenter = about?.GetMetadata<PresenterOnly>() is not null && !isOwn;
        if (isWrite && isForPresenter && participant.Role != Role.Presenter)
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden);
        return await next(context);
    }

    /// <summary>Whether a request is about the meeting of one's own: <c>?own=true</c>.</summary>
    public static bool IsOwn(HttpContext context) => context.Request.Query["own"] == "true";

    /// <summary>What stands for whoever makes a request, in the meetings of one's own.</summary>
    public static string KeyOf(HttpContext context) => context.Request.Cookies[context.RequestServices.GetRequiredService<Doorkeeper>().CookieName] ?? "";

    /// <summary>The meeting a request is about: that of all, or one's own where it says so and there is one.</summary>
    public static MeetingView ViewOf(HttpContext context)
    {
        MeetingView all = context.RequestServices.GetRequiredService<LiveSession>().Current;
        return IsOwn(context) ? context.RequestServices.GetRequiredService<Sandboxes>().Find(KeyOf(context)) ?? all : all;
    }

    /// <summary>What a page sends along with what it does, so that asking again after a broken connection does not do it twice; null where it is no such thing.</summary>
    public static string? MarkOf(HttpContext context) => context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= LongestMark } mark && mark.All(char.IsAsciiLetterOrDigit)
        ? $"{ParticipantOf(context).Name}/{mark}" : null;

    /// <summary>Who makes a request that has been let in.</summary>
    public static Participant ParticipantOf(HttpContext context) => (Participant)context.Items[Key]!;

    /// <summary>Whether a request comes from this machine.</summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static Participant? Reader(HttpContext http, Doorkeeper door)
    {
        if (!HttpMethods.IsGet(http.Request.Method)) return null;
        if (!door.IsShared && IsLocal(http)) return new Participant("", Role.Participant);
        return door.IsCode(http.Request.Query["code"]) ? new Participant("", Role.Participant) : null;
    }
}

/// <summary>Marks a route that changes what everybody sees.</summary>
internal sealed class PresenterOnly;

/// <summary>Marks a route that in the meeting of one's own is everybody's.</summary>
internal sealed class AlsoInOwn;
