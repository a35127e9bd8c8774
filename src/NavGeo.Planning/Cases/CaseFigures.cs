using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Cases;

/// <summary>What the partners bring to a case besides roads, people and sites; everything may be missing. Immutable.</summary>
public sealed record CaseFigures
{
    /// <summary>A case without any.</summary>
    public static CaseFigures None { get; } = new();

    /// <summary>Cost of premises.</summary>
    public IReadOnlyList<CostLine> Costs { get; init; } = [];

    /// <summary>Agreed cost-sharing keys.</summary>
    public IReadOnlyList<OfficeKey> Keys { get; init; } = [];

    /// <summary>Today's base allocation.</summary>
    public IReadOnlyList<OfficeAllocation> Allocations { get; init; } = [];

    /// <summary>Drop-in visits as counted.</summary>
    public IReadOnlyList<ContactCount> Contacts { get; init; } = [];

    /// <summary>Who leads, as far as the case says.</summary>
    public IReadOnlyList<LeaderPost> Leaders { get; init; } = [];

    /// <summary>Statistics Norway's centrality class, 1 (most central) to 6, by kommunenummer; empty where the case has no table.</summary>
    public IReadOnlyDictionary<string, int> CentralityClasses { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Passes and ferries that are closed some hours a year.</summary>
    public IReadOnlyList<ExpectedClosure> Closures { get; init; } = [];

    /// <summary>Where employees live and work today.</summary>
    public IReadOnlyList<StaffHome> StaffHomes { get; init; } = [];

    /// <summary>When sites are open, as far as the case says.</summary>
    public IReadOnlyList<SiteHours> Hours { get; init; } = [];

    /// <summary>Per cent of the inhabitants who have no car to use, by kommunenummer; empty where the case does not say.</summary>
    public IReadOnlyDictionary<string, decimal> WithoutCarPercent { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Groups of the inhabitants that are told of by themselves.</summary>
    public IReadOnlyList<PeopleGroup> Groups { get; init; } = [];

    /// <summary>Staff that a structure gathers at one site.</summary>
    public IReadOnlyList<StaffGathering> Gatherings { get; init; } = [];

    /// <summary>The factors of the risk assessment.</summary>
    public IReadOnlyList<RiskFactor> RiskFactors { get; init; } = [];

    /// <summary>The partners' own scores.</summary>
    public IReadOnlyList<RiskVote> RiskVotes { get; init; } = [];

    /// <summary>How measured values become scores.</summary>
    public IReadOnlyList<RiskMapping> RiskMappings { get; init; } = [];

    /// <summary>Measured values that somebody else computed or counted.</summary>
    public IReadOnlyList<RiskInput> RiskInputs { get; init; } = [];

    /// <summary>The settings of the rules.</summary>
    public Assumptions Assumptions { get; init; } = Assumptions.Default;

    /// <summary>What reports printed.</summary>
    public IReadOnlyList<PrintedFigure> Printed { get; init; } = [];

    /// <summary>Ways asked about.</summary>
    public IReadOnlyList<CentreTrip> Trips { get; init; } = [];

    /// <summary>The municipal centres in the plane, in the order of the case's municipalities.</summary>
    public IReadOnlyList<PlanePoint> CentrePoints { get; init; } = [];
}

/// <summary>A way somebody asked about: "does Hemnes belong with Rana or with Vefsn?" is two of them.</summary>
/// <param name="Question">Which question it belongs to.</param>
/// <param name="From">The name of where it starts.</param>
/// <param name="Start">Metres in the case's projection.</param>
/// <param name="To">The name of the centre it goes to.</param>
/// <param name="End">Metres in the case's projection.</param>
public sealed record CentreTrip(string Question, string From, PlanePoint Start, string To, PlanePoint End);

/// <summary>A figure that a report printed, to be held against what NavGeo computes.</summary>
/// <param name="Figure">What it is: <c>property_total</c>, <c>contact_decline_pct</c>; docs/case-format.md lists them.</param>
/// <param name="Subject">Of what: an office, a site, a structure, or <c>all</c>.</param>
/// <param name="Value">As printed, with as many decimals as were printed.</param>
/// <param name="IsApproximate">Whether the report itself says "about".</param>
/// <param name="Note">Where it stands in the report; null where nothing is said.</param>
public sealed record PrintedFigure(string Figure, string Subject, decimal Value, bool IsApproximate, Names? Note)
{
    /// <summary>
    /// Whether NavGeo's rule or network was made from this very figure: that the two agree is then no evidence for either.
    /// </summary>
    public bool IsByConstruction { get; init; }

    /// <summary>Ids of the structures a printed ranking is over; empty for all.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];
}

/// <summary>A pass, a road or a ferry with the hours a year it is closed.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Close">What is closed: as <c>--close</c> takes it, or <c>ferry</c> and the name of a ferry.</param>
/// <param name="HoursAYear">0 to 8760.</param>
/// <param name="Source">Where the hours are from; null where the case does not say.</param>
public sealed record ExpectedClosure(string Name, string Close, decimal HoursAYear, Names? Source)
{
    /// <summary>The table they stand in.</summary>
    public const string FileName = "closures.csv";
}

/// <summary>A leader, or several that are only counted. One may lead several offices, and an office have several.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Office">The office led; null where they are told of the structure as a whole.</param>
/// <param name="Leader">The name of the post: the same name twice is the same person.</param>
/// <param name="Number">How many people it is.</param>
public sealed record LeaderPost(string Structure, string? Office, string Leader, int Number)
{
    /// <summary>How many people lead under a structure; null where the case does not say it of every office.</summary>
    public static int? CountUnder(PlanningCase planningCase, Structure structure)
    {
        LeaderPost[] posts = [.. planningCase.Figures.Leaders.Where(l => l.Structure == structure.Id)];
        bool isCounted = posts.Any(l => l.Office is null) || structure.Offices.All(o => posts.Any(l => l.Office == o.Name));
        return posts.Length > 0 && isCounted ? posts.DistinctBy(l => l.Leader, StringComparer.Ordinal).Sum(l => l.Number) : null;
    }
}

/// <summary>A structure gathers a part of the whole region's staff at one site, whatever happens to the offices.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Part">Whom it gathers.</param>
/// <param name="Site">Id of the site.</param>
public sealed record StaffGathering(string Structure, StaffPart Part, string Site);

/// <summary>Employees who live in one cell and work at one site today.</summary>
/// <param name="Site">Id of the site.</param>
/// <param name="Home">The middle of the cell, in the case's projection.</param>
/// <param name="Employees">At least 1.</param>
/// <param name="Employer">Whose they are; <see cref="StaffPart.All"/> where the case does not say.</param>
public sealed record StaffHome(string Site, PlanePoint Home, int Employees, StaffPart Employer);

/// <summary>When a site is open on a day of the week; a day may have several.</summary>
/// <param name="Site">Id of the site.</param>
/// <param name="Structure">Id of the structure it is so under; null for all that do not say otherwise.</param>
/// <param name="Days">The days.</param>
/// <param name="Opens">Seconds of the clock.</param>
/// <param name="Closes">The same, later.</param>
public sealed record SiteHours(string Site, string? Structure, Weekdays Days, int Opens, int Closes)
{
    /// <summary>What a site without hours is taken to have on each of its days: nine to three.</summary>
    public static (int Opens, int Closes) Assumed => (9 * 3600, 15 * 3600);

    /// <summary>
    /// When a site is open under a structure: by the rows of that structure, else by those of all, on the days on which the structure
    /// keeps it open; the usual hours on each of these where the case says none. Empty for a closed site.
    /// </summary>
    /// <param name="planningCase">Whose hours.</param>
    /// <param name="structure">Whose days.</param>
    /// <param name="site">Id of the site.</param>
    /// <param name="usual">Seconds of the clock.</param>
    public static IReadOnlyList<SiteHours> Under(PlanningCase planningCase, Structure structure, string site, (int Opens, int Closes) usual)
    {
        Weekdays days = structure.WeekdaysOf(site);
        if (days == Weekdays.None) return [];
        SiteHours[] rows = [.. planningCase.Figures.Hours.Where(h => h.Site == site)];
        SiteHours[] own = [.. rows.Where(h => h.Structure == structure.Id)];
        if (own.Length > 0) return own;
        SiteHours[] all = [.. rows.Where(h => h.Structure is null)];
        return all.Length == 0 ? [new SiteHours(site, null, days, usual.Opens, usual.Closes)]
            : [.. all.Select(h => h with { Days = h.Days & days }).Where(h => h.Days != Weekdays.None)];
    }
}

/// <summary>A part of a municipality's inhabitants that is told of by itself: the old, receivers of social assistance.</summary>
/// <param name="Id">Short and unique.</param>
/// <param name="Name">As users see it.</param>
/// <param name="People">By index of the case's municipalities; null where the case does not say.</param>
public sealed record PeopleGroup(string Id, Names Name, IReadOnlyList<int?> People);

/// <summary>Drop-in visits counted at the counter in a month.</summary>
/// <param name="Month">As <c>2017-04</c>.</param>
/// <param name="Site">Id of the site; null for the sum of all as the source prints it.</param>
/// <param name="Visits">How many.</param>
public sealed record ContactCount(string Month, string? Site, int Visits);

/// <summary>Which of an office's staff is meant.</summary>
public enum StaffPart
{
    /// <summary>State and municipal.</summary>
    All = 0,

    /// <summary>Those the state employs.</summary>
    State,

    /// <summary>Those the municipalities employ.</summary>
    Municipal,
}
