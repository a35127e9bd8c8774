using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Money;
using NavGeo.Planning.Printed;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Risk;
using NavGeo.Planning.Robustness;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Pages;

/// <summary>
/// The sections a case's page and its report are put together from. Sections for which the case has no figures write
/// nothing. The same case gives the same text. Scratch for one thread.
/// </summary>
public sealed partial class CaseSections
{
    /// <summary>How <c>printed.csv</c> writes "all factors but those named" after the structure.</summary>
    private const string OtherFactors = " others";

    private readonly Publication publication;
    private readonly Comparison comparison;
    private readonly PlanningCase planningCase;
    private readonly IReadOnlyList<TripAnswer> trips;
    private readonly PlanningCase? planned;
    private readonly IReadOnlyList<TripAnswer>? plannedTrips;
    private readonly MoneyStudy money;
    private readonly StaffingStudy staffing;
    private readonly RiskAssessment? risk;
    private readonly RiskInputs inputs;
    private readonly PageWriter page;
    private readonly Dictionary<string, RobustnessRanking> rankings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> mostLostIn = new(StringComparer.Ordinal);
    private StructureStaffTravel[]? travelled;
    private RobustnessStudy? robustness;

    /// <param name="publication">The measured case.</param>
    /// <param name="planned">The same case with its planned roads open; null where it has none.</param>
    /// <param name="inputs">Measured values for the risk scores; null for those that follow from the comparison alone.</param>
    /// <param name="page">Where the sections go.</param>
    public CaseSections(Publication publication, PlanningCase? planned, RiskInputs? inputs, PageWriter page)
    {
        this.publication = publication;
        comparison = publication.Comparison;
        planningCase = comparison.Study.Case;
        trips = TripAnswer.Of(planningCase);
        this.planned = planned;
        plannedTrips = planned is null ? null : TripAnswer.Of(planned);
        money = new MoneyStudy(planningCase);
        staffing = new StaffingStudy(planningCase);
        this.inputs = inputs ?? RiskInputs.Of(comparison);
        risk = RiskAssessment.Of(comparison, this.inputs);
        this.page = page;
    }

    /// <summary>What a report printed beside what is computed, and the contradictions.</summary>
    public void AddPrinted()
    {
        IReadOnlyList<PrintedCheck> checks = PrintedChecks.Of(comparison, trips, risk);
        if (checks.Count == 0) return;
        page.Heading("page.printed-heading");
        page.Paragraph("page.printed-note");
        int given = checks.Count(c => c.Printed.IsByConstruction);
        page.Paragraph(
            given > 0 ? "page.verdicts" : "page.verdicts-plain",
            Count(PrintedVerdict.Same), checks.Count, Count(PrintedVerdict.Cut), Count(PrintedVerdict.Near),
            Count(PrintedVerdict.Differs), Count(PrintedVerdict.NotComputed), given);
        page.Table(
            [
                page.Say("page.figure"), page.Say("page.subject"), page.Say("page.printed"), page.Say("page.computed"),
                page.Say("page.difference"), page.Say("page.verdict"), page.Say("page.note"),
            ],
            checks.Select(c => (string[])
            [
                FigureName(c.Printed.Figure),
                Subject(c.Printed.Subject),
                page.Number(c.Printed.Value, c.Printed.Value.Scale),
                Shown(c),
                page.Signed(c.Difference, DecimalsOf(c)),
                c.Printed.IsByConstruction
                    ? page.Say("page.by-construction", new Phrase($"page.verdict.{c.Verdict}"))
                    : page.Say($"page.verdict.{c.Verdict}"),
                c.Printed.Note?.In(page.Language) ?? "",
            ]),
            1, 5, 6);
        PrintedCheck[] differing = [.. checks.Where(c => c.Verdict == PrintedVerdict.Differs)];
        if (differing.Length == 0) return;
        page.Heading("page.findings-heading");
        page.Points(differing.Select(c => page.Say(
            c.Printed.Note is null ? "page.finding" : "page.finding-noted",
            FigureName(c.Printed.Figure),
            Subject(c.Printed.Subject),
            page.Number(c.Printed.Value, c.Printed.Value.Scale),
            Shown(c),
            c.Printed.Note?.In(page.Language) ?? "")));

        string Shown(PrintedCheck check) =>
            page.Number(DecimalsOf(check) > check.Printed.Value.Scale ? check.Computed : check.Rounded, DecimalsOf(check));

        // What differs is shown as it is and not rounded away: 36.35 against 36.7.
        int DecimalsOf(PrintedCheck check) => check is { Verdict: PrintedVerdict.Differs, Computed: { } exact } && exact != check.Rounded
            ? Math.Min(check.Printed.Value.Scale + 1, exact.Scale) : check.Printed.Value.Scale;

        int Count(PrintedVerdict verdict) => checks.Count(c => c.Verdict == verdict);
    }

    private string FigureName(string figure) =>
        page.Texts.Keys.Contains("figure." + figure) ? page.Say("figure." + figure) : figure;

    private string Subject(string subject) =>
        page.Texts.Keys.Contains("subject." + subject) ? page.Say("subject." + subject)
        : subject.EndsWith(OtherFactors, StringComparison.Ordinal) ? page.Say("page.other-factors", subject[..^OtherFactors.Length])
        : planningCase.Sites.FirstOrDefault(s => s.Id == subject)?.Name ?? subject;

    private string MunicipalityName(string number) =>
        planningCase.Municipalities.FirstOrDefault(m => m.Number == number)?.Name ?? number;

    private decimal Setting(AssumptionKey key) => planningCase.Figures.Assumptions.Get(key).Value;

    private string[] StructureHeader(string first) => [page.Say(first), .. comparison.Structures.Select(s => s.Access.Structure.Id)];

    private IEnumerable<Structure> Structures => comparison.Structures.Select(s => s.Access.Structure);

    /// <summary>The settings of the rules, with what is given and what assumed.</summary>
    public void AddAssumptions()
    {
        Assumption[] used = [.. planningCase.Figures.Assumptions.All.Where(a => a.IsGiven || IsUsed(a.Key))];
        if (used.Length == 0) return;
        page.Heading("page.assumptions-heading");
        page.Paragraph("page.assumptions-note");
        page.Table(
            [page.Say("page.setting"), page.Say("page.value"), page.Say("page.given"), page.Say("page.source")],
            used.Select(a => (string[])
            [
                page.Say("page.setting-name", page.Say("page.setting." + Assumptions.NameOf(a.Key)), Assumptions.NameOf(a.Key)),
                page.Short(a.Value),
                page.Say(a.IsGiven ? "page.given" : "page.assumption"),
                a.Source?.In(page.Language) ?? page.Say("page.default"),
            ]),
            2, 3);
    }

    /// <summary>Whether anything in this case is computed with a setting: what has no figures needs no rule.</summary>
    private bool IsUsed(AssumptionKey key) => key switch
    {
        AssumptionKey.OperatingNok or AssumptionKey.AdministrationSupplement or AssumptionKey.BaseFirstSite or AssumptionKey.BaseFurtherSite
            or AssumptionKey.SplitRounding or AssumptionKey.PremisesJointKey => planningCase.Figures.Costs.Count > 0,
        AssumptionKey.WithoutCarPercent => publication.Visits is not null,
        _ => planningCase.Staffing.Count > 0 || planningCase.Rounds.Count > 0,
    };

    /// <summary>What is estimated, in one paragraph.</summary>
    public string Estimates
    {
        get
        {
            string estimated = page.Say(
                "page.estimates", planningCase.Sites.Count(s => s.IsPositionEstimated), planningCase.Sites.Count, FerryWaitWords.Of(planningCase.Profile.FerryWait));
            (long cells, long table) = (comparison.Structures[0].Access.Total.People, planningCase.Municipalities.Sum(m => (long)m.Population));
            string[] unknown = [.. NotKnown.Select(k => page.Say("page.not-known." + k))];
            return string.Join(' ',
            [
                estimated, .. cells == table ? (string[])[] : [page.Say("page.people-differ", page.Whole(cells), page.Whole(table))],
                .. unknown.Length == 0 ? (string[])[] : [page.Say("page.not-known", string.Join(", ", unknown))],
            ]);
        }
    }

    /// <summary>What a council asks for that the case does not say.</summary>
    private IEnumerable<string> NotKnown
    {
        get
        {
            CaseFigures figures = planningCase.Figures;
            if (figures.Costs.Count == 0) yield return "costs";
            if (planningCase.Staffing.Count == 0) yield return "staff";
            if (figures.StaffHomes.Count == 0) yield return "homes";
            if (figures.WithoutCarPercent.Count == 0) yield return "cars";
            if (!HasVotes) yield return "risk";
        }
    }

    /// <summary>What is estimated, unless the page has said so, and the sources.</summary>
    /// <param name="withHashes">Whether the case's own files are listed with their hashes.</param>
    public void AddSources(bool withHashes = true)
    {
        if (page.IsNew(Estimates))
        {
            page.Heading("page.estimates-heading");
            page.Plain(Estimates);
        }
        page.Heading("page.sources-heading");
        page.Points(planningCase.Sources.Where(s => withHashes || s.Sha256 is null).Select(s => s.Sha256 is null
            ? s.In(page.Language)
            : $"`{s.Title}`, sha256 `{s.Sha256}`"));
    }
}
