using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>
/// Reads a case: a folder of <c>case.json</c> and CSV tables that a planner edits in Excel, described in
/// <c>docs/case-format.md</c>. All tables are read before the reader gives up, so that the findings are complete.
/// </summary>
public static class CaseFolder
{
    /// <summary>Reads and checks a case.</summary>
    /// <param name="folder">The folder; findings name its files the way it is written here.</param>
    /// <param name="findings">Takes warnings and notes, and the errors before they are thrown.</param>
    /// <param name="includesPlanned">Whether planned roads of <c>roads.csv</c> are taken as open.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public static PlanningCase Read(string folder, Findings findings, bool includesPlanned = false, ReadingRun? run = null) =>
        Read(new CaseInput(folder, findings) { IncludesPlanned = includesPlanned, Run = run ?? ReadingRun.Default });

    /// <summary>Reads and checks a case as <see cref="Read(string, Findings, bool, ReadingRun?)"/> does, with the account of its people.</summary>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public static (PlanningCase Case, CasePeople People) ReadWithPeople(string folder, Findings findings, ReadingRun? run = null)
    {
        var input = new CaseInput(folder, findings) { Run = run ?? ReadingRun.Default };
        return (Read(input), input.People);
    }

    private static PlanningCase Read(CaseInput input)
    {
        Findings findings = input.Findings;
        input.ReadSettings();
        Dictionary<string, Located<Municipality>>? municipalities = MunicipalityTable.Read(input);
        List<Located<ServiceSite>>? sites = SiteTable.Read(input, municipalities);
        List<Municipality> parts = PartTable.Read(input, municipalities);
        List<Structure>? structures = StructureTable.Read(input, municipalities, parts, sites);
        List<OfficeStaffing> staffing = StaffTable.Read(input, municipalities);
        List<Partner> partners = PartnerTable.Read(input, municipalities, sites);
        List<Round> rounds = RoundTable.Read(input, sites, partners, structures);
        Municipality[] ordered = municipalities is null ? []
            : [.. municipalities.Values.Select(m => m.Value).OrderBy(m => m.Number, StringComparer.Ordinal)];
        CaseFigures figures = FigureTables.Read(input, ordered, sites, structures);
        CaseRoads? roads = CaseRoads.Read(input);
        MunicipalityLocator? locator = CaseBoundaries.Read(input, ordered.Select(m => m.Number).ToHashSet(StringComparer.Ordinal));
        Demand? demand = CaseDemand.Read(input, ordered, parts, locator);
        findings.ThrowIfErrors();

        var checks = new CaseChecks(input, roads!.Graph, roads.Water);
        checks.CheckMunicipalities(municipalities!.Values);
        checks.CheckSites(sites!);
        checks.CheckSeason(roads.Graph);
        if (locator is not null) checks.CheckBoundaries(sites!, municipalities.Values, locator);
        checks.CheckPeople(demand!, ordered, municipalities);
        findings.ThrowIfErrors();
        return new PlanningCase
        {
            Id = input.Settings.Id,
            Name = input.Settings.Name,
            Language = input.Settings.Language,
            Epsg = input.Settings.Epsg,
            Date = input.Settings.Date,
            CodeYear = input.Settings.CodeYear,
            Municipalities = ordered,
            Parts = parts,
            Sites = [.. sites!.Select(s => s.Value)],
            Structures = structures!,
            Baseline = input.Settings.Baseline,
            Demand = demand!,
            Roads = roads.Graph,
            Profile = input.Settings.Profile,
            StandingEdits = input.Settings.Winter is { } winter ? [winter] : [],
            AreMinutesEstimated = input.Settings.AreMinutesEstimated,
            Water = roads.Water,
            SitePoints = [.. sites!.Select(s => input.ToPlane(s.Value.Position))],
            Staffing = staffing,
            Partners = partners,
            PartnerPoints = [.. partners.Select(p => input.ToPlane(p.Position))],
            Rounds = rounds,
            Figures = figures,
            Settlements = CaseSettlements.Read(input, ordered, locator),
            Sources = input.Sources,
        };
    }

    /// <summary>What <c>case.json</c> says, without the tables: where the files outside the folder lie, for example.</summary>
    /// <exception cref="InputException">The file is missing or wrong.</exception>
    public static CaseSettings ReadSettings(string folder, Findings findings)
    {
        var input = new CaseInput(folder, findings);
        input.ReadSettings();
        findings.ThrowIfErrors();
        return input.Settings;
    }
}
