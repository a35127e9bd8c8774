using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>
/// A case folder (<c>case.json</c> and CSV tables that a planner edits in Excel, described in <c>docs/case-format.md</c>),
/// one workbook with the same tables, or a package of either,
/// and every file it names, each opened, hashed and read once. What is made of them hangs on it and is made when it is
/// first asked for: the case, its planned roads, its boundaries, the ground of its maps. For one thread.
/// </summary>
public sealed partial class Workspace
{
    /// <summary>The file that makes a folder a case.</summary>
    public const string SettingsName = CaseFolder.SettingsName;

    private readonly CaseFolder folder;
    private PlanningCase? planningCase;
    private MunicipalityLocator? locator;

    private Workspace(CaseFolder folder) => this.folder = folder;

    /// <summary>The folder or workbook as the user named it.</summary>
    public string Folder => folder.Given;

    /// <summary>Where its meetings are kept: in the folder, or beside the workbook or package under its name.</summary>
    public string MeetingFolder => folder.IsWorkbook || CaseArchive.Is(Folder)
        ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Folder))!, Path.GetFileNameWithoutExtension(Folder) + "-session")
        : Path.Combine(Folder, "session");

    /// <summary>What <c>case.json</c> says.</summary>
    public CaseSettings Settings => folder.Settings;

    /// <summary>The case, read and checked; all its tables are read before the reader gives up, so that the findings are complete.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    public PlanningCase Case => planningCase ??= ReadCase();

    /// <summary>How the people were placed and counted, once the case is read.</summary>
    public CasePeople People => folder.People;

    /// <summary>The boundaries that the case names, by the numbers of its year; none where it names none.</summary>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public IReadOnlyList<MunicipalityBoundary> Boundaries => Case is not null && locator is not null ? locator.Boundaries : [];

    /// <summary>The case with the planned roads of its own table open; null where it has none.</summary>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public PlanningCase? Planned
    {
        get
        {
            if (!folder.Has(RoadTable.Name)) return null;
            CaseFolder open = folder.WithPlanned();
            open.ReadSettings();
            return CaseRoads.Read(open) is { } roads && roads.Graph.EdgeCount != Case.Roads.EdgeCount ? Case with { Roads = roads.Graph } : null;
        }
    }

    /// <summary>Whether a path is that of a case: a folder with <c>case.json</c> in it, or a workbook.</summary>
    public static bool Is(string path) => CaseFolder.Is(path);

    /// <summary>Opens a case; its tables are read when the case is asked for.</summary>
    /// <param name="folder">The folder or workbook; findings name its files the way it is written here.</param>
    /// <param name="findings">Takes warnings and notes, and the errors before they are thrown.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <param name="files">The files of the run, where others read them too; null where nobody does.</param>
    /// <exception cref="InputException">There is no folder, no <c>case.json</c> in it, or no JSON in that.</exception>
    public static Workspace Open(string folder, Findings findings, ReadingRun? run = null, InputFiles? files = null)
    {
        var opened = new CaseFolder(folder, findings, files ?? new InputFiles()) { Run = run ?? ReadingRun.Default };
        opened.ReadSettings();
        return new Workspace(opened);
    }

    /// <summary>A file by its path, opened once however often it is asked for.</summary>
    public InputFile FileAt(string path) => folder.Files.At(path);

    /// <summary>A file of the folder; null where it has none of that name.</summary>
    public InputFile? Find(string name) => folder.Find(name);

    private PlanningCase ReadCase()
    {
        Dictionary<string, Located<Municipality>>? municipalities = MunicipalityTable.Read(folder);
        List<Located<ServiceSite>>? sites = SiteTable.Read(folder, municipalities);
        List<Municipality> parts = PartTable.Read(folder, municipalities);
        List<Structure>? structures = StructureTable.Read(folder, municipalities, parts, sites);
        List<OfficeStaffing> staffing = StaffTable.Read(folder, municipalities);
        List<Partner> partners = PartnerTable.Read(folder, municipalities, sites);
        List<Round> rounds = RoundTable.Read(folder, sites, partners, structures);
        Municipality[] ordered = municipalities is null ? []
            : [.. municipalities.Values.Select(m => m.Value).OrderBy(m => m.Number, StringComparer.Ordinal)];
        CaseFigures figures = FigureTables.Read(folder, ordered, sites, structures);
        CaseRoads? roads = CaseRoads.Read(folder);
        locator = CaseBoundaries.Read(folder, ordered.Select(m => m.Number).ToHashSet(StringComparer.Ordinal));
        Demand? demand = CaseDemand.Read(folder, ordered, parts, locator);
        futures = FutureTable.Read(folder, ordered);
        folder.TellStrayFiles();
        folder.Findings.ThrowIfErrors();

        var checks = new CaseChecks(folder, roads!.Graph, roads.Water);
        checks.CheckMunicipalities(municipalities!.Values);
        checks.CheckSites(sites!);
        checks.CheckSeason(roads.Graph);
        if (locator is not null) checks.CheckBoundaries(sites!, municipalities.Values, locator);
        checks.CheckPeople(demand!, ordered, municipalities);
        folder.Findings.ThrowIfErrors();
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
            KnownPlaces = KeptPlaces.Of(roads, Settings.Profile, demand!),
            SitePoints = [.. sites!.Select(s => folder.ToPlane(s.Value.Position))],
            Staffing = staffing,
            Partners = partners,
            PartnerPoints = [.. partners.Select(p => folder.ToPlane(p.Position))],
            Rounds = rounds,
            Figures = figures,
            Settlements = CaseSettlements.Read(folder, demand!, locator, ordered),
            Sources = folder.Sources,
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
