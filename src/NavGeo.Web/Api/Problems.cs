using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Api;

/// <summary>Mistakes as ProblemDetails (RFC 9457), with the same text the command shows.</summary>
internal static class Problems
{
    public static Task Answer(HttpContext context)
    {
        Exception? problem = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        (int status, string detail) = problem switch
        {
            InputException input => (StatusCodes.Status422UnprocessableEntity, Text(input, LanguageOf(context))),
            BusyException busy => (StatusCodes.Status503ServiceUnavailable, new Phrase("web.problem.busy", busy.Before).In(LanguageOf(context))),
            // A disk that is full, a database that is away: the same may be asked for again, under the same mark.
            DbException or TimeoutException => (StatusCodes.Status503ServiceUnavailable, new Phrase("web.problem.unkept").In(LanguageOf(context))),
            BadHttpRequestException bad => (bad.StatusCode, new Phrase("web.problem.request").In(LanguageOf(context))),
            // An edit of no kind at all is reported this way by the reader.
            NotSupportedException { Source: "System.Text.Json" } => (StatusCodes.Status400BadRequest, new Phrase("web.problem.request").In(LanguageOf(context))),
            JsonException => (StatusCodes.Status400BadRequest, new Phrase("web.problem.request").In(LanguageOf(context))),
            _ => (StatusCodes.Status500InternalServerError, new Phrase("web.problem.bug").In(LanguageOf(context))),
        };
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "2";
        if (status == StatusCodes.Status500InternalServerError && problem is not null) Report(context, problem);
        return TypedResults.Problem(detail: detail, statusCode: status).ExecuteAsync(context);
    }

    /// <summary>Too much was asked: how long to wait is said, in words and as browsers read it.</summary>
    public static ProblemHttpResult TooMany(HttpContext context, TimeSpan wait)
    {
        int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(detail: new Phrase("web.problem.tooMany", seconds).In(LanguageOf(context)), statusCode: StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The language a request asks for: <c>?lang=</c>, else bokmål.</summary>
    public static UserLanguage LanguageOf(HttpContext context) =>
        LanguageCode.TryParse(context.Request.Query["lang"], out UserLanguage language) ? language : UserLanguage.Bokmaal;

    private static string Text(InputException input, UserLanguage language) =>
        string.Join("\n", input.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.ProblemIn(language)}; {f.RemedyIn(language)}"));

    /// <summary>A bug is told with its place in the program; the request's path and cookies are not written anywhere.</summary>
    private static void Report(HttpContext context, Exception problem) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("NavGeo").LogError(problem, "bug in NavGeo");
}
