using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NavGeo.Data.Cases;
using NavGeo.Maps.Report;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.Cases;
using NavGeo.Web.Meetings;

namespace NavGeo.Tests.Web;

/// <summary>Who is in a meeting and as what, how it begins, and what people write in it.</summary>
public sealed class MeetingDoorTests
{
    private static readonly Edit ShowE = new ChooseStructure("E");

    [Theory]
    [InlineData("Kari")]
    [InlineData(" kari ")]
    [InlineData("Kаri")]
    [InlineData("K\u200bari")]
    [InlineData("ＫＡＲＩ")]
    [InlineData("Møteleder")]
    [InlineData("Ola (møteleder)")]
    [InlineData("\u202e")]
    public async Task Participant_cannot_pass_for_the_leader(string name)
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient kari = await meeting.Join("Kari", meeting.Door.PresenterCode);
        using HttpClient other = meeting.Stranger();
        HttpResponseMessage answer = await other.PostAsJsonAsync("api/join", new { name, code = meeting.Door.ParticipantCode });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Entry_says_whether_who_leads_made_it_and_two_of_a_name_are_told_apart()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient ola = await meeting.Join("Ola", meeting.Door.ParticipantCode);
        using HttpClient second = await meeting.Join("ola", meeting.Door.ParticipantCode);
        using HttpClient leader = await meeting.Join("Ola", meeting.Door.PresenterCode);
        Assert.Equal("ola 2", (string)(await MeetingRun.Get(second, "api/me"))["name"]!);
        await MeetingRun.Post(ola, "api/objections", new { structure = "E", text = "Nei" });
        JsonObject answer = await MeetingRun.Make(leader, ShowE);
        Assert.Equal([true, false], answer["log"]!.AsArray().Select(l => (bool)l!["isPresenter"]!));
    }

    [Fact]
    public async Task Wrong_codes_are_told_how_long_to_wait_and_right_ones_are_not_kept_waiting()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        for (int i = 0; i < 40; i++) (await meeting.Join($"Deltaker {i}", meeting.Door.ParticipantCode)).Dispose();
        using HttpClient stranger = meeting.Stranger();
        HttpResponseMessage last = null!;
        for (int i = 0; i < 15; i++) last = await stranger.PostAsJsonAsync("api/join", new { name = "X", code = "a" });
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Matches("^For mange forsøk. Vent [0-9]+ s.$", (string)JsonNode.Parse(await last.Content.ReadAsStringAsync())!["detail"]!);
    }

    [Fact]
    public async Task One_who_writes_too_fast_is_told_so_and_keeps_nobody_else_from_writing()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
        using HttpClient fast = await meeting.Join("Rask", meeting.Door.ParticipantCode);
        using HttpClient slow = await meeting.Join("Rolig", meeting.Door.ParticipantCode);
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => fast.PostAsJsonAsync("api/objections", new { structure = "E", text = "Nei" })));
        HttpResponseMessage refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains("Vent 1 s", (string)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
        await MeetingRun.Post(slow, "api/objections", new { structure = "E", text = "Jo" });
    }

    [Fact]
    public async Task Codes_and_those_inside_live_through_a_restart_and_meetings_have_cookies_of_their_own()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        string? code, cookie;
        await using (MeetingRun first = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder)) (code, cookie) = (first.Door.ParticipantCode, first.Door.CookieName);
        await using (MeetingRun second = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true, folder: folder))
        {
            Assert.Equal((code, cookie), (second.Door.ParticipantCode, second.Door.CookieName));
            await using MeetingRun other = await MeetingRun.Start(EmbeddedCase.Hallingdal, isShared: true);
            Assert.NotEqual(cookie, other.Door.CookieName);
            Assert.NotEqual(code, other.Door.ParticipantCode);
        }
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("resume", 1)]
    [InlineData("new", 0)]
    [InlineData("practise", 0)]
    public async Task Nothing_of_yesterday_returns_unasked(string how, int entries)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        await using (MeetingRun yesterday = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder))
        {
            using HttpClient kari = await yesterday.Join();
            await MeetingRun.Make(kari, ShowE);
        }
        await using (MeetingRun today = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder, start: MeetingStart.Ask))
        {
            using HttpClient kari = await today.Join();
            Assert.Equal(1, (int)(await MeetingRun.Get(kari, "api/me"))["kept"]!["entries"]!);
            Assert.Equal(-1, (long)(await MeetingRun.Get(kari, "api/answer"))["version"]!);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MeetingRun.Try(kari, new CloseRoad("rv 7"))).StatusCode);
            Assert.Null((await MeetingRun.Post(kari, "api/begin", new { how }))["kept"]);
            Assert.Equal(entries, (int)(await MeetingRun.Get(kari, "api/answer"))["logCount"]!);
            await MeetingRun.Make(kari, new CloseRoad("rv 7"));
        }
        await using (MeetingRun after = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder))
        {
            using HttpClient kari = await after.Join();
            string[] log = [.. (await MeetingRun.Get(kari, "api/answer"))["log"]!.AsArray().Select(l => (string)l!["text"]!)];
            Assert.Equal(how == "practise" ? ["Viste"] : how == "new" ? ["Stengte"] : ["Stengte", "Viste"], log.Select(l => l.Split(' ')[0]));
        }
        Assert.Equal(how == "new" ? 1 : 0, folder.GetFiles("meeting-*.db").Length);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Control_characters_and_formulas_end_neither_the_report_nor_the_spreadsheet()
    {
        const string Written = "=HYPERLINK(\"http://x\")\u000b og \u0000så\u202e nei \ud800";
        using var disk = new CaseOnDisk();
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, caseFolder: disk.Folder);
        using HttpClient kari = await meeting.Join("@Kari\u000b");
        await MeetingRun.Post(kari, "api/objections", new { structure = "E", text = Written });
        string table = await kari.GetStringAsync(new Uri("api/objections.csv", UriKind.Relative));
        Assert.Contains("'=HYPERLINK", table, StringComparison.Ordinal);
        Assert.Contains("'@Kari", table, StringComparison.Ordinal);
        Assert.DoesNotContain(table, c => char.IsControl(c) && c is not ('\r' or '\n'));
        using var word = new ZipArchive(new MemoryStream(await kari.GetByteArrayAsync(new Uri("api/report.docx", UriKind.Relative))));
        using Stream document = word.GetEntry("word/document.xml")!.Open();
        Assert.Contains("=HYPERLINK", XDocument.Load(document).Root!.Value, StringComparison.Ordinal);
        // What the case was left with is read back as it was written; what an older NavGeo left is cleaned.
        Objection read = Assert.Single(ObjectionTable.Read(Workspace.Open(disk.Folder, new Findings())));
        Assert.StartsWith("=HYPERLINK", read.Text, StringComparison.Ordinal);
        Assert.Equal("@Kari", read.Author);
        File.WriteAllText(Path.Combine(disk.Folder, ObjectionTable.Name), "structure,author,text,time\nE,Ola,\"Nei\u000b!\",2026-01-01\n");
        Assert.Equal("Nei!", Assert.Single(ObjectionTable.Read(Workspace.Open(disk.Folder, new Findings()))).Text);
    }

    [Fact]
    public async Task Meeting_in_a_folder_of_its_own_writes_into_the_case_when_somebody_saves()
    {
        using var disk = new CaseOnDisk();
        string file = Path.Combine(disk.Folder, ObjectionTable.Name);
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, caseFolder: disk.Folder, writesAtOnce: false);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Post(kari, "api/objections", new { structure = "E", text = "Nei" });
        Assert.False(File.Exists(file));
        Assert.Equal(file, (string)(await MeetingRun.Post(kari, "api/save"))["files"]![0]!);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task Edited_model_is_saved_into_the_case_as_another_one_and_means_there_what_it_meant_in_the_meeting()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-case-");
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "data", "hallingdal"))) File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        await using (MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, caseFolder: folder.FullName))
        {
            using HttpClient kari = await meeting.Join();
            await MeetingRun.Make(kari, ShowE);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kari.PostAsJsonAsync("api/models", new { name = "Uendret" })).StatusCode);
            JsonObject edited = await MeetingRun.Make(kari, new SetSiteDays("E", "fla", 0), new SetSiteDays("E", "hol", 2));
            Assert.Equal("F", (string)(await MeetingRun.Post(kari, "api/models", new { name = "Uten Flå" }))["id"]!);
            Assert.Equal("H", (string)(await MeetingRun.Post(kari, "api/models", new { name = "Igjen" }))["id"]!);
            NavGeo.Planning.Cases.PlanningCase saved = Workspace.Open(folder.FullName, new Findings()).Case;
            Assert.Equal([.. EmbeddedCase.Hallingdal.Structures.Select(s => s.Id), "F", "H"], saved.Structures.Select(s => s.Id));
            await using MeetingRun again = await MeetingRun.Start(saved);
            using HttpClient ola = await again.Join();
            JsonObject shown = await MeetingRun.Make(ola, new ChooseStructure("F"));
            Assert.True(JsonNode.DeepEquals(edited["altogether"], shown["altogether"]), "the saved model means something else");
        }
        folder.Delete(recursive: true);
    }
}
