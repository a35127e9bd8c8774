using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Catalogue;

/// <summary>
/// Whom an indicator is told of: everybody under a structure, or those of one municipality or one site of it. What is not
/// known of them is null. Each part is measured when first asked for. Scratch for one thread.
/// </summary>
public sealed class IndicatorSubject
{
    private readonly ComparedStructure? compared;
    private readonly int municipality;
    private readonly Lazy<StructureStaffing?> staffing;
    private readonly Lazy<IReadOnlyList<MunicipalInfluence>?> influence;

    private IndicatorSubject(
        AccessIndicators access, ComparedStructure? compared = null, int municipality = -1, Structure? structure = null, IReadOnlyList<OfficeSize>? offices = null)
    {
        (Access, Structure, Offices) = (access, structure, offices);
        (this.compared, this.municipality) = (compared, municipality);
        bool isWhole = compared is not null && structure is not null;
        staffing = new(() => isWhole && compared!.Case.Staffing.Any(u => u.Municipalities.Count > 0) ? new StaffingStudy(compared.Case).Of(structure!) : null);
        influence = new(() => isWhole ? MunicipalInfluence.Of(compared!.Case, structure!) : null);
    }

    /// <summary>How they reach the open sites.</summary>
    public AccessIndicators Access { get; }

    /// <summary>Of everybody: the structure.</summary>
    public Structure? Structure { get; }

    /// <summary>Of everybody: its offices.</summary>
    public IReadOnlyList<OfficeSize>? Offices { get; }

    /// <summary>Of everybody: how many people lead the offices; null where the case does not say.</summary>
    public int? Leaders { get; private init; }

    /// <summary>Who gains and who loses.</summary>
    public AccessChange? Change => compared is null ? null : municipality < 0 ? compared.Change.Total : compared.Change.ByMunicipality[municipality];

    /// <summary>Opening days.</summary>
    public LedgerRow? Ledger => compared is null ? null : municipality < 0 ? compared.Ledger.Total : compared.Ledger.Municipalities[municipality];

    /// <summary>How those who come on any weekday reach the open sites.</summary>
    public AccessIndicators? OverTheWeek => compared is null ? null : Of(compared.OverTheWeek);

    /// <summary>Of everybody: the staff; null where the case has none.</summary>
    public StructureStaffing? Staffing => staffing.Value;

    /// <summary>Of everybody: what each municipality has to say.</summary>
    public IReadOnlyList<MunicipalInfluence>? Influence => influence.Value;

    /// <summary>Those only who have access under the baseline too: there, and here.</summary>
    public (AccessIndicators? Before, AccessIndicators? After) Shared => BothOf(compared?.Change.Shared);

    /// <summary>The same of those who come on any weekday.</summary>
    public (AccessIndicators? Before, AccessIndicators? After) SharedOverTheWeek => BothOf(compared?.ChangeOverTheWeek.Shared);

    /// <summary>People who cannot do without some link; null where the case has no such link at all.</summary>
    public long? Reached(LinkReach reach) => compared is null || (reach == LinkReach.OnlyByPassengerBoat && !compared.HasPassengerBoats) ? null
        : municipality < 0 ? compared.Reach.ByMunicipality.Sum(m => m[reach]) : compared.Reach.ByMunicipality[municipality][reach];

    /// <summary>Everybody under a structure.</summary>
    public static IndicatorSubject Of(ComparedStructure compared) =>
        new(compared.Access.Total, compared, structure: compared.Structure, offices: compared.Offices)
        {
            Leaders = LeaderPost.CountUnder(compared.Case, compared.Structure),
        };

    /// <summary>Everybody under what a structure is held against: its offices, sites and access.</summary>
    public static IndicatorSubject BaselineOf(ComparedStructure compared)
    {
        StructureAccess from = compared.Change.From;
        return new(from.Total, structure: from.Structure, offices: OfficeSize.Of(compared.Case, from.Structure))
        {
            Leaders = LeaderPost.CountUnder(compared.Case, from.Structure),
        };
    }

    /// <summary>The people of a municipality under a structure.</summary>
    public static IndicatorSubject Of(ComparedStructure compared, int municipality) => new(compared.Access.ByMunicipality[municipality], compared, municipality);

    /// <summary>A group of people of whom nothing is known but how they reach the open sites: those of a site, say.</summary>
    public static IndicatorSubject Of(AccessIndicators access) => new(access);

    private AccessIndicators Of(StructureAccess access) => municipality < 0 ? access.Total : access.ByMunicipality[municipality];

    private (AccessIndicators? Before, AccessIndicators? After) BothOf((StructureAccess From, StructureAccess To)? both) =>
        both is { } known ? (Of(known.From), Of(known.To)) : (null, null);
}
