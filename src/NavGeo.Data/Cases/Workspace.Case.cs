using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>The case that a workspace holds. All tables are read before the reader gives up, so that the findings are complete.</summary>
public sealed partial class Workspace
{
    private PlanningCase? planningCase;
    private MunicipalityLocator? locator;

    /// <summary>The case, read and checked.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    public PlanningCase Case => planningCase ??= ReadCase();

    /// <summary>How the people were placed and counted, once the case is read.</summary>
    public CasePeople People { get; } = new();

    /// <summary>The boundaries that the case names, by the numbers of its year; none where it names none.</summary>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public IReadOnlyList<MunicipalityBoundary> Boundaries => Case is not null && locator is not null ? locator.Boundaries : [];

    /// <summary>The case with the planned roads of its own table open; null where it has none.</summary>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public PlanningCase? Planned
    {
        get
        {
            if (!Has(RoadTable.Name)) return null;
            var open = new Workspace(Folder, new Findings(), files) { IncludesPlanned = true };
            open.ReadSettings();
            return CaseRoads.Read(open) is { } roads && roads.Graph.EdgeCount != Case.Roads.EdgeCount ? Case with { Roads = roads.Graph } : null;
        }
    }

    private PlanningCase ReadCase()
    {
        Dictionary<string, Located<Municipality>>? municipalities = MunicipalityTable.Read(this);
        List<Located<ServiceSite>>? sites = SiteTable.Read(this, municipalities);
        List<Municipality> parts = PartTable.Read(this, municipalities);
        List<Structure>? structures = StructureTable.Read(this, municipalities, parts, sites);
        List<OfficeStaffing> staffing = StaffTable.Read(this, municipalities);
        List<Partner> partners = PartnerTable.Read(this, municipalities, sites);
        List<Round> rounds = RoundTable.Read(this, sites, partners, structures);
        Municipality[] ordered = municipalities is null ? []
            : [.. municipalities.Values.Select(m => m.Value).OrderBy(m => m.Number, StringComparer.Ordinal)];
        CaseFigures figures = FigureTables.Read(this, ordered, sites, structures);
        CaseRoads? roads = CaseRoads.Read(this);
        locator = CaseBoundaries.Read(this, ordered.Select(m => m.Number).ToHashSet(StringComparer.Ordinal));
        Demand? demand = CaseDemand.Read(this, ordered, parts, locator);
        Findings.ThrowIfErrors();

        var checks = new CaseChecks(this, roads!.Graph, roads.Water);
        checks.CheckMunicipalities(municipalities!.Values);
        checks.CheckSites(sites!);
        checks.CheckSeason(roads.Graph);
        if (locator is not null) checks.CheckBoundaries(sites!, municipalities.Values, locator);
        checks.CheckPeople(demand!, ordered, municipalities);
        Findings.ThrowIfErrors();
        return new PlanningCase
        {
            Id = Settings.Id,
            Name = Settings.Name,
            Language = Settings.Language,
            Epsg = Settings.Epsg,
            Date = Settings.Date,
            CodeYear = Settings.CodeYear,
            Municipalities = ordered,
            Parts = parts,
            Sites = [.. sites!.Select(s => s.Value)],
            Structures = structures!,
            Baseline = Settings.Baseline,
            Demand = demand!,
            Roads = roads.Graph,
            Profile = Settings.Profile,
            StandingEdits = Settings.Winter is { } winter ? [winter] : [],
            AreMinutesEstimated = Settings.AreMinutesEstimated,
            Water = roads.Water,
            SitePoints = [.. sites!.Select(s => ToPlane(s.Value.Position))],
            Staffing = staffing,
            Partners = partners,
            PartnerPoints = [.. partners.Select(p => ToPlane(p.Position))],
            Rounds = rounds,
            Figures = figures,
            Settlements = CaseSettlements.Read(this, ordered, locator),
            // What the case names, and then every file that was read, in the order of reading.
            Sources = [.. Settings.Sources, .. sources],
        };
    }
}

/// <summary>Everything there is to say about a case folder, whether it can be used or not.</summary>
/// <param name="Work">The case; null where an error stands among the findings.</param>
/// <param name="Findings">Errors, warnings and notes in the order they were found.</param>
public sealed record CaseCheck(Workspace? Work, IReadOnlyList<Finding> Findings)
{
    /// <summary>Null where an error stands among the findings.</summary>
    public PlanningCase? Case => Work?.Case;

    /// <summary>How the people were placed and counted; null where an error stands among the findings.</summary>
    public CasePeople? People => Work?.People;

    /// <summary>Reads a folder to the end, or to the twentieth error.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <param name="files">The files of the run, where others read them too.</param>
    public static CaseCheck Of(string folder, ReadingRun? run = null, InputFiles? files = null)
    {
        var findings = new Findings();
        try
        {
            Workspace opened = Workspace.Open(folder, findings, run, files);
            return new CaseCheck(opened.Case is null ? null : opened, findings.All);
        }
        catch (InputException e)
        {
            return new CaseCheck(null, e.Findings);
        }
    }
}
