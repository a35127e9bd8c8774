using NavGeo.Maps.Drawing;
using NavGeo.Planning.Uncertainty;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>A report before it is HTML or Word: its text, its pictures and what it takes to make it again. Immutable.</summary>
/// <param name="Document">Headings, sentences, tables, and where the pictures go.</param>
/// <param name="Figures">The pictures by the ids of the document's <see cref="FigureBlock"/>s.</param>
/// <param name="Provenance">Sources, parameters and hashes.</param>
/// <param name="Order">The command line that makes the same report from the same case.</param>
public sealed record CaseReport(
    PageDocument Document, IReadOnlyDictionary<string, MapDrawing> Figures, Provenance Provenance, IReadOnlyList<string> Order)
{
    /// <summary>How sure its headlines are; null where nothing was drawn.</summary>
    public UncertaintyResult? Drawn { get; init; }

    /// <summary>What the file carries so that it can be made again and held against the new one.</summary>
    public ReportRecord Record => ReportRecord.Of(this);
}
