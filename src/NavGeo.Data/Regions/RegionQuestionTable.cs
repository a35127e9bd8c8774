using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

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
