using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using NavGeo.Cluster.Access;
using NavGeo.Cluster.Database;
using NavGeo.Cluster.Rooms;
using NavGeo.Web.Situations;

namespace NavGeo.Cluster;

/// <summary>What a process answers beside its meetings: whether it is well, and for those who have signed in their cases.</summary>
internal static class ClusterRoutes
{
    /// <summary>How a process is.</summary>
    /// <param name="Meetings">Meetings it holds at the moment.</param>
    /// <param name="Watchers">How many follow by it.</param>
    /// <param name="Waiting">Pieces of work that wait to be measured.</param>
    internal sealed record Health(int Meetings, int Watchers, int Waiting);

    public static void Map(WebApplication app, ClusterOptions options)
    {
        RouteGroupBuilder plain = app.MapGroup("").ExcludeFromDescription();
        plain.MapGet("/health/live", () => TypedResults.Ok());
        plain.MapGet("/health/ready", ReadyAsync);
        if (options.SignIn is not null) LibraryRoutes.Map(plain);
    }

    /// <summary>Whether it takes guests: it has read the cases that meetings are held on, the database answers, and it is not about to end.</summary>
    private static async Task<Results<Ok<Health>, StatusCodeHttpResult>> ReadyAsync(
        ClusterDatabase database, RoomDirectory rooms, MeasuringPool pool, IHostApplicationLifetime life, HttpContext http)
    {
        if (life.ApplicationStopping.IsCancellationRequested || !rooms.IsWarm) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            await database.CheckAsync(http.RequestAborted);
        }
        catch (Exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        return TypedResults.Ok(new Health(rooms.Count, rooms.Watchers, pool.Before));
    }
}
