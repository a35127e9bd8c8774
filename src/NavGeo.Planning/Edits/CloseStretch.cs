using System.Text.Json.Serialization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Edits;

/// <summary>
/// Closes a road between two places: all of it on the way along it from one to the other. Sites lie beside the road: it is closed
/// from where the way from them comes onto it. Points are taken as points of the road.
/// </summary>
/// <param name="Road">Number of the road.</param>
/// <param name="From">One end: id or name of a site, or <c>longitude,latitude</c>.</param>
/// <param name="To">The other.</param>
/// <param name="IsToAll">As in <see cref="CloseRoad"/>.</param>
public sealed record CloseStretch(
    string Road, string From, string To, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsToAll = false) : Edit
{
    /// <summary>From a site that lies farther off the road is closed from its turn-off, kilometres.</summary>
    private const double TurnOff = 2;

    private static readonly string[] Dashes = ["–", "—", " - "];

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        (object from, object to) = (EditWords.OfEnd(original, From), EditWords.OfEnd(original, To));
        string road = EditWords.OfRoad(Road);
        // A road that the meeting itself has built is not measured.
        if (Measured(original) is not { } stretch) return new Phrase(EditWords.Closed("edits.closeStretchPlain", IsToAll), road, from, to);
        if (stretch.ToFrom >= TurnOff) from = new Phrase("edits.turn-off", from);
        if (stretch.ToTo >= TurnOff) to = new Phrase("edits.turn-off", to);
        return stretch.IsPart
            ? new Phrase(EditWords.Closed("edits.closeStretchPart", IsToAll), road, from, to, stretch.Kilometres, stretch.Between)
            : new Phrase(EditWords.Closed("edits.closeStretch", IsToAll), road, from, to, stretch.Kilometres);
    }

    /// <inheritdoc/>
    internal override void Apply(EditDraft draft)
    {
        PlanningCase? original = draft.IsOfCase ? draft.Original : null;
        ClosedStretch closed = OnRoads(original, draft.ToPlane);
        draft.Change(draft.Memory.OnRoads(this, () => closed));
        // A road that is not there, or not yet, is told of where the roads are changed.
        if (EdgeSelection.ByRoad(draft.Memory.Roads, closed.Road).Length == 0 || draft.Memory.Stretch(closed) is not null) return;
        throw original is null ? EditFault.Of("edits.wrong.noStretch", closed.Road.ToString()) : NotBetween(original, closed.Road);
    }

    /// <summary>"E 16 roa jevnaker", "E 6 Mo i Rana–Mosjøen"; null where it is none.</summary>
    internal static CloseStretch? Find(string text, string[] words, bool isToAll)
    {
        for (int length = Math.Min(2, words.Length - 1); length > 0; length--)
        {
            string road = string.Join(' ', words[..length]);
            if (!RoadNumber.TryParse(road, out _)) continue;
            string rest = string.Join(' ', words[length..]);
            string? dash = Dashes.FirstOrDefault(d => rest.Contains(d, StringComparison.Ordinal));
            string[] ends = dash is null ? words[length..] : rest.Split(dash, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return ends.Length == 2 && ends.Count(e => EditWords.FindPoint(e) is not null) is var points && points + ends.Count(e => !e.Contains(',', StringComparison.Ordinal)) == 2
                ? new CloseStretch(road, ends[0], ends[1], isToAll)
                : throw EditFault.Of("edits.wrong.road", text);
        }
        return null;
    }

    private RoadStretch? Measured(PlanningCase original) =>
        RoadNumber.TryParse(Road, out RoadNumber number) && EdgeSelection.ByRoad(original.Roads, number).Length > 0
            ? EditMemory.Of(original).Stretch(OnRoads(original, new EditDraft(original).ToPlane))
            : null;

    private ClosedStretch OnRoads(PlanningCase? original, Func<GeoPoint, PlanePoint> toPlane)
    {
        (PlanePoint from, bool isFromBeside) = End(original, From, toPlane);
        (PlanePoint to, bool isToBeside) = End(original, To, toPlane);
        return new ClosedStretch(EditWords.Number(Road), from, to, IsToAll) { IsFromBeside = isFromBeside, IsToBeside = isToBeside };
    }

    private static (PlanePoint Place, bool IsBeside) End(PlanningCase? original, string end, Func<GeoPoint, PlanePoint> toPlane)
    {
        int site = original is null ? -1 : EditWords.FindSite(original, end);
        if (site >= 0) return (original!.SitePoints[site], true);
        if (EditWords.FindPoint(end) is { } point) return (toPlane(point), false);
        throw original is null ? EditFault.Of("edits.wrong.site", end) : EditFault.Of("edits.wrong.place", end, Named(original, original.Sites.Select(s => s.Id)));
    }

    /// <summary>What is wrong, with the places between which the road can be closed.</summary>
    private InputException NotBetween(PlanningCase original, RoadNumber road)
    {
        IReadOnlyList<PlaceAlong> along = RoadStretch.PlacesAlong(original, road);
        (object from, object to) = (EditWords.OfEnd(original, From), EditWords.OfEnd(original, To));
        return along.Count > 0
            ? EditFault.Of("edits.wrong.notBetween", road.ToString(), from, to, Named(original, along.Select(p => p.Site)))
            : EditFault.Of("edits.wrong.passesNone", road.ToString(), from, to);
    }

    private static string Named(PlanningCase original, IEnumerable<string> sites) => string.Join(", ", sites.Select(s => EditWords.OfPlace(original, s)));
}
