using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Web.Starting;

/// <summary>A case on the desk.</summary>
/// <param name="Key">What requests name it by.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="IsEmbedded">Whether it comes with the program and stays as it is.</param>
/// <param name="IsWorkbook">Whether it is one, which is edited in a spreadsheet.</param>
internal sealed record DeskItem(string Key, string Name, string Folder, bool IsEmbedded, bool IsWorkbook);

/// <summary>A case as one works on it.</summary>
/// <param name="Item">The case.</param>
/// <param name="Form">Sites and structures; null where an error stands among the findings.</param>
/// <param name="Baseline">The structure of today.</param>
/// <param name="Municipalities">Those of the case, and parts of them.</param>
/// <param name="Places">Named places a site can be put at.</param>
/// <param name="Findings">Everything there is to say about it.</param>
/// <param name="CanUndo">Whether something saved can be taken back.</param>
/// <param name="IsSaved">Whether the folder holds this.</param>
internal sealed record DeskCase(
    DeskItem Item, CaseForm? Form, string? Baseline, IReadOnlyList<DeskArea> Municipalities, IReadOnlyList<DeskPlace> Places,
    IReadOnlyList<Finding> Findings, bool CanUndo, bool IsSaved)
{
    /// <summary>What a check found.</summary>
    public static DeskCase Of(DeskItem item, CaseCheck check, bool canUndo, bool isSaved) => new(
        item,
        check.Case is { } sound ? CaseForm.Of(sound) : null,
        check.Case?.Baseline,
        check.Case is { } known ? [.. known.Areas.Select(a => new DeskArea(a.Number, a.Name, a.PartOf))] : [],
        check.Case is { } placed ? PlacesOf(placed) : [],
        check.Findings,
        canUndo,
        isSaved);

    private static DeskPlace[] PlacesOf(PlanningCase planningCase)
    {
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        Demand demand = planningCase.Demand;
        IEnumerable<Settlement> named = Enumerable.Range(0, demand.Count).Where(i => !string.IsNullOrWhiteSpace(demand.Names[i]))
            .Select(i => new Settlement(demand.Names[i]!, demand.Points[i], demand.Municipalities[i]));
        return
        [
            .. planningCase.Settlements.Where(s => !s.IsValley).Concat(named).Where(s => s.Municipality >= 0)
                .DistinctBy(s => (s.Name, s.Municipality)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(Place),
        ];

        DeskPlace Place(Settlement settlement)
        {
            GeoPoint at = projection.ToGeo(settlement.Point);
            Municipality municipality = planningCase.Municipalities[settlement.Municipality];
            return new DeskPlace(settlement.Name, municipality.Number, municipality.Name, Math.Round(at.Longitude, 6), Math.Round(at.Latitude, 6));
        }
    }
}

/// <summary>A municipality, or a part of one.</summary>
/// <param name="Number">Kommunenummer, or the id of the part.</param>
/// <param name="Name">As users see it.</param>
/// <param name="PartOf">The municipality that it is a part of; null for a whole one.</param>
internal sealed record DeskArea(string Number, string Name, string? PartOf);

/// <summary>A named place.</summary>
/// <param name="Name">As the map has it.</param>
/// <param name="Municipality">Kommunenummer.</param>
/// <param name="MunicipalityName">Its name.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
internal sealed record DeskPlace(string Name, string Municipality, string MunicipalityName, double Longitude, double Latitude);
