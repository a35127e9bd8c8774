using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Web;

public sealed class MeetingHostTests
{
    private static readonly Edit ShowE = new ChooseStructure("E");
    private static readonly Edit CloseRv7 = new CloseStretch("rv 7", "gol", "al");

    [Fact]
    public async Task Undo_and_redo_give_exactly_the_numbers_from_before()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        string before = MeetingRun.Numbers(await MeetingRun.Make(kari, ShowE));
        string closed = MeetingRun.Numbers(await MeetingRun.Make(kari, CloseRv7));
        Assert.NotEqual(before, closed);
        Assert.Equal(before, MeetingRun.Numbers(await MeetingRun.Post(kari, "api/undo")));
        Assert.Equal(closed, MeetingRun.Numbers(await MeetingRun.Post(kari, "api/redo")));
        await MeetingRun.Post(kari, "api/clear");
        Assert.Equal(closed, MeetingRun.Numbers(await MeetingRun.Post(kari, "api/undo")));
    }

    [Fact]
    public async Task Meeting_that_was_cut_off_goes_on_where_it_was()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        string numbers;
        await using (MeetingRun first = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder))
        {
            using HttpClient kari = await first.Join();
            await MeetingRun.Make(kari, ShowE, CloseRv7, new MoveSite("gol", 8.6, 60.7));
            await MeetingRun.Post(kari, "api/scenarios", new { name = "Vinter på Gol" });
            await MeetingRun.Post(kari, "api/objections", new { structure = "E", text = "Ål mister tilbudet" });
            numbers = MeetingRun.Numbers(await MeetingRun.Post(kari, "api/undo"));
            // The files as a killed process leaves them: copied while the first host still holds them open.
            foreach (FileInfo file in folder.GetFiles("meeting.db*"))
                file.CopyTo(Path.Combine(folder.CreateSubdirectory("cut").FullName, file.Name));
        }
        var cut = new DirectoryInfo(Path.Combine(folder.FullName, "cut"));
        await using (MeetingRun second = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: cut))
        {
            using HttpClient ola = await second.Join("Ola");
            JsonObject answer = await MeetingRun.Get(ola, "api/answer");
            Assert.Equal(numbers, MeetingRun.Numbers(answer));
            Assert.Equal("Vinter på Gol", (string)answer["scenarios"]![0]!);
            Assert.Equal("Ål mister tilbudet", (string)answer["objections"]![0]!["text"]!);
            Assert.Equal(6, answer["log"]!.AsArray().Count);
            Assert.True((bool)answer["canRedo"]!);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everybody_who_follows_hears_of_an_edit()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        using HttpClient ida = await meeting.Join("Ida", meeting.Door.ParticipantCode);
        using StreamReader first = await Follow(ola);
        using StreamReader second = await Follow(ida);
        await Heard(first, 0);
        await Heard(second, 0);
        await MeetingRun.Make(kari, ShowE);
        await Heard(first, 1);
        await Heard(second, 1);
        using StreamReader back = await Follow(ola, lastSeen: 0);
        await Heard(back, 1);
    }

    [Fact]
    public async Task Participant_proposes_and_only_the_presenter_edits()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await MeetingRun.Try(ola, ShowE)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ola.PostAsJsonAsync("api/undo", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await MeetingRun.Try(ola, CloseRv7, "api/proposals")).StatusCode);
        JsonObject open = await MeetingRun.Get(kari, "api/answer");
        Assert.Empty(open["edits"]!.AsArray());
        // Nothing is done yet, and it is not said as if it were.
        Assert.Equal("Rv 7 stengt mellom Gol og Ål (23,1 km) for gjennomkjøring", (string)open["proposals"]![0]!["text"]!);
        JsonObject taken = await MeetingRun.Post(kari, "api/proposals/1", new { isTaken = true });
        Assert.Single(taken["edits"]!.AsArray());
        Assert.Empty(taken["proposals"]!.AsArray());
    }

    [Fact]
    public async Task Stranger_gets_no_further_than_the_door()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient stranger = meeting.Stranger();
        foreach (string path in (string[])["api/answer", "api/case", "api/events", "ogc/collections", "api/package.zip"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync("api/join", new { name = "X", code = "gjettgjett" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri("ogc/collections?code=" + meeting.Door.ParticipantCode, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient stranger = meeting.Stranger();
        HttpStatusCode last = default;
        for (int i = 0; i < 40; i++) last = (await stranger.PostAsJsonAsync("api/join", new { name = "X", code = "a" })).StatusCode;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [InlineData("api/layers/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("api/layers/%2e%2e%2fmeeting.db")]
    [InlineData("..%2f..%2fetc/passwd")]
    [InlineData("assets/..%2f..%2fmeeting.db")]
    [InlineData("ogc/collections/..%2f..%2fetc/items")]
    [InlineData("api/structures/..%2fsites")]
    [InlineData("tiles/..%2f..%2fetc.json")]
    [InlineData("api/sheet.exe")]
    public async Task No_path_of_a_request_reaches_a_file(string path)
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        HttpResponseMessage answer = await kari.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_the_page_to_itself()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        foreach (string path in (string[])["", "api/answer", "nothing-here", "ogc/"])
        {
            HttpResponseMessage answer = await kari.GetAsync(new Uri(path, UriKind.Relative));
            string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Page_of_another_origin_and_a_name_pointed_here_are_refused()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, new Uri("api/undo", UriKind.Relative)) { Content = JsonContent.Create(new { }) };
        foreign.Headers.Add("Origin", "http://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await kari.SendAsync(foreign)).StatusCode);
        using var pointed = new HttpRequestMessage(HttpMethod.Get, new Uri("api/me", UriKind.Relative));
        pointed.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await kari.SendAsync(pointed)).StatusCode);
    }

    [Fact]
    public async Task Body_that_is_too_large_or_no_edit_is_refused_and_changes_nothing()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        foreach (string body in (string[])["{", "[]", "{}", """{"kind":"format"}""", """{"kind":"closeRoad"}""", """{"kind":"closeRoad","road":"rv 7","and":1}"""])
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            HttpResponseMessage refused = await kari.PostAsync(new Uri("api/edits?lang=nn", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(new Phrase("web.problem.request").In(UserLanguage.Nynorsk), await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        HttpResponseMessage unknown = await kari.GetAsync(new Uri("api/ledger?since=never", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("detail", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var large = new StringContent(new string(' ', 100_000), System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await kari.PostAsync(new Uri("api/edits", UriKind.Relative), large)).StatusCode);
        Assert.Equal(0, (long)(await MeetingRun.Get(kari, "api/answer"))["version"]!);
    }

    [Fact]
    public async Task Edit_that_does_not_fit_is_told_in_the_users_language()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        HttpResponseMessage answer = await MeetingRun.Try(kari, new CloseRoad("rv 99"), "api/edits?lang=nn");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.StartsWith("det finst ingen veg eller ferje «Rv 99» her", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Features_come_in_pages_and_by_box()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient qgis = meeting.Stranger();
        JsonObject page = await MeetingRun.Get(qgis, "ogc/collections/cells/items?limit=100");
        var ids = new HashSet<int>();
        while (true)
        {
            foreach (JsonNode? feature in page["features"]!.AsArray()) Assert.True(ids.Add((int)feature!["id"]!));
            JsonNode? next = page["links"]!.AsArray().FirstOrDefault(l => (string)l!["rel"]! == "next");
            if (next is null) break;
            page = JsonNode.Parse(await qgis.GetStringAsync(new Uri((string)next["href"]!)))!.AsObject();
        }
        Assert.Equal(EmbeddedCase.Hallingdal.Demand.Count, ids.Count);
        JsonObject box = await MeetingRun.Get(qgis, "ogc/collections/sites/items?bbox=8.5,60.6,8.7,60.7");
        Assert.Equal("al", (string)Assert.Single(box["features"]!.AsArray())!["properties"]!["id"]!);
        JsonObject api = await MeetingRun.Get(qgis, "openapi.json");
        Assert.StartsWith("3.0", (string)api["openapi"]!, StringComparison.Ordinal);
        Assert.True(api["paths"]!.AsObject().ContainsKey("/ogc/collections/{id}/items"));
    }

    private static async Task<StreamReader> Follow(HttpClient client, long? lastSeen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/events", UriKind.Relative));
        if (lastSeen is { } seen) request.Headers.Add("Last-Event-ID", seen.ToString(System.Globalization.CultureInfo.InvariantCulture));
        HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    private static async Task Heard(StreamReader events, long version)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line == $"id: {version}") return;
        }
        Assert.Fail("the events ended");
    }
}
