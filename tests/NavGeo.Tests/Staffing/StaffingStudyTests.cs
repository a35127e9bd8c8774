using NavGeo.Planning.Cases;
using NavGeo.Planning.Staff;

namespace NavGeo.Tests.Staffing;

/// <summary>The staff of Hallingdal: 2, 6, 12, 7 and 7 employees, and 6 in a unit for all.</summary>
public class StaffingStudyTests
{
    private static readonly StaffingStudy Study = new(EmbeddedCase.Hallingdal);

    [Theory]
    [InlineData("A", 2, 4, 2)]
    [InlineData("B", 2, 2, 2)]
    [InlineData("C", 7, 2, 0)]
    [InlineData("D", 7, 3, 0)]
    [InlineData("E", 34, 0, 0)]
    public void Offices_are_held_against_the_minimum(string structure, int smallest, int below, int isolated)
    {
        StructureStaffing staff = Of(structure);
        Assert.Equal(smallest, staff.Smallest);
        Assert.Equal(below, staff.OfficesBelowMinimum);
        Assert.Equal(isolated, staff.IsolatedInOffices);
    }

    [Fact]
    public void Nobody_moves_today() => Assert.Empty(Of("A").MovesIfGathered);

    [Fact]
    public void Merging_offices_moves_nobody_while_the_sites_are_kept()
    {
        Assert.Empty(Of("E").MovesWithSites);
        Assert.Equal(2m, Of("E").IsolatedAtSites);
    }

    [Fact]
    public void One_site_moves_everybody_but_its_own()
    {
        StructureStaffing staff = Of("E1");
        Assert.Equal(2.00m + 5.10m + 5.80m + 5.95m, staff.MovesWithSites.Sum(m => m.Equivalents));
        Assert.All(staff.MovesWithSites, m => Assert.Equal("0617", m.To));
        Assert.Equal(0, staff.IsolatedAtSites);
    }

    [Fact]
    public void Gathered_state_staff_moves_and_is_marked_as_an_estimate()
    {
        StructureStaffing staff = Of("G");
        Assert.Equal(18.85m / 2, staff.MovesWithSites.Sum(m => m.Equivalents));
        Assert.All(staff.MovesWithSites, m => Assert.True(m.IsEstimate));
        Assert.Equal(1 + 3 + 3.5m + 3.5m, staff.IsolatedAtSites);
    }

    [Fact]
    public void Guarantee_office_needs_the_state_staff_to_be_known()
    {
        Assert.All(Of("A").Offices, o => Assert.Null(o.IsGuarantee));
        var lillehammer = new StaffingStudy(EmbeddedCase.Lillehammer);
        Assert.Equal([false, false, false, null], lillehammer.Of(EmbeddedCase.Lillehammer.GetStructure("A")).Offices.Select(o => o.IsGuarantee));
    }

    [Fact]
    public void Main_site_is_the_hosts_then_the_one_most_open_then_the_largest()
    {
        Structure today = EmbeddedCase.Hallingdal.GetStructure("A");
        Assert.Equal("gol", MainSite.Of(EmbeddedCase.Hallingdal, today.Offices[2])?.Id);
        Assert.Equal("al", MainSite.Of(EmbeddedCase.Hallingdal, EmbeddedCase.Hallingdal.GetStructure("E").Offices[0])?.Id);
        Assert.Equal("gol", MainSite.Of(EmbeddedCase.Hallingdal, EmbeddedCase.Hallingdal.GetStructure("E1").Offices[0])?.Id);
        Assert.Null(MainSite.Of(EmbeddedCase.Hallingdal, new Office("tomt", null, ["0617"], ["gol"]) { OpenDays = [0] }));
    }

    [Fact]
    public void Influence_is_the_share_of_inhabitants_and_of_votes()
    {
        MunicipalInfluence hemsedal = MunicipalInfluence.Of(EmbeddedCase.Hallingdal, EmbeddedCase.Hallingdal.GetStructure("A"))
            .First(m => m.Municipality.Number == "0618");
        Assert.True(hemsedal.IsHostedElsewhere);
        Assert.Equal(2442m / 7026, hemsedal.InhabitantShare);
        Assert.Equal(4584m / 7026, hemsedal.HostShare);
        Assert.Equal(0.5m, hemsedal.VoteShare);
        Assert.All(
            MunicipalInfluence.Of(EmbeddedCase.Hallingdal, EmbeddedCase.Hallingdal.GetStructure("E")),
            m => Assert.True(m.IsHostOpen && m.HostShare is null));
    }

    private static StructureStaffing Of(string structure) => Study.Of(EmbeddedCase.Hallingdal.GetStructure(structure));
}
