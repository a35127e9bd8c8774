using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Data.Input;
using NavGeo.Data.Regions;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Report;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Pages;
using NavGeo.Routing.Speeds;
using NavGeo.Tests.Language;

namespace NavGeo.Tests.Maps.Report;

/// <summary>No English word stands in a Norwegian report or on a Norwegian sheet of the embedded cases.</summary>
public sealed class LanguageOfOutputTests
{
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void No_english_word_in_a_norwegian_report_or_on_its_sheets(string name)
    {
        Comparison comparison = Comparison.Of(AccessStudy.Of(Workspace.Open(EmbeddedCase.Folder(name), new Findings()).Case), []);
        MapBackground background = GroundFile.Read(Path.Combine(EmbeddedCase.Folder(name), GroundFile.Name));
        var foreign = new ForeignWords(comparison.Study.Case);
        foreach (UserLanguage language in (UserLanguage[])[UserLanguage.Bokmaal, UserLanguage.Nynorsk])
        {
            var publication = Publication.Of(comparison, Audience.Public);
            var sheets = new SheetSettings { Language = language, Background = background };
            CaseReport report = ReportBuilder.Build(publication, null, new ReportSettings
            {
                Language = language,
                Sheets = sheets,
                Municipalities = [comparison.Study.Case.Municipalities[0].Number],
                Regions = CaseDivision.Of(Workspace.Open(EmbeddedCase.Folder(name), new Findings()), comparison.Study, new RegionChoice(), background.Municipalities, new Findings()),
            });
            MapDrawing[] drawings =
            [
                .. report.Figures.Values, ChangeSheet.Draw(publication, publication.Comparison.Structures[^1], sheets),
                CatchmentSheet.Draw(publication, publication.Comparison.Structures[^1], sheets),
                MunicipalitySheet.Draw(publication, publication.Comparison.Structures[^1], sheets),
                RouteSheet.Draw(publication, publication.Comparison.Structures[^1], 0, "Her", sheets),
            ];
            string[] texts =
            [
                .. report.Document.Blocks.SelectMany(TextsOf), .. drawings.SelectMany(d => d.Texts).Select(t => t.Text),
                .. drawings.Select(d => d.Title + " " + d.Description),
            ];
            Assert.Empty(texts.SelectMany(t => foreign.In(t).Select(w => $"{language}: {w} in '{t}'")).Distinct());
        }
    }

    [Fact]
    public void Every_wait_for_ferries_has_words_in_every_language()
    {
        foreach (string setting in (string[])["none", "half-headway", "half-headway-capped(30)", "fixed(10)"])
        {
            Assert.True(FerryWait.TryParse(setting, out FerryWait wait));
            foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
                Assert.DoesNotContain("headway", FerryWaitWords.Of(wait).In(language), StringComparison.Ordinal);
        }
        Assert.Equal("halve tida mellom avgangane, høgst 30 minutt", FerryWaitWords.Of(FerryWait.HalfHeadwayCapped(30)).In(UserLanguage.Nynorsk));
    }

    private static IEnumerable<string> TextsOf(PageBlock block) => block switch
    {
        HeadingBlock heading => [heading.Text],
        ParagraphBlock paragraph => [paragraph.Text],
        PointsBlock points => points.Points,
        TableBlock table => [.. table.Header, .. table.Rows.SelectMany(r => r)],
        FigureBlock figure => [figure.Caption],
        _ => [],
    };
}
