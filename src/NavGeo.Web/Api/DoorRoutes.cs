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
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).WithName("join");
        api.MapGet("/me", Me).WithName("me");
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
    /// <param name="Language">That of the case, for who has chosen none.</param>
    internal sealed record MeResponse(
        string? Name, bool IsPresenter, bool IsShared, string? ParticipantCode, IReadOnlyList<string> Links, UserLanguage Language);

    private static Results<Ok<MeResponse>, ProblemHttpResult> Join(JoinRequest request, HttpContext http, Doorkeeper door, MeetingOptions options)
    {
        string name = request.Name.Trim();
        if (name.Length is 0 or > LongestName) return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        if (door.Join(request.Code, name, InsideFilter.IsLocal(http)) is not var (token, participant))
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        http.Response.Cookies.Append(InsideFilter.CookieOf(http), token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return TypedResults.Ok(Of(http, participant, door, options));
    }

    private static Ok<MeResponse> Me(HttpContext http, Doorkeeper door, MeetingOptions options) =>
        TypedResults.Ok(Of(http, door.Find(http.Request.Cookies[InsideFilter.CookieOf(http)]), door, options));

    private static MeResponse Of(HttpContext http, Participant? participant, Doorkeeper door, MeetingOptions options)
    {
        bool isPresenter = participant?.Role == Role.Presenter;
        string? code = isPresenter ? door.ParticipantCode : null;
        IReadOnlyList<string> links = code is null ? [] : SharedLinks.Of(http.Connection.LocalPort, code);
        return new MeResponse(participant?.Name, isPresenter, door.IsShared, code, links, options.Case.Language);
    }
}
