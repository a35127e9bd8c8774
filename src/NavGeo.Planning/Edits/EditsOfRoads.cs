using System.Text.Json.Serialization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Edits;

/// <summary>Closes a whole road: <c>--close "rv 7"</c> to through traffic, <c>--close-to-all "rv 7"</c> to those too who live along it.</summary>
/// <param name="Road">Its number: "rv 7".</param>
/// <param name="IsToAll">Nobody drives on it; otherwise who lives along it comes out.</param>
public sealed record CloseRoad(string Road, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsToAll = false) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new(EditWords.Closed("edits.closeRoad", IsToAll), EditWords.OfRoad(Road));

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft) => draft.Change(new ClosedRoad(EditWords.Number(Road), IsToAll));

    /// <summary>
    /// A road, a stretch of it between two points or sites, or all roads of an area of three points or more: <c>rv 7</c>,
    /// <c>rv 7 8.20,60.53 7.45,60.42</c>, <c>rv 7 gol al</c>, <c>E 6 Mo i Rana–Mosjøen</c>, <c>8.1,60.5 8.3,60.5 8.2,60.6</c>.
    /// </summary>
    internal static Edit Parse(string text, bool isToAll)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        GeoPoint[] points = [.. words.Where(w => w.Contains(',', StringComparison.Ordinal)).Select(EditWords.Point)];
        if (points.Length >= 3 && points.Length == words.Length) return new CloseArea([.. points.Select(p => new[] { p.Longitude, p.Latitude })], isToAll);
        if (points.Length == 0 && RoadNumber.TryParse(text, out _)) return new CloseRoad(text, isToAll);
        return CloseStretch.Find(text, words, isToAll) ?? throw EditFault.Of("edits.wrong.road", text);
    }
}

/// <summary>Closes every road that touches an area, as in a flood: <c>--close</c> with three points or more.</summary>
/// <param name="Points">The corners, each longitude and latitude in degrees; the last is joined to the first.</param>
/// <param name="IsToAll">As in <see cref="CloseRoad"/>.</param>
public sealed record CloseArea(
    IReadOnlyList<double[]> Points, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsToAll = false) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new(EditWords.Closed("edits.closeArea", IsToAll), EditWords.LabelOf(original, EditWords.At(Points[0])).At);

    /// <inheritdoc/>
    public bool Equals(CloseArea? other) => other is not null && IsToAll == other.IsToAll && EditWords.AreSame(Points, other.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsToAll, EditWords.HashOf(Points));

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        EditWords.CheckPoints(Points, least: 3);
        draft.Change(draft.Memory.OnRoads(this, () => new ClosedArea([.. Points.Select(p => draft.ToPlane(EditWords.At(p)))], IsToAll)));
    }
}

/// <summary>Closes the link nearest to a point: <c>--close-at 8.56,60.63</c>.</summary>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
public sealed record CloseAt(double Longitude, double Latitude) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        RoadSnap snap = EditMemory.Of(original).Snapping().Snap(MapProjection.ForEpsg(original.Epsg).ToPlane(new GeoPoint(Longitude, Latitude)));
        string road = snap.Edge < 0 ? "" : original.Roads.EdgeRoads[snap.Edge].ToString();
        if (road.Length == 0 && snap.Edge >= 0) road = original.Roads.NameOf(snap.Edge) ?? "";
        Phrase near = EditWords.LabelOf(original, new GeoPoint(Longitude, Latitude)).At;
        return road.Length == 0 ? new Phrase("edits.closeAtUnnamed", near) : new Phrase("edits.closeAt", road, near);
    }

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft) => draft.Change(new ClosedPoint(draft.ToPlane(new GeoPoint(Longitude, Latitude))));

    /// <summary><c>8.56,60.63</c>.</summary>
    internal static CloseAt Parse(string text)
    {
        GeoPoint point = EditWords.Point(text);
        return new CloseAt(point.Longitude, point.Latitude);
    }
}

/// <summary>Gives every stretch of a numbered road another speed: <c>--speed "rv 7 60"</c>.</summary>
/// <param name="Road">Its number.</param>
/// <param name="Kmh">1 to 130.</param>
public sealed record SetSpeed(string Road, double Kmh) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("edits.setSpeed", EditWords.OfRoad(Road), Kmh);

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        if (!(Kmh >= AddLink.LeastKmh && Kmh <= AddLink.MostKmh)) throw EditFault.Of("edits.wrong.speed", Kmh);
        draft.Change(new RoadSpeed(EditWords.Number(Road), Kmh));
    }

    /// <summary><c>rv 7 60</c>.</summary>
    internal static SetSpeed Parse(string text)
    {
        (string road, double kmh) = EditWords.NameAndNumber(text);
        EditWords.Number(road);
        return new SetSpeed(road, kmh);
    }
}

/// <summary>Takes a ferry out: <c>--no-ferry "Bognes–Lødingen"</c>.</summary>
/// <param name="Ferry">Its name or road number.</param>
public sealed record StopFerry(string Ferry) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("edits.stopFerry", Ferry);

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft) => draft.Change(new RemovedFerry(Ferry));
}

/// <summary>Lets a ferry leave more or less often: <c>--headway "Bognes–Lødingen 60"</c>.</summary>
/// <param name="Ferry">Its name or road number.</param>
/// <param name="Minutes">Between departures, 1 to 10 080.</param>
public sealed record SetFerryHeadway(string Ferry, double Minutes) : Edit
{
    private const double MostMinutes = 10_080;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("edits.setFerryHeadway", Ferry, Minutes);

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        if (!(Minutes >= 1 && Minutes <= MostMinutes)) throw EditFault.Of("edits.wrong.headway", Minutes);
        draft.Change(new FerryHeadway(Ferry, Minutes));
    }

    /// <summary><c>Bognes–Lødingen 60</c>.</summary>
    internal static SetFerryHeadway Parse(string text)
    {
        (string ferry, double minutes) = EditWords.NameAndNumber(text);
        return new SetFerryHeadway(ferry, minutes);
    }
}

/// <summary>Counts the wait at every quay in another way: <c>--ferry-wait fixed(10)</c>.</summary>
/// <param name="Wait">A <see cref="FerryWait"/> by its name.</param>
public sealed record SetFerryWait(string Wait) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new("edits.setFerryWait", FerryWait.TryParse(Wait, out FerryWait wait) ? FerryWaitWords.Of(wait) : Wait);

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        if (!FerryWait.TryParse(Wait, out FerryWait wait)) throw EditFault.Of("edits.wrong.ferryWait", Wait);
        draft.Profile = draft.Profile with { FerryWait = wait };
    }
}

/// <summary>
/// Winter roads (<see cref="WinterSeason"/>): those closed the winter through are closed, and every other takes so much
/// longer as is said here, else as the case says, else as NavGeo assumes: <c>--season winter --winter-slower 15</c>.
/// </summary>
/// <param name="IsWinter">Winter or summer.</param>
/// <param name="SlowerPercent">So many percent longer, 0 to 200; null for the case's own.</param>
public sealed record SetWinter(
    bool IsWinter, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? SlowerPercent = null) : Edit
{
    private const double MostPercent = 200;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        IsWinter ? WinterWords.Of(WinterSeason.For(original.StandingEdits, SlowerPercent)) : new Phrase("edits.summer");

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        if (SlowerPercent is { } percent && !(percent >= 0 && percent <= MostPercent)) throw EditFault.Of("edits.wrong.winter", percent);
        draft.SetSeason(IsWinter ? WinterSeason.For(draft.OwnStanding, SlowerPercent) : null);
    }
}

/// <summary>
/// Builds a road or ferry line along a drawn line: <c>--add FILE</c>. An end joins the road it is drawn at
/// (<see cref="BuiltLink.ReachMetres"/>); one that is drawn farther off is moved to the nearest road. A real road is longer
/// than the line; the answer is the best such a road could do.
/// </summary>
/// <param name="Points">Two to <see cref="EditWords.MostPoints"/>, each longitude and latitude in degrees.</param>
/// <param name="IsFerry">A ferry that carries cars; a road otherwise.</param>
/// <param name="Kmh">Speed, 1 to 130; null where minutes are given.</param>
/// <param name="Minutes">From end to end, for a ferry without the wait, above 0 to 1 440; null where a speed is given.</param>
/// <param name="Name">What it shall be called; by which a ferry is taken out.</param>
/// <param name="Road">Its number, by which a road is closed.</param>
/// <param name="Headway">Minutes between a ferry's departures.</param>
/// <param name="IsOneWay">Only as drawn.</param>
public sealed record AddLink(
    IReadOnlyList<double[]> Points, bool IsFerry = false, double? Kmh = null, double? Minutes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Road = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Headway = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsOneWay = false) : Edit
{
    /// <summary>Slowest.</summary>
    public const double LeastKmh = 1;

    /// <summary>Fastest.</summary>
    public const double MostKmh = 130;

    /// <summary>A day.</summary>
    public const double MostMinutes = 1440;

    private const int MillisecondsPerMinute = 60_000;

    /// <summary>Whether it says in just one way how long it takes, and all its figures can be.</summary>
    [JsonIgnore]
    public bool HasTime => Kmh is null != Minutes is null && Kmh is null or (>= LeastKmh and <= MostKmh)
        && Minutes is null or (> 0 and <= MostMinutes) && Headway is null or (> 0 and <= MostMinutes);

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        MapProjection projection = MapProjection.ForEpsg(original.Epsg);
        double km = PlaneLine.Metres((PlanePoint[])[.. Points.Select(p => projection.ToPlane(EditWords.At(p)))]) / 1000;
        Phrase measure = Minutes is { } minutes ? new Phrase("edits.minutes", minutes) : new Phrase("edits.kmh", Kmh ?? 0);
        return new Phrase(
            IsFerry ? "edits.addFerry" : "edits.addRoad", EditWords.Near(original, EditWords.At(Points[0])), EditWords.Near(original, EditWords.At(Points[^1])), km, measure);
    }

    /// <inheritdoc/>
    public bool Equals(AddLink? other) => other is not null && (IsFerry, Kmh, Minutes, Name, Road, Headway, IsOneWay)
        == (other.IsFerry, other.Kmh, other.Minutes, other.Name, other.Road, other.Headway, other.IsOneWay) && EditWords.AreSame(Points, other.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsFerry, Kmh, Minutes, Name, Road, Headway, IsOneWay, EditWords.HashOf(Points));

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        EditWords.CheckPoints(Points, least: 2);
        if (!HasTime) throw EditFault.Of("edits.wrong.measure", LeastKmh, MostKmh, MostMinutes);
        if (Road is not null) EditWords.Number(Road);
        draft.Change(draft.Memory.OnRoads(this, () => new BuiltLink(Link(draft))));
    }


    private RoadLink Link(EditDraft draft)
    {
        int? milliseconds = Minutes is { } given ? checked((int)Math.Round(given * MillisecondsPerMinute)) : null;
        RoadNumber number = Road is null ? default : EditWords.Number(Road);
        return new RoadLink
        {
            Shape = [.. Points.Select(p => draft.ToPlane(EditWords.At(p)))],
            Kind = IsFerry ? LinkKind.CarFerry : LinkKind.NewRoad,
            SpeedKmh = Kmh,
            ForwardMilliseconds = milliseconds,
            BackwardMilliseconds = milliseconds,
            Name = Name is not null ? WrittenText.Clean(Name, isOneLine: true) : (IsFerry && draft.IsOfCase ? new Phrase("edits.newFerry").In(draft.Original.Language) : null),
            Road = number,
            Category = number.Category,
            HeadwayMinutes = Headway,
            Directions = IsOneWay ? LinkDirections.Forward : LinkDirections.Both,
        };
    }
}
