using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Staff;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Structures;

public class DividedMunicipalityTests
{
    private static readonly AsciiTown Town = AsciiTown.Parse("A-B--C-D");

    /// <summary>Municipality 2 is B and C; its parts are 2w with B and 2e with C.</summary>
    private static readonly PlanningCase Case = Divided();

    [Fact]
    public void People_of_a_part_go_to_the_office_of_their_part()
    {
        var study = AccessStudy.Of(Case);
        Assert.Equal([0, 5, 2, 0], study.Access(Case.GetStructure("whole"), AccessRule.OwnOffice).Minutes());
        Assert.Equal([0, 2, 2, 0], study.Access(Case.GetStructure("divided"), AccessRule.OwnOffice).Minutes());
    }

    [Fact]
    public void Offices_have_the_inhabitants_of_their_parts()
    {
        Assert.Equal([100, 200], OfficeSize.Of(Case, Case.GetStructure("whole")).Select(o => o.Inhabitants));
        Assert.Equal([170, 130], OfficeSize.Of(Case, Case.GetStructure("divided")).Select(o => o.Inhabitants));
    }

    [Fact]
    public void Influence_has_a_row_a_part_and_shares_that_sum_to_one_an_office()
    {
        IReadOnlyList<MunicipalInfluence> divided = MunicipalInfluence.Of(Case, Case.GetStructure("divided"));
        Assert.Equal(["0001", "0003", "2w", "2e"], divided.Select(m => m.Municipality.Number));
        Assert.All(divided.GroupBy(m => m.Office.Name), office => Assert.Equal(1, office.Sum(m => m.InhabitantShare), 6));
        Assert.Equal(3, MunicipalInfluence.Of(Case, Case.GetStructure("whole")).Count);
    }

    [Fact]
    public void Office_for_the_whole_is_the_one_with_a_site_there_else_the_larger_part()
    {
        Structure divided = Case.GetStructure("divided");
        Assert.Equal("Office 1", divided.FindOffice(Case, "0002")!.Name);
        PlanningCase withSite = Case with { Sites = [Case.Sites[0], Case.Sites[1] with { Municipality = "0002" }] };
        Assert.Equal("Office 2", divided.FindOffice(withSite, "0002")!.Name);
    }

    private static PlanningCase Divided()
    {
        PlanningCase town = TownCase.Of(
            Town, "1:A 2:BC 3:D", "A10 B10 C10 D10", "AD",
            TownCase.Structure("whole", ("1", "A"), ("23", "D")),
            new Structure("divided", new NavGeo.Planning.Language.Names("divided"),
            [
                new Office("Office 1", null, ["0001", "2w"], ["A"]),
                new Office("Office 2", null, ["2e", "0003"], ["D"]),
            ]));
        return town with
        {
            Parts =
            [
                new Municipality("2w", "West", 70, default) { PartOf = "0002" },
                new Municipality("2e", "East", 30, default) { PartOf = "0002" },
            ],
            Demand = town.Demand.WithParts(new Dictionary<int, int> { [1] = 0, [2] = 1 }),
        };
    }
}
