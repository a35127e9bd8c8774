using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NavGeo.Planning.Edits;

namespace NavGeo.Tests.Web;

/// <summary>What goes over the wire: no more than has changed, and whose view it is.</summary>
public sealed class MeetingTrafficTests
{
    private static readonly object ChangeOfAal = new { bounds = (double[])[8.0, 60.4, 9.0, 60.9], mode = "change", compared = (string[])["A", "E1"], isSwiped = true, site = "al" };

    [Fact]
    public async Task Case_and_what_has_changed_make_the_whole_answer()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        JsonObject info = await MeetingRun.Get(kari, "api/case");
        JsonObject before = await MeetingRun.Get(kari, "api/answer");
        Assert.Empty(before["sites"]!.AsArray());
        Assert.Null(before["offices"]);
        JsonObject answer = await MeetingRun.Make(kari, new ChooseStructure("E"), new SetSiteDays("E", "fla", 2), new MoveSite("hol", 8.2, 60.5));
        Assert.Contains(answer["sites"]!.AsArray(), s => (string)s!["id"]! == "hol" && (bool)s["isMoved"]!);
        var sites = answer["sites"]!.AsArray().ToDictionary(s => (string)s!["id"]!, s => s!.ToJsonString());
        string[] merged = [.. info["sites"]!.AsArray().Select(s => sites.GetValueOrDefault((string)s!["id"]!, s.ToJsonString()))];
        JsonObject whole = await MeetingRun.Get(kari, "api/structures/E");
        Assert.Equal(whole["sites"]!.AsArray().Select(s => s!.ToJsonString()), merged);
        Assert.NotNull(answer["offices"]);
        Assert.Equal(answer["altogether"]!["ledger"]!.ToJsonString(), JsonNode.Parse(await kari.GetStringAsync(new Uri("api/ledger", UriKind.Relative)))!.ToJsonString());
        Assert.Equal((int)answer["altogether"]!["ledgerCount"]!, answer["altogether"]!["ledger"]!.AsArray().Count);
        JsonArray sentences = JsonNode.Parse(await kari.GetStringAsync(new Uri("api/sentences", UriKind.Relative)))!.AsArray();
        Assert.Equal((int)answer["altogether"]!["sentenceCount"]!, sentences.Count);
        Assert.Equal(sentences.Take(answer["altogether"]!["sentences"]!.AsArray().Count).Select(s => (string)s!), answer["altogether"]!["sentences"]!.AsArray().Select(s => (string)s!));
    }

    [Fact]
    public async Task Surface_has_another_address_only_when_a_time_is_another()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        string before = Surface(await MeetingRun.Get(kari, "api/answer"));
        // One office for all, and every site open as before: nobody's way is another.
        Assert.Equal(before, Surface(await MeetingRun.Make(kari, new ChooseStructure("E"))));
        string closed = Surface(await MeetingRun.Make(kari, new CloseRoad("rv 7")));
        Assert.NotEqual(before, closed);
        Assert.True(await IsKept(kari, closed));
        Assert.False(await IsKept(kari, before), "times of now must not be kept as those of before");
        Assert.Equal(before, Surface(await MeetingRun.Post(kari, "api/undo")));
        Assert.True(await IsKept(kari, before));
        byte[] today = await kari.GetByteArrayAsync(new Uri($"tiles/surface/5/16/9.mvt?surface={before}", UriKind.Relative));
        await MeetingRun.Make(kari, new CloseRoad("rv 7"));
        Assert.Equal(today, await kari.GetByteArrayAsync(new Uri($"tiles/surface/5/16/9.mvt?surface={before}", UriKind.Relative)));
        Assert.NotEqual(today, await kari.GetByteArrayAsync(new Uri("tiles/surface/5/16/9.mvt", UriKind.Relative)));
        HttpResponseMessage wrong = await kari.GetAsync(new Uri("tiles/changes/9?around=1&around=2", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    [Fact]
    public async Task Who_leads_shows_the_others_a_view_and_nobody_else_does()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ola.PostAsJsonAsync("api/view", ChangeOfAal)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await kari.PostAsJsonAsync("api/view", ChangeOfAal)).StatusCode);
        HttpResponseMessage events = await ola.GetAsync(new Uri("api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync());
        string? line = await reader.ReadLineAsync();
        while (line?.StartsWith("data: ", StringComparison.Ordinal) == false) line = await reader.ReadLineAsync();
        JsonNode view = JsonNode.Parse(line!["data: ".Length..])!["view"]!;
        Assert.Equal("change", (string)view["mode"]!);
        Assert.Equal(["A", "E1"], view["compared"]!.AsArray().Select(c => (string)c!));
        Assert.Equal(9.0, (double)view["bounds"]![2]!);
        Assert.Equal("al", (string)view["site"]!);
    }

    [Theory]
    [InlineData("""{"bounds":[8,60],"mode":"times","compared":[],"isSwiped":false,"site":null}""")]
    [InlineData("""{"bounds":[9,60,8,61],"mode":"times","compared":[],"isSwiped":false,"site":null}""")]
    [InlineData("""{"bounds":[8,60,9,61],"mode":"hours","compared":[],"isSwiped":false,"site":null}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"bounds":[8,60,9,61],"mode":"times","compared":["X"],"isSwiped":false,"site":null}""")]
    [InlineData("""{"bounds":[8,60,9,61],"mode":"times","compared":[],"isSwiped":false,"site":"nowhere"}""")]
    public async Task View_that_no_map_can_show_is_refused(string view, HttpStatusCode refusal = HttpStatusCode.UnprocessableEntity)
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        using var content = new StringContent(view, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(refusal, (await kari.PostAsync(new Uri("api/view", UriKind.Relative), content)).StatusCode);
    }

    [Fact]
    public async Task Only_a_meeting_that_offers_the_background_map_lets_the_page_fetch_it()
    {
        await using MeetingRun usual = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        await using MeetingRun offering = await MeetingRun.Start(EmbeddedCase.Hallingdal, hasBackgroundMap: true);
        Assert.DoesNotContain("//", await Policy(usual), StringComparison.Ordinal);
        Assert.EndsWith("connect-src 'self' https://cache.kartverket.no", await Policy(offering), StringComparison.Ordinal);
        using HttpClient kari = await usual.Join();
        Assert.False((bool)(await MeetingRun.Get(kari, "api/case"))["hasBackgroundMap"]!);
    }

    private static async Task<string> Policy(MeetingRun meeting)
    {
        using HttpClient stranger = meeting.Stranger();
        return Assert.Single((await stranger.GetAsync(new Uri("", UriKind.Relative))).Headers.GetValues("Content-Security-Policy"));
    }

    private static string Surface(JsonObject answer) => (string)answer["surface"]!;

    private static async Task<bool> IsKept(HttpClient client, string surface)
    {
        HttpResponseMessage changes = await client.GetAsync(new Uri($"tiles/changes/5?structure=E&surface={surface}", UriKind.Relative));
        return changes.Headers.CacheControl is { NoStore: false };
    }
}
