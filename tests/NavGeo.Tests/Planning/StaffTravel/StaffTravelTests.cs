using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Staff;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.StaffTravel;

public class StaffTravelTests
{
    /// <summary>Three municipalities in a row: A, C three minutes on, F behind a ferry (1 + 10 + 9 + 1 minutes from C).</summary>
    private static readonly PlanningCase Town = TownCase.Of(
        AsciiTown.Parse("A--C-D~~E-F"), "1:A 2:CD 3:EF", "A100 C100 F100", "ACF",
        TownCase.Structure("A", ("1", "A"), ("2", "C"), ("3", "F")),
        TownCase.Structure("J", ("123", "ACF")),
        TownCase.Structure("S", ("123", "A")));

    [Fact]
    public void Leader_drives_from_the_main_site_to_the_others()
    {
        StructureStaffTravel joint = Travel(Town, "J");
        // Once a week for 44 weeks: 2 × 3 minutes to C, 2 × 26 to F.
        Assert.Equal(44 * (2 * 3 + 2 * 26) / 60.0, joint.LeaderHours, 3);
        Assert.Equal(44 * 2 * (3 + 10), joint.Kilometres, 6);
        Assert.Equal(0, Travel(Town, "A").LeaderHours);
    }

    [Fact]
    public void Leaders_main_site_is_in_the_host_municipality()
    {
        Structure joint = Town.GetStructure("J");
        var hosted = new Structure("H", joint.Name, [joint.Offices[0] with { Host = "0003" }]);
        PlanningCase town = Town with { Structures = [.. Town.Structures, hosted] };
        Assert.All(Travel(town, "H").Leaders, t => Assert.Equal("NAV F", t.From));
    }

    [Fact]
    public void Rounds_cost_hours_kilometres_ferry_time_and_kroner()
    {
        PlanningCase town = Town with { Rounds = [new Round("Youth", "A", "F", 40, 2, ["A"])] };
        StructureStaffTravel travel = Travel(town, "A");
        Assert.Equal(80 * 2 * 26 / 60.0, travel.Hours, 3);
        Assert.Equal(80 * 2 * 10, travel.Kilometres, 6);
        Assert.Equal(80 * 2 * 19 / 60.0, travel.FerryHours, 3);
        Assert.Equal(travel.Hours / 1695, travel.FullTimeEquivalents, 9);
        Assert.Equal(travel.Hours * 450 + travel.Kilometres * 4.10, travel.Kroner, 6);
        Assert.Equal(travel.Hours, travel.Roads.Sum(r => r.Milliseconds) / 3_600_000.0, 6);
        Assert.Equal(80 * 2 * 7 / 60.0, travel.HoursOn(new RoadNumber(RoadCategory.County, 0)), 3);
        Assert.False(travel.AreCounsellorsAssumed);
        Assert.Empty(Travel(town, "J").Counsellors);
    }

    [Fact]
    public void Closed_base_moves_to_the_offices_main_site_and_closed_goal_is_dropped()
    {
        PlanningCase town = Town with
        {
            Rounds = [new Round("Youth", "C", "pc", 10, 1, []), new Round("Youth", "A", "F", 10, 1, [])],
            Partners = [new Partner("pc", "School at C", PartnerKind.School, "0002", default)],
            PartnerPoints = [Town.SitePoints[1]],
        };
        Assert.Equal(["NAV A"], Travel(town, "A").Counsellors.Select(t => t.From));
        StructureStaffTravel single = Travel(town, "S");
        Assert.Equal(("NAV A", "School at C"), (single.Counsellors[0].From, single.Counsellors[0].To));
        Assert.Equal(10 * 2 * 3 / 60.0, single.Hours, 6);
        Assert.Equal("decisions.staff.closed-site", Assert.Single(single.Findings).Key);
    }

    [Fact]
    public void Counsellor_in_more_than_two_municipalities_is_a_finding()
    {
        PlanningCase town = Town with
        {
            Rounds = [new Round("Youth", "A", "C", 10, 1, []), new Round("Youth", "A", "F", 10, 1, []), new Round("Work", "A", "C", 5, 1, [])],
        };
        Assert.Equal(
            "Youth follows up users in 3 municipalities (M1, M2, M3), more than 2", Assert.Single(Travel(town, "A").Findings).ToString());
    }

    [Fact]
    public void Without_rounds_employees_are_taken_to_drive_to_where_their_site_was()
    {
        PlanningCase town = Town with { Staffing = [new OfficeStaffing("C and F", ["0002", "0003"], 4, 3.5m), new OfficeStaffing("Region", [], 9, 9m)] };
        Assert.Empty(Travel(town, "A").Counsellors);
        StructureStaffTravel single = Travel(town, "S");
        Assert.True(single.AreCounsellorsAssumed);
        Assert.Equal([(2L * 44, "NAV C"), (2L * 44, "NAV F")], single.Counsellors.Select(t => (t.TripsPerYear, t.To)));
        Assert.Equal(88 * 2 * (3 + 26) / 60.0, single.CounsellorHours, 3);
    }

    [Fact]
    public void Open_site_is_manned_from_where_its_staff_sits()
    {
        PlanningCase town = Town with
        {
            Staffing = [new OfficeStaffing("All", ["0001", "0002", "0003"], 8, 8m)],
            Structures = [.. Town.Structures, TownCase.Structure("P", ("123", "ACF")).Open(5, 2, 1)],
        };
        // Two on duty five days a week for 44 weeks, at C and at F.
        Assert.Equal([("NAV C", 440L), ("NAV F", 440L)], Duties(town, "J"));
        Assert.Equal([("NAV C", 176L), ("NAV F", 88L)], Duties(town, "P"));
        Assert.Empty(Duties(town, "S"));
        // Half of them gathered at F: one drives from there to A and C, the other from A to C and F.
        PlanningCase gathered = town with
        {
            Figures = new CaseFigures
            {
                Gatherings = [new StaffGathering("P", StaffPart.State, "F")],
                Assumptions = new Assumptions([new Assumption(AssumptionKey.StateStaffPercent, 50, false, null)]),
            },
        };
        Assert.Equal([("NAV A", 220L), ("NAV C", 88L), ("NAV C", 88L), ("NAV F", 44L)], Duties(gathered, "P"));
        PlanningCase alone = town with
        {
            Figures = new CaseFigures { Assumptions = new Assumptions([new Assumption(AssumptionKey.CounsellorsOnDuty, 1, false, null)]) },
        };
        Assert.Equal([("NAV C", 88L), ("NAV F", 44L)], Duties(alone, "P"));
    }

    [Fact]
    public void Municipality_without_staff_figures_is_a_finding()
    {
        PlanningCase town = Town with { Staffing = [new OfficeStaffing("A", ["0001"], 4, 4m)] };
        Assert.Equal("the case has no employees for M2, M3; the trips there are not counted", Assert.Single(Travel(town, "A").Findings).ToString());
    }

    private static IEnumerable<(string To, long Trips)> Duties(PlanningCase town, string structure) =>
        Travel(town, structure).Counsellors.Where(t => t.Kind == StaffTripKind.AssumedDuty).Select(t => (t.To, t.TripsPerYear));

    [Fact]
    public void Trip_without_way_is_a_finding_and_no_hours()
    {
        PlanningCase town = TownCase.Of(AsciiTown.Parse("A-B C-D"), "1:AB 2:CD", "A1", "AC", TownCase.Structure("A", ("12", "AC")));
        StructureStaffTravel travel = Travel(town, "A");
        Assert.Equal(0, travel.Hours);
        Assert.Equal("decisions.staff.no-way", Assert.Single(travel.Findings).Key);
    }

    private static StructureStaffTravel Travel(PlanningCase town, string structure) =>
        StaffTravelStudy.Of(AccessStudy.Of(town)).Travel(town.GetStructure(structure));
}
