using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Staff;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// The report as an official study (utredning): the six questions of the instructions for official studies
/// (utredningsinstruksen, 2016, § 2-1), each answered by the user's own text or said to be open, and what the instructions and the guidelines for locating
/// state workplaces ask of the set of alternatives, held against the case.
/// </summary>
/// <param name="comparison">The measured case.</param>
/// <param name="own">The user's texts by chapter.</param>
/// <param name="page">Where it goes.</param>
internal sealed class StudySection(Comparison comparison, IReadOnlyDictionary<string, IReadOnlyList<PageBlock>> own, PageWriter page)
{
    /// <summary>So many alternatives beside today's organisation are asked for.</summary>
    public const int LeastAlternatives = 3;

    private readonly PlanningCase planningCase = comparison.Study.Case;

    /// <summary>The questions and the check.</summary>
    public void Add()
    {
        page.Heading("study.heading");
        page.Paragraph("study.note");
        foreach (string question in OwnTexts.StudyQuestions)
        {
            page.Subheading("study.question." + question);
            if (own.TryGetValue(question, out IReadOnlyList<PageBlock>? text))
            {
                foreach (PageBlock block in text) page.Add(block);
            }
            else
            {
                page.Paragraph("study.open");
            }
            if (question == "effects") page.Paragraph("study.see.effects", string.Join(", ", Chapters.Select(c => page.Say("study.see.effects." + c))));
            else page.Paragraph("study.see." + question);
        }
        page.Subheading("study.check");
        page.Table(
            [page.Say("study.requirement"), page.Say("study.met"), page.Say("study.why")],
            Requirements().Select(r => (string[])[page.Say("study.requirement." + r.Key), page.Say(r.IsMet is { } met ? met ? "page.yes" : "page.no" : "study.unknown"), r.Why]),
            1, 2);
    }

    /// <summary>The chapters with numbers of effects that the report has.</summary>
    private IEnumerable<string> Chapters =>
    [
        "ledger", "closures", .. planningCase.Staffing.Count > 0 ? (string[])["staff"] : [], .. planningCase.Figures.Costs.Count > 0 ? (string[])["money"] : [],
        .. planningCase.Figures.RiskFactors.Count > 0 ? (string[])["risk"] : [], "doubt",
    ];

    private IEnumerable<(string Key, bool? IsMet, string Why)> Requirements()
    {
        Structure today = planningCase.GetStructure(planningCase.Baseline);
        Structure[] others = [.. comparison.Structures.Select(s => s.Structure).Where(s => s.Id != today.Id)];
        string[] alternatives = [.. others.DistinctBy(KeyOf, StringComparer.Ordinal).Where(s => KeyOf(s) != KeyOf(today)).Select(s => s.Id)];
        string[] open = [.. OwnTexts.StudyQuestions.Where(q => !own.ContainsKey(q)).Select(q => page.Say("study.question." + q))];
        CaseFigures figures = planningCase.Figures;
        yield return ("questions", open.Length == 0, open.Length == 0 ? page.Say("study.why.questions") : page.Say("study.why.questions-open", open.Length, string.Join(" ", open)));
        yield return ("today", planningCase.IsBaselineAssumed ? null : true, page.Say(planningCase.IsBaselineAssumed ? "study.why.today-assumed" : "study.why.today", today.Id));
        yield return (
            "alternatives", alternatives.Length >= LeastAlternatives,
            page.Say("study.why.alternatives", alternatives.Length, alternatives.Length == 0 ? PageWriter.None : string.Join(", ", alternatives), LeastAlternatives));
        yield return Centrality(today, others);
        yield return ("services", true, page.Say("study.why.services"));
        yield return ("jobs", planningCase.Staffing.Count > 0, page.Say(planningCase.Staffing.Count > 0 ? "study.why.jobs" : "study.why.jobs-missing"));
        yield return ("costs", figures.Costs.Count > 0, page.Say(figures.Costs.Count > 0 ? "study.why.costs" : "study.why.costs-missing"));
        yield return ("doubt", true, page.Say("study.why.doubt"));
    }

    /// <summary>Whether some alternative has its main offices outside the most central municipalities.</summary>
    private (string Key, bool? IsMet, string Why) Centrality(Structure today, Structure[] others)
    {
        IReadOnlyDictionary<string, int> classes = planningCase.Figures.CentralityClasses;
        if (classes.Count == 0) return ("centrality", null, page.Say("study.why.centrality-missing"));
        string[] outside =
        [
            .. others.Where(s => s.Id != today.Id && s.OpenSites.Select(id => planningCase.Sites.First(site => site.Id == id).Municipality)
                .Any(m => classes.GetValueOrDefault(m) is >= 3 and <= 6)).Select(s => s.Id),
        ];
        return ("centrality", outside.Length > 0, outside.Length > 0 ? page.Say("study.why.centrality", string.Join(", ", outside)) : page.Say("study.why.centrality-none"));
    }

    /// <summary>Two structures are one alternative of place where their offices have the same main sites and the same staff is gathered at the same sites.</summary>
    private string KeyOf(Structure structure) => string.Join(';', structure.Offices.Select(o => MainSite.Of(planningCase, o)?.Id ?? "").Order(StringComparer.Ordinal))
        + "|" + string.Join(';', planningCase.Figures.Gatherings.Where(g => g.Structure == structure.Id).Select(g => $"{g.Part}@{g.Site}").Order(StringComparer.Ordinal));
}
