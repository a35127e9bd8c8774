using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Networks;

/// <summary>
/// Puts several road files together, such as extracts of neighbouring areas. Their links are laid end to end; a link that
/// an earlier file had is left out, and where links have junction numbers, a junction of one file is one of another where
/// both lie at the same place. Junctions of the same file stay apart, as in a bridge. Scratch for one thread.
/// </summary>
internal sealed class RoadMerge
{
    /// <summary>Places are the same to the hundredth of a metre: that is how exactly the sources give them.</summary>
    private const double PlacesPerMetre = 100;

    /// <summary>A place at which a file has more than one junction: nobody can tell which is which.</summary>
    private const long Ambiguous = -1;

    private readonly List<RoadLink> links = [];
    private readonly Dictionary<(long East, long North), long> junctions = [];
    private readonly Dictionary<(long, long, long, long, int, LinkKind), int> known = [];
    private readonly HashSet<TurnRestriction> turns = [];
    private readonly List<PathRestriction> paths = [];
    private readonly int epsg;
    private long nextJunction;
    private int repeated;
    private int joined;

    private RoadMerge(int epsg) => this.epsg = epsg;

    /// <summary>One import for all files, in the projection of the first.</summary>
    /// <param name="files">Two or more, in the order in which the user gave them.</param>
    /// <param name="findings">Takes how much the files have in common.</param>
    /// <exception cref="InputException">Links meet by number in some files and where they are drawn in others.</exception>
    public static RoadImport Of(IReadOnlyList<(string Path, RoadImport Import)> files, Findings findings)
    {
        (string firstPath, RoadImport first) = files[0];
        var merge = new RoadMerge(first.Epsg);
        foreach ((string path, RoadImport import) in files)
        {
            if (import.MeetsByNumber != first.MeetsByNumber)
            {
                (string numbered, string drawn) = first.MeetsByNumber ? (firstPath, path) : (path, firstPath);
                throw new InputException(path, null,
                    new Phrase("roads.merge.kinds", Path.GetFileName(numbered), Path.GetFileName(drawn)), new Phrase("roads.merge.kinds.remedy"));
            }
            int before = merge.joined + merge.repeated;
            bool isFirst = merge.links.Count == 0;
            merge.Add(import);
            if (import.MeetsByNumber && !isFirst && merge.joined + merge.repeated == before)
                findings.Warning(path, null, new Phrase("roads.merge.apart"), new Phrase("roads.merge.apart.remedy"));
        }
        if (merge.repeated > 0) findings.Note(firstPath, null, new Phrase("roads.merge.repeated", merge.repeated), new Phrase("geo.nothing-to-do"));
        if (merge.joined > 0) findings.Note(firstPath, null, new Phrase("roads.merge.joined", merge.joined), new Phrase("geo.nothing-to-do"));
        RoadImport[] imports = [.. files.Select(f => f.Import)];
        return new RoadImport(
            merge.links,
            [.. imports.SelectMany(i => i.Dropped).GroupBy(d => (d.Reason, d.Value)).OrderBy(d => d.Key.Reason).ThenBy(d => d.Key.Value, StringComparer.Ordinal)
                .Select(d => new DroppedRoads(d.Key.Reason, d.Key.Value, d.Sum(x => x.Count)))],
            imports.Sum(i => i.RowCount), first.Epsg, SourceOf(imports))
        {
            MeetsByNumber = first.MeetsByNumber,
            Places = [.. imports.SelectMany(i => i.Epsg == first.Epsg ? i.Places : i.Places.Select(p => p with { Point = MapProjection.ForEpsg(first.Epsg).ToPlane(MapProjection.ForEpsg(i.Epsg).ToGeo(p.Point)) }))],
            Turns = [.. merge.turns],
            Paths = merge.paths,
            Restrictions = [.. imports.SelectMany(i => i.Restrictions).GroupBy(r => r.Fate).OrderBy(r => r.Key).Select(r => new RestrictionCount(r.Key, r.Sum(x => x.Count)))],
        };
    }

    private void Add(RoadImport import)
    {
        MapProjection? from = import.Epsg == epsg ? null : MapProjection.ForEpsg(import.Epsg);
        MapProjection to = MapProjection.ForEpsg(epsg);
        var own = new Dictionary<long, long>();
        var taken = new HashSet<long>();
        var places = new List<((long, long) Place, long Junction)>();
        var numbers = new int[import.Links.Count];
        var added = new List<((long, long, long, long, int, LinkKind) Key, int Link)>();
        for (int i = 0; i < numbers.Length; i++)
        {
            RoadLink link = import.Links[i];
            if (from is not null) link = link with { Shape = (PlanePoint[])[.. link.Shape.Select(p => to.ToPlane(from.ToGeo(p)))] };
            (long East, long North) start = PlaceOf(link.Shape[0]);
            (long East, long North) end = PlaceOf(link.Shape[^1]);
            link = link with { FromJunction = JunctionOf(link.FromJunction, start), ToJunction = JunctionOf(link.ToJunction, end) };
            (long, long, long, long, int, LinkKind) key = (start.East, start.North, end.East, end.North, link.Shape.Count, link.Kind);
            if (known.TryGetValue(key, out int earlier) && IsSameCourse(links[earlier], link))
            {
                numbers[i] = earlier;
                repeated++;
                continue;
            }
            numbers[i] = links.Count;
            added.Add((key, links.Count));
            links.Add(link);
        }
        foreach (((long, long, long, long, int, LinkKind) key, int link) in added) known.TryAdd(key, link);
        foreach (((long, long) place, long junction) in places)
        {
            if (!junctions.TryAdd(place, junction) && junctions[place] != junction) junctions[place] = Ambiguous;
        }
        foreach (TurnRestriction turn in import.Turns) turns.Add(Moved(turn));
        foreach (PathRestriction path in import.Paths) paths.Add(new PathRestriction([.. path.Turns.Select(Moved)]));

        TurnRestriction Moved(TurnRestriction turn) => turn with
        {
            FromLink = numbers[turn.FromLink],
            ToLink = numbers[turn.ToLink],
            ViaNode = from is null ? turn.ViaNode : to.ToPlane(from.ToGeo(turn.ViaNode)),
            ViaJunction = turn.ViaJunction is { } via ? own[via] : null,
        };

        long? JunctionOf(long? number, (long, long) place)
        {
            if (number is not { } given) return null;
            if (own.TryGetValue(given, out long junction)) return junction;
            if (junctions.TryGetValue(place, out junction) && junction != Ambiguous && taken.Add(junction)) joined++;
            else junction = nextJunction++;
            own.Add(given, junction);
            places.Add((place, junction));
            return junction;
        }
    }

    private static bool IsSameCourse(RoadLink one, RoadLink other)
    {
        for (int i = 0; i < one.Shape.Count; i++)
        {
            if (one.Shape[i].DistanceTo(other.Shape[i]) > 2 / PlacesPerMetre) return false;
        }
        return true;
    }

    private static (long East, long North) PlaceOf(PlanePoint point) =>
        ((long)Math.Round(point.Easting * PlacesPerMetre), (long)Math.Round(point.Northing * PlacesPerMetre));

    /// <summary>All of them: what is different is named beside each other, so that no licence is lost.</summary>
    private static SourceReference SourceOf(RoadImport[] imports)
    {
        SourceReference[] sources = [.. imports.Select(i => i.Source)];
        return new SourceReference(
            Together(sources.Select(s => s.Title)), Together(sources.Select(s => s.Licence)), Together(sources.Select(s => s.Date)),
            Together(sources.Select(s => s.File)), Together(sources.Select(s => s.Sha256)));

        static string Together(IEnumerable<string?> texts) => string.Join(" + ", texts.Where(t => !string.IsNullOrEmpty(t)).Distinct(StringComparer.Ordinal));
    }
}
