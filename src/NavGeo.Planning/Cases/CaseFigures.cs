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
