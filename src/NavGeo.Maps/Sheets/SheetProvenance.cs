using System.Globalization;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Maps.Sheets;

/// <summary>The provenance of a sheet: the case's, the background's, and what was chosen for the paper.</summary>
internal static class SheetProvenance
{
    /// <summary>For a map in the classes of travel time.</summary>
    public static Provenance OfTimes(
        AccessStudy study, SheetSettings settings, PaperFrame frame, string title, params ReadOnlySpan<Structure> structures) =>
        Of(study, settings, frame, title, settings.Style.Name, structures)
            .With("class_minutes", string.Join(' ', settings.Style.Classes
                .Where(c => c.UpToMinutes is not null)
                .Select(c => c.UpToMinutes!.Value.ToString(CultureInfo.InvariantCulture))));

    /// <summary>For any map; <paramref name="style"/> is the name of the style of its classes.</summary>
    public static Provenance Of(
        AccessStudy study, SheetSettings settings, PaperFrame frame, string title, string style, params ReadOnlySpan<Structure> structures)
    {
        PlanningCase planningCase = study.Case;
        string crs = string.Create(
            CultureInfo.InvariantCulture, $"EPSG:{planningCase.Epsg}, grid north up, 1:{frame.Denominator} on {settings.Paper.Name}");
        Provenance provenance = Provenance.Of(study, title, crs, structures).With("style", style).With("cell_metres", planningCase.Demand.CellMetres);
        return provenance with { Sources = [.. provenance.Sources.Concat(settings.Background.Sources).Distinct()] };
    }
}
