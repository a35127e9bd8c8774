using System.ComponentModel.DataAnnotations;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Web.Api;

/// <summary>What the page needs to know of a case once.</summary>
internal sealed record CaseResponse
{
    /// <summary>Id of the case.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Name { get; init; }

    /// <summary>The case's own.</summary>
    public required UserLanguage Language { get; init; }

    /// <summary>What the case is as of.</summary>
    public required string Date { get; init; }

    /// <summary>Id of the structure the others are held against.</summary>
    public required string Baseline { get; init; }

    /// <summary>Structures in the case's order.</summary>
    public required IReadOnlyList<StructureItem> Structures { get; init; }

    /// <summary>Sites as they are today, before any edit.</summary>
    public required IReadOnlyList<AnswerResponse.SiteLine> Sites { get; init; }

    /// <summary>Municipalities by number.</summary>
    public required IReadOnlyList<NamedItem> Municipalities { get; init; }

    /// <summary>Numbered roads that matter to the case and can be closed, nearest first (<see cref="OfferedRoads"/>).</summary>
    public required IReadOnlyList<string> Roads { get; init; }

    /// <summary>The other numbered roads of its surroundings, for who looks for one by its number.</summary>
    public required IReadOnlyList<string> OtherRoads { get; init; }

    /// <summary>Ferries there that can be taken out, by name or road number.</summary>
    public required IReadOnlyList<string> Ferries { get; init; }

    /// <summary>Those of the ferries that carry people only.</summary>
    public required IReadOnlyList<string> PassengerBoats { get; init; }

    /// <summary>Promises in minutes.</summary>
    public required IReadOnlyList<int> Thresholds { get; init; }

    /// <summary>Classes of travel time in the order of the tiles' <c>class</c>; last those without access (-1 on tiles).</summary>
    public required IReadOnlyList<MapClass> Classes { get; init; }

    /// <summary>The scale of change, in the order of the tiles' <c>change</c>.</summary>
    public required IReadOnlyList<MapClass> Changes { get; init; }

    /// <summary>Days a week without a car, from 0, where no day works, to 5, as the layers' <c>days_week</c>; empty where the meeting has no timetable.</summary>
    public required IReadOnlyList<MapClass> VisitClasses { get; init; }

    /// <summary>West, south, east, north in degrees, around people and sites.</summary>
    [Length(4, 4)]
    public required IReadOnlyList<double> Bounds { get; init; }

    /// <summary>Side of a cell; 0 where people are points.</summary>
    public required int CellMetres { get; init; }

    /// <summary>
    /// The places of the demand that have a name, in its order, or where none has the settlements; then, for each municipality where
    /// none of the demand has, the place with most people under the name of the municipality.
    /// </summary>
    public required IReadOnlyList<PlaceItem> Places { get; init; }

    /// <summary>Stands for the times of today on the map.</summary>
    public required string Surface { get; init; }

    /// <summary>Whether the page offers Kartverket's background map.</summary>
    public required bool HasBackgroundMap { get; init; }

    /// <summary>Address of the page where the case is worked on; null where the meeting was not opened from one.</summary>
    public string? StartPage { get; init; }

    /// <summary>How far the minutes are off, in few words, in the language of the reader.</summary>
    public required string MinutesError { get; init; }

    /// <summary>Title and licence of each source.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What a colour of the map means.</summary>
    /// <param name="Colour"><c>#rrggbb</c>.</param>
    /// <param name="Hatch">Colour of the lines over it; null for none.</param>
    /// <param name="Label">In the language of the reader.</param>
    internal sealed record MapClass(string Colour, string? Hatch, string Label)
    {
        public static MapClass Of(AreaStyle look, string label) => new(look.Colour, look.Hatch?.Colour, label);
    }

    /// <summary>An id and a name.</summary>
    internal sealed record NamedItem(string Id, string Name);

    /// <summary>A structure with its offices as they are in the case.</summary>
    internal sealed record StructureItem(string Id, string Name, IReadOnlyList<AnswerResponse.OfficeLine> Offices);

    /// <summary>A named place of the demand.</summary>
    /// <param name="Index">In the demand.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Municipality">Name of its municipality; null outside.</param>
    /// <param name="Longitude">Degrees east.</param>
    /// <param name="Latitude">Degrees north.</param>
    internal sealed record PlaceItem(int Index, string Name, string? Municipality, double Longitude, double Latitude);

    public static CaseResponse Of(PlanningCase planningCase, StructureAccess today, string surface, bool hasBackgroundMap, UserLanguage language)
    {
        MapProjection projection = MapProjection.ForEpsg(planningCase.Epsg);
        Demand demand = planningCase.Demand;
        int[] named = [.. Enumerable.Range(0, demand.Count).Where(i => demand.Names[i] is { Length: > 0 })];
        HashSet<int> withNames = [.. named.Select(i => demand.Municipalities[i])];
        IEnumerable<int> largest = Enumerable.Range(0, demand.Count)
            .Where(i => demand.Municipalities[i] >= 0 && !withNames.Contains(demand.Municipalities[i]))
            .GroupBy(i => demand.Municipalities[i]).OrderBy(g => g.Key).Select(g => g.MaxBy(i => demand.People[i]));
        var near = Surroundings.Of(planningCase);
        var offered = OfferedRoads.Of(planningCase);
        PlaceItem[] places = [.. named.Concat(largest).Select(p => Place(p, null))];
        if (named.Length == 0) places = [.. Settled(planningCase).Select(s => Place(s.Place, s.Name)).Concat(places).DistinctBy(p => p.Index)];
        return new CaseResponse
        {
            Id = planningCase.Id,
            Name = planningCase.Name.In(language),
            Language = planningCase.Language,
            Date = planningCase.Date,
            Baseline = planningCase.Baseline,
            Structures = [.. planningCase.Structures.Select(s => new StructureItem(
                s.Id, s.Name.In(language), SituationLines.OfficesOf(OfficeSize.Of(planningCase, s))))],
            Sites = SituationLines.SitesToday(planningCase, today),
            Municipalities = [.. planningCase.Municipalities.Select(m => new NamedItem(m.Number, m.Name))],
            Roads = [.. offered.Near.Select(r => r.ToString())],
            OtherRoads = [.. offered.Others.Select(r => r.ToString())],
            Ferries = FerriesOf(planningCase.Roads, near, kind => kind.IsFerry()),
            PassengerBoats = [.. FerriesOf(planningCase.Roads, near, kind => kind == LinkKind.PassengerBoat).Except(FerriesOf(planningCase.Roads, near, kind => kind == LinkKind.CarFerry))],
            Thresholds = AccessIndicators.Thresholds,
            Classes = TimesIn(Phrasebook.For(language)),
            Changes = [.. ChangeScale.Classes.Zip(ChangeStyle.Usual.Areas, (c, look) => MapClass.Of(look, c.Title.In(language)))],
            VisitClasses = planningCase.Transit is null ? [] : VisitsIn(Phrasebook.For(language)),
            Bounds = BoundsOf(planningCase, projection),
            CellMetres = demand.CellMetres,
            Places = places,
            Surface = surface,
            HasBackgroundMap = hasBackgroundMap,
            MinutesError = MinutesText.ShortOf(planningCase).In(language),
            Sources = [.. SourceReference.Licensed(planningCase.Sources, planningCase.Language)],
        };

        PlaceItem Place(int index, string? called)
        {
            GeoPoint at = projection.ToGeo(demand.Points[index]);
            int municipality = demand.Municipalities[index];
            string? around = municipality < 0 ? null : planningCase.Municipalities[municipality].Name;
            return new PlaceItem(index, called ?? demand.Names[index] ?? around ?? "", around, Math.Round(at.Longitude, 6), Math.Round(at.Latitude, 6));
        }
    }

    /// <summary>The settlements of a case whose squares have no names, each with the people of its municipality that live nearest to it.</summary>
    private static IEnumerable<(int Place, string Name)> Settled(PlanningCase planningCase)
    {
        Demand demand = planningCase.Demand;
        ILookup<int, int> placesOf = Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0).ToLookup(p => demand.Municipalities[p]);
        return planningCase.Settlements.Where(s => !s.IsValley && placesOf.Contains(s.Municipality))
            .Select(s => (Place: placesOf[s.Municipality].MinBy(p => demand.Points[p].DistanceTo(s.Point)), s.Name, s.Point))
            .Where(s => demand.Points[s.Place].DistanceTo(s.Point) <= PlaceLabels.NearMetres).Select(s => (s.Place, s.Name));
    }

    private static MapClass[] TimesIn(Phrasebook book)
    {
        MapStyle style = MapStyle.TravelTime;
        return [.. style.Classes.Select((c, i) => MapClass.Of(new AreaStyle(c.Colour), book.Say(style.TitleOf(i)))), new MapClass(style.NoAccess.Colour, null, book.Say("maps.legend.no-access"))];
    }

    /// <summary>As the sheet has them: the more days, the lighter.</summary>
    private static MapClass[] VisitsIn(Phrasebook book)
    {
        MapStyle style = MapStyle.TravelTime;
        int week = WeekdayCode.Each.Count;
        return
        [
            MapClass.Of(style.NoAccess, book.Say("sheets.visits.none")),
            .. Enumerable.Range(1, week).Select(days => MapClass.Of(new AreaStyle(style.Classes[week - days].Colour), book.Say("sheets.visits.days", days))),
        ];
    }

    /// <summary>Around the sites and the people of the case's municipalities, each square of some kilometres looked at once.</summary>
    private static double[] BoundsOf(PlanningCase planningCase, MapProjection projection)
    {
        const double SquareMetres = 5000;
        Demand demand = planningCase.Demand;
        IEnumerable<PlanePoint> points = planningCase.SitePoints.Concat(
            Enumerable.Range(0, demand.Count).Where(i => demand.Municipalities[i] >= 0).Select(i => demand.Points[i]));
        GeoPoint[] rim = [.. points.DistinctBy(p => (Math.Floor(p.Easting / SquareMetres), Math.Floor(p.Northing / SquareMetres))).Select(projection.ToGeo)];
        return [rim.Min(p => p.Longitude), rim.Min(p => p.Latitude), rim.Max(p => p.Longitude), rim.Max(p => p.Latitude)];
    }

    private static string[] FerriesOf(RoadGraph graph, Surroundings near, Func<LinkKind, bool> isMeant)
    {
        var ferries = new SortedSet<string>(StringComparer.Ordinal);
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!isMeant(graph.EdgeKinds[edge]) || !near.Hold(graph, edge)) continue;
            string name = graph.NameOf(edge) ?? graph.EdgeRoads[edge].ToString();
            if (name.Length > 0) ferries.Add(name);
        }
        return [.. ferries];
    }
}
