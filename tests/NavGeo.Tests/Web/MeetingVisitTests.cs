using System.Net;
using System.Text.Json.Nodes;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Tests.Web;

/// <summary>A meeting about Nordland by its constructed boats: the answers without a car are those of the study the commands make.</summary>
public sealed class MeetingVisitTests
{
    private const int Hour = 3600;

    private static readonly VisitQuestion Week = new([.. Enumerable.Range(0, 5).Select(new DateOnly(2018, 3, 5).AddDays)], new VisitHours(9 * Hour, 15 * Hour, 45 * 60), []);

    /// <summary>Værøy and Røst without sites of their own, so that people go to Bodø.</summary>
    private static readonly Edit[] Islands = [new SetSiteDays("A", "vaeroy", 0), new SetSiteDays("A", "rost", 0)];

    internal static PlanningCase ByBoat(PlanningCase planningCase)
    {
        Timetable boats = TimetableFile.Open([Path.Combine(Repository.Root, "data", "nordland", "boats")], new Findings());
        return planningCase with { Transit = new TransitNetwork(boats, new StraightWalks(boats, new WalkSettings())) };
    }

    internal static Task<MeetingRun> Start(PlanningCase planningCase) => MeetingRun.Start(ByBoat(planningCase), visits: Week);

    [Fact]
    public async Task Departure_taken_out_leaves_the_islands_without_a_day_and_undo_gives_it_back()
    {
        await using MeetingRun meeting = await Start(EmbeddedCase.Nordland);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Make(kari, Islands);
        JsonObject before = await MeetingRun.Get(kari, "api/visits?lang=nn");
        await MeetingRun.Make(kari, new TakeOutDeparture("Røst", 5 * 60));
        JsonObject after = await MeetingRun.Get(kari, "api/visits?lang=nn");

        // The same by hand: the timetable without the boat, and who has fewer days by it.
        PlanningCase nordland = ByBoat(EmbeddedCase.Nordland);
        nordland = NavGeo.Planning.Publishing.Publication.CaseFor(nordland, NavGeo.Planning.Publishing.Audience.Public);
        var draft = new EditDraft(nordland);
        foreach (Edit edit in Islands) draft.Add(edit);
        nordland = draft.ToCase();
        StructureVisits was = Week.Of(nordland).Under(nordland.GetStructure("A"));
        StructureVisits now = Week.Of(nordland with { Transit = nordland.Transit!.With(new MovedDeparture("rost", 5 * Hour, null)) }).Under(nordland.GetStructure("A"));
        Assert.Equal((was.PeopleWithDay(nordland), now.PeopleWithDay(nordland)), (Line(before, "A"), Line(after, "A")));
        long lost = was.PeopleWithDay(nordland) - now.PeopleWithDay(nordland);
        Assert.True(lost > 0);
        Assert.Equal(new Phrase("visits.lose-all", lost).In(UserLanguage.Nynorsk), (string)after["step"]![0]!);
        foreach (string island in (string[])["Værøy", "Røst"])
        {
            JsonNode line = after["ledger"]!.AsArray().Single(l => (string?)l!["name"] == island)!;
            Assert.Equal(0, (double)line["daysAfter"]!);
        }
        Assert.Equal(nordland.Municipalities.Count + 1, after["ledger"]!.AsArray().Count);

        await MeetingRun.Post(kari, "api/undo");
        JsonObject undone = await MeetingRun.Get(kari, "api/visits?lang=nn");
        Assert.Equal(before["structures"]!.ToJsonString(), undone["structures"]!.ToJsonString());
        Assert.Equal(before["ledger"]!.ToJsonString(), undone["ledger"]!.ToJsonString());

        static long Line(JsonObject visits, string structure) => (long)visits["structures"]!.AsArray().Single(s => (string?)s!["id"] == structure)!["withDay"]!;
    }

    [Fact]
    public async Task Layer_tells_each_place_the_days_of_the_structure_that_is_asked_for()
    {
        await using MeetingRun meeting = await Start(EmbeddedCase.Nordland);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Make(kari, new SetSiteHours("TO-senter", "bodo", 20 * 60, 22 * 60));
        PlanningCase nordland = ByBoat(EmbeddedCase.Nordland);
        foreach ((string structure, int days) in ((string, int)[])[("A", 5), ("TO-senter", 0)])
        {
            JsonArray features = (await MeetingRun.Get(kari, $"api/visits/layers/{structure}"))["features"]!.AsArray();
            Assert.Equal(nordland.Demand.Count, features.Count);
            JsonNode moskenes = features.Single(f => (string?)f!["properties"]!["name"] == "Moskenes ferjekai")!["properties"]!;
            // Moskenes has a site of its own today; in the evening nobody is home from Bodø the same day.
            Assert.Equal((days, days, 5), ((int)moskenes["days"]!, (int)moskenes["days_week"]!, (int)moskenes["of_days"]!));
        }
    }

    [Fact]
    public async Task Meeting_without_a_timetable_refuses_departures_and_has_no_visits()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        Assert.Empty((await MeetingRun.Get(kari, "api/case"))["visitClasses"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await kari.GetAsync(new Uri("api/visits", UriKind.Relative))).StatusCode);
        HttpResponseMessage refused = await MeetingRun.Try(kari, new TakeOutDeparture("Gol", 600));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("--timetable", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Værøy", 7 * 60 + 1, 30, "07.00, 11.00, 18.45")]
    [InlineData("Atlantis", 7 * 60, 30, "Atlantis")]
    [InlineData("Værøy", 7 * 60, 0, "minutter senere")]
    [InlineData("Værøy", 7 * 60, 2000, "minutter senere")]
    public async Task Departure_that_is_not_there_is_refused_with_those_that_are(string stop, int minute, int later, string told)
    {
        await using MeetingRun meeting = await Start(EmbeddedCase.Nordland);
        using HttpClient kari = await meeting.Join();
        HttpResponseMessage refused = await MeetingRun.Try(kari, new MoveDeparture(stop, minute, later));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(told, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
