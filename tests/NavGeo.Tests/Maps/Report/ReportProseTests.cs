using System.Text.RegularExpressions;
using NavGeo.Data.Cases;
using NavGeo.Data.Siting;
using NavGeo.Maps.Report;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Pages;

namespace NavGeo.Tests.Maps.Report;

/// <summary>What somebody who reads a report from the first line to the last would stumble over.</summary>
public sealed partial class ReportProseTests
{
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void No_sentence_stands_twice_before_the_pages_of_municipalities(string name)
    {
        PageBlock[] blocks = [.. Build(name).Document.Blocks.TakeWhile(b => b is not PageBreakBlock)];
        string[] sentences =
        [
            .. blocks.SelectMany(Prose).SelectMany(p => SentenceEnd().Split(p)).Select(s => s.Trim()).Where(s => s.Length > 40),
        ];
        Assert.Empty(sentences.GroupBy(s => s, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void No_text_is_left_empty_and_no_place_is_told_by_numbers(string name)
    {
        string[] prose = [.. Build(name).Document.Blocks.SelectMany(Prose)];
        Assert.DoesNotContain(prose, p => Hole().IsMatch(p));
        Assert.DoesNotContain(prose, p => Coordinate().IsMatch(p));
    }

    [Fact]
    public void Every_cell_where_somebody_lives_is_tried_and_todays_sites_stand_in_their_cells()
    {
        PlanningCase nordland = Open("nordland");
        var candidates = CellCandidates.Of(nordland, 1);
        Assert.Equal(nordland.Demand.People.ToArray().Count(p => p > 0), candidates.Case.Sites.Count);
        IReadOnlyList<string> open = nordland.GetStructure(nordland.Baseline).OpenSites;
        Assert.Equal(open.Count, candidates.Today.Distinct().Count());
        // Meløy's site lies in Ørnes, so that Ørnes is no better place for it.
        Assert.Contains("NAV Meløy", candidates.Today.Select(t => candidates.Case.Sites[t].Name));
        Assert.DoesNotContain("Ørnes", candidates.Case.Sites.Select(s => s.Name));
    }

    private static IEnumerable<string> Prose(PageBlock block) => block switch
    {
        ParagraphBlock paragraph => [paragraph.Text],
        PointsBlock points => points.Points,
        _ => [],
    };

    private static CaseReport Build(string name)
    {
        var comparison = Comparison.Of(AccessStudy.Of(Open(name)), []);
        return ReportBuilder.Build(Publication.Of(comparison, Audience.Public), null, new ReportSettings { Language = UserLanguage.Bokmaal });
    }

    private static PlanningCase Open(string name) => Workspace.Open(EmbeddedCase.Folder(name), new Findings()).Case;

    [GeneratedRegex(@"(?<=[.!?]) (?=\p{Lu}|\d)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@": *\.|\( *\)|, *,|\{\d|  |«»")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\d{1,2}[.,]\d{3,}[ ,;]+\d{2}[.,]\d{3,}|\b\d{6,}-\d{4}\b")]
    private static partial Regex Coordinate();
}
