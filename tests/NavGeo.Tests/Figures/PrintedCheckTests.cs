using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Printed;

namespace NavGeo.Tests.Figures;

public class PrintedCheckTests
{
    [Theory]
    [InlineData("0.81", "0.8108", false, PrintedVerdict.Same)]
    [InlineData("0.75", "0.7561", false, PrintedVerdict.Cut)]
    [InlineData("36.7", "36.35", false, PrintedVerdict.Differs)]
    [InlineData("32000", "32611", true, PrintedVerdict.Near)]
    [InlineData("32000", "36000", true, PrintedVerdict.Differs)]
    [InlineData("42", "41.5", false, PrintedVerdict.Same)]
    public void Verdict_says_how_the_two_stand(string printed, string computed, bool isApproximate, PrintedVerdict verdict)
    {
        var figure = new PrintedFigure("x", "all", Decimal(printed), isApproximate, null);
        Assert.Equal(verdict, new PrintedCheck(figure, Decimal(computed)).Verdict);
    }

    [Fact]
    public void Figure_nobody_can_compute_is_not_computed()
    {
        var check = new PrintedCheck(new PrintedFigure("x", "all", 1, false, null), null);
        Assert.Equal(PrintedVerdict.NotComputed, check.Verdict);
        Assert.Null(check.Difference);
    }

    [Fact]
    public void Every_printed_figure_of_Lillehammer_comes_out()
    {
        Comparison comparison = Comparison.Of(AccessStudy.Of(EmbeddedCase.Lillehammer), []);
        IReadOnlyList<PrintedCheck> checks = PrintedChecks.Of(comparison, TripAnswer.Of(EmbeddedCase.Lillehammer), null);
        Assert.Equal(31, checks.Count);
        Assert.Equal(
            ["municipal_per_1000 29"],
            checks.Where(c => c.Verdict != PrintedVerdict.Same).Select(c => $"{c.Printed.Figure} {c.Printed.Subject}"));
    }

    [Fact]
    public void Contradiction_in_Hallingdal_is_a_difference_of_035()
    {
        Comparison comparison = Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["E"]);
        IReadOnlyList<PrintedCheck> checks = PrintedChecks.Of(comparison, TripAnswer.Of(EmbeddedCase.Hallingdal), null);
        PrintedCheck text = checks.Single(c => c.Printed is { Figure: "fte", Subject: "text" });
        Assert.Equal(-0.35m, text.Difference);
        Assert.Equal(PrintedVerdict.Differs, text.Verdict);
        Assert.Equal(PrintedVerdict.Same, checks.Single(c => c.Printed.Figure == "trip_km").Verdict);
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
