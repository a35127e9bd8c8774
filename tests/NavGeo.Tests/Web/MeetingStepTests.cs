using System.Net;
using System.Text.Json.Nodes;
using NavGeo.Data.Cases;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;

namespace NavGeo.Tests.Web;

/// <summary>What the last step does and what all steps do are told apart; each edit is switched by itself; what cannot be is refused.</summary>
public sealed class MeetingStepTests
{
    private static readonly Edit CloseRv7 = new CloseStretch("rv 7", "gol", "al");
    private static readonly Edit Winter = new SetWinter(true);

    [Fact]
    public async Task Step_is_told_by_itself_and_all_steps_together_against_today()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        Assert.Null((await MeetingRun.Get(kari, "api/answer"))["step"]);
        JsonObject closed = await MeetingRun.Make(kari, CloseRv7);
        Assert.True(JsonNode.DeepEquals(closed["altogether"]!["ledger"], closed["step"]!["change"]!["ledger"]), "the first step is all there is");
        JsonObject both = await MeetingRun.Make(kari, Winter);
        Assert.StartsWith("Vinterføre", (string)both["step"]!["text"]!, StringComparison.Ordinal);
        Assert.Equal(2, both["edits"]!.AsArray().Count);
        // In winter everybody drives longer than before; who lost the way by the closure did so in the step before.
        JsonNode step = both["step"]!["change"]!["ledger"]![0]!, all = both["altogether"]!["ledger"]![0]!;
        Assert.Equal(0, (long)step["loseAccess"]!);
        Assert.True((long)step["worstMilliseconds"]! < (long)all["worstMilliseconds"]!);
        JsonObject whole = await MeetingRun.Get(kari, "api/structures/A");
        Assert.True(JsonNode.DeepEquals(whole["step"], step) && JsonNode.DeepEquals(whole["total"], all), "the pane of the model says the same");
        // Taking it back is a step too: the other way round.
        JsonObject back = await MeetingRun.Post(kari, "api/undo");
        Assert.StartsWith("Angret: Vinterføre", (string)back["step"]!["text"]!, StringComparison.Ordinal);
        Assert.Equal((long)step["lose"]!, (long)back["step"]!["change"]!["ledger"]![0]!["gain"]!);
        Assert.Equal(-(long)step["personMilliseconds"]!, (long)back["step"]!["change"]!["ledger"]![0]!["personMilliseconds"]!);
    }

    [Fact]
    public async Task Each_edit_is_switched_off_and_on_by_itself()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        string closed = MeetingRun.Numbers(await MeetingRun.Make(kari, CloseRv7));
        string both = MeetingRun.Numbers(await MeetingRun.Make(kari, Winter));
        string winter = MeetingRun.Numbers(await MeetingRun.Post(kari, "api/edits/1", new { isOn = false }));
        await using (MeetingRun other = await MeetingRun.Start(EmbeddedCase.Hallingdal))
        {
            using HttpClient ola = await other.Join();
            Assert.Equal(MeetingRun.Numbers(await MeetingRun.Make(ola, Winter)), winter);
        }
        Assert.Equal(both, MeetingRun.Numbers(await MeetingRun.Post(kari, "api/edits/1", new { isOn = true })));
        JsonObject last = await MeetingRun.Post(kari, "api/edits/2", new { isOn = false });
        Assert.Equal(closed, MeetingRun.Numbers(last));
        Assert.Equal([true, false], last["edits"]!.AsArray().Select(e => (bool)e!["isOn"]!));
        Assert.Equal("Kari", (string)last["edits"]![0]!["author"]!);
        Assert.Equal(both, MeetingRun.Numbers(await MeetingRun.Post(kari, "api/undo")));
    }

    [Fact]
    public async Task Edit_that_says_an_earlier_one_anew_takes_its_place_and_none_is_made_twice()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        JsonObject answer = await MeetingRun.Make(
            kari, new ChooseStructure("E"), new SetSiteDays("E", "fla", 0), new ChooseStructure("E1"), new SetSiteDays("E", "fla", 2), new ChooseStructure("E"));
        Assert.Equal(["setSiteDays", "chooseStructure"], answer["edits"]!.AsArray().Select(e => (string)e!["kind"]!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MeetingRun.Try(kari, new ChooseStructure("E"))).StatusCode);
        await MeetingRun.Make(kari, CloseRv7);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MeetingRun.Try(kari, CloseRv7)).StatusCode);
    }

    [Fact]
    public async Task Trial_tells_what_an_edit_would_do_and_does_not_make_it()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        JsonObject before = await MeetingRun.Make(kari, new ChooseStructure("E1"));
        HttpResponseMessage tried = await MeetingRun.Try(kari, CloseRv7, "api/trials");
        JsonNode trial = JsonNode.Parse(await tried.Content.ReadAsStringAsync())!;
        Assert.Equal((long)before["version"]!, (long)(await MeetingRun.Get(kari, "api/answer"))["version"]!);
        JsonObject made = await MeetingRun.Make(kari, CloseRv7);
        Assert.True(JsonNode.DeepEquals(trial["total"], made["step"]!["change"]!["ledger"]![0]));
    }

    public static TheoryData<string, Edit> Impossible => new()
    {
        { "har allerede Gol i modell A", new GiveMunicipality("A", "0617", "NAV Gol/Hemsedal") },
        { "km til nærmeste vei", new MoveSite("gol", 7.6, 59.0) },
        { "stedet ligger i vannet", new MoveSite("hol", 8.05, 60.7666) },
        { "stedet ligger i vannet", new AddSite("A", "Ved fjorden", 8.05, 60.7666, 5) },
        { "allerede et tjenestested som heter nav hol", new AddSite("A", "nav hol", 8.2, 60.5, 5) },
        { "kan ikke være navnet", new AddSite("A", "a|b", 8.2, 60.5, 5) },
        { "0 dager i uka går ikke", new AddSite("A", "Hovet", 8.2207, 60.6206, 0) },
        { "går over land", new AddLink([[8.5625, 60.6295], [8.5559, 60.8639]], IsFerry: true, Minutes: 20) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_cannot_be_is_refused_with_a_reason(string reason, Edit edit)
    {
        var work = Workspace.Open(Path.Combine(Repository.Root, "data", "hallingdal"), new Findings());
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal, background: () => work.GroundWithin(MapWindow.Of(work.Case).Extent));
        using HttpClient kari = await meeting.Join();
        foreach (string path in (string[])["api/edits", "api/proposals", "api/trials"])
        {
            HttpResponseMessage answer = await MeetingRun.Try(kari, edit, path);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(reason, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Closure_is_drawn_where_the_road_is_closed_and_not_beyond()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Make(kari, new CloseStretch("rv 7", "9.42,60.44", "9.15,60.56"));
        JsonObject drawn = await MeetingRun.Get(kari, "api/drawn");
        JsonNode closed = Assert.Single(drawn["features"]!.AsArray())!;
        Assert.Equal("closed", (string)closed["properties"]!["kind"]!);
        MapProjection projection = MapProjection.ForEpsg(EmbeddedCase.Hallingdal.Epsg);
        PlanePoint[][] lines = [.. closed["geometry"]!["coordinates"]!.AsArray().Select(l => l!.AsArray().Select(p => projection.ToPlane(new GeoPoint((double)p![0]!, (double)p[1]!))).ToArray())];
        PlanePoint[] ends = [.. lines.SelectMany(l => new[] { l[0], l[^1] }).GroupBy(p => p).Where(g => g.Count() % 2 == 1).Select(g => g.Key)];
        Assert.Equal(2, ends.Length);
        foreach (PlanePoint asked in (PlanePoint[])[projection.ToPlane(new GeoPoint(9.42, 60.44)), projection.ToPlane(new GeoPoint(9.15, 60.56))])
        {
            double nearest = Enumerable.Range(0, EmbeddedCase.Hallingdal.Roads.EdgeCount).Where(e => EmbeddedCase.Hallingdal.Roads.EdgeRoads[e].ToString() == "Rv 7")
                .Min(e => RoadSnapper.ToEdge(EmbeddedCase.Hallingdal.Roads, e, asked).GapMetres);
            Assert.Equal(nearest, ends.Min(end => end.DistanceTo(asked)), 5.0);
        }
    }

    [Fact]
    public async Task Way_to_one_site_is_told_of_that_site()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        int hol = EmbeddedCase.Hallingdal.Demand.Municipalities.IndexOf(EmbeddedCase.Hallingdal.Municipalities.Index().First(m => m.Item.Number == "0620").Index);
        JsonObject nearest = await MeetingRun.Get(kari, $"api/trips/{hol}"), toGol = await MeetingRun.Get(kari, $"api/trips/{hol}?site=gol");
        Assert.NotEqual("gol", (string)nearest["site"]!);
        Assert.Equal("gol", (string)toGol["site"]!);
        Assert.Equal((double)toGol["minutes"]!, (double)toGol["minutesToday"]!);
        Assert.True((double)toGol["minutes"]! > (double)nearest["minutes"]!);
        await MeetingRun.Make(kari, Winter);
        JsonObject slower = await MeetingRun.Get(kari, $"api/trips/{hol}?site=gol");
        Assert.Equal((double)toGol["minutes"]!, (double)slower["minutesBefore"]!);
        Assert.True((double)slower["minutes"]! > (double)slower["minutesToday"]!);
    }
}
