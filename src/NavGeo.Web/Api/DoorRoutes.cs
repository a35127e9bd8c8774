using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Language;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;

namespace NavGeo.Web.Api;

/// <summary>Coming in: a name, and in a shared meeting a code. The token goes into a cookie that no script can read.</summary>
internal static class DoorRoutes
{
    private const int LongestName = 60;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/join", Join).RequireRateLimiting(LimitNames.Join)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests).WithName("join");
        api.MapGet("/me", Me).WithName("me");
    }

    /// <summary>What whoever leads decides before anything is done.</summary>
    public static void MapBegin(RouteGroupBuilder inside) => inside.MapPost("/begin", Begin).WithMetadata(new PresenterOnly())
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithTags(nameof(DoorRoutes)).WithName("begin");

    /// <summary>Who is there, and the word taken from somebody or the door shown; for who leads.</summary>
    public static void MapPeople(RouteGroupBuilder inside)
    {
        inside.MapGet("/people", People).WithTags(nameof(DoorRoutes)).WithName("people");
        inside.MapPost("/people/{id}", Change).WithMetadata(new PresenterOnly()).ProducesProblem(StatusCodes.Status403Forbidden).WithTags(nameof(DoorRoutes)).WithName("person");
    }

    /// <summary>What somebody gives at the door.</summary>
    /// <param name="Name">What they call themselves.</param>
    /// <param name="Code">Not needed on the machine of a meeting that is not shared.</param>
    internal sealed record JoinRequest(string Name, string? Code = null);

    /// <summary>Who asks.</summary>
    /// <param name="Name">Null for who has not come in.</param>
    /// <param name="IsPresenter">Whether they may edit.</param>
    /// <param name="IsShared">Whether the meeting is shared.</param>
    /// <param name="ParticipantCode">For the presenter of a shared meeting, to hand on.</param>
    /// <param name="Links">The same: links by which others come in.</param>
    /// <param name="Kept">For the presenter: a meeting that is kept and waits to be gone on with or not; null where it has begun.</param>
    /// <param name="IsPractice">Whether what is done is written nowhere.</param>
    /// <param name="Language">That of the case, for who has chosen none.</param>
    internal sealed record MeResponse(
        string? Name, bool IsPresenter, bool IsShared, string? ParticipantCode, IReadOnlyList<string> Links, KeptMeeting? Kept, bool IsPractice, UserLanguage Language);

    /// <summary>Somebody who has come in.</summary>
    /// <param name="Id">Stands for them.</param>
    /// <param name="Name">As they call themselves.</param>
    /// <param name="IsMuted">Whether they only look.</param>
    internal sealed record PersonLine(string Id, string Name, bool IsMuted);

    /// <summary>What who leads does about somebody.</summary>
    internal sealed record PersonRequest(bool IsMuted, bool IsRemoved = false);

    private static Ok<List<PersonLine>> People(Doorkeeper door) => TypedResults.Ok(door.Participants.Select(p => new PersonLine(p.Key, p.Value.Name, p.Value.IsMuted)).ToList());

    private static Results<Ok<List<PersonLine>>, NotFound> Change(string id, PersonRequest request, Doorkeeper door) =>
        (request.IsRemoved ? door.Remove(id) : door.Mute(id, request.IsMuted)) ? People(door) : TypedResults.NotFound();

    /// <summary>How a meeting begins where another is kept.</summary>
    internal sealed record BeginRequest(MeetingStart How);

    private static Results<Ok<MeResponse>, ProblemHttpResult> Join(JoinRequest request, HttpContext http, Doorkeeper door, LiveSession session)
    {
        string name = WrittenText.Clean(request.Name, isOneLine: true);
        if (name.Length is 0 or > LongestName) return Refused(http, StatusCodes.Status400BadRequest, new Phrase("web.problem.name", LongestName));
        JoinAnswer answer = door.Join(request.Code, name, http.Connection.RemoteIpAddress ?? IPAddress.None, http.Request.Cookies[door.CookieName]);
        if (answer.Participant is not { } participant) return Refusal(http, answer);
        http.Response.Cookies.Append(door.CookieName, answer.Token!, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return TypedResults.Ok(Of(http, participant, door, session));
    }

    private static ProblemHttpResult Refusal(HttpContext http, JoinAnswer answer) => answer.Refusal switch
    {
        JoinRefusal.TooManyTries => Problems.TooMany(http, answer.Wait),
        JoinRefusal.LeadersName => Refused(http, StatusCodes.Status400BadRequest, new Phrase("web.problem.leadersName")),
        JoinRefusal.ShownOut => Refused(http, StatusCodes.Status401Unauthorized, new Phrase("web.problem.shownOut")),
        _ => Refused(http, StatusCodes.Status401Unauthorized, new Phrase("web.problem.code")),
    };

    private static ProblemHttpResult Refused(HttpContext http, int status, Phrase why) =>
        TypedResults.Problem(detail: why.In(Problems.LanguageOf(http)), statusCode: status);

    private static Ok<MeResponse> Me(HttpContext http, Doorkeeper door, LiveSession session) =>
        TypedResults.Ok(Of(http, door.Find(http.Request.Cookies[door.CookieName]), door, session));

    private static async Task<Ok<MeResponse>> Begin(BeginRequest request, HttpContext http, Doorkeeper door, LiveSession session)
    {
        await session.BeginAsync(request.How, http.RequestAborted);
        if (request.How != MeetingStart.Resume) door.Renew();
        return TypedResults.Ok(Of(http, InsideFilter.ParticipantOf(http), door, session));
    }

    private static MeResponse Of(HttpContext http, Participant? participant, Doorkeeper door, LiveSession session)
    {
        bool isPresenter = participant?.Role == Role.Presenter;
        string? code = isPresenter ? door.ParticipantCode : null;
        IReadOnlyList<string> links = code is null ? [] : SharedLinks.Of(http.Connection.LocalPort, code);
        return new MeResponse(
            participant?.Name, isPresenter, door.IsShared, code, links, isPresenter ? session.Kept : null, session.IsPractice, session.Original.Language);
    }
}
