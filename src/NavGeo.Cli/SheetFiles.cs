using System.Globalization;
using NavGeo.Cli.Options;
using NavGeo.Data.Regions;
using NavGeo.Maps.Charts;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli;

/// <summary>The sheets of a comparison as files.</summary>
internal static class SheetFiles
{
    /// <summary>The kinds of sheets, by the names of <c>--kinds</c>.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["times", "change", "municipalities", "catchments", "all", "regions", "visits", "charts"];

    /// <summary>So many structures stand beside the baseline on one sheet; more go on further sheets.</summary>
    private const int OthersOnSheet = 10;

    /// <summary>Writes the sheets.</summary>
    /// <param name="publication">What to show.</param>
    /// <param name="divided">The case's regions; null for no sheet of them.</param>
    /// <param name="routes">Where the ways of route sheets begin.</param>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="settings">Language, paper, background.</param>
    /// <param name="formats">Endings of the files.</param>
    /// <param name="kinds">Some of <see cref="Kinds"/>.</param>
    /// <returns>The paths written, in order.</returns>
    public static IReadOnlyList<string> Save(
        Publication publication, CaseDivision? divided, IReadOnlyList<RouteStart> routes, string folder, SheetSettings settings, IReadOnlySet<string> formats,
        IReadOnlySet<string> kinds)
    {
        var written = new List<string>();
        IReadOnlyList<ComparedStructure> structures = publication.Comparison.Structures;
        ComparedStructure baseline = structures[0];
        foreach (ComparedStructure compared in structures)
        {
            string id = compared.Structure.Id;
            if (kinds.Contains("times")) Write(id, StructureSheet.Draw(publication, compared, settings));
            if (kinds.Contains("municipalities")) Write(id + "-municipalities", MunicipalitySheet.Draw(publication, compared, settings));
            if (kinds.Contains("catchments")) Write(id + "-catchments", CatchmentSheet.Draw(publication, compared, settings));
            if (kinds.Contains("visits") && publication.Visits is not null) Write(id + "-visits", VisitSheet.Draw(publication, compared, settings));
            if (kinds.Contains("change") && compared != baseline) Write(id + "-change", ChangeSheet.Draw(publication, compared, settings));
        }
        foreach (RouteStart start in routes)
        {
            foreach (ComparedStructure compared in structures.Skip(structures.Count > 1 ? 1 : 0))
                Write($"{compared.Access.Structure.Id}-route-{start.FileName}", RouteSheet.Draw(publication, compared, start.Place, start.Name, settings));
        }
        if (kinds.Contains("charts"))
        {
            Write("chart-share", ShareChart.Draw(publication, settings.Language ?? publication.Case.Language));
            Write("chart-municipalities", MunicipalityChart.Draw(publication, settings.Language ?? publication.Case.Language));
        }
        if (kinds.Contains("regions") && divided is not null)
            Write("regions", CaseRegionSheet.Draw(publication, baseline.Structure, divided, settings));
        if (!kinds.Contains("all")) return written;
        ComparedStructure[][] pages = [.. structures.Skip(1).Chunk(OthersOnSheet)];
        for (int page = 0; page < Math.Max(1, pages.Length); page++)
        {
            string name = page == 0 ? "all" : string.Create(CultureInfo.InvariantCulture, $"all-{page + 1}");
            Write(name, ComparisonSheet.Draw(publication, pages.Length == 0 ? [baseline] : [baseline, .. pages[page]], settings));
        }
        return written;

        void Write(string name, MapDrawing drawing)
        {
            foreach (string format in SheetFile.Formats.Where(formats.Contains))
            {
                written.Add(Path.Combine(folder, $"{name}.{format}"));
                SheetFile.Write(written[^1], drawing);
            }
        }
    }
}
