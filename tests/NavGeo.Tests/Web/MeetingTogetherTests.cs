using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NavGeo.Planning.Edits;

namespace NavGeo.Tests.Web;

/// <summary>What many do in a meeting: try by themselves, propose, vote, object; and what who leads does about it.</summary>
public sealed class MeetingTogetherTests
{
    private static readonly Edit CloseRv7 = new CloseStretch("rv 7", "gol", "al");

    [Fact]
    public async Task What_one_tries_by_oneself_nobody_else_sees_until_it_is_sent_to_the_room()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        JsonObject room = await MeetingRun.Make(kari, new ChooseStructure("E1"));
        await MeetingRun.Post(ola, "api/own", new { isOpen = true });
        JsonObject tried = await Answer(ola, CloseRv7);
        await using (MeetingRun other = await MeetingRun.Start(EmbeddedCase.Hallingdal))
        {
            using HttpClient ida = await other.Join();
            Assert.Equal(MeetingRun.Numbers(await MeetingRun.Make(ida, new ChooseStructure("E1"), CloseRv7)), MeetingRun.Numbers(tried));
        }
        await MeetingRun.Try(ola, new ChooseStructure("E"), "api/edits?own=true");
        Assert.Equal("E", (string)(await MeetingRun.Get(ola, "api/answer?own=true"))["chosen"]!);
        Assert.Equal("E1", (string)(await MeetingRun.Post(ola, "api/undo?own=true"))["chosen"]!);
        Assert.Equal(room.ToJsonString(), (await MeetingRun.Get(kari, "api/answer")).ToJsonString());
        Assert.Equal(HttpStatusCode.Forbidden, (await MeetingRun.Try(ola, CloseRv7)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ola.PostAsJsonAsync("api/scenarios?own=true", new { name = "x" })).StatusCode);
        JsonObject sent = await MeetingRun.Post(ola, "api/own/send");
        Assert.Equal("Rv 7 stengt mellom Gol og Ål (23,1 km) for gjennomkjøring", (string)Assert.Single(sent["proposals"]!.AsArray())!["text"]!);
        JsonNode proposal = (await MeetingRun.Get(kari, "api/answer"))["proposals"]![0]!;
        JsonNode trial = JsonNode.Parse(await (await kari.PostAsJsonAsync("api/trials", proposal["edit"])).Content.ReadAsStringAsync())!;
        Assert.Equal((long)tried["step"]!["change"]!["ledger"]![0]!["lose"]!, (long)trial["total"]!["lose"]!);
        await MeetingRun.Post(kari, $"api/proposals/{proposal["number"]}", new { isTaken = true });
        JsonNode settled = Assert.Single((await MeetingRun.Get(ola, "api/answer"))["settled"]!.AsArray())!;
        Assert.Equal(("Ola", true), ((string)settled["author"]!, (bool)settled["isTaken"]!));
    }

    [Fact]
    public async Task Votes_are_counted_once_each_and_without_names_and_live_through_a_restart()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        await using (MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder))
        {
            using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
            using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await ola.PostAsJsonAsync("api/questions", new { text = "E?", choices = new[] { "Ja", "Nei" } })).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kari.PostAsJsonAsync("api/questions", new { text = "E?", choices = new[] { "Ja" } })).StatusCode);
            await MeetingRun.Post(kari, "api/questions", new { text = "Modell E?", choices = new[] { "Ja", "Nei" } });
            await MeetingRun.Post(ola, "api/questions/1/vote", new { choice = 0 });
            await MeetingRun.Post(kari, "api/questions/1/vote", new { choice = 0 });
            JsonObject changed = await MeetingRun.Post(ola, "api/questions/1/vote", new { choice = 1 });
            Assert.Equal([1, 1], changed["ballots"]![0]!["counts"]!.AsArray().Select(c => (int)c!));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ola.PostAsJsonAsync("api/questions/1/vote", new { choice = 2 })).StatusCode);
            await MeetingRun.Post(kari, "api/questions/1/close");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ola.PostAsJsonAsync("api/questions/1/vote", new { choice = 0 })).StatusCode);
        }
        await using (MeetingRun again = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder))
        {
            using HttpClient ida = await again.Join("Ida", again.Door.ParticipantCode);
            JsonObject answer = await MeetingRun.Get(ida, "api/answer");
            Assert.Equal([1, 1], answer["ballots"]![0]!["counts"]!.AsArray().Select(c => (int)c!));
            Assert.Equal("Talte opp: Modell E? Ja 1, Nei 1", (string)answer["log"]![0]!["text"]!);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Objection_is_answered_by_who_leads_and_withdrawn_by_who_made_it()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        using HttpClient ida = await meeting.Join("Ida", meeting.Door.ParticipantCode);
        await MeetingRun.Post(ola, "api/objections", new { structure = "E", text = "For langt" });
        Assert.Equal(HttpStatusCode.Forbidden, (await ola.PostAsJsonAsync("api/objections/1/answer", new { text = "Nei" })).StatusCode);
        JsonObject answered = await MeetingRun.Post(kari, "api/objections/1/answer", new { text = "Vi ser på det" });
        Assert.Equal("Vi ser på det", (string)answered["objections"]![0]!["answer"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ida.PostAsJsonAsync("api/objections/1/withdraw", new { })).StatusCode);
        Assert.Empty((await MeetingRun.Post(ola, "api/objections/1/withdraw"))["objections"]!.AsArray());
        Assert.DoesNotContain("For langt", await kari.GetStringAsync(new Uri("api/objections.csv", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leads_takes_the_word_from_somebody_and_shows_them_the_door()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        JsonArray people = JsonNode.Parse(await kari.GetStringAsync(new Uri("api/people", UriKind.Relative)))!.AsArray();
        string id = (string)Assert.Single(people)!["id"]!;
        Assert.Equal(HttpStatusCode.Forbidden, (await ola.PostAsJsonAsync($"api/people/{id}", new { isMuted = false })).StatusCode);
        (await kari.PostAsJsonAsync($"api/people/{id}", new { isMuted = true })).EnsureSuccessStatusCode();
        HttpResponseMessage muted = await ola.PostAsJsonAsync("api/objections", new { structure = "E", text = "Nei" });
        Assert.Contains("tatt ordet fra deg", (string)JsonNode.Parse(await muted.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
        (await kari.PostAsJsonAsync($"api/people/{id}", new { isMuted = false })).EnsureSuccessStatusCode();
        await MeetingRun.Post(ola, "api/objections", new { structure = "E", text = "Nei" });
        (await kari.PostAsJsonAsync($"api/people/{id}", new { isMuted = false, isRemoved = true })).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Unauthorized, (await ola.GetAsync(new Uri("api/answer", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Minutes_tell_who_did_what_when_and_what_each_step_did()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        await MeetingRun.Make(kari, new ChooseStructure("E1"), CloseRv7);
        await MeetingRun.Post(ola, "api/objections", new { structure = "E1", text = "For langt" });
        await MeetingRun.Post(kari, "api/objections/3/answer", new { text = "Vi ser på det" });
        JsonObject answer = await MeetingRun.Post(kari, "api/undo");
        string text = await kari.GetStringAsync(new Uri("api/minutes.md", UriKind.Relative));
        string[] rows = [.. text.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal))];
        Assert.Equal(2 + 5, rows.Length);
        Assert.Contains("Kari (møteleder) | Viste modell E1", rows[2], StringComparison.Ordinal);
        Assert.Contains("15 742 innbyggere får lengre vei", rows[2].Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Ola | Innvending mot modell E1: For langt |  |", rows[4], StringComparison.Ordinal);
        Assert.Contains((string)answer["step"]!["text"]!, rows[6], StringComparison.Ordinal);
        Assert.Contains((string)answer["step"]!["change"]!["sentences"]![0]!, rows[6], StringComparison.Ordinal);
        Assert.Contains("Ola (E1): For langt Svar: Vi ser på det", text, StringComparison.Ordinal);
        using var word = new System.IO.Compression.ZipArchive(new MemoryStream(await kari.GetByteArrayAsync(new Uri("api/minutes.docx", UriKind.Relative))));
        using var document = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        Assert.Contains("Innvending mot modell E1: For langt", await document.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_models_stand_beside_each_other_with_the_figures_each_has_alone()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Make(kari, CloseRv7);
        JsonArray models = JsonNode.Parse(await kari.GetStringAsync(new Uri("api/models", UriKind.Relative)))!.AsArray();
        Assert.Equal(EmbeddedCase.Hallingdal.Structures.Select(s => s.Id), models.Select(m => (string)m!["id"]!));
        foreach (string id in (string[])["A", "E1"])
        {
            JsonNode model = models.Single(m => (string)m!["id"]! == id)!;
            if (id != "A") await MeetingRun.Make(kari, new ChooseStructure(id));
            JsonNode alone = (await MeetingRun.Get(kari, "api/answer"))["altogether"]!;
            Assert.Equal(alone["indicators"]!.AsArray().Select(i => (string)i!["now"]!), model["figures"]!.AsArray().Select(f => (string)f!["text"]!));
            Assert.True(JsonNode.DeepEquals(alone["ledger"]![0], model["total"]));
        }
    }

    private static async Task<JsonObject> Answer(HttpClient client, Edit edit)
    {
        HttpResponseMessage answer = await MeetingRun.Try(client, edit, "api/edits?own=true");
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }
}
