using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Web;

/// <summary>What a meeting keeps: scenarios by their names, who was muted or shown out, answers gone back to; and what it offers to close.</summary>
public sealed class MeetingKeptTests
{
    [Fact]
    public async Task Scenario_is_renamed_and_deleted_and_both_live_through_a_restart()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        await using (MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder))
        {
            using HttpClient kari = await meeting.Join();
            await MeetingRun.Make(kari, new CloseRoad("rv 7"));
            foreach (string name in (string[])["Ras", "Vinter"]) await MeetingRun.Post(kari, "api/scenarios", new { name });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kari.PostAsJsonAsync("api/scenarios/rename", new { name = "Ras", to = "Vinter" })).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kari.PostAsJsonAsync("api/scenarios/rename", new { name = "Flom", to = "X" })).StatusCode);
            await MeetingRun.Post(kari, "api/scenarios/rename", new { name = "Ras", to = "Ras på rv 7" });
            await MeetingRun.Post(kari, "api/scenarios/delete", new { name = "Vinter" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kari.PostAsJsonAsync("api/scenarios/delete", new { name = "Vinter" })).StatusCode);
        }
        await using (MeetingRun again = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder))
        {
            using HttpClient kari = await again.Join();
            JsonObject answer = await MeetingRun.Get(kari, "api/answer");
            Assert.Equal("Ras på rv 7", (string)Assert.Single(answer["scenarios"]!.AsArray())!);
            Assert.Equal("Slettet scenarioet Vinter", (string)answer["log"]![0]!["text"]!);
            Assert.Equal("Scenarioet Ras heter nå Ras på rv 7", (string)answer["log"]![1]!["text"]!);
            Assert.Single((await MeetingRun.Post(kari, "api/scenarios/open", new { name = "Ras på rv 7" }))["edits"]!.AsArray());
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Who_was_muted_stays_so_and_who_was_shown_out_stays_out_through_a_restart()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        HttpClient ola, per;
        string code;
        await using (MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder))
        {
            code = meeting.Door.ParticipantCode!;
            using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
            (ola, per) = (await meeting.Join("Ola", code), await meeting.Join("Per", code));
            JsonArray people = JsonNode.Parse(await kari.GetStringAsync(new Uri("api/people", UriKind.Relative)))!.AsArray();
            await kari.PostAsJsonAsync($"api/people/{people.Single(p => (string)p!["name"]! == "Ola")!["id"]}", new { isMuted = true });
            await kari.PostAsJsonAsync($"api/people/{people.Single(p => (string)p!["name"]! == "Per")!["id"]}", new { isMuted = false, isRemoved = true });
            // By the same browser under another name, and by the same name from another browser.
            Assert.Equal(HttpStatusCode.Unauthorized, (await per.PostAsJsonAsync("api/join", new { name = "Pål", code })).StatusCode);
            using HttpClient other = meeting.Stranger();
            Assert.Equal(HttpStatusCode.Unauthorized, (await other.PostAsJsonAsync("api/join", new { name = "P e r", code })).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await other.PostAsJsonAsync("api/join", new { name = "Siri", code })).StatusCode);
        }
        await using (MeetingRun again = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder))
        {
            Assert.True(again.Door.Participants.Single(p => p.Value.Name == "Ola").Value.IsMuted);
            using HttpClient other = again.Stranger();
            Assert.Equal(HttpStatusCode.Unauthorized, (await other.PostAsJsonAsync("api/join", new { name = "Per", code })).StatusCode);
            await again.Door.RenewAsync();
            Assert.Equal(HttpStatusCode.OK, (await other.PostAsJsonAsync("api/join", new { name = "Per", code })).StatusCode);
        }
        ola.Dispose();
        per.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Meeting_from_before_mute_was_kept_opens()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        await using (MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder)) (await meeting.Join("Ola", meeting.Door.ParticipantCode)).Dispose();
        string store = Path.Combine(folder.FullName, "meeting.db");
        await using (var connection = new SqliteConnection($"Data Source={store};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using SqliteCommand older = connection.CreateCommand();
            older.CommandText = "ALTER TABLE participants DROP COLUMN muted; DROP TABLE shown_out";
            await older.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await using (MeetingRun again = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder))
            Assert.False(again.Door.Participants.Single(p => p.Value.Name == "Ola").Value.IsMuted);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Fifty_steps_back_and_forth_give_the_answers_they_gave()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        var seen = new Stack<string>();
        for (int i = 0; i < 12; i++)
        {
            seen.Push(MeetingRun.Numbers(await MeetingRun.Get(kari, "api/answer")));
            await MeetingRun.Make(kari, i % 2 == 0 ? new SetSiteDays("A", "gol", i % 5) : new SetSiteDays("A", "nes", i % 5));
        }
        string last = MeetingRun.Numbers(await MeetingRun.Get(kari, "api/answer"));
        foreach (string before in seen) Assert.Equal(before, MeetingRun.Numbers(await MeetingRun.Post(kari, "api/undo")));
        JsonObject now = [];
        for (int i = 0; i < seen.Count; i++) now = await MeetingRun.Post(kari, "api/redo");
        Assert.Equal(last, MeetingRun.Numbers(now));
    }

    [Fact]
    public async Task Only_places_that_a_road_comes_by_are_offered_as_ends_and_each_pair_of_them_can_be_closed()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        foreach (string road in (string[])["Rv 7", "Rv 52"])
        {
            JsonArray offered = JsonNode.Parse(await kari.GetStringAsync(new Uri($"api/roads/places?road={Uri.EscapeDataString(road)}", UriKind.Relative)))!.AsArray();
            Assert.True(offered.Count >= 2, road);
            foreach (JsonNode? place in offered)
            {
                JsonNode other = place!["to"]!.AsArray()[^1]!;
                Assert.True((double)other["kilometres"]! > 1);
                Assert.Equal(HttpStatusCode.OK, (await MeetingRun.Try(kari, new CloseStretch(road, (string)place["site"]!, (string)other["site"]!))).StatusCode);
                await MeetingRun.Post(kari, "api/undo");
            }
        }
        Assert.Equal("[]", await kari.GetStringAsync(new Uri("api/roads/places?road=x", UriKind.Relative)));
    }

    [Fact]
    public void Three_offices_become_one_in_one_step_and_the_sentence_tells_how_large_it_is()
    {
        var draft = new EditDraft(EmbeddedCase.Hallingdal);
        var merge = new MergeOffices("A", "NAV Flå", "NAV Nes", "NAV Gol/Hemsedal");
        draft.Add(merge);
        var office = Assert.Single(draft.Structure("A").Offices, o => o.Name == "NAV Flå");
        Assert.Equal(4, office.Municipalities.Count);
        Assert.DoesNotContain(draft.Structure("A").Offices, o => o.Name is "NAV Nes" or "NAV Gol/Hemsedal");
        long people = EmbeddedCase.Hallingdal.Municipalities.Where(m => office.Municipalities.Contains(m.Number)).Sum(m => (long)m.Population);
        string told = merge.Sentence(EmbeddedCase.Hallingdal).In(UserLanguage.English);
        Assert.Contains("Merged NAV Flå, NAV Nes and NAV Gol/Hemsedal in model A: the new office has ", told, StringComparison.Ordinal);
        Assert.Contains(people.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', ' '), told.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace(',', ' '), StringComparison.Ordinal);
        Assert.Throws<InputException>(() => new EditDraft(EmbeddedCase.Hallingdal).Add(new MergeOffices("A", "NAV Flå", "NAV Nes", "NAV Nes")));
    }

    [Fact]
    public void Model_that_is_called_by_its_letter_is_told_once()
    {
        var lettered = EmbeddedCase.Hallingdal with { Structures = [.. EmbeddedCase.Hallingdal.Structures.Select(s => s.Id == "B" ? new Structure(s.Id, new Names("Modell B", "Modell B", "Model B"), s.Offices) : s)] };
        Assert.Equal("Viste modell B", new ChooseStructure("B").Sentence(lettered).In(UserLanguage.Bokmaal));
        Assert.NotEqual("Viste modell B", new ChooseStructure("B").Sentence(EmbeddedCase.Hallingdal).In(UserLanguage.Bokmaal));
    }
}
