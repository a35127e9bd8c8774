using NavGeo.Planning.Money;
using NavGeo.Planning.Risk;
using NavGeo.Planning.Staffing;
using NavGeo.Routing;

namespace NavGeo.Planning.Figures;

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
