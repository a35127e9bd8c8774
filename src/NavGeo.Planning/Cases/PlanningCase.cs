using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NavGeo.Transit.Search;

namespace NavGeo.Planning.Cases;

/// <summary>
/// Everything a question is about, read and checked: roads, people, municipalities, sites and the structures to be
/// compared. Immutable; a what-if is another case, not a change of this one.
/// </summary>
public sealed record PlanningCase
{
    /// <summary>Short name for files: letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Title as users see it, in their language.</summary>
    public required Names Name { get; init; }

    /// <summary>The language its tables and maps are written in unless the user asks for another.</summary>
    public required UserLanguage Language { get; init; }

    /// <summary>EPSG code of the projected coordinates of roads and demand: 25833 in Norway.</summary>
    public int Epsg { get; init; } = 25833;

    /// <summary>What the case is "as of": printed on every sheet, for example 2018-01-01.</summary>
    public required string Date { get; init; }

    /// <summary>The year whose municipality codes the case uses; a case does not mix years.</summary>
    public required int CodeYear { get; init; }

    /// <summary>Sorted by number.</summary>
    public required IReadOnlyList<Municipality> Municipalities { get; init; }

    /// <summary>
    /// Parts of municipalities that a structure may give to different offices (Tysfjord in 2020); empty where no
    /// municipality is divided. <see cref="Municipality.PartOf"/> is set on each.
    /// </summary>
    public IReadOnlyList<Municipality> Parts { get; init; } = [];

    /// <summary>Whatever an office may serve: the municipalities, then the parts.</summary>
    public IEnumerable<Municipality> Areas => Municipalities.Concat(Parts);

    /// <summary>All sites any structure may open.</summary>
    public required IReadOnlyList<ServiceSite> Sites { get; init; }

    /// <summary>In the order of the case file; the baseline is one of them.</summary>
    public required IReadOnlyList<Structure> Structures { get; init; }

    /// <summary>Id of the structure the others are compared with (dagens organisering).</summary>
    public required string Baseline { get; init; }

    /// <summary>Where people live.</summary>
    public required Demand Demand { get; init; }

    /// <summary>The roads they travel.</summary>
    public required RoadGraph Roads { get; init; }

    /// <summary>How fast they travel.</summary>
    public required TravelProfile Profile { get; init; }

    /// <summary>What is different on the roads from the beginning: the season. Edits come on top of these.</summary>
    public IReadOnlyList<RoadEdit> StandingEdits { get; init; } = [];

    /// <summary>What has been changed in the case as it was read, but for its season, in the order it was done.</summary>
    public IReadOnlyList<CaseChange> Changes { get; init; } = [];

    /// <summary>The case as it was read, before anything was changed in it: there its baseline is what people have today. Null where it is that case itself.</summary>
    public PlanningCase? AsRead { get; init; }

    /// <summary>What it differs by from the roads in summer and the case as it was read, in words: its season, then the changes.</summary>
    public IEnumerable<Phrase> Differences =>
        [.. StandingEdits.OfType<WinterSeason>().Select(WinterWords.Of), .. Changes.Select(c => c.Sentence)];

    /// <summary>What was changed since it was read, in words: a season the edits set, then the changes; empty where nothing was.</summary>
    public IEnumerable<Phrase> Edited =>
        [.. StandingEdits.OfType<WinterSeason>().Except((AsRead ?? this).StandingEdits.OfType<WinterSeason>()).Select(WinterWords.Of), .. Changes.Select(c => c.Sentence)];

    /// <summary>True where the case says that the minutes of its own road table are estimates.</summary>
    public bool AreMinutesEstimated { get; init; }

    /// <summary>What people without a car travel with; null where no timetable was given.</summary>
    public TransitNetwork? Transit { get; init; }

    /// <summary>Sea that nobody drives across on the way to the road; null where the case knows of none.</summary>
    public WaterMask? Water { get; init; }

    /// <summary>Where its people meet its roads, where that is known from an earlier time; null where it is not.</summary>
    public KnownPlaces? KnownPlaces { get; init; }

    /// <summary>Sites and positions in the plane, in the order of <see cref="Sites"/>, in the case's projection.</summary>
    public required IReadOnlyList<PlanePoint> SitePoints { get; init; }

    /// <summary>Årsverk and employees by municipality group as given by the partners; empty where the case has none.</summary>
    public IReadOnlyList<OfficeStaffing> Staffing { get; init; } = [];

    /// <summary>Whom counsellors go out to meet; empty where the case names none.</summary>
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>Where the partners are in the plane, in the order of <see cref="Partners"/>.</summary>
    public IReadOnlyList<PlanePoint> PartnerPoints { get; init; } = [];

    /// <summary>Which trips counsellors make; empty where the case does not say.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];

    /// <summary>Money, visits, risk and what reports printed: whatever else the partners brought.</summary>
    public CaseFigures Figures { get; init; } = CaseFigures.None;

    /// <summary>Settlements by which spots are named where the people's places have no names; may be empty.</summary>
    public IReadOnlyList<Settlement> Settlements { get; init; } = [];

    /// <summary>Whether the baseline is the one NavGeo made up when the case was started, and still bears the name it was given: then nobody has said that it is today's.</summary>
    public bool IsBaselineAssumed => GetStructure(Baseline).Name.In(UserLanguage.Bokmaal) == new Phrase("report.assumed-structure").In(UserLanguage.Bokmaal);

    /// <summary>
    /// Whether its roads are fewer links than there are places where people live: then most places have no road of their
    /// own, and a way round that exists may be missing. No closure is judged on such a network.
    /// </summary>
    public bool IsNetworkSimplified => Roads.EdgeCount < Demand.Count;

    /// <summary>Sources of everything in the case.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>The structure with this id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Structure GetStructure(string id) =>
        Structures.FirstOrDefault(s => s.Id == id) ?? throw new ArgumentException($"no structure '{id}' in {Id}", nameof(id));
}

/// <summary>One thing that has been changed in a case.</summary>
/// <param name="Sentence">What, for people.</param>
/// <param name="IsOfRoads">Whether it is tried on the roads, so that what it does by itself can be told.</param>
public sealed record CaseChange(Phrase Sentence, bool IsOfRoads);
