using NavGeo.Planning.Cases;
using NavGeo.Planning.Staff;

namespace NavGeo.Tests.Staffing;

public class ContactStudyTests
{
    [Fact]
    public void Declines_are_those_printed()
    {
        ContactStudy contacts = ContactStudy.Of(EmbeddedCase.Hallingdal)!;
        Assert.Equal(["fla", "nes", "gol", "hemsedal", "al", "hol"], contacts.Sites.Select(s => s.Site));
        Assert.Equal(
            [50, 29, 42, 30, 2, 22],
            contacts.Sites.Select(s => decimal.Round(s.DeclinePercent!.Value, 0, MidpointRounding.AwayFromZero)));
        Assert.Equal(28, decimal.Round(contacts.All.DeclinePercent!.Value, 0, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Printed_sums_are_the_sums()
    {
        ContactStudy contacts = ContactStudy.Of(EmbeddedCase.Hallingdal)!;
        Assert.Equal([832, 1006, 738, 600], contacts.SumChecks.Select(c => c.Printed));
        Assert.All(contacts.SumChecks, c => Assert.Equal(c.Printed, c.Computed));
    }

    [Fact]
    public void Visits_are_held_against_the_inhabitants_of_the_sites_municipality()
    {
        ContactRow fla = ContactStudy.Of(EmbeddedCase.Hallingdal)!.Sites[0];
        Assert.Equal(1074, fla.Inhabitants);
        Assert.Equal(1000m * (46 + 50 + 38 + 23) / 4 / 1074, fla.MonthlyPerThousand);
    }

    [Fact]
    public void Month_that_lacks_a_site_has_no_sum()
    {
        PlanningCase planningCase = EmbeddedCase.Hallingdal;
        planningCase = planningCase with
        {
            Figures = planningCase.Figures with
            {
                Contacts = [new ContactCount("2017-04", "gol", 0), new ContactCount("2017-04", "al", 5), new ContactCount("2017-05", "gol", 3)],
            },
        };
        ContactStudy contacts = ContactStudy.Of(planningCase)!;
        Assert.Equal([5, null], contacts.All.Visits);
        Assert.Null(contacts.All.DeclinePercent);
        Assert.Null(contacts.Sites[0].DeclinePercent);
    }

    [Fact]
    public void Case_without_visits_has_no_study() => Assert.Null(ContactStudy.Of(EmbeddedCase.Lillehammer));
}
