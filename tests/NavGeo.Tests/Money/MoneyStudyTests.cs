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
        Assert.Equal(["NAV Ringebu"], today.OfficesWithoutCost);
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

    [Theory]
    [InlineData("F3")]
    [InlineData("F2")]
    [InlineData("F1")]
    public void Shares_add_up_to_the_municipal_cost_and_supplements_to_nothing(string structure)
    {
        OfficeMoney joint = Of(structure).Offices[0];
        Assert.Equal(3, joint.Shares.Count);
        Assert.Equal(joint.PropertySplit!.Value.Municipal + joint.OperatingSplit!.Value.Municipal, joint.Shares.Sum(s => s.After));
        Assert.Equal(0, joint.Shares.Sum(s => s.Supplement));
        Assert.True(joint.Shares.First(s => s.Municipality.Number == "0501").Supplement < 0);
        Assert.All(joint.Shares, s => Assert.Equal(0, s.Total % 1));
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
