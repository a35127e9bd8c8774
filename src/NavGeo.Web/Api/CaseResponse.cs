using NavGeo.Data.Projection;
using NavGeo.Maps.Styles;
using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Web.Api;

/// <summary>What the page needs to know of a case once.</summary>
internal sealed record CaseResponse
{
    /// <summary>Id of the case.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Name { get; init; }

    /// <summary>nb, nn or en: the case's own.</summary>
    public required string Language { get; init; }

    /// <summary>What the case is as of.</summary>
    public required string Date { get; init; }

    /// <summary>Id of the structure the others are held against.</summary>
    public required string Baseline { get; init; }

    /// <summary>Structures in the case's order.</summary>
    public required IReadOnlyList<NamedItem> Structures { get; init; }

    /// <summary>Municipalities by number.</summary>
    public required IReadOnlyList<NamedItem> Municipalities { get; init; }

    /// <summary>Numbered roads that can be closed, European roads first.</summary>
    public required IReadOnlyList<string> Roads { get; init; }

    /// <summary>Ferries that can be taken out, by name or road number.</summary>
    public required IReadOnlyList<string> Ferries { get; init; }

    /// <summary>Promises in minutes.</summary>
    public required IReadOnlyList<int> Thresholds { get; init; }

    /// <summary>Classes and colours of the map.</summary>
    public required IReadOnlyList<TravelClass> Classes { get; init; }

    /// <summary>West, south, east, north in degrees, around people and sites.</summary>
    public required IReadOnlyList<double> Bounds { get; init; }

    /// <summary>Side of a cell; 0 where people are points.</summary>
    public required int CellMetres { get; init; }

    /// <summary>Name, people and kommunenummer of every place of the demand, in its order.</summary>
    public required IReadOnlyList<PlaceItem> Places { get; init; }

    /// <summary>Title and licence of each source.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>An id and a name.</summary>
    internal sealed record NamedItem(string Id, string Name);

    /// <summary>A place of the demand.</summary>
    /// <param name="Name">Null where it has none.</param>
    /// <param name="People">Who live there.</param>
    /// <param name="Municipality">Name; null outside.</param>
    /// <param name="Longitude">Degrees east.</param>
    /// <param name="Latitude">Degrees north.</param>
    internal sealed record PlaceItem(string? Name, int People, string? Municipality, double Longitude, double Latitude);

    public static CaseResponse Of(PlanningCase planningCase, UserLanguage language)
    {
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        Demand demand = planningCase.Demand;
        var places = new PlaceItem[demand.Count];
        for (int i = 0; i < places.Length; i++)
        {
            GeoPoint at = projection.ToGeo(demand.Points[i]);
            int municipality = demand.Municipalities[i];
            places[i] = new PlaceItem(
                demand.Names[i], demand.People[i], municipality < 0 ? null : planningCase.Municipalities[municipality].Name,
                Math.Round(at.Longitude, 6), Math.Round(at.Latitude, 6));
        }
        IEnumerable<GeoPoint> all = planningCase.Sites.Select(s => s.Position)
            .Concat(places.Where(p => p.Municipality is not null).Select(p => new GeoPoint(p.Longitude, p.Latitude)));
        return new CaseResponse
        {
            Id = planningCase.Id,
            Name = planningCase.Name.In(language),
            Language = LanguageCode.Of(planningCase.Language),
            Date = planningCase.Date,
            Baseline = planningCase.Baseline,
            Structures = [.. planningCase.Structures.Select(s => new NamedItem(s.Id, s.Name.In(language)))],
            Municipalities = [.. planningCase.Municipalities.Select(m => new NamedItem(m.Number, m.Name))],
            Roads = RoadsOf(planningCase.Roads),
            Ferries = FerriesOf(planningCase.Roads),
            Thresholds = AccessIndicators.Thresholds,
            Classes = MapStyle.TravelTime.Classes,
            Bounds = [all.Min(p => p.Longitude), all.Min(p => p.Latitude), all.Max(p => p.Longitude), all.Max(p => p.Latitude)],
            CellMetres = demand.CellMetres,
            Places = places,
            Sources = [.. planningCase.Sources.Where(s => s.Licence.Length > 0).Select(s => $"{s.Title} ({s.Licence}, {s.Date})")],
        };
    }

    private static string[] RoadsOf(RoadGraph graph)
    {
        var roads = new HashSet<RoadNumber>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeRoads[edge].IsNumbered && !graph.EdgeKinds[edge].IsFerry()) roads.Add(graph.EdgeRoads[edge]);
        }
        return [.. roads.OrderBy(r => r.Category).ThenBy(r => r.Number).Select(r => r.ToString())];
    }

    private static string[] FerriesOf(RoadGraph graph)
    {
        var ferries = new SortedSet<string>(StringComparer.Ordinal);
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!graph.EdgeKinds[edge].IsFerry()) continue;
            string name = graph.NameOf(edge) ?? graph.EdgeRoads[edge].ToString();
            if (name.Length > 0) ferries.Add(name);
        }
        return [.. ferries];
    }
}
