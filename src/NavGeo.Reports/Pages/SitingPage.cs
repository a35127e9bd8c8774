using NavGeo.Data.Siting;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Siting;

namespace NavGeo.Reports.Pages;

/// <summary>
/// Where sites should be in the three embedded cases: Nordland with 34 instead of 44, Hallingdal with one to six,
/// Lillehammer with one and two, with and without Ringebu. Every figure is an optimum with its bound. The same cases give
/// the same page.
/// </summary>
public sealed class SitingPage
{
    private const int NordlandSites = 34;
    private const int PopulatedPlace = 400;
    private const int ListedClosings = 10;

    private static readonly SearchLimits Limits = new() { Work = 4_000_000_000 };

    private readonly PageWriter page;
    private readonly Func<string, PlanningCase> read;

    private SitingPage(Func<string, PlanningCase> read, UserLanguage language)
    {
        this.read = read;
        page = new PageWriter(language);
    }

    /// <summary>The page as Markdown.</summary>
    /// <param name="read">Gives an embedded case by its name.</param>
    /// <param name="language">The language of texts and numbers.</param>
    public static string Write(Func<string, PlanningCase> read, UserLanguage language)
    {
        var writer = new SitingPage(read, language);
        writer.page.Title(writer.page.Say("siting.page-title"));
        writer.page.Paragraph("siting.page-intro");
        writer.AddNordland();
        writer.AddHallingdal();
        writer.AddLillehammer();
        return MarkdownText.Of(writer.page.Document);
    }

    private void AddNordland()
    {
        page.Heading("siting.page-nordland");
        PlanningCase nordland = read("nordland");
        var sited = SitingCase.Of(AccessStudy.Of(nordland), []);
        SitingQuestion question = Median(sited, NordlandSites);
        SitingReport report = Report(sited, question);
        Sentences(report);

        page.Subheading("siting.page-closings");
        page.Paragraph("siting.page-closings-note");
        page.Table(
            [
                page.Say("siting.closing"), page.Say("siting.people"), page.Say("siting.more"), page.Say("siting.each"),
                page.Say("siting.worst-more"), page.Say("siting.next"), page.Say("siting.in-optimum"),
            ],
            report.Closings.Take(ListedClosings).Select(c => Closing(report, c)), 5, 6);

        page.Subheading("siting.page-free");
        var free = SitingCase.Of(AccessStudy.Of(CandidateSites.Of(nordland, $"people:{PopulatedPlace}", new Findings())), []);
        SitingAnswer anywhere = new SitingSolver(free.Table, Limits).Solve(Median(free, NordlandSites));
        page.Paragraph(
            "siting.page-free-note", free.Table.SiteCount, PopulatedPlace, SitingFigures.Mean(free.Table, anywhere) ?? 0,
            SitingFigures.Mean(report.Table, report.Answer) ?? 0, anywhere.Sites.Intersect(free.Today).Count(), 100 * anywhere.Gap);
        Changes(new SitingStudy(free.Table, Limits with { Gap = 0.001 }), free, Median(free, nordland.Sites.Count));

        page.Subheading("siting.page-prices");
        int traena = Candidate(sited, "traena");
        int rost = Candidate(sited, "rost");
        int[] kept = [traena, rost, .. report.Answer.Question.Today.Except(report.Answer.Sites)];
        SitingQuestion[] one = [.. kept.Select(k => question with { Keep = [k] })];
        page.Paragraph("siting.page-prices-note");
        page.Points(one.Select(q =>
        {
            SitingAnswer answer = new SitingSolver(sited.Table, Limits).Solve(q);
            var priced = new SitingReport(sited.Table, sited.Names, answer, null, [], [], [], new SitingStudy(sited.Table, Limits, sited.Names).Prices(answer), []);
            return page.Texts.Say(SitingSentences.Of(priced, isCase: true)[^1]);
        }));
        Promise(sited, 45, 60, 90);
    }

    private void AddHallingdal()
    {
        page.Heading("siting.page-hallingdal");
        var sited = SitingCase.Of(AccessStudy.Of(read("hallingdal")), []);
        page.Paragraph("siting.page-curve-note");
        Counts(sited, Median(sited, 1), 6);
        page.Paragraph("siting.page-worst-note");
        Counts(sited, Median(sited, 1) with { Model = SitingModel.Lexicographic }, 6);
        Promise(sited, 30, 45, 60);
    }

    private void AddLillehammer()
    {
        page.Heading("siting.page-lillehammer");
        var study = AccessStudy.Of(read("lillehammer"));
        foreach ((string key, string[] municipalities) in (ReadOnlySpan<(string, string[])>)
            [("siting.page-without-ringebu", ["0501", "0521", "0522"]), ("siting.page-with-ringebu", [])])
        {
            page.Subheading(key);
            var sited = SitingCase.Of(study, municipalities);
            Counts(sited, Median(sited, 1), 2);
            foreach (int count in (ReadOnlySpan<int>)[1, 2]) Sentences(Report(sited, Median(sited, count)));
        }
    }

    private static SitingQuestion Median(SitingCase sited, int count) =>
        new() { Model = SitingModel.PMedian, Count = count, Today = sited.Today };

    private static int Candidate(SitingCase sited, string id) => sited.Table.SiteIds.ToList().IndexOf(id);

    private static SitingReport Report(SitingCase sited, SitingQuestion question)
    {
        SitingAnswer answer = new SitingSolver(sited.Table, Limits).Solve(question);
        var study = new SitingStudy(sited.Table, Limits, sited.Names);
        return new SitingReport(
            sited.Table, sited.Names, answer, study.Today(question), [], [], study.Standings(answer, SitingReport.Indifference),
            study.Prices(answer), study.Closings(question.Today));
    }

    private void Sentences(SitingReport report) => page.Points(SitingSentences.Of(report, isCase: true).Select(page.Texts.Say));

    private string[] Closing(SitingReport report, ClosingCost closing)
    {
        SitingTable table = report.Table;
        decimal? more = closing.More is { } sum ? (decimal)sum / table.CostScale / table.WeightScale : null;
        decimal people = closing.Weight / table.WeightScale;
        return
        [
            report.SiteNames[closing.Site], page.Whole(people), page.Whole(more), page.Number(people == 0 ? null : more / people, 1),
            page.Number(closing.WorstMore / table.CostScale, 1), closing.Next < 0 ? PageWriter.None : report.SiteNames[closing.Next],
            page.YesNo(report.Answer.Sites.Contains(closing.Site)),
        ];
    }

    private void Counts(SitingCase sited, SitingQuestion question, int most)
    {
        SitingTable table = sited.Table;
        page.Table(
            [page.Say("siting.sites"), page.Say("siting.mean"), page.Say("siting.worst"), page.Say("siting.objective"), page.Say("siting.gap"), page.Say("siting.which")],
            new SitingStudy(table, Limits).CountCurve(question, 1, most).Select(p => (string[])
            [
                page.Whole(p.Number), page.Number(SitingFigures.Mean(table, p.Answer), 2), page.Number(SitingFigures.Worst(table, p.Answer), 1),
                page.Whole(SitingFigures.Objective(table, p.Answer)), page.Number((decimal)(100 * p.Answer.Gap), 2),
                string.Join(", ", p.Answer.Sites.Select(s => sited.Names[s])),
            ]),
            5);
    }

    /// <summary>What a few moves of today's sites give, their number being that of today.</summary>
    private void Changes(SitingStudy study, SitingCase sited, SitingQuestion question)
    {
        page.Paragraph("siting.page-changes-note", question.Count ?? 0);
        page.Table(
            [page.Say("siting.changes"), page.Say("siting.mean"), page.Say("siting.objective"), page.Say("siting.gap"), page.Say("siting.what-changes")],
            study.ChangeCurve(question, 6).Select(p => (string[])
            [
                page.Whole(p.Number), page.Number(SitingFigures.Mean(sited.Table, p.Answer), 2),
                page.Whole(SitingFigures.Objective(sited.Table, p.Answer)), page.Number((decimal)(100 * p.Answer.Gap), 2),
                string.Join(", ", sited.Today.Except(p.Answer.Sites).Select(s => "−" + sited.Names[s])
                    .Concat(p.Answer.Sites.Except(sited.Today).Select(s => "+" + sited.Names[s]))),
            ]),
            4);
    }

    /// <summary>The fewest sites that keep everybody within so many minutes, and how many no site can reach so soon.</summary>
    private void Promise(SitingCase sited, params ReadOnlySpan<int> minutes)
    {
        var points = new List<string>();
        foreach (int reach in minutes)
        {
            var question = new SitingQuestion
            {
                Model = SitingModel.SetCover,
                Within = reach * 60_000L,
                Islands = IslandRule.Unserved,
                Today = sited.Today,
            };
            SitingAnswer answer = new SitingSolver(sited.Table, Limits).Solve(question);
            points.Add(page.Say(
                "siting.page-promise", reach, answer.Sites.Count, (long)(answer.Unserved.Sum(r => sited.Table.Weights[r]) / sited.Table.WeightScale),
                string.Join(", ", answer.Sites.Select(s => sited.Names[s]))));
        }
        page.Paragraph("siting.page-promise-note");
        page.Points(points);
    }
}
