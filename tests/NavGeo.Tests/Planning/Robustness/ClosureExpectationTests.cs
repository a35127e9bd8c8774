using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Robustness;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Planning.Robustness;

/// <summary>What a closed pass costs in a usual year, worked by hand.</summary>
public sealed class ClosureExpectationTests
{
    /// <summary>Hallingdal's six sites lie on the near side of the pass; with the one at Hol closed too nobody needs it either.</summary>
    [Fact]
    public void Pass_that_nobody_needs_costs_nothing()
    {
        var comparison = Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), []);
        ExpectedClosure pass = Assert.Single(EmbeddedCase.Hallingdal.Figures.Closures);
        Assert.Equal(773, pass.HoursAYear);
        Assert.All(ClosureExpectation.Of(comparison), e => Assert.Equal((0L, 0.0), (e.CutOff, e.PersonDays)));
    }

    /// <summary>
    /// Lillehammer without fv 213 northwards for 240 hours: whoever is cut off is so for ten days, and hours are those the closed network takes more, there and
    /// back, times the part of the year.
    /// </summary>
    [Fact]
    public void Days_and_hours_follow_from_the_people_and_the_part_of_the_year()
    {
        PlanningCase planningCase = EmbeddedCase.Lillehammer with
        {
            Figures = EmbeddedCase.Lillehammer.Figures with { Closures = [new ExpectedClosure("fv 213", "fv 213", 240, null)] },
        };
        var comparison = Comparison.Of(AccessStudy.Of(planningCase), ["R1"], contacts: ContactRate.Given(1));
        ClosureExpectation one = ClosureExpectation.Of(comparison).Single(e => e.Structure.Id == "R1");
        Assert.True(one.CutOff + one.Longer > 0);
        Assert.Equal(10.0 * one.CutOff, one.PersonDays, 9);
        var closed = Comparison.Of(AccessStudy.Of(planningCase, [new ClosedRoad(Road("fv 213"))]), ["R1"], contacts: ContactRate.Given(1));
        StructureAccess before = comparison.Structures[1].Access, after = closed.Structures[1].Access;
        long milliseconds = 0;
        for (int place = 0; place < planningCase.Demand.Count; place++)
        {
            if (after.Assignment.States[place] == AccessState.Served)
                milliseconds += (long)planningCase.Demand.People[place] * (after.Assignment.Milliseconds[place] - before.Assignment.Milliseconds[place]);
        }
        Assert.Equal(2 * milliseconds / 3_600_000.0 * 240 / 8760, one.Hours, 6);
    }

    private static RoadNumber Road(string text) =>
        RoadNumber.TryParse(text, out RoadNumber road) ? road : throw new ArgumentException(text, nameof(text));
}
