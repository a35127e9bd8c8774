using System.Buffers.Binary;
using Microsoft.AspNetCore.Http.HttpResults;
using NavGeo.Planning.Access;
using NavGeo.Routing;
using NavGeo.Web.Meetings;

namespace NavGeo.Web.Api;

/// <summary>The answer as it stands: figures as JSON, the times of all places as bytes, layers as GeoJSON.</summary>
internal static class AnswerRoutes
{
    private const int BytesPerPlace = 6;
    private const string GeoJson = "application/geo+json";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/answer", (HttpContext http, LiveSession session) =>
            TypedResults.Ok(AnswerResponse.Of(session.Current, session.WatcherCount, Problems.LanguageOf(http)))).WithName("answer");
        api.MapGet("/times", (LiveSession session) => Times(session.Current.Situation.Chosen.Access)).WithName("times");
        api.MapGet("/times/today", (LiveSession session) => Times(session.Current.Situation.Today)).WithName("timesToday");
        api.MapGet("/times/{structure}", TimesOf).WithName("timesOf");
        api.MapGet("/layers/{name}", Layer).WithName("layer");
    }

    private static Results<Ok<object>, FileContentHttpResult, NotFound> TimesOf(string structure, LiveSession session)
    {
        ComparedStructure? compared = session.Current.Situation.Comparison.Structures.FirstOrDefault(s => s.Access.Structure.Id == structure);
        return compared is null ? TypedResults.NotFound() : Times(compared.Access);
    }

    /// <summary>
    /// For each place of the demand four bytes of milliseconds (-1 for no way) and then, after those of all places, two
    /// bytes with the index of its site (-1 for none); little-endian.
    /// </summary>
    private static FileContentHttpResult Times(StructureAccess access)
    {
        SiteAssignment assignment = access.Assignment;
        int count = assignment.Milliseconds.Length;
        var bytes = new byte[count * BytesPerPlace];
        for (int place = 0; place < count; place++)
        {
            int milliseconds = assignment.Milliseconds[place];
            BinaryPrimitives.WriteInt32LittleEndian(
                bytes.AsSpan(place * sizeof(int)), milliseconds == TravelTime.UnreachableMilliseconds ? -1 : milliseconds);
            BinaryPrimitives.WriteInt16LittleEndian(
                bytes.AsSpan(count * sizeof(int) + place * sizeof(short)), checked((short)assignment.Sites[place]));
        }
        return TypedResults.Bytes(bytes, "application/octet-stream");
    }

    private static Results<FileContentHttpResult, NotFound> Layer(string name, LiveSession session) =>
        session.Current.Layers.Find(name) is { } bytes ? TypedResults.Bytes(bytes, GeoJson) : TypedResults.NotFound();
}
