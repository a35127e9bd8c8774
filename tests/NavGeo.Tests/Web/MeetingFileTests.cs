using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Json;

namespace NavGeo.Tests.Web;

public sealed class MeetingFileTests
{
    private static readonly Edit ShowE = new ChooseStructure("E");
    private static readonly Edit CloseRv7 = new CloseStretch("rv 7", "gol", "al");

    [Fact]
    public async Task Scenario_that_is_downloaded_and_taken_in_again_gives_the_same_numbers()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        string numbers = MeetingRun.Numbers(await MeetingRun.Make(kari, ShowE, CloseRv7, new AddLink([[8.5559, 60.8639], [8.9377, 60.7033]], false, 80)));
        string file = await kari.GetStringAsync(new Uri("api/scenario.json", UriKind.Relative));
        await MeetingRun.Post(kari, "api/clear");
        JsonObject answer = JsonNode.Parse(await (await Upload(kari, file)).Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal(numbers, MeetingRun.Numbers(answer));
        Assert.Equal("meeting", (string)Assert.Single(answer["scenarios"]!.AsArray())!);
        Assert.Empty((await MeetingRun.Post(kari, "api/undo"))["edits"]!.AsArray());
    }

    [Fact]
    public async Task File_that_is_no_scenario_of_this_case_is_refused_and_changes_nothing()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        string file = await kari.GetStringAsync(new Uri("api/scenario.json", UriKind.Relative));
        foreach (string wrong in (string[])["", "{}", "[1]", "null", file.Replace("\"hallingdal\"", "\"nordland\"", StringComparison.Ordinal)])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload(kari, wrong)).StatusCode);
        Assert.True(await IsRefused(kari, new string(' ', 2_000_000)));
        Assert.Equal(0, (long)(await MeetingRun.Get(kari, "api/answer"))["version"]!);
    }

    [Fact]
    public async Task Second_host_on_the_same_session_is_told_so()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-meeting-");
        await using (MeetingRun first = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder))
        {
            InputException taken = await Assert.ThrowsAsync<InputException>(() => MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder));
            Assert.Contains("another meeting is open", taken.Message, StringComparison.Ordinal);
        }
        await using (MeetingRun after = await MeetingRun.Start(EmbeddedCase.Hallingdal, folder: folder)) Assert.NotNull(after.Address);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Comparison_is_that_of_the_command_and_the_answer_shows_its_numbers()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        JsonObject answer = await MeetingRun.Make(kari, new ChooseStructure("E1"));
        JsonObject comparison = await MeetingRun.Get(kari, "api/comparison");
        Assert.Equal(
            ComparisonJson.Of(Publication.Of(Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), []), Audience.Public), UserLanguage.Bokmaal).ToJsonString(), comparison.ToJsonString());
        JsonNode shown = comparison["structures"]!.AsArray().Single(s => (string)s!["id"]! == "E1")!;
        Assert.Equal(shown["access"]!.ToJsonString(), answer["now"]!["access"]!.ToJsonString());
        Assert.Equal((long)shown["change"]!["lose"]!, (long)answer["altogether"]!["ledger"]![0]!["lose"]!);
        JsonArray reached = answer["now"]!["reachedByMinute"]!.AsArray();
        JsonArray within = shown["access"]!["people_within"]!.AsArray();
        foreach ((int index, int minutes) in AccessIndicators.Thresholds.Index()) Assert.Equal((long)within[index]!, (long)reached[minutes]!);
    }

    [Fact]
    public async Task Objections_are_a_table_for_the_report()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Post(kari, "api/objections", new { structure = "E", text = "Ål mister \"tilbudet\", sier de" });
        string[] lines = (await kari.GetStringAsync(new Uri("api/objections.csv", UriKind.Relative))).Split('\n');
        Assert.Equal("structure,author,text,time", lines[0]);
        Assert.StartsWith("E,Kari,\"Ål mister \"\"tilbudet\"\", sier de\",", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/package.zip", "504B")]
    [InlineData("api/tables.zip", "504B")]
    [InlineData("api/layers.gpkg", "53514C69746520666F726D61742033")]
    [InlineData("api/sheet.svg", "3C")]
    [InlineData("api/tables.xlsx", "504B")]
    [InlineData("api/report.html", "3C21")]
    public async Task What_is_taken_home_is_what_its_name_says(string path, string magic)
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        byte[] bytes = await kari.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        Assert.StartsWith(magic, Convert.ToHexString(bytes.AsSpan(0, 32)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_tells_what_the_meeting_changed_in_its_own_sentences()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Make(kari, new ChooseStructure("E"), new CloseStretch("rv 7", "gol", "al"), new SetSiteDays("E", "fla", 0));
        string report = await kari.GetStringAsync(new Uri("api/report.html", UriKind.Relative));
        Assert.Contains("Rapporten regner med endringene fra møtet: Stengte Rv 7 mellom Gol og Ål, 23,1 km, for gjennomkjøring: de som bor langs veien, kommer ut; Stengte NAV Flå i modell E.", report, StringComparison.Ordinal);
    }

    /// <summary>The host says that it is too large, or has hung up before all of it was sent.</summary>
    private static async Task<bool> IsRefused(HttpClient client, string text)
    {
        try
        {
            return (await Upload(client, text)).StatusCode == HttpStatusCode.RequestEntityTooLarge;
        }
        catch (HttpRequestException hungUp) when (hungUp.InnerException is IOException)
        {
            return true;
        }
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient client, string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri("api/scenarios/file", UriKind.Relative), content);
    }
}
