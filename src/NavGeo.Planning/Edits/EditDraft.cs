using System.Globalization;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Transit.Search;

namespace NavGeo.Planning.Edits;

/// <summary>
/// A case, or roads alone, while edits are applied to it in their order; becomes a <see cref="PlanningCase"/> and the
/// edits of its roads. Scratch for one thread.
/// </summary>
public sealed class EditDraft
{
    /// <summary>Nearer than this to a turn of a ferry line is at it.</summary>
    private const double TurnMetres = 1;

    private const double MostDays = 5;

    private readonly PlanningCase? original;
    private readonly List<Structure> structures = [];
    private readonly List<ServiceSite> sites = [];
    private readonly List<PlanePoint> sitePoints = [];
    private readonly List<Made> all = [];
    private readonly MapProjection projection;
    private IReadOnlyList<RoadEdit> standing;

    /// <param name="original">The case as it was read; not changed.</param>
    public EditDraft(PlanningCase original)
        : this(EditMemory.Of(original))
    {
        this.original = original;
        structures = [.. original.Structures];
        sites = [.. original.Sites];
        sitePoints = [.. original.SitePoints];
        standing = OwnStanding = original.StandingEdits;
        Chosen = original.Baseline;
        Transit = original.Transit;
    }

    /// <param name="roads">Roads that belong to no case.</param>
    /// <param name="profile">How fast one travels on them.</param>
    public EditDraft(RoadGraph roads, TravelProfile profile)
        : this(new EditMemory(roads, profile))
    {
    }

    private EditDraft(EditMemory memory)
    {
        Memory = memory;
        Profile = memory.Profile;
        projection = MapProjection.ForEpsg(memory.Roads.Epsg);
        standing = OwnStanding = [];
        Chosen = "";
    }

    /// <summary>The case as it was read.</summary>
    /// <exception cref="InputException">There is none: only roads can be edited.</exception>
    public PlanningCase Original => original ?? throw EditFault.Of("edits.wrong.noCase");

    /// <summary>Id of the structure that is shown.</summary>
    public string Chosen { get; internal set; }

    /// <summary>How fast one travels now.</summary>
    public TravelProfile Profile { get; internal set; }

    /// <summary>The season the roads have from the beginning, as it now is; then what is tried, in its order.</summary>
    /// <exception cref="InputException">A link is drawn too far from every road.</exception>
    public IReadOnlyList<RoadEdit> AllOnRoads => [.. standing, .. TriedOnRoads];

    /// <summary>What is tried on the roads, in its order.</summary>
    /// <exception cref="InputException">A link is drawn too far from every road.</exception>
    public IReadOnlyList<RoadEdit> TriedOnRoads => Tried();

    /// <summary>What people without a car travel with as it now is; null where no timetable was given.</summary>
    internal TransitNetwork? Transit { get; set; }

    /// <summary>When a site of a structure is open, where an edit says so: seconds of the clock.</summary>
    internal Dictionary<(string Structure, string Site), (int Opens, int Closes)> Hours { get; } = [];

    internal bool IsOfCase => original is not null;

    internal EditMemory Memory { get; }

    /// <summary>What stands in the case before any edit.</summary>
    internal IReadOnlyList<RoadEdit> OwnStanding { get; }

    internal IReadOnlyList<ServiceSite> Sites => sites;

    /// <summary>Applies an edit.</summary>
    /// <param name="edit">What.</param>
    /// <param name="file">Option or file it came from, for findings; null in a meeting.</param>
    /// <param name="place">Line there.</param>
    /// <exception cref="InputException">It does not fit.</exception>
    public void Add(Edit edit, string? file = null, string? place = null)
    {
        all.Add(new Made(edit, file, place));
        Placed(all[^1], () => edit.Apply(this));
    }

    /// <summary>The case as it now is.</summary>
    public PlanningCase ToCase() => Original with
    {
        Structures = structures,
        Sites = [.. sites],
        SitePoints = [.. sitePoints],
        Profile = Profile,
        StandingEdits = standing,
        Transit = Transit,
        Figures = Hours.Count == 0 ? Original.Figures : Original.Figures with { Hours = [.. HoursNow()] },
        Changes = [.. Changes()],
        AsRead = Original.AsRead ?? Original,
    };

    /// <summary>Measures the case as it now is.</summary>
    /// <param name="known">A study of the same case, whose times are used again where they are the same; the answer does not depend on it.</param>
    /// <exception cref="InputException">An edit finds nothing to change.</exception>
    public AccessStudy Measure(AccessStudy? known = null) => Explained(() =>
        known is null ? AccessStudy.Of(ToCase(), Tried()) : known.With(ToCase(), Tried()));

    /// <summary>The roads as they now are.</summary>
    /// <exception cref="InputException">An edit finds nothing to change.</exception>
    public RoadScenario ToRoads() => Explained(() => RoadScenario.Of(Memory.Roads, Profile, AllOnRoads));

    /// <summary>The structure with this id as it is now.</summary>
    internal Structure Structure(string id) =>
        structures.Find(s => s.Id == id) ?? throw (IsOfCase ? EditFault.Of("edits.wrong.structure", id) : EditFault.Of("edits.wrong.noCase"));

    /// <summary>The office of a structure with this name.</summary>
    internal static Office OfficeOf(Structure structure, string name) =>
        structure.Offices.FirstOrDefault(o => o.Name == name) ?? throw EditFault.Of("edits.wrong.office", name, structure.Id);

    /// <summary>Index of the site with this id.</summary>
    internal int SiteIndex(string id)
    {
        int index = sites.FindIndex(s => s.Id == id);
        return index >= 0 ? index : throw (IsOfCase ? EditFault.Of("edits.wrong.site", id) : EditFault.Of("edits.wrong.noCase"));
    }

    /// <summary>Gives a structure other offices.</summary>
    internal void Replace(Structure structure, IReadOnlyList<Office> offices) =>
        structures[structures.IndexOf(structure)] = new Structure(structure.Id, structure.Name, offices);

    /// <summary>Moves a site; its position is no longer an estimate but a choice.</summary>
    /// <exception cref="InputException">No road reaches it there.</exception>
    internal void Move(int site, GeoPoint position)
    {
        PlanePoint point = ToPlane(position);
        CheckReached(point);
        sitePoints[site] = point;
        sites[site] = sites[site] with { Position = position, IsPositionEstimated = false };
    }

    /// <summary>Adds a site, in the municipality of the people nearest to it.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="InputException">A site has that id or name, or no road reaches it there.</exception>
    internal int Add(string name, GeoPoint position)
    {
        if (sites.Exists(s => string.Equals(s.Id, name, StringComparison.OrdinalIgnoreCase) || string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw EditFault.Of("edits.wrong.siteThere", name);
        PlanePoint point = ToPlane(position);
        CheckReached(point);
        sitePoints.Add(point);
        sites.Add(new ServiceSite(name, name, Memory.MunicipalityNear(point), position));
        return sites.Count - 1;
    }

    /// <summary>Opens a site so many days a week; one no office keeps goes to the office that is responsible for where it stands.</summary>
    /// <exception cref="InputException">There are not so many days.</exception>
    internal void SetDays(Structure structure, int site, double days)
    {
        if (!(days >= 0 && days <= MostDays)) throw EditFault.Of("edits.wrong.days", days);
        string id = sites[site].Id;
        Office keeper = structure.Offices.FirstOrDefault(o => o.Sites.Contains(id, StringComparer.Ordinal))
            ?? structure.FindOffice(Original, sites[site].Municipality)
            ?? structure.Offices[0];
        Replace(structure, [.. structure.Offices.Select(o =>
            ReferenceEquals(o, keeper) || o.Sites.Contains(id, StringComparer.Ordinal) ? o.WithSite(id, days) : o)]);
    }

    /// <summary>Changes the roads by the edit that is being applied.</summary>
    internal void Change(RoadEdit onRoads) => all[^1].OnRoads = onRoads;

    /// <summary>Makes it winter, or summer where null.</summary>
    internal void SetSeason(WinterSeason? winter) => standing = WinterSeason.Set(OwnStanding, winter);

    /// <summary>A place on the plane of the roads; refuses positions so far off that they have none.</summary>
    internal PlanePoint ToPlane(GeoPoint position)
    {
        double east = Math.IEEERemainder(position.Longitude - projection.CentralMeridian, 360);
        // Who exchanges the two numbers in Norway lands far south of it.
        double south = projection.Epsg is > 25800 and < 25900 ? 30 : -85;
        return Math.Abs(east) <= 35 && position.Latitude >= south && position.Latitude <= 85
            ? projection.ToPlane(position)
            : throw EditFault.Of("edits.wrong.position", string.Create(CultureInfo.InvariantCulture, $"{position.Longitude:0.####},{position.Latitude:0.####}"));
    }

    private static void Placed(Made edit, Action work)
    {
        try
        {
            work();
        }
        catch (InputException wrong) when (edit.File is not null)
        {
            throw EditFault.At(wrong, edit.File, edit.Place);
        }
    }

    /// <summary>Does something with the roads as they now are.</summary>
    /// <exception cref="InputException">An edit finds nothing to change; the finding says where it came from.</exception>
    public T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (UnknownEditTargetException unknown)
        {
            InputException wrong = EditFault.Of(unknown);
            throw all.Find(e => ReferenceEquals(e.OnRoads, unknown.Edit)) is { File: { } file } made ? EditFault.At(wrong, file, made.Place) : wrong;
        }
    }

    /// <summary>Hours that an edit gave hold on whichever days the structure keeps the site open in the end.</summary>
    private IEnumerable<SiteHours> HoursNow() =>
    [
        .. Original.Figures.Hours.Where(h => h.Structure is null || !Hours.ContainsKey((h.Structure, h.Site))),
        .. Hours.Select(h => new SiteHours(h.Key.Site, h.Key.Structure, Structure(h.Key.Structure).WeekdaysOf(h.Key.Site), h.Value.Opens, h.Value.Closes)),
    ];

    /// <summary>In words, but for the season, which the case tells by itself, and which structure is shown.</summary>
    private IEnumerable<CaseChange> Changes()
    {
        if (OwnStanding.Count > standing.Count) yield return new CaseChange(new SetWinter(false).Sentence(Original), IsOfRoads: false);
        foreach (Made made in all)
        {
            if (made.Edit is not (ChooseStructure or SetWinter)) yield return new CaseChange(made.Edit.Sentence(Original), made.OnRoads is not null);
        }
    }

    private RoadEdit[] Tried() => [.. TriedByCause().Select(tried => tried.OnRoads)];

    /// <summary>What is tried on the roads, with the edit it comes from, in its order.</summary>
    /// <exception cref="InputException">A link is drawn too far from every road.</exception>
    public IReadOnlyList<(Edit Edit, RoadEdit OnRoads)> TriedByCause()
    {
        var edits = new List<(Edit, RoadEdit)>();
        foreach (Made made in all)
        {
            if (made.OnRoads is BuiltLink drawn) Placed(made, () => edits.Add((made.Edit, Joined(made, drawn))));
            else if (made.OnRoads is { } edit) edits.Add((made.Edit, edit));
        }
        return edits;
    }

    /// <summary>Refuses a place for a site that no road reaches: one across the sea, or beyond the roads.</summary>
    private void CheckReached(PlanePoint point)
    {
        RoadSnap snap = Memory.SnappingOnLand().Snap(point);
        if (snap.State == SnapState.OnRoad || all.Exists(e => e.OnRoads is BuiltLink link && IsNear(link.Link.Shape, point, Profile.MaximumOffRoadMetres))) return;
        if (snap.State == SnapState.AcrossWater) throw EditFault.Of("edits.wrong.acrossWater");
        throw EditFault.Of("edits.wrong.beyondRoads", Profile.MaximumOffRoadMetres / 1000);
    }

    /// <summary>
    /// The link with each end where the roads can take it up: as drawn where a road, a ferry line that turns or another
    /// new link is near, else at the nearest road.
    /// </summary>
    private BuiltLink Joined(Made made, BuiltLink drawn)
    {
        PlanePoint[] line = [.. drawn.Link.Shape];
        (PlanePoint from, PlanePoint to) = (End(line[0], drawn), End(line[^1], drawn));
        if (from == line[0] && to == line[^1]) return drawn;
        if (PlaneLine.Metres((PlanePoint[])[from, .. line[1..^1], to]) < 1) throw EditFault.Of("edits.wrong.noLength");
        return Memory.Moved(made.Edit, drawn, from, to);
    }

    private PlanePoint End(PlanePoint end, BuiltLink drawn)
    {
        RoadSnap snap = Memory.Snapping().Snap(end);
        if (snap.State == SnapState.OnRoad && snap.GapMetres <= BuiltLink.ReachMetres) return end;
        bool meetsAnother = all.Exists(e => e.OnRoads is BuiltLink other && !ReferenceEquals(other, drawn) && IsNear(other.Link.Shape, end, BuiltLink.ReachMetres));
        if (meetsAnother || IsAtTurn(end)) return end;
        return snap.State == SnapState.OnRoad ? snap.Point : throw EditFault.Of("edits.wrong.noRoadNear");
    }

    private bool IsAtTurn(PlanePoint end)
    {
        RoadGraph roads = Memory.Roads;
        return Enumerable.Range(0, roads.EdgeCount).Any(e => roads.EdgeKinds[e].IsFerry()
            && (roads.NodePoints[roads.EdgeFrom[e]].DistanceTo(end) <= TurnMetres || roads.NodePoints[roads.EdgeTo[e]].DistanceTo(end) <= TurnMetres));
    }

    private static bool IsNear(IReadOnlyList<PlanePoint> line, PlanePoint point, double metres) =>
        Enumerable.Range(0, line.Count - 1).Any(i => Nearest(line[i], line[i + 1], point).DistanceTo(point) <= metres);

    private static PlanePoint Nearest(PlanePoint a, PlanePoint b, PlanePoint point)
    {
        (double east, double north) = (b.Easting - a.Easting, b.Northing - a.Northing);
        double square = east * east + north * north;
        double share = square == 0 ? 0 : ((point.Easting - a.Easting) * east + (point.Northing - a.Northing) * north) / square;
        return a.Towards(b, Math.Clamp(share, 0, 1));
    }

    /// <summary>An edit that is made, and where it came from.</summary>
    private sealed class Made(Edit edit, string? file, string? place)
    {
        public Edit Edit { get; } = edit;

        public string? File { get; } = file;

        public string? Place { get; } = place;

        public RoadEdit? OnRoads { get; set; }
    }
}
