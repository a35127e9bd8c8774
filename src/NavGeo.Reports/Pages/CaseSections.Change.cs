using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Robustness;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Pages;

/// <summary>Who gains and who loses, what the staff drives, and which closures hurt.</summary>
public sealed partial class CaseSections
{
    /// <summary>So many closures of a structure stand on the page.</summary>
    private const int MostClosures = 6;

    /// <summary>So many closures with known hours stand on the page.</summary>
    private const int MostExpected = 10;

    /// <summary>So many roads of a structure's staff travel stand on the page.</summary>
    private const int MostRoads = 5;

    /// <summary>Who gains and who loses under each structure that changes anything; the others are named together.</summary>
    /// <param name="withMunicipalities">Whether what changes in each municipality is told here, and not on pages of their own.</param>
    public void AddLedgers(bool withMunicipalities = true)
    {
        page.Heading("page.ledger-heading");
        string contacts = comparison.Contacts.IsEstimate ? "decisions.contacts-estimated" : "decisions.contacts-given";
        page.Paragraph("cli.ledger.hours", new Phrase(contacts, (double)comparison.Contacts.VisitsPerInhabitantYear));
        ComparedStructure[] others = [.. comparison.Structures.Where(s => s.Access.Structure.Id != planningCase.Baseline)];
        string[] untouched = [.. others.Where(s => !s.Ledger.Total.IsTouched).Select(s => s.Access.Structure.Id)];
        if (untouched.Length > 0) page.Paragraph("page.ledger-none", string.Join(", ", untouched));
        var alike = others.Where(s => s.Ledger.Total.IsTouched).GroupBy(s => string.Join('\n', ChangeSentences.Of(s.Ledger).Select(page.Texts.Say)), StringComparer.Ordinal);
        foreach (IGrouping<string, ComparedStructure> same in alike) AddLedger([.. same.Select(s => s.Structure)], same.First().Ledger, withMunicipalities);
    }

    /// <summary>What has not been said; of the greatest increase that another structure brings too, which one.</summary>
    private IEnumerable<string> Sentences(ChangeLedger ledger, bool withMunicipalities, string structures)
    {
        string? mostLost = ChangeSentences.MostLost(ledger) is { } phrase ? page.Texts.Say(phrase) : null;
        foreach (string sentence in ChangeSentences.Of(ledger, withMunicipalities).Select(s => page.Texts.Say(s)))
        {
            if (page.IsNew(sentence)) yield return sentence;
            else if (sentence == mostLost && mostLostIn.TryGetValue(sentence, out string? before)) yield return page.Say("page.ledger-as-in", before, sentence);
            if (sentence == mostLost) mostLostIn[sentence] = structures;
        }
    }

    /// <summary>One ledger for the structures that it is the same for: those with the same open sites.</summary>
    private void AddLedger(Structure[] structures, ChangeLedger ledger, bool withMunicipalities)
    {
        page.SubheadingOf(string.Join(", ", structures.Select(s => s.Id)), string.Join("; ", structures.Select(s => s.Name.In(page.Language))));
        bool isAnyWithout = ledger.Total.Change.StillWithout > 0;
        string[] sentences = [.. Sentences(ledger, withMunicipalities, string.Join(", ", structures.Select(s => s.Id)))];
        if (sentences.Length > 0) page.Points(sentences);
        page.Table(
            [
                page.Say("cli.ledger.municipality"), page.Say("cli.ledger.unchanged"), .. isAnyWithout ? (string[])[page.Say("indicator.still_without_access")] : [],
                .. Enumerable.Range(0, ChangeScale.Steps).Select(c => page.Say("cli.ledger.longer", ChangeScale.RangeOf(c))),
                page.Say("cli.ledger.shorter"), page.Say("cli.ledger.lost"), page.Say("cli.ledger.fewer-days"), page.Say("cli.ledger.hours-year"),
            ],
            [
                .. ledger.ByLoss.Where(r => r.IsTouched && !IsFew(r)).Select(r => Row(r, planningCase.Municipalities[r.Municipality].Name)),
                Row(ledger.Total, page.Say("cli.ledger.all")),
            ]);
        string[] few = [.. ledger.Municipalities.Where(IsFew).Select(r => planningCase.Municipalities[r.Municipality].Name)];
        if (few.Length > 0) page.Paragraph("page.ledger-few", planningCase.Demand.LeastPeople, string.Join(", ", few));
        string[] untouched = [.. ledger.Municipalities.Where(r => !r.IsTouched).Select(r => planningCase.Municipalities[r.Municipality].Name)];
        if (untouched.Length > 0) page.Paragraph("page.ledger-untouched", untouched.Length, string.Join(", ", untouched));

        // Only at places where too few live to be told: a row of zeros would deny it.
        static bool IsFew(LedgerRow row) => row is { Affected: 0, FewerDays.People: 0, MoreDays.People: 0 } && row.Change.Few != ChangedFew.None;

        string[] Row(LedgerRow row, string name) =>
        [
            name, page.Whole(row.Change.Unchanged), .. isAnyWithout ? (string[])[page.Whole(row.Change.StillWithout)] : [], .. row.Longer.Select(l => page.Whole(l)), page.Whole(row.Change.Gain), page.Whole(row.Change.LoseAccess),
            page.Whole(row.FewerDays.People), page.Whole((decimal)row.HoursNet),
        ];
    }

    /// <summary>What it means that many may not choose their office, and which office serves each part of a divided municipality.</summary>
    public void AddOwnOffice()
    {
        var rows = new List<string[]>();
        foreach (ComparedStructure compared in comparison.Structures)
        {
            StructureAccess nearest = compared.Access;
            StructureAccess own = comparison.Study.Access(nearest.Structure, AccessRule.OwnOffice);
            var held = StructureChange.Between(comparison.Study.Case, nearest, own);
            rows.Add(
            [
                nearest.Structure.Id, Minutes(held.Shared.From.Total.MeanMinutes), Minutes(held.Shared.To.Total.MeanMinutes),
                page.Whole(held.Total.Lose), page.Whole(held.Total.LoseAccess),
            ]);
        }
        page.Heading("page.own-heading");
        page.Paragraph("page.own-note");
        page.Table(
            [page.Say("money.structure"), page.Say("page.own-nearest"), page.Say("page.own-mean"), page.Say("page.own-longer"), page.Say("page.own-lost")],
            rows);
        if (planningCase.Parts.Count == 0) return;
        page.Paragraph("page.parts-note");
        page.Table(
            [
                page.Say("page.part"), page.Say("page.part-people"),
                .. Structures.Select(s => s.Id),
            ],
            planningCase.Parts.Index().Select(p => (string[])
            [
                p.Item.Name, page.Whole(p.Item.Population),
                .. Structures.Select(s => s.Offices.FirstOrDefault(o => o.Serves(p.Item)) is { } office ? $"{office.Name}, {Minutes(MeanOwn(s, p.Index))}" : PageWriter.None),
            ]));
    }

    /// <summary>Minutes that the people of a part travel on average to the nearest site of their own office.</summary>
    private double? MeanOwn(Structure structure, int part)
    {
        StructureAccess own = comparison.Study.Access(structure, AccessRule.OwnOffice);
        (long people, long personMilliseconds) = (0, 0);
        foreach (int place in planningCase.Demand.Parts.Where(p => p.Value == part).Select(p => p.Key))
        {
            if (own.Assignment.States[place] != AccessState.Served) continue;
            people += planningCase.Demand.People[place];
            personMilliseconds += (long)planningCase.Demand.People[place] * own.Assignment.Milliseconds[place];
        }
        return people == 0 ? null : personMilliseconds / 60_000.0 / people;
    }

    private StructureStaffTravel[] StaffTravels => travelled ??= [.. Structures.Select(StaffTravelStudy.Of(comparison.Study).Travel)];

    /// <summary>Hours, kilometres and money of the staff's travel.</summary>
    public void AddStaffTravel()
    {
        if (planningCase.Staffing.Count == 0 && planningCase.Rounds.Count == 0) return;
        StructureStaffTravel[] travels = StaffTravels;
        StaffSettings settings = travels[0].Settings;
        page.Heading("page.travel-heading");
        if (Array.Exists(travels, t => t.AreCounsellorsAssumed))
            page.Paragraph("cli.staff.assumed", settings.AssumedVisitsPerWeek, settings.WeeksPerYear, travels[0].CounsellorsOnDuty);
        page.Paragraph(
            "cli.staff.settings", settings.LeaderVisitsPerWeek, settings.WeeksPerYear, settings.HoursPerFte, settings.KronerPerHour,
            settings.KronerPerKilometre);
        page.Table(
            [
                page.Say("cli.staff.structure"),
                .. ((string[])["counsellors", "leaders", "ferry", "km", "fte", "kroner", "roads"]).Select(k => page.Say("cli.staff." + k)),
            ],
            travels.Select(t => (string[])
            [
                t.Structure.Id, WithUnknown(page.Whole((decimal)t.CounsellorHours), t.IsPartUnknown), page.Whole((decimal)t.LeaderHours), page.Whole((decimal)t.FerryHours),
                page.Whole((decimal)t.Kilometres), WithUnknown(page.Number((decimal)t.FullTimeEquivalents, 2), t.IsPartUnknown), WithUnknown(page.Whole((decimal)t.Kroner), t.IsPartUnknown),
                string.Join(", ", t.Roads.Take(MostRoads).Select(r => $"{RoadUseTitle.Of(r, page.Texts)} {page.Whole(r.Milliseconds / 3_600_000m)}")),
            ]),
            7);
        string[] findings =
        [
            .. travels.SelectMany(t => t.Findings.Select(f => (t.Structure.Id, Text: page.Texts.Say(f)))).GroupBy(f => f.Text, f => f.Id, StringComparer.Ordinal)
                .Select(f => $"{string.Join(", ", f)}: {f.Key}"),
        ];
        if (findings.Length > 0) page.Points(findings);
    }

    /// <summary>What the closures the case knows the hours of cost in a usual year.</summary>
    private void AddExpectedClosures()
    {
        IReadOnlyList<ClosureExpectation> expected = ClosureExpectation.Of(comparison);
        if (expected.Count == 0) return;
        page.Subheading("closures.heading");
        page.Paragraph("closures.note");
        ClosureExpectation[] felt = [.. expected.Where(e => e.CutOff + e.Longer > 0).Take(MostExpected)];
        string[] unfelt = [.. planningCase.Figures.Closures.Where(c => expected.All(e => e.Closure != c || e.CutOff + e.Longer == 0)).Select(c => c.Name)];
        if (felt.Length > 0)
        {
            page.Table(
                [
                    page.Say("money.structure"), page.Say("cli.robustness.closed"), page.Say("closures.hours"), page.Say("closures.cut-off"), page.Say("closures.days"),
                    page.Say("closures.longer"), page.Say("closures.more"), page.Say("closures.worst"),
                ],
                felt.Select(e => (string[])
                [
                    AlikeSites(e.Structure), e.Closure.Name, page.Whole(e.Closure.HoursAYear), page.Whole(e.CutOff), page.Whole((decimal)e.PersonDays), page.Whole(e.Longer),
                    page.Whole((decimal)e.Hours), planningCase.Municipalities[e.WorstMunicipality].Name,
                ]),
                1, 7);
        }
        if (unfelt.Length > 0) page.Paragraph("closures.unfelt", string.Join(", ", unfelt));
        string[] sources = [.. planningCase.Figures.Closures.Where(c => c.Source is not null).Select(c => page.Say("closures.source", c.Name, page.Whole(c.HoursAYear), c.Source!.In(page.Language)))];
        if (sources.Length > 0) page.Points(sources);
    }

    private string AlikeSites(Structure structure) =>
        string.Join(", ", Structures.Where(s => s.OpenSites.ToHashSet(StringComparer.Ordinal).SetEquals(structure.OpenSites)).Select(s => s.Id));

    /// <summary>The closures of a structure; those with the same open sites share them.</summary>
    private RobustnessRanking Ranked(Structure structure)
    {
        robustness ??= RobustnessStudy.Of(comparison.Study);
        string sites = string.Join('|', structure.OpenSites.Order(StringComparer.Ordinal));
        if (!rankings.TryGetValue(sites, out RobustnessRanking? known)) rankings[sites] = known = robustness.Rank(structure);
        return known;
    }

    /// <summary>The closures that hit most people; structures with the same open sites share them.</summary>
    public void AddRobustness()
    {
        page.Heading("page.robustness-heading");
        page.Plain(string.Join(' ', RobustnessStudy.NotesOf(planningCase).Append(new Phrase("cli.robustness.worst", MostClosures)).Select(page.Texts.Say)));
        var rows = new List<string[]>();
        foreach (IGrouping<string, Structure> alike in Structures.GroupBy(s => string.Join('|', s.OpenSites.Order(StringComparer.Ordinal)), StringComparer.Ordinal))
        {
            RobustnessRanking ranking = Ranked(alike.First());
            string ids = string.Join(", ", alike.Select(s => s.Id));
            if (ranking.Effects.Count == 0) rows.Add([ids, page.Say("cli.robustness.none"), "0", "0", "0"]);
            rows.AddRange(ranking.Effects.Take(MostClosures).Select(e => (string[])
            [
                ids,
                string.Join(' ', RobustnessStudy.TitleOf(e, planningCase).Select(page.Texts.Say)),
                page.Whole(e.CutOff), page.Whole(e.Delayed), page.Whole(e.Longer),
            ]));
        }
        page.Table(
            [
                page.Say("money.structure"), page.Say("cli.robustness.closed"),
                .. RobustnessStudy.ColumnsOf(planningCase).Select(page.Texts.Say),
            ],
            rows, 1);
        AddExpectedClosures();
    }
}
