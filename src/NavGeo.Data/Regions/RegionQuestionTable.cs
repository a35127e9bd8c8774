using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NavGeo.Routing;

namespace NavGeo.Data.Regions;

/// <summary>
/// Reads questions: <c>question,municipalities</c> (numbers between <c>|</c>) with titles in each language and, where the
/// answer is wanted with and without a road, <c>close_lon,close_lat</c>.
/// </summary>
public static class RegionQuestionTable
{
    private static readonly TableColumns Columns = new(["question", "municipalities"], "title_nb", "title_nn", "title_en", "close_lon", "close_lat");

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file has errors.</exception>
    public static IReadOnlyList<RegionQuestion> Read(InputFile file, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(file, Columns, findings);
        findings.ThrowIfErrors();
        var questions = new List<RegionQuestion>();
        foreach (DelimitedRow row in table!.Rows)
        {
            string id = row.Text("question");
            var title = new Names(row.OptionalText("title_nb"), row.OptionalText("title_nn") ?? id, row.OptionalText("title_en"));
            var question = new RegionQuestion(
                id, title, row.List("municipalities"),
                row.OptionalText("close_lon") is null ? null : row.Position("close_lon", "close_lat", PositionLimits.Norway));
            if (!row.IsFaulty) questions.Add(question);
        }
        findings.ThrowIfErrors();
        return questions;
    }
}

/// <summary>Something a report left open: where do these municipalities belong?</summary>
/// <param name="Id">Short name.</param>
/// <param name="Title">The question.</param>
/// <param name="Municipalities">Numbers.</param>
/// <param name="CloseAt">A point whose road is taken away for a second answer (a bridge that was not there yet); null for one answer.</param>
public sealed record RegionQuestion(string Id, Names Title, IReadOnlyList<string> Municipalities, GeoPoint? CloseAt);

/// <summary>A question with what each rule says to it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="AsIs">One a rule, on the roads as they are.</param>
/// <param name="Without">One a rule, without the road; empty where that was not asked.</param>
public sealed record AnsweredQuestion(RegionQuestion Question, IReadOnlyList<RegionDivision> AsIs, IReadOnlyList<RegionDivision> Without);
