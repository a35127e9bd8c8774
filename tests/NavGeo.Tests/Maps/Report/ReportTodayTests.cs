using System.Text.RegularExpressions;
using NavGeo.Maps.Report;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Pages;
using NavGeo.Web.Situations;

namespace NavGeo.Tests.Maps.Report;

/// <summary>A report under edits says so before anything else, and calls nothing today that is not.</summary>
public sealed partial class ReportTodayTests
{
    private static readonly PlanningCase Case = EmbeddedCase.Hallingdal;
    private static readonly AccessStudy Start = AccessStudy.Of(Case);
    private static readonly StructureAccess Today = Start.Access(Case.GetStructure(Case.Baseline));
    private static readonly Edit Closure = new CloseStretch("rv 7", "gol", "al");

    [Theory]
    [InlineData(UserLanguage.Bokmaal, "Rapporten regner med endringene fra møtet: ")]
    [InlineData(UserLanguage.Nynorsk, "Rapporten reknar med endringane frå møtet: ")]
    [InlineData(UserLanguage.English, "The report reckons with the changes of the meeting: ")]
    public void Report_of_a_meeting_says_its_edits_first_and_holds_nothing_on_changed_roads_against_today(UserLanguage language, string first)
    {
        PageBlock[] blocks = [.. Of(language, Closure).Document.Blocks];
        string[] texts = [.. blocks.SelectMany(TextsOf)];
        int edits = Array.FindIndex(texts, t => t.Contains(first, StringComparison.Ordinal));
        Assert.InRange(edits, 1, 2);
        Phrasebook book = Phrasebook.For(language);
        Assert.Contains(book.Say("yardstick.sentence-roads", "A"), texts[edits], StringComparison.Ordinal);
        string[] found = [.. texts.Where(t => HeldAgainstToday().IsMatch(t))];
        Assert.True(found.Length == 0, string.Join("\n", found));
        Assert.Contains(Of(language).Document.Blocks.SelectMany(TextsOf), t => HeldAgainstToday().IsMatch(t));
    }

    [Fact]
    public void Table_against_today_has_the_counts_of_the_meeting()
    {
        var situation = Situation.Of(Start, Today, [Closure]);
        Phrasebook book = Phrasebook.For(UserLanguage.Bokmaal);
        PageBlock[] blocks = [.. Of(UserLanguage.Bokmaal, Closure).Document.Blocks];
        var table = (TableBlock)blocks[Array.FindIndex(blocks, b => b is HeadingBlock heading && heading.Text == book.Say("edits.today-heading")) + 2];
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            foreach (string id in row[0].Split(", "))
            {
                AccessChange shown = situation.Against(situation.Find(id)!).Total;
                Assert.Equal([book.Whole(shown.Lose), book.Whole(shown.LoseAccess), book.Whole(shown.Gain + shown.GainAccess)], row.Skip(1).Take(3));
            }
        }
        Assert.Equal(Case.Structures.Count, table.Rows.Sum(r => r[0].Split(", ").Length));
        Assert.DoesNotContain(Of(UserLanguage.Bokmaal).Document.Blocks.SelectMany(TextsOf), t => t == book.Say("edits.today-heading") || t.Contains("Rapporten regner", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(enn |som |\(|; )i dag\b|^I dag |(than |as |\(|; )today\b|^Today ")]
    private static partial Regex HeldAgainstToday();

    [Fact]
    public void Short_answer_gives_no_mean_where_nobody_reaches_a_site_both_before_and_after_and_says_of_whom_the_others_are()
    {
        string[] points = [.. Of(UserLanguage.Bokmaal, new CloseRoad("rv 7")).Document.Blocks.OfType<PointsBlock>().First().Points];
        Assert.DoesNotContain(points, p => p.Contains("– minutter", StringComparison.Ordinal) || p.Contains(", og 0 andre", StringComparison.Ordinal));
        string flaa = points.First(p => p.Contains("Mest taper Flå", StringComparison.Ordinal));
        Assert.Contains("Mest taper Flå: 1\u00A0037 av 1\u00A0037 innbyggere der mister veien til alle tjenestesteder", flaa, StringComparison.Ordinal);
        Assert.Contains("er for dem som når et tjenestested i begge modellene", flaa, StringComparison.Ordinal);
    }

    private static CaseReport Of(UserLanguage language, params IReadOnlyList<Edit> edits)
    {
        var draft = new EditDraft(Case);
        foreach (Edit edit in edits) draft.Add(edit);
        return ReportBuilder.Build(
            Publication.Of(Comparison.Of(draft.Measure(), []), Audience.Internal), null, new ReportSettings { Language = language, Draws = 30, IsOfMeeting = true });
    }

    private static IEnumerable<string> TextsOf(PageBlock block) => block switch
    {
        HeadingBlock heading => [heading.Text],
        ParagraphBlock paragraph => [paragraph.Text],
        PointsBlock points => points.Points,
        FigureBlock figure => [figure.Caption],
        TableBlock table => [.. table.Header, .. table.Rows.SelectMany(r => r)],
        _ => [],
    };
}
