using System.Globalization;
using NavGeo.Maps.Charts;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Futures;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>The pictures of a report: charts and maps.</summary>
public sealed partial class ReportBuilder
{
    /// <summary>Who travels how long, over everybody and municipality by municipality.</summary>
    private void AddCharts()
    {
        if (planningCase.Demand.TotalPeople == 0) return;
        AddFigure("chart-share", page.Say("charts.share-caption"), ShareChart.Draw(publication, settings.Language));
        if (planningCase.Municipalities.Count > 1) AddFigure("chart-municipalities", page.Say("charts.municipalities-caption"), MunicipalityChart.Draw(publication, settings.Language));
    }

    private void AddFutures()
    {
        if (settings.Futures.Count == 0) return;
        RegretResult regret = RegretStudy.Of(comparison, settings.Futures, planned);
        sections.AddRegret(regret);
        if (regret.Choices.Count > 1) AddFigure("chart-regret", page.Say("charts.regret-caption"), RegretChart.Draw(publication, regret, settings.Language));
    }

    /// <summary>Visits by timetable, with a sheet of each structure whose open sites differ.</summary>
    private void AddWithoutCar()
    {
        sections.AddWithoutCar();
        if (publication.Visits is null) return;
        foreach (ComparedStructure compared in comparison.Structures.DistinctBy(s => OnMap(s.OverTheWeek), StringComparer.Ordinal))
            AddFigure("visits-" + compared.Structure.Id, page.Say("visits.map-caption", NameOf(compared.Structure)), VisitSheet.Draw(publication, compared, settings.Sheets));
    }

    /// <summary>The baseline and every structure with other open sites on a sheet; the rest says the same.</summary>
    private void AddMaps()
    {
        page.Heading("report.maps");
        ComparedStructure[] distinct = [.. comparison.Structures.DistinctBy(s => OnMap(s.Access), StringComparer.Ordinal)];
        if (distinct.Length < comparison.Structures.Count) page.Paragraph("report.maps-same");
        string[] partly = [.. comparison.Structures.Where(s => s.Access.Rule == AccessRule.Nearest && !s.Structure.IsOpenAllWeek).Select(s => s.Structure.Id)];
        if (partly.Length > 0) page.Paragraph("report.maps-days", Listed(partly));
        foreach (ComparedStructure compared in distinct)
        {
            AddFigure(
                "map-" + compared.Structure.Id, page.Say("report.map-caption", NameOf(compared.Structure)),
                StructureSheet.Draw(publication, compared, settings.Sheets));
        }
        ComparedStructure[][] pages = [.. distinct.Skip(1).Chunk(OthersOnSheet)];
        for (int i = 0; i < pages.Length; i++)
        {
            AddFigure(
                string.Create(CultureInfo.InvariantCulture, $"all-{i + 1}"),
                page.Say("report.all-caption", NameOf(comparison.Structures[0].Access.Structure), Listed(pages[i].Select(a => a.Structure.Id))),
                ComparisonSheet.Draw(publication, [distinct[0], .. pages[i]], settings.Sheets));
        }
    }

    /// <summary>What a map depends on: the open sites, and where people choose by the day, their days.</summary>
    private static string OnMap(StructureAccess access) => string.Join('|', access.Structure.OpenSites.Order(StringComparer.Ordinal)
        .Select(id => access.Rule == AccessRule.Nearest ? id : $"{id} {access.Structure.OpenDaysOf(id)}"));

    private void AddFigure(string id, string caption, MapDrawing drawing)
    {
        figures.Add(id, drawing);
        page.Add(new FigureBlock(id, caption, drawing.Description));
    }
}
