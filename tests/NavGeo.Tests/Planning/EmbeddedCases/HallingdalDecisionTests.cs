using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Robustness;
using NavGeo.Planning.Staff;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Planning.Ledger;

namespace NavGeo.Tests.Planning.EmbeddedCases;

/// <summary>Hallingdal as embedded: what the models mean for people.</summary>
public class HallingdalDecisionTests
{
    private static readonly PlanningCase Case = Workspace.Open(Path.Combine(Repository.Root, "data", "hallingdal"), new Findings()).Case;
    private static readonly AccessStudy Study = AccessStudy.Of(Case);

    [Fact]
    public void Sites_kept_is_no_change_for_anybody()
    {
        foreach (string id in (string[])["B", "C", "D", "E", "G"])
        {
            ChangeLedger ledger = Comparison.Of(Study, [id]).Structures[1].Ledger;
            Assert.Equal(0, ledger.Total.Affected);
            Assert.All(ledger.Places.ToArray(), p => Assert.Equal(0, p.Difference));
        }
    }

    [Fact]
    public void Two_days_a_week_outside_gol_is_told_without_an_option()
    {
        ChangeLedger ledger = Comparison.Of(Study, ["G"]).Structures[1].Ledger;
        Assert.True(ledger.Total.FewerDays.People > 15_000, $"{ledger.Total.FewerDays.People}");
        Assert.Equal((2.0, 5.0), (ledger.Total.FewerDays.MeanAfter, ledger.Total.FewerDays.MeanBefore));
        Assert.Contains("færre opningsdagar", ChangeSentences.Of(ledger)[0].In(UserLanguage.Nynorsk), StringComparison.Ordinal);
        Assert.All(Comparison.Of(Study, ["B", "C", "D", "E"]).Structures, s => Assert.False(s.Ledger.Total.IsTouched));
    }

    [Fact]
    public void Closing_riksvei_7_takes_every_way_from_people_and_the_first_sentence_says_so()
    {
        Assert.True(RoadNumber.TryParse("rv 7", out RoadNumber road));
        ChangeLedger ledger = Comparison.Of(AccessStudy.Of(Case, [new CloseRoad(road)]), ["E1"]).Structures[1].Ledger;
        Assert.True(ledger.Total.Change.LoseAccess > 5000);
        Assert.EndsWith("mister veien til alle tjenestesteder.", ChangeSentences.Of(ledger)[0].In(UserLanguage.Bokmaal), StringComparison.Ordinal);
        ChangeLedgerTests.AssertSaidNumbersStandInTheLedger(ledger);
    }

    [Fact]
    public void One_site_at_gol_makes_hol_lose_and_leaves_nobody_better_off()
    {
        ChangeLedger ledger = Comparison.Of(Study, ["E1"]).Structures[1].Ledger;
        LedgerRow hol = ledger.Municipalities[Index("0620")];
        Assert.Equal((0, hol.Change.People), (ledger.Total.Change.Gain, hol.Change.Lose));
        Assert.True(hol.Change.PushedBeyond[1] > 4000, $"{hol.Change.PushedBeyond[1]} of {hol.Change.People} in Hol beyond 30 minutes");
        Assert.True(ledger.Municipalities[Index("0617")].Change.Unchanged > 4000);
        ChangeLedgerTests.AssertSaidNumbersStandInTheLedger(ledger);
    }

    [Fact]
    public void Sentences_of_every_structure_say_what_the_ledger_says()
    {
        Assert.All(Comparison.Of(Study, []).Structures.Skip(1), s => ChangeLedgerTests.AssertSaidNumbersStandInTheLedger(s.Ledger));
    }

    [Fact]
    public void Two_days_a_week_outside_gol_costs_time_over_the_week_and_none_by_the_nearest_site()
    {
        var week = Comparison.Of(Study, ["G"], AccessRule.OpeningDays);
        Assert.True(week.Structures[1].Ledger.Total.Change.Lose > 10_000);
        Assert.Equal(0, week.Structures[1].Access.PersonDaysWithout);
    }

    [Fact]
    public void Riksvei_7_between_gol_and_al_matters_once_al_has_no_site()
    {
        ReadOnlySpan<PlanePoint> torpoToGol = Case.Roads.Shape(Enumerable.Range(0, Case.Roads.EdgeCount).First(IsTorpoToGol));
        PlanePoint middle = new(
            (torpoToGol[0].Easting + torpoToGol[^1].Easting) / 2, (torpoToGol[0].Northing + torpoToGol[^1].Northing) / 2);
        var open = Comparison.Of(Study, ["E1"]);
        var shut = Comparison.Of(AccessStudy.Of(Case, [new ClosePoint(middle)]), ["E1"]);
        Assert.True(Mean(shut, 1, "0619") > Mean(open, 1, "0619") + 20);
        Assert.Equal(Mean(open, 0, "0620"), Mean(shut, 0, "0620"));
    }

    [Fact]
    public void One_site_is_more_fragile_than_six()
    {
        var robustness = RobustnessStudy.Of(Study);
        IReadOnlyList<ClosureEffect> today = robustness.Rank(Case.GetStructure("A")).Effects;
        IReadOnlyList<ClosureEffect> one = robustness.Rank(Case.GetStructure("E1")).Effects;
        Assert.True(one[0].Hit > today[0].Hit, $"{one[0].Hit} against {today[0].Hit}");
        Assert.All(one.Zip(one.Skip(1)), pair => Assert.True(pair.First.Hit >= pair.Second.Hit));
    }

    [Fact]
    public void Staff_drives_on_riksvei_7_to_keep_sites_open_and_once_they_are_gone()
    {
        var staff = StaffTravelStudy.Of(Study);
        Assert.True(RoadNumber.TryParse("riksvei 7", out RoadNumber road));
        StructureStaffTravel joint = staff.Travel(Case.GetStructure("E"));
        StructureStaffTravel one = staff.Travel(Case.GetStructure("E1"));
        StructureStaffTravel gathered = staff.Travel(Case.GetStructure("G"));
        // Two on duty at each of five sites, five days a week.
        Assert.Equal(5 * 2 * 5 * 44, joint.Counsellors.Sum(t => t.TripsPerYear));
        Assert.All(joint.Counsellors, t => Assert.Equal(StaffTripKind.AssumedDuty, t.Kind));
        // Half the staff, the state's, sits at Gol; the sites elsewhere are open two days. Hemsedal's other half sits at Gol too.
        Assert.Equal(5 * 1 * 2 * 44 + 1 * 2 * 44, gathered.Counsellors.Sum(t => t.TripsPerYear));
        Assert.All(gathered.Counsellors, t => Assert.Equal("NAV Gol", t.From));
        Assert.True(joint.HoursOn(road) > gathered.HoursOn(road) && gathered.HoursOn(road) > staff.Travel(Case.GetStructure("A")).HoursOn(road));
        Assert.True(joint.LeaderHours > 100 && one.LeaderHours == 0);
        // 28 of 34 employees leave Flå, Nes, Hemsedal, Ål and Hol; most of their way to them is rv 7.
        Assert.True(one.HoursOn(road) > one.Hours / 2, $"{one.HoursOn(road)} of {one.Hours}");
        Assert.True(one.AreCounsellorsAssumed);
        Assert.Equal(one.Hours, one.Roads.Sum(r => r.Milliseconds) / 3_600_000.0, 6);
    }

    private static bool IsTorpoToGol(int edge) =>
        Case.Roads.EdgeRoads[edge].ToString() == "Rv 7" && Case.Roads.EdgeLengths[edge] == 7_100_000;

    private static double Mean(Comparison comparison, int structure, string number) =>
        comparison.Structures[structure].Access.ByMunicipality[Index(number)].MeanMinutes!.Value;

    private static int Index(string number) => Case.Municipalities.Select(m => m.Number).ToList().IndexOf(number);
}
