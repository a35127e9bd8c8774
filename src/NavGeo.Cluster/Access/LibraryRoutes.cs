using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NavGeo.Cluster.Database;
using NavGeo.Cluster.Rooms;
using NavGeo.Planning.Language;
using NavGeo.Web.Api;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;

namespace NavGeo.Cluster.Access;

/// <summary>The cases and meetings of who has signed in: what they may, they find here; the rest is not told to be there.</summary>
internal static class LibraryRoutes
{
    private const int LongestName = 80;

    public static void Map(RouteGroupBuilder app)
    {
        RouteGroupBuilder library = app.MapGroup("/library").AddEndpointFilter(AskWho);
        library.MapGet("/", ListAsync);
        library.MapPost("/{id}/meetings", BeginAsync).RequireRateLimiting(LimitNames.Join);
        library.MapPost("/{id}/rights", SetRightAsync).RequireRateLimiting(LimitNames.Join);
        library.MapGet("/{id}/audit", AuditAsync);
        library.MapGet("/meetings/{id}", EnterAsync).RequireRateLimiting(LimitNames.Join);
    }

    /// <summary>A case with what one may do with it.</summary>
    internal sealed record CaseLine(string Id, string Name, string Role, IReadOnlyList<MeetingLine> Meetings);

    /// <summary>A meeting on it.</summary>
    /// <param name="Address">By which one comes in.</param>
    internal sealed record MeetingLine(string Id, string Name, DateTimeOffset Begun, long Entries, string Address);

    /// <summary>What a new meeting shall be called; as the case is where null.</summary>
    internal sealed record MeetingRequest(string? Name);

    /// <summary>Who shall be what; nothing any more where null.</summary>
    internal sealed record RightRequest(string Subject, string? Role);

    /// <summary>What somebody did.</summary>
    internal sealed record AuditLine(DateTimeOffset At, string Subject, string What, string? Meeting, string Detail);

    /// <summary>A page is sent to who says who one is; a program is refused.</summary>
    private static async ValueTask<object?> AskWho(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (Subject(http) is not null) return await next(context);
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await SignIn.ChallengeAsync(http, http.Request.Path);
            return Results.Empty;
        }
        return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> ListAsync(HttpContext http, CaseLibrary library, CaseRights rights)
    {
        IReadOnlyDictionary<string, CaseRole> mine = await rights.ReadAsync(Subject(http)!, http.RequestAborted);
        IReadOnlyList<CaseLibrary.Meeting> meetings = await library.ReadMeetingsAsync(http.RequestAborted);
        List<CaseLine> lines = [.. (await library.ReadAsync(http.RequestAborted)).Where(c => mine.ContainsKey(c.Id)).Select(c => new CaseLine(
            c.Id, c.Name, mine[c.Id].ToString().ToLowerInvariant(),
            [.. meetings.Where(m => m.Case == c.Id).Select(m => new MeetingLine(m.Id, m.Name, m.Begun, m.Entries, $"library/meetings/{m.Id}"))]))];
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) return TypedResults.Ok(lines);
        http.Response.Headers.ContentSecurityPolicy = LibraryPage.ContentPolicy;
        return TypedResults.Text(LibraryPage.Of(lines, SignIn.NameOf(http, Subject(http)!), Problems.LanguageOf(http)), "text/html; charset=utf-8");
    }

    private static async Task<IResult> BeginAsync(string id, HttpContext http, CaseLibrary library, CaseRights rights, AuditTrail audit)
    {
        if (await RoleAsync(id, http, rights) is not { } role) return TypedResults.NotFound();
        if (role < CaseRole.Leader) return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden);
        string? name = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["name"].ToString() : (await http.Request.ReadFromJsonAsync<MeetingRequest>(http.RequestAborted))?.Name;
        name = name is null ? null : WrittenText.Clean(name, isOneLine: true);
        CaseLibrary.Meeting begun = await library.MeetAsync(id, name is { Length: > 0 and <= LongestName } ? name : null, http.RequestAborted);
        await audit.AddAsync(Subject(http)!, "begin", id, begun.Id, begun.Name);
        if (http.Request.HasFormContentType) return TypedResults.Redirect($"/library/meetings/{begun.Id}");
        return TypedResults.Ok(new MeetingLine(begun.Id, begun.Name, begun.Begun, begun.Entries, $"library/meetings/{begun.Id}"));
    }

    private static async Task<IResult> SetRightAsync(string id, RightRequest request, HttpContext http, CaseRights rights, AuditTrail audit)
    {
        if (await RoleAsync(id, http, rights) is not { } role) return TypedResults.NotFound();
        if (role < CaseRole.Owner) return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden);
        CaseRole? given = request.Role is null ? null : Enum.TryParse(request.Role, ignoreCase: true, out CaseRole known) ? known : throw new BadHttpRequestException("no such role");
        await rights.SetAsync(id, request.Subject, given, http.RequestAborted);
        await audit.AddAsync(Subject(http)!, "right", id, null, $"{request.Subject} {request.Role}");
        return TypedResults.NoContent();
    }

    private static async Task<IResult> AuditAsync(string id, HttpContext http, CaseRights rights, AuditTrail audit)
    {
        if (await RoleAsync(id, http, rights) is not { } role) return TypedResults.NotFound();
        if (role < CaseRole.Owner) return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden);
        return TypedResults.Ok((await audit.ReadAsync(http.RequestAborted)).Where(r => r.Case == id).Select(r => new AuditLine(r.At, r.Subject, r.What, r.Meeting, r.Detail)).ToList());
    }

    /// <summary>Comes in to a meeting by one's right and without a code: leaders lead, members take part, readers look.</summary>
    private static async Task<IResult> EnterAsync(string id, HttpContext http, CaseLibrary library, CaseRights rights, RoomDirectory rooms, AuditTrail audit)
    {
        if (await library.FindMeetingAsync(id, http.RequestAborted) is not { } meeting || await RoleAsync(meeting.Case, http, rights) is not { } role || await rooms.FindAsync(id) is not { Room: var room })
            return TypedResults.NotFound();
        string subject = Subject(http)!;
        var who = new Participant(SignIn.NameOf(http, subject), role >= CaseRole.Leader ? Role.Presenter : Role.Participant, IsMuted: role == CaseRole.Reader);
        http.Response.Cookies.Append(room.Door.CookieName, await room.Door.AdmitAsync(who), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = $"/m/{id}" });
        await audit.AddAsync(subject, "enter", meeting.Case, id, role.ToString());
        return TypedResults.Redirect($"/m/{id}/");
    }

    private static Task<CaseRole?> RoleAsync(string id, HttpContext http, CaseRights rights) => rights.FindAsync(id, Subject(http)!, http.RequestAborted);

    private static string? Subject(HttpContext http) => SignIn.SubjectOf(http, http.RequestServices.GetService(typeof(ClusterOptions)) is ClusterOptions { SignIn: { } signIn } ? signIn : throw new InvalidOperationException());
}
