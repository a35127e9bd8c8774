using System.Globalization;
using NavGeo.Maps.Charts;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Uncertainty;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// Puts a report together: what was asked, the structures, the method in plain words, indicators, who gains and who
/// loses, maps, staff, regions, siting, closures, money, risk, objections, a page a municipality, sources, and an appendix with every
/// parameter and hash. The same case and settings give the same report.
/// </summary>
public sealed partial class ReportBuilder
{
    /// <summary>Of places times structures times draws; beyond it there are fewer draws.</summary>
    private const long MostMeasured = 100_000_000;

    /// <summary>Of the draws: a report made again says the same.</summary>
    private const ulong Seed = 1;

    /// <summary>So many structures stand beside the baseline on one sheet.</summary>
    private const int OthersOnSheet = 5;

    private static readonly int Thirty = AccessIndicators.Thresholds.Index().First(t => t.Item == ChangeSentences.FirstThreshold).Index;

    private readonly Publication publication;
    private readonly Comparison comparison;
    private readonly PlanningCase planningCase;
    private readonly PlanningCase? planned;
    private readonly ReportSettings settings;
    private readonly PageWriter page;
    private readonly CaseSections sections;
    private readonly SitingSection siting;
    private readonly (UncertaintyStudy Study, UncertaintyResult Result)? uncertainty;
    private readonly SortedDictionary<string, MapDrawing> figures = new(StringComparer.Ordinal);

    private ReportBuilder(Publication publication, PlanningCase? planned, ReportSettings settings)
    {
        this.publication = publication;
        comparison = publication.Comparison;
        planningCase = comparison.Study.Case;
        this.planned = planned;
        this.settings = settings with { Sheets = settings.Sheets with { Language = settings.Language, Paper = settings.Sheets.Paper.Upright } };
        page = new PageWriter(settings.Language);
        sections = new CaseSections(publication, planned, null, page);
        uncertainty = Drawn();
        siting = new SitingSection(comparison, page, this.settings.Sheets);
    }

    /// <summary>The report of a comparison.</summary>
    /// <param name="publication">What was measured.</param>
    /// <param name="planned">The same case with its planned roads open; null where it has none.</param>
    /// <param name="settings">What it is to hold.</param>
    public static CaseReport Build(Publication publication, PlanningCase? planned, ReportSettings settings)
    {
        var builder = new ReportBuilder(publication, planned, settings);
        Comparison comparison = publication.Comparison;
        builder.AddAll();
        var structures = comparison.Structures.Select(s => s.Access.Structure).ToArray();
        string title = builder.page.Document.Title;
        return new CaseReport(
            builder.page.Document, builder.figures, Provenance.Of(comparison.Study, title, $"EPSG:{comparison.Study.Case.Epsg}", structures).Under(comparison.Structures[0].Access.Rule), settings.Order)
        { Drawn = builder.uncertainty?.Result };
    }

    private IEnumerable<ComparedStructure> Others => comparison.Structures.Where(s => s.Access.Structure.Id != planningCase.Baseline);

    private void AddAll()
    {
        AddFront();
        if (settings.IsStudy) new StudySection(comparison, settings.Own, page).Add();
        AddReview();
        sections.AddAgainstToday();
        sections.AddEditEffect();
        AddStructures();
        AddOwn("structures");
        AddMethod();
        AddOwn("method");
        sections.AddIndicators();
        AddCharts();
        AddOwn("access");
        AddUncertainty();
        AddFutures();
        AddOwn("uncertainty");
        AddMaps();
        sections.AddLedgers(withMunicipalities: Municipalities().Length == 0);
        sections.AddOwnOffice();
        sections.AddMeasures();
        sections.AddOpenHours();
        sections.AddGroups();
        AddWithoutCar();
        sections.AddTrips();
        sections.AddPlanned();
        sections.AddCriteria();
        sections.AddStaff();
        sections.AddStaffTravel();
        sections.AddCommutes();
        sections.AddContacts();
        AddOwn("staff");
        AddOwnTables();
        AddRegions();
        AddSiting();
        AddOwn("siting");
        sections.AddRobustness();
        AddOwn("closures");
        sections.AddMoney();
        AddOwn("money");
        sections.AddRisk();
        AddOwn("risk");
        AddObjections();
        AddOwn("minority");
        new MunicipalityPages(comparison, page).Add(Municipalities());
        sections.AddPrinted();
        AddLeftOut();
        sections.AddAssumptions();
        sections.AddFormulas();
        sections.AddSources(withHashes: false);
        AddAppendix();
    }

    /// <summary>Title, what was asked, and the answer in a few sentences.</summary>
    private void AddFront()
    {
        page.Title(page.Say("report.title", planningCase.Name.In(page.Language)));
        page.Paragraph("report.dated", planningCase.Date, planningCase.CodeYear.ToString(CultureInfo.InvariantCulture), Provenance.Version);
        AddEdits();
        AddOwn("front");
        if (settings.Own.ContainsKey("mandate")) page.Heading("report.mandate");
        AddOwn("mandate");
        page.Heading("report.asked");
        string baseline = NameOf(planningCase.GetStructure(planningCase.Baseline));
        page.Paragraph(comparison.Structures.Count switch { 1 => "report.question-alone", 2 => "report.question-one", _ => "report.question" }, baseline, comparison.Structures.Count - 1,
            new Phrase(planningCase.IsBaselineAssumed ? "report.baseline-assumed" : "report.baseline-today"));
        if (planningCase.IsBaselineAssumed) page.Paragraph("report.baseline-note");
        page.Heading("report.short");
        page.Points(comparison.Structures.Count == 1
            ? [Alone(comparison.Structures[0])]
            : ShortAnswers());
        sections.AddSummary(uncertainty?.Result);
        page.Paragraph("report.mean-steadier", MinutesText.ShortOf(planningCase, comparison.Structures.Any(s => s.Reach.ByMunicipality.Any(m => m[LinkReach.OnlyByFerry] > 0))));
        if (uncertainty is { } drawn)
        {
            string[] open = [.. UncertaintySentences.Of(drawn.Result).Select(page.Texts.Say)];
            foreach (string sentence in open) page.IsNew(sentence);
            if (open.Length > 0) page.Points(open);
        }
        page.IsNew(sections.Estimates);
        page.Plain($"**{page.Say("report.estimates-head")}** {sections.Estimates}");
        AddOwn("summary");
    }

    /// <summary>Before anything else: what is changed in the case, and what the structures are then held against.</summary>
    private void AddEdits()
    {
        string[] standing = [.. planningCase.Differences.Select(page.Texts.Say)], edits = [.. planningCase.Edited.Select(page.Texts.Say)];
        string[] own = [.. standing.Except(edits, StringComparer.Ordinal)];
        if (own.Length > 0) page.Paragraph("edits.head", string.Join("; ", own));
        if (edits.Length == 0) return;
        string held = comparison.Yardstick.Sentence is { } sentence ? $" {page.Texts.Say(sentence)}" : "";
        page.Plain($"**{page.Say(settings.IsOfMeeting ? "report.edits-of-meeting" : "report.edits", string.Join("; ", edits))}**{held}");
    }

    private static string Listed(IEnumerable<string> texts) => string.Join(", ", texts);

    private string NameOf(Structure structure) => $"{structure.Id} {structure.Name.In(page.Language)}";

    /// <summary>Every office of every structure with its municipalities and sites.</summary>
    private void AddStructures()
    {
        page.Heading("report.structures");
        page.Paragraph("report.structures-note");
        Dictionary<string, string> areas = planningCase.Areas.ToDictionary(a => a.Number, a => a.Name, StringComparer.Ordinal);
        Dictionary<string, ServiceSite> sites = planningCase.Sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (ComparedStructure compared in comparison.Structures)
        {
            Structure structure = compared.Access.Structure;
            page.SubheadingOf(structure.Id, structure.Name.In(page.Language));
            page.Table(
                [page.Say("report.office"), page.Say("report.host"), page.Say("report.municipalities"), page.Say("report.sites"), page.Say("report.inhabitants")],
                compared.Offices.Select(o => (string[])
                [
                    o.Office.Name,
                    o.Office.Host is { } host ? areas.GetValueOrDefault(host, host) : PageWriter.None,
                    Listed(o.Office.Municipalities.Select(m => areas.GetValueOrDefault(m, m))),
                    Listed(o.Office.Sites.Select((id, i) => SiteText(o.Office, i, sites[id].Name))),
                    page.Whole(o.Inhabitants),
                ]),
                1, 2, 3);
        }
    }

    private string SiteText(Office office, int site, string name)
    {
        double days = office.OpenDays[site];
        if (days <= 0) return $"{name} ({page.Say("report.closed")})";
        SiteKind kind = office.KindOf(site);
        if (kind == SiteKind.Full) return name;
        return $"{name} ({page.Say("site.kind." + kind.Code)}, {page.Say("report.days", days)})";
    }

    /// <summary>How times are measured, in words anyone can check.</summary>
    private void AddMethod()
    {
        page.Heading("report.method");
        Demand demand = planningCase.Demand;
        page.Paragraph(
            "report.method-people", page.Whole(demand.TotalPeople), page.Whole(demand.Count),
            demand.CellMetres > 0 ? page.Say("report.method-cells", page.Whole((decimal)demand.CellMetres)) : "");
        page.Paragraph("report.method-roads", page.Whole(planningCase.Roads.EdgeCount));
        page.Paragraph("report.method-exact");
        page.Plain(string.Join(' ', AccessRuleText.Of([.. comparison.Structures.Select(s => s.Access)]).Select(s => page.Texts.Say(s))));
        page.PlainOnce(page.Texts.Say(MinutesText.Of(planningCase)));
        page.Paragraph("report.method-nobody-lost");
        if (Municipalities().Length == planningCase.Municipalities.Count) page.Paragraph("report.method-worst-shown");
    }

    /// <summary>What the user has written for a chapter, as written.</summary>
    private void AddOwn(string chapter)
    {
        foreach (PageBlock block in settings.Own.GetValueOrDefault(chapter) ?? []) page.Add(block);
    }

    /// <summary>How sure it is, where people go to the nearest open site.</summary>
    private void AddUncertainty()
    {
        if (uncertainty is null)
        {
            if (settings.Draws > 0) sections.AddUncertainty(null);
            return;
        }
        (UncertaintyStudy study, UncertaintyResult result) = uncertainty.Value;
        sections.AddUncertainty(result);
        var switches = new SwitchStudy(study);
        sections.AddSwitches(result, switches);
        if (TornadoChart.Draw(publication, result, switches.Of(result), settings.Language) is { } tornado) AddFigure("chart-turns", page.Say("charts.tornado-caption"), tornado);
    }

    private (UncertaintyStudy, UncertaintyResult)? Drawn()
    {
        if (comparison.Structures[0].Access.Rule != AccessRule.Nearest || settings.Draws == 0) return null;
        var study = new UncertaintyStudy(comparison, UncertaintyModel.Stated);
        long measured = (long)planningCase.Demand.Count * comparison.Structures.Count;
        return (study, study.Run((int)Math.Clamp(MostMeasured / Math.Max(1, measured), 1, settings.Draws), Seed, Environment.ProcessorCount));
    }

    private void AddRegions()
    {
        if (settings.Regions is null && settings.RegionsLeftOut is null) return;
        page.Heading("report.regions");
        if (settings.Regions is not { } divided)
        {
            Finding why = settings.RegionsLeftOut!;
            page.Paragraph("report.regions-left-out", Path.GetFileName(why.File), why.ProblemIn(settings.Language), why.RemedyIn(settings.Language));
            return;
        }
        var section = new RegionsSection(comparison, divided, page);
        section.AddRule();
        AddFigure(
            "regions", page.Say("report.regions-caption"),
            CaseRegionSheet.Draw(publication, comparison.Structures[0].Structure, divided, settings.Sheets));
        section.AddTables();
    }

    private void AddSiting()
    {
        page.Heading("report.siting");
        siting.Add(AddFigure);
    }

    private void AddObjections()
    {
        if (settings.Objections.Count == 0) return;
        page.Heading("report.objections");
        page.Table(
            [page.Say("money.structure"), page.Say("report.author"), page.Say("report.objection"), page.Say("report.time")],
            settings.Objections.Select(o => (string[])[o.Structure, o.Author, o.Text, o.Time]),
            1, 2, 3);
    }

    /// <summary>The chapters that the case has nothing for, and why.</summary>
    private void AddLeftOut()
    {
        CaseFigures figures = planningCase.Figures;
        string[] left =
        [
            .. new (string Chapter, bool IsLeft)[]
            {
                ("staff", planningCase.Staffing.Count == 0), ("regions", settings.Regions is null && settings.RegionsLeftOut is null), ("money", figures.Costs.Count == 0),
                ("risk", figures.RiskFactors.Count == 0), ("objections", settings.Objections.Count == 0), ("siting", siting.ArePricesLeftOut), ("anywhere", siting.IsAnywhereLeftOut),
            }
            .Where(c => c.IsLeft).Select(c => page.Say("report.left-out." + c.Chapter, SitingSection.MostPriced)),
        ];
        if (left.Length == 0) return;
        page.Heading("report.left-out");
        page.Points(left);
    }

    private int[] Municipalities()
    {
        int count = planningCase.Municipalities.Count;
        if (settings.Municipalities is null) return count <= ReportSettings.UsualPages ? [.. Enumerable.Range(0, count)] : [];
        return [.. Enumerable.Range(0, count).Where(m => settings.Municipalities.Contains(planningCase.Municipalities[m].Number, StringComparer.Ordinal))];
    }

    /// <summary>Everything needed to make the report again.</summary>
    private void AddAppendix()
    {
        page.Heading("report.appendix");
        page.Paragraph("report.rebuild", Provenance.Version);
        if (settings.Order.Count > 0) page.Plain($"`navgeo {string.Join(' ', settings.Order.Select(Quoted))}`");
        Provenance provenance = Provenance.Of(comparison.Study, "", "", [.. comparison.Structures.Select(s => s.Access.Structure)]).Under(comparison.Structures[0].Access.Rule);
        page.Table(
            [page.Say("page.setting"), page.Say("page.value")],
            provenance.Parameters.Concat(settings.Regions is { } divided ? CaseRegionSheet.ParametersOf(divided.Division) : []).Concat(siting.Parameters).Concat(DrawParameters()).Select(p => (string[])[$"`{p.Key}`", ValueOf(p.Value)]),
            1);
        page.Table(
            [page.Say("report.file"), "SHA-256"],
            planningCase.Sources.Concat(settings.Regions?.Loaded.Sources ?? []).Distinct().Where(s => s.Sha256 is not null).Select(s => (string[])[$"`{s.Title}`", $"`{s.Sha256}`"]),
            1);
    }

    private IEnumerable<KeyValuePair<string, object>> DrawParameters() => uncertainty is not { } drawn ? []
        : [new("uncertainty_draws", drawn.Result.Draws), new("uncertainty_seed", drawn.Result.Seed)];

    /// <summary>A word of a setting is code, like its name: it is what the command takes.</summary>
    private string ValueOf(object value) => value switch
    {
        bool flag => page.YesNo(flag),
        string { Length: > 0 } word => $"`{word}`",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}
