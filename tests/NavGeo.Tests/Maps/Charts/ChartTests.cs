using NavGeo.Maps.Charts;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Report;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Tests.Maps.Charts;

/// <summary>Charts of the embedded cases, and the log that holds a report against later data.</summary>
public sealed class ChartTests
{
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("nordland")]
    public void Everything_of_a_chart_lies_on_its_paper(string name)
    {
        PlanningCase planningCase = name == "nordland" ? EmbeddedCase.Nordland : EmbeddedCase.Hallingdal;
        Publication publication = Publication.Of(Comparison.Of(AccessStudy.Of(planningCase), []), Audience.Public);
        var study = new UncertaintyStudy(publication.Comparison, UncertaintyModel.Stated);
        UncertaintyResult drawn = study.Run(20, 1, 2);
        RegretResult regret = RegretStudy.Of(publication.Comparison, Future.Usual(publication.Case, false, []), null);
        foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
        {
            MapDrawing?[] charts =
            [
                ShareChart.Draw(publication, language), MunicipalityChart.Draw(publication, language), RegretChart.Draw(publication, regret, language),
                TornadoChart.Draw(publication, drawn, new SwitchStudy(study).Of(drawn), language),
            ];
            foreach (MapDrawing chart in charts.OfType<MapDrawing>())
            {
                Assert.All(chart.Texts, t => Assert.True(t.Left >= 0 && t.Left + t.Width <= chart.Width && t.Baseline.Y > 0 && t.Baseline.Y < chart.Height, $"{chart.Title}: {t.Text}"));
                Assert.All(chart.Items.OfType<BoxItem>(), b => Assert.True(new PaperBox(0, 0, chart.Width, chart.Height).Contains(b.Box), chart.Title));
                Assert.All(chart.Items.OfType<LineItem>().SelectMany(l => l.Lines).SelectMany(l => l), p => Assert.True(p.X >= 0 && p.X <= chart.Width && p.Y >= 0 && p.Y <= chart.Height, chart.Title));
            }
            Assert.NotEmpty(charts[0]!.Description);
        }
    }

    [Fact]
    public void Predictions_come_back_as_they_were_written_and_mistakes_have_lines()
    {
        var comparison = Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["E1"]);
        UncertaintyResult drawn = new UncertaintyStudy(comparison, UncertaintyModel.Stated).Run(20, 1, 2);
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PredictionTable.Save(file, drawn, 2027, UserLanguage.Nynorsk);
            IReadOnlyList<Prediction> log = PredictionTable.Read(file);
            Assert.Equal(drawn.Structures.Sum(s => s.Numbers.Count(n => double.IsFinite(n.Stated))), log.Count);
            Prediction mean = log.Single(p => p is { Structure: "E1", Headline: Headline.Mean });
            Assert.Equal((2027, drawn.Structures[1].Numbers[0].Stated), (mean.Year, Math.Round(mean.Expected, 3)), new Near());
            File.WriteAllText(file, "year,structure,indicator,expected\n2027,E1,mean_min,7.5\n2027,E1,happiness,9\n");
            Assert.Equal("3", Assert.Single(Assert.Throws<InputException>(() => PredictionTable.Read(file)).Findings).Place);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed class Near : IEqualityComparer<(int, double)>
    {
        public bool Equals((int, double) x, (int, double) y) => x.Item1 == y.Item1 && Math.Abs(x.Item2 - y.Item2) < 0.001;

        public int GetHashCode((int, double) pair) => pair.Item1;
    }
}
