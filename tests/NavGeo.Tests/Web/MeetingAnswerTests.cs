using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Trips;
using NavGeo.Reports.Json;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Data.Cases;
using NavGeo.Web.Situations;
using WinterSeason = NavGeo.Routing.Edits.WinterSeason;

namespace NavGeo.Tests.Web;

public sealed class MeetingAnswerTests
{
    /// <summary>A link that is cut in two is rounded twice.</summary>
    private const int RoundingMilliseconds = 4;

    private static readonly PlanningCase Case = EmbeddedCase.Hallingdal;
    private static readonly AccessStudy Start = AccessStudy.Of(Case);
    private static readonly StructureAccess Today = Start.Access(Case.GetStructure(Case.Baseline));

    [Fact]
    public void Answer_without_edits_is_that_of_the_compare_command()
    {
        Assert.Equal(Compared(Case, []), Json(Answer()));
    }

    [Fact]
    public void Closed_road_gives_the_numbers_of_the_compare_command_with_that_road_closed()
    {
        Assert.True(RoadNumber.TryParse("rv 7", out RoadNumber road));
        Assert.Equal(Compared(Case, [new NavGeo.Routing.Edits.ClosedRoad(road)]), Json(Answer(new CloseRoad("rv 7"))));
    }

    [Fact]
    public void Closed_site_gives_the_numbers_of_a_case_whose_table_has_it_closed()
    {
        Structure[] structures =
        [
            .. Case.Structures.Select(s => s.Id != "E" ? s : new Structure(s.Id, s.Name, [.. s.Offices.Select(o => o with
            {
                OpenDays = [.. o.OpenDays.Select((d, i) => o.Sites[i] == "fla" ? 0 : d)],
            })])),
        ];
        Assert.Equal(Compared(Case with { Structures = structures }, []), Json(Answer(new SetSiteDays("E", "fla", 0))));
    }

    [Fact]
    public void Stretch_between_Gol_and_Aal_is_on_rv_7_and_nowhere_else()
    {
        Situation situation = Answer(new CloseStretch("rv 7", "gol", "al"));
        int[] closed = [.. situation.ClosedEdges()];
        Assert.NotEmpty(closed);
        Assert.All(closed, e => Assert.Equal("Rv 7", Case.Roads.EdgeRoads[e].ToString()));
        foreach (string beyond in (string[])["0615", "0616", "0620"])
        {
            int municipality = Case.Municipalities.Index().First(m => m.Item.Number == beyond).Index;
            AccessChange change = situation.AgainstToday.ByMunicipality[municipality];
            Assert.Equal(change.People, change.Unchanged);
        }
        int aal = Case.Municipalities.Index().First(m => m.Item.Number == "0619").Index;
        Assert.True(situation.AgainstToday.ByMunicipality[aal].Lose > 0);
    }

    [Fact]
    public void Closing_never_shortens_and_a_new_road_never_lengthens_a_way()
    {
        AssertEveryPlace(Answer(new CloseStretch("rv 7", "gol", "al")), (before, after) => after >= before);
        AssertEveryPlace(Answer(Road(8.5625, 60.6295, 8.5559, 60.8639, 80)), (before, after) => after <= before + RoundingMilliseconds);
        AssertEveryPlace(Answer(new SetWinter(true)), (before, after) => after >= before);
    }

    /// <summary>The command's <c>--season winter</c> is held to the same by a test of the command.</summary>
    [Theory]
    [InlineData("", WinterSeason.AssumedPercent)]
    [InlineData(", \"winterSlowerPercent\": 25", 25)]
    public void Winter_is_the_same_in_a_meeting_and_in_a_case(string stated, double percent)
    {
        using var disk = new CaseOnDisk();
        disk.Change("case.json", "\"season\": \"summer\"", "\"season\": \"winter\"" + stated);
        PlanningCase winter = disk.Check().Case!;
        Assert.Equal([new WinterSeason(percent)], winter.StandingEdits);
        Assert.Equal(winter.StandingEdits, InSeason(winter, true));
        Assert.Empty(InSeason(winter, false));
        Assert.Equal([new WinterSeason(WinterSeason.AssumedPercent)], InSeason(Case, true));
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal, "NavGeos antakelse")]
    [InlineData(UserLanguage.Nynorsk, "NavGeo sin føresetnad")]
    [InlineData(UserLanguage.English, "NavGeo's assumption")]
    public void Winter_is_said_to_be_an_assumption_wherever_it_is_used(UserLanguage language, string words)
    {
        string percent = $"{WinterSeason.AssumedPercent} ";
        foreach (Phrase phrase in (Phrase[])[WinterWords.Of(new WinterSeason()), new SetWinter(true).Describe(Case), new Phrase("web.ui.winter.help")])
        {
            string text = phrase.In(language);
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains(percent, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void New_road_brings_those_it_is_for_nearer()
    {
        Situation without = Answer(new ChooseStructure("E1"));
        Situation with = Answer(new ChooseStructure("E1"), Road(8.5559, 60.8639, 8.9377, 60.7033, 110));
        Assert.True(with.Chosen.Access.Total.PersonMilliseconds < without.Chosen.Access.Total.PersonMilliseconds);
        Assert.True(with.AgainstToday.ByMunicipality[3].PersonMilliseconds < without.AgainstToday.ByMunicipality[3].PersonMilliseconds);
    }

    [Fact]
    public void Ferry_that_leaves_less_often_costs_half_the_difference_at_the_quay()
    {
        PlanningCase nordland = EmbeddedCase.Nordland;
        AccessStudy start = AccessStudy.Of(nordland);
        StructureAccess today = start.Access(nordland.GetStructure(nordland.Baseline));
        string ferry = Enumerable.Range(0, nordland.Roads.EdgeCount)
            .Where(e => nordland.Roads.EdgeKinds[e] == LinkKind.CarFerry).Select(nordland.Roads.NameOf).OfType<string>().First();
        Situation often = Situation.Of(start, today, [new SetFerryHeadway(ferry, 20)]);
        Situation seldom = Situation.Of(start, today, [new SetFerryHeadway(ferry, 80)]);
        for (int place = 0; place < nordland.Demand.Count; place++)
        {
            int before = often.Comparison.Structures[0].Access.Assignment.Milliseconds[place];
            int after = seldom.Comparison.Structures[0].Access.Assignment.Milliseconds[place];
            Assert.InRange(after, before, before == TravelTime.UnreachableMilliseconds ? before : before + 30 * 60_000);
        }
    }

    [Fact]
    public void Answer_that_builds_on_another_is_the_same_as_one_from_the_start()
    {
        Edit[][] steps =
        [
            [new ChooseStructure("E1")], [new ChooseStructure("E1"), new CloseRoad("rv 7")], [new CloseRoad("rv 7"), new SetSiteDays("A", "hol", 0)],
            [new MoveSite("gol", 8.6, 60.7)], [new MoveSite("gol", 8.6, 60.7), new CloseRoad("rv 52")], [new SetWinter(true)], [],
            [new AddSite("A", "Hovet", 8.2207, 60.6206, 5)], [new AddSite("A", "Hovet", 8.2207, 60.6206, 5), new CloseRoad("rv 7"), new MoveSite("Hovet", 8.3, 60.6)], [],
        ];
        Situation? previous = null;
        foreach (Edit[] edits in steps)
        {
            Situation? before = previous;
            previous = Situation.Of(Start, Today, edits, previous);
            Assert.Equal(Json(Answer(edits)), Json(previous));
            if (before is null) continue;
            // There and back are the same people the other way round, whatever sites there were.
            Assert.Equal(previous.ShownSince(before).Ledger.Total.Change.Lose, before.ShownSince(previous).Ledger.Total.Change.Gain);
        }
    }

    [Fact]
    public void New_site_serves_as_one_that_stands_there_and_belongs_to_the_office_of_the_people_around_it()
    {
        GeoPoint hol = Case.Sites.First(s => s.Id == "hol").Position;
        Situation added = Answer(new ChooseStructure("E1"), new AddSite("E1", "Prøve", hol.Longitude, hol.Latitude, 5));
        Situation opened = Answer(new ChooseStructure("E1"), new SetSiteDays("E1", "hol", 5));
        Assert.Equal(opened.Chosen.Access.Assignment.Milliseconds.ToArray(), added.Chosen.Access.Assignment.Milliseconds.ToArray());
        Assert.NotEqual(Answer(new ChooseStructure("E1")).Chosen.Access.Assignment.Milliseconds.ToArray(), added.Chosen.Access.Assignment.Milliseconds.ToArray());
        Assert.Equal(Case.Sites.First(s => s.Id == "hol").Municipality, added.Case.Sites[^1].Municipality);
        Assert.Contains(added.Case.GetStructure("E1").Offices, o => o.Sites.Contains("Prøve", StringComparer.Ordinal) && o.Municipalities.Contains(added.Case.Sites[^1].Municipality, StringComparer.Ordinal));
        Assert.Throws<InputException>(() => Answer(new AddSite("E1", "gol", hol.Longitude, hol.Latitude, 5)));
    }

    [Fact]
    public void Merged_offices_keep_every_site_and_every_inhabitant()
    {
        Situation situation = Answer(new ChooseStructure("A"), new MergeOffices("A", "NAV Flå", "NAV Nes"));
        Structure merged = situation.Case.GetStructure("A");
        Assert.Equal(Case.GetStructure("A").OpenSites.Order(StringComparer.Ordinal), merged.OpenSites.Order(StringComparer.Ordinal));
        Assert.Equal(Case.GetStructure("A").Offices.Count - 1, merged.Offices.Count);
        Assert.Equal(0, situation.AgainstToday.Total.Lose + situation.AgainstToday.Total.Gain);
        Assert.Equal(Case.Municipalities.Sum(m => (long)m.Population), situation.Chosen.Offices.Sum(o => o.Inhabitants));
    }

    [Fact]
    public void Municipality_given_away_belongs_to_exactly_one_office()
    {
        Situation situation = Answer(new GiveMunicipality("A", "0618", "NAV Ål"));
        string[] members = [.. situation.Case.GetStructure("A").Offices.SelectMany(o => o.Municipalities)];
        Assert.Equal(members.Length, members.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("0618", situation.Case.GetStructure("A").Offices.Single(o => o.Name == "NAV Ål").Municipalities);
    }

    [Fact]
    public void Way_behind_every_time_has_legs_that_add_up_to_it()
    {
        foreach (Situation situation in (Situation[])[Answer(new ChooseStructure("E1")), Answer(new ChooseStructure("E1"), new CloseStretch("rv 7", "gol", "al"))])
        {
            for (int place = 0; place < Case.Demand.Count; place++)
            {
                Trip? trip = TripFinder.Of(situation.Comparison.Study, situation.Chosen.Access.Assignment, place);
                int expected = situation.Chosen.Access.Assignment.Milliseconds[place];
                Assert.Equal(expected == TravelTime.UnreachableMilliseconds, trip is null);
                if (trip is null) continue;
                Assert.Equal(expected, trip.Milliseconds);
                Assert.Equal(expected, trip.Legs.Sum(l => l.Milliseconds));
                Assert.All(trip.Legs, l => Assert.True(l.Milliseconds >= 0 && l.Millimetres >= 0));
                Assert.All(trip.Legs, l => Assert.Equal(
                    l.Kind == TripLegKind.Road ? l.Millimetres : 0, l.Limits.Own + l.Limits.OfRoad + l.Limits.OfClass + l.Limits.Guessed));
            }
        }
    }

    [Fact]
    public void Sentence_of_every_kind_of_edit_can_be_said_in_every_language()
    {
        Edit[] edits =
        [
            new ChooseStructure("E"), new SetSiteDays("E", "fla", 0), new SetSiteDays("E", "fla", 2.5), new MoveSite("gol", 8.6, 60.7),
            new AddSite("E", "Hovet", 8.2207, 60.6206, 2), new AddSite("E", "Gol", 8.94, 60.7, 1),
            new GiveMunicipality("A", "0618", "NAV Ål"), new MergeOffices("A", "NAV Flå", "NAV Nes"), new CloseRoad("rv 7"),
            new CloseRoad("rv 7", IsToAll: true), new CloseStretch("rv 7", "gol", "al", IsToAll: true), new CloseArea([[8.5, 60.6], [8.6, 60.6], [8.6, 60.7]], IsToAll: true),
            new CloseStretch("rv 7", "gol", "al"), new CloseAt(8.56, 60.63), new StopFerry("Bognes–Lødingen"),
            new SetFerryHeadway("Bognes–Lødingen", 60), new SetWinter(true), new SetWinter(true, 25), new SetWinter(false), new SetSpeed("rv 7", 60),
            new SetFerryWait("fixed(10)"), new CloseArea([[8.5, 60.6], [8.6, 60.6], [8.6, 60.7]]), new CloseStretch("rv 7", "8.20,60.53", "7.45,60.42"), Road(8.5, 60.6, 8.6, 60.8, 80), new AddLink([[8.5, 60.6], [8.55, 60.7], [8.6, 60.8]], IsFerry: true, Minutes: 20),
        ];
        foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
        {
            string[] said = [.. edits.Select(e => e.Describe(Case).In(language))];
            Assert.All(said, s => Assert.True(s.Length > 8 && !s.Contains('{'), s));
            Assert.Equal(said.Length, said.Distinct(StringComparer.Ordinal).Count());
            string[] called = [.. edits.Select(e => e.Title(Case).In(language))];
            Assert.All(called, c => Assert.True(c.Length > 8 && !c.Contains('{'), c));
            Assert.Equal(called.Length, called.Distinct(StringComparer.Ordinal).Count());
        }
        Assert.Equal("Stengde Rv 7 mellom Gol og Ål, 23,1 km, for gjennomkøyring: dei som bur langs vegen, kjem ut", new CloseStretch("rv 7", "gol", "al").Describe(Case).In(UserLanguage.Nynorsk));
    }

    [Fact]
    public void Link_is_the_same_edit_when_it_has_the_same_points()
    {
        AddLink one = Road(8.5, 60.6, 8.6, 60.8, 80);
        Assert.Equal(one, Road(8.5, 60.6, 8.6, 60.8, 80));
        Assert.Equal(one.GetHashCode(), Road(8.5, 60.6, 8.6, 60.8, 80).GetHashCode());
        Assert.NotEqual(one, Road(8.5, 60.6, 8.6, 60.81, 80));
        Assert.NotEqual<Edit>(one, one with { IsFerry = true });
    }

    [Theory]
    [InlineData(80.0, 20.0)]
    [InlineData(null, null)]
    [InlineData(0.5, null)]
    [InlineData(null, 0.0)]
    public void Link_without_one_sensible_measure_is_refused(double? kmh, double? minutes) =>
        Assert.Throws<NavGeo.Planning.Language.InputException>(() => Answer(new AddLink([[8.5, 60.6], [8.6, 60.8]], false, kmh, minutes)));

    [Fact]
    public void Link_of_one_point_is_refused() =>
        Assert.Throws<NavGeo.Planning.Language.InputException>(() => Answer(new AddLink([[8.5, 60.6]], false, 80)));

    [Fact]
    public void Link_in_minutes_takes_those_minutes()
    {
        Situation slow = Answer(new ChooseStructure("E1"), new AddLink([[8.5559, 60.8639], [8.9377, 60.7033]], false, Minutes: 60));
        Situation fast = Answer(new ChooseStructure("E1"), new AddLink([[8.5559, 60.8639], [8.9377, 60.7033]], false, Minutes: 5));
        Assert.True(fast.Chosen.Access.Total.PersonMilliseconds < slow.Chosen.Access.Total.PersonMilliseconds);
    }

    private static IReadOnlyList<NavGeo.Routing.Edits.RoadEdit> InSeason(PlanningCase planningCase, bool isWinter)
    {
        var draft = new EditDraft(planningCase);
        draft.Add(new SetWinter(isWinter));
        return draft.ToCase().StandingEdits;
    }

    private static AddLink Road(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude, double kmh) =>
        new([[fromLongitude, fromLatitude], [toLongitude, toLatitude]], false, kmh);

    private static void AssertEveryPlace(Situation situation, Func<int, int, bool> holds)
    {
        ReadOnlySpan<int> before = Today.Assignment.Milliseconds;
        ReadOnlySpan<int> after = situation.Comparison.Structures[0].Access.Assignment.Milliseconds;
        for (int place = 0; place < before.Length; place++) Assert.True(holds(before[place], after[place]), Case.Demand.Ids[place]);
    }

    private static Situation Answer(params Edit[] edits) => Situation.Of(Start, Today, edits);

    private static string Json(Situation situation) => ComparisonJson.Of(situation.Publication, UserLanguage.Bokmaal).ToJsonString();

    private static string Compared(PlanningCase planningCase, IReadOnlyList<NavGeo.Routing.Edits.RoadEdit> edits) =>
        ComparisonJson.Of(Publication.Of(Comparison.Of(AccessStudy.Of(planningCase, edits), []), Audience.Internal), UserLanguage.Bokmaal).ToJsonString();
}
