using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Risk;
using NavGeo.Planning.Staff;
using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Risk;

/// <summary>What the report's text says of its risk table, on NavGeo's limits: assumptions, which a case may change.</summary>
public class HallingdalRiskTests
{
    private static readonly Comparison Compared = Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["B", "C", "D", "E"]);
    private static readonly RiskInputs Inputs = RiskInputs.Of(Compared);

    [Fact]
    public void Today_has_the_highest_total_and_one_host_the_lowest()
    {
        RiskAssessment risk = RiskAssessment.Of(Compared, Inputs)!;
        Assert.Equal("E", risk.Ranking[0].Structure);
        Assert.Equal("A", risk.Ranking[^1].Structure);
        Assert.Equal(16, risk.Factors.Count);
    }

    [Fact]
    public void Access_and_distance_to_partners_are_computed_from_the_roads()
    {
        Assert.Equal(Inputs.Find("A", RiskMeasure.MeanMinutes)!.Value, Inputs.Find("E", RiskMeasure.MeanMinutes)!.Value);
        Assert.InRange(Inputs.Find("A", RiskMeasure.PartnerMinutes)!.Value, 3, 4);
        Assert.InRange(Inputs.Find("E", RiskMeasure.PartnerMinutes)!.Value, 20, 30);
        Assert.Equal(27.1m, decimal.Round(Inputs.Find("A", RiskMeasure.LeaderMinutes)!.Value, 1));
    }

    [Fact]
    public void Hours_on_rv_7_are_computed_and_give_way_to_counted_ones()
    {
        int eleven = EmbeddedCase.Hallingdal.Figures.RiskFactors.ToList().FindIndex(f => f.Number == 11);
        Assert.Contains(RiskAssessment.Of(Compared, Inputs)!.Counted, f => f.Number == 11);
        Assert.Equal(
            (decimal)StaffTravelStudy.Of(Compared.Study).Travel(EmbeddedCase.Hallingdal.GetStructure("E")).HoursOn(new RoadNumber(RoadCategory.National, 7)),
            Inputs.Find("E", RiskMeasure.RoadHours)?.Value);
        RiskInputs driven = Inputs.With(new RiskInput("E", RiskMeasure.RoadHours, 6000, "kjørebok"));
        Assert.Equal(5, RiskAssessment.Of(Compared, driven)!.Structures[4].Scores[eleven].Probability);
    }
}
