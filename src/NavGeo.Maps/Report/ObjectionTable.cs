using NavGeo.Data.Cases;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Report;

/// <summary>Reads <c>objections.csv</c> of a case, or what its last meeting has left beside a workbook: <c>structure,author,text,time</c>, as the meeting writes it.</summary>
public static class ObjectionTable
{
    /// <summary>The name of the file.</summary>
    public const string Name = "objections.csv";

    private static readonly TableColumns Columns = new(["structure", "text"], "author", "time");

    /// <summary>In the order of the file; empty where there is none.</summary>
    /// <exception cref="InputException">The file is there and cannot be read.</exception>
    public static IReadOnlyList<Objection> Read(Workspace work)
    {
        string left = Path.Combine(work.MeetingFolder, Name);
        InputFile? file = work.Find(Name) ?? (File.Exists(left) ? work.FileAt(left) : null);
        if (file is null) return [];
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Read(file, Columns, findings);
        Objection[] objections =
            [.. (table?.Rows ?? []).Select(r => new Objection(r.Text("structure"), Written(r.OptionalText("author")), Written(r.Text("text")), r.OptionalText("time") ?? ""))];
        findings.ThrowIfErrors();
        return objections;
    }

    private static string Written(string? text) => WrittenText.Clean(WrittenText.WithFormula(text ?? ""));
}
