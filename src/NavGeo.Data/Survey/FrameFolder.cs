using NavGeo.Data.Cases;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;

namespace NavGeo.Data.Survey;

/// <summary>Reads a national frame: a folder with <c>frame.csv</c>, one figure a row.</summary>
public static class FrameFolder
{
    private const string Name = "frame.csv";

    private static readonly TableColumns Columns = new(
        ["figure", "name_nb", "year", "cases", "municipalities", "source_nb"], "name_nn", "name_en", "source_nn", "source_en");

    /// <summary>Whether a folder holds a frame.</summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>In the order of the file.</summary>
    /// <exception cref="InputException">The table is missing or wrong.</exception>
    public static IReadOnlyList<FrameFigure> Read(string folder, Findings findings)
    {
        var figures = new List<FrameFigure>();
        if (DelimitedTable.Read(Path.Combine(folder, Name), Columns, findings) is { } table)
        {
            foreach (DelimitedRow row in table.Rows)
            {
                string id = row.Text("figure");
                row.Text("name_nb");
                string year = row.Text("year");
                int cases = row.Whole("cases", 0, 100_000);
                int? municipalities = row.OptionalWhole("municipalities", 0, 100_000);
                row.Text("source_nb");
                if (row.IsFaulty) continue;
                if (municipalities < cases)
                    row.Warning(new Phrase("survey.few-municipalities", id, cases, municipalities.Value), new Phrase("survey.few-municipalities.remedy"));
                figures.Add(new FrameFigure(
                    id, row.OptionalNames("name")!, year, cases, municipalities, row.OptionalNames("source")!));
            }
        }
        findings.ThrowIfErrors();
        return figures;
    }
}
