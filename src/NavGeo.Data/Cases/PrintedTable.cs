using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>printed.csv</c>: what a report printed, to be held against what is computed.</summary>
internal static class PrintedTable
{
    public const string Name = "printed.csv";

    private static readonly TableColumns Columns = new(["figure", "subject", "value"], "approximate", "by_construction", "among", "note", "note_nb", "note_nn", "note_en");

    /// <summary>In the order of the file.</summary>
    public static List<PrintedFigure> Read(CaseInput input)
    {
        var printed = new List<PrintedFigure>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return printed;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string figure = row.Text("figure");
            string subject = row.Text("subject");
            row.IsFirst(lines, "subject", $"{figure} {subject}");
            string written = row.Text("value");
            // A printed change may be negative, which amounts may not.
            if (!NumberText.TryExact(written, out decimal value) && written.Length > 0)
                row.Error(new Phrase("table.not-a-number", "value", written), new Phrase("table.decimal.remedy"));
            bool isApproximate = row.Flag("approximate", otherwise: false);
            bool isByConstruction = row.Flag("by_construction", otherwise: false);
            if (!row.IsFaulty)
            {
                printed.Add(new PrintedFigure(figure, subject, value, isApproximate, row.OptionalNames("note"))
                {
                    IsByConstruction = isByConstruction,
                    Among = row.List("among"),
                });
            }
        }
        return printed;
    }
}
