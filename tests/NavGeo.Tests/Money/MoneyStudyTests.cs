using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Money;

namespace NavGeo.Tests.Money;

/// <summary>The money of the Lillehammer report, and what it left open.</summary>
public class MoneyStudyTests
{
    private static readonly MoneyStudy Study = new(EmbeddedCase.Lillehammer);

    [Fact]
    public void Todays_premises_are_those_printed()
    {
        StructureMoney today = Of("A");
        Assert.Equal([3927995m, 638756m, 413067m, null], today.Offices.Select(o => o.Property));
        Assert.Equal(["ringebu"], today.Total.SitesWithoutCost);
        Assert.Equal(4979818, today.KnownProperty);
        Assert.Equal(today.KnownProperty, today.KnownPropertySplit.Total);
    }

    [Theory]
    [InlineData("A", 3.5, 0)]
    [InlineData("F3", 3.2, -0.3)]
    [InlineData("F2", 2.6, -0.9)]
    [InlineData("F1", 2.0, -1.5)]
    public void Base_allocation_follows_the_sites(string structure, double equivalents, double change)
    {
        Assert.Equal((decimal)equivalents, Of(structure).KnownAllocation);
        Assert.Equal((decimal)change, Of(structure).AllocationChange);
    }

    [Fact]
    public void Change_with_Ringebu_is_not_computed_because_its_allocation_was_not_given()
    {
        OfficeMoney joint = Assert.Single(Of("R2").Offices);
        Assert.Equal(2.6m, joint.AllocationAfter);
        Assert.Null(joint.AllocationChange);
        Assert.Null(joint.Property);
        Assert.Equal(3927995 + 297697, joint.Premises!.Value.Least);
        Assert.Empty(joint.Shares);
    }

    [Fact]
    public void Joint_office_has_the_new_key_and_the_printed_staff()
    {
        OfficeMoney joint = Of("F1").Offices[0];
        Assert.Equal((35.8m, 31.1m), joint.Equivalents);
        Assert.Equal("54/46", joint.Key?.ToString());
        Assert.Equal(0.81m, decimal.Round(joint.MunicipalPerThousand!.Value, 2));
        Assert.Equal(66.9m * 23000, joint.Operating);
    }

    /// <summary>
    /// Chapters 8.2 and 8.3 of the report, reckoned on paper: 46 % of 1 538 700 is 707 802, by 27 028, 5 090 and 6 237 of
    /// 38 355 inhabitants; guests add 5 %; premises stay where they are.
    /// </summary>
    [Fact]
    public void Shares_of_the_joint_office_follow_the_report_the_new_key_for_operation_only()
    {
        IReadOnlyList<MunicipalShare> shares = Of("F3").Offices[0].Shares;
        Assert.Equal([498775m, 93930, 115097], shares.Select(s => s.Joint));
        Assert.Equal([-10452m, 4697, 5755], shares.Select(s => s.Supplement));
        Assert.All(shares, s => Assert.Equal(s.PremisesBefore, s.Premises));
        Assert.Equal([42997m, -4873, -41988], shares.Select(s => s.Change!.Value));
        Assert.Equal(707802 - 711666, shares.Sum(s => s.Change));
    }

    [Theory]
    [InlineData("F3", 0)]
    [InlineData("F2", 0)]
    [InlineData("F1", 0)]
    [InlineData("F3", 1)]
    [InlineData("F1", 1)]
    public void Shares_add_up_to_the_municipal_cost_and_supplements_to_nothing(string structure, int jointKey)
    {
        PlanningCase lillehammer = EmbeddedCase.Lillehammer;
        var rule = new Assumption(AssumptionKey.PremisesJointKey, jointKey, true, null);
        var study = new MoneyStudy(lillehammer with { Figures = lillehammer.Figures with { Assumptions = new Assumptions([.. lillehammer.Figures.Assumptions.All, rule]) } });
        OfficeMoney joint = study.Of(lillehammer.GetStructure(structure)).Offices[0];
        Assert.Equal(3, joint.Shares.Count);
        Assert.Equal(joint.PropertySplit!.Value.Municipal + joint.OperatingSplit!.Value.Municipal, joint.Shares.Sum(s => s.After));
        Assert.Equal(0, joint.Shares.Sum(s => s.Supplement));
        Assert.True(joint.Shares.First(s => s.Municipality.Number == "0501").Supplement < 0);
        Assert.All(joint.Shares, s => Assert.Equal(0, s.Total % 1));
    }

    [Fact]
    public void Difference_from_today_is_the_closed_sites_and_a_site_without_cost_is_a_range()
    {
        Assert.Equal(new NokRange(0), Of("F3").Total.Difference);
        Assert.Equal(new NokRange(-638756 - 413067), Of("F1").Total.Difference);
        // Ringebu's 4 495 inhabitants at 413 067 / 6 237 and 3 927 995 / 27 028 kroner each.
        Assert.Equal(new NokRange(-638756 - 413067 - 653261, -638756 - 413067 - 297697), Of("R1").Total.Difference);
    }

    [Fact]
    public void Lines_of_one_structure_are_counted_under_it_alone_and_what_is_paid_once_is_not_yearly()
    {
        PlanningCase lillehammer = EmbeddedCase.Lillehammer;
        CostLine[] own =
        [
            new("NAV Lillehammer-regionen", "lillehammer", "workplaces", 200_000) { Structure = "F1" },
            new("NAV Lillehammer-regionen", null, "moving", 900_000) { Structure = "F1", IsOnce = true },
        ];
        CostLine[] today = [.. lillehammer.Figures.Costs.Select(c => c.Site == "gausdal" ? c with { PaidUntil = "2017-06" } : c)];
        var study = new MoneyStudy(lillehammer with { Figures = lillehammer.Figures with { Costs = [.. today, .. own] } });
        MoneyTotal one = study.Of(lillehammer.GetStructure("F1")).Total;
        Assert.Equal(new NokRange(200_000 - 638756 - 413067), one.Difference);
        Assert.Equal(900_000, one.Once);
        Assert.Equal("2017-06", Assert.Single(one.StillPaid).PaidUntil);
        Assert.Equal(new NokRange(-638756), study.Of(lillehammer.GetStructure("F2")).Total.Difference);
    }

    [Fact]
    public void Leaders_are_counted_as_people_or_not_known()
    {
        PlanningCase lillehammer = EmbeddedCase.Lillehammer;
        Assert.Null(LeaderPost.CountUnder(lillehammer, lillehammer.GetStructure("A")));
        PlanningCase nordland = Workspace.Open(EmbeddedCase.Folder("nordland"), new Findings()).Case;
        Assert.Equal(43, LeaderPost.CountUnder(nordland, nordland.GetStructure("A")));
        LeaderPost[] posts =
        [
            new("A", "NAV Lillehammer", "department", 5), new("A", "NAV Lillehammer", "head", 1), new("A", "NAV Øyer", "joint", 1),
            new("A", "NAV Gausdal", "joint", 1),
        ];
        PlanningCase known = lillehammer with { Figures = lillehammer.Figures with { Leaders = posts } };
        Assert.Null(LeaderPost.CountUnder(known, known.GetStructure("A")));
        known = known with { Figures = known.Figures with { Leaders = [.. posts, new LeaderPost("A", "NAV Ringebu", "own", 1)] } };
        Assert.Equal(8, LeaderPost.CountUnder(known, known.GetStructure("A")));
    }

    [Fact]
    public void Share_before_is_the_municipal_part_of_ones_own_office_today()
    {
        MunicipalShare gausdal = Of("F3").Offices[0].Shares.First(s => s.Municipality.Number == "0522");
        Assert.Equal(247841 + 162840, gausdal.Before);
    }

    [Fact]
    public void Closed_sites_cost_nothing()
    {
        Assert.Equal(3927995, Of("F1").Offices[0].Property);
        Assert.Equal(3927995 + 413067, Of("F2").Offices[0].Property);
    }

    private static StructureMoney Of(string structure) => Study.Of(EmbeddedCase.Lillehammer.GetStructure(structure));
}
