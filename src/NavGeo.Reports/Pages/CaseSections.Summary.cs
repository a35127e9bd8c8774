using NavGeo.Planning.Comparing;
using NavGeo.Planning.Money;
using NavGeo.Planning.Robustness;
using NavGeo.Planning.Staff;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Reports.Pages;

/// <summary>Every structure on one page: what a council asks for first, each number with a mark and the rule of the marks.</summary>
public sealed partial class CaseSections
{
    private const string Better = "▲";
    private const string Worse = "▼";
    private const string Open = "○";

    /// <summary>Structures against access, the worst-off, staff, money, risk and closures.</summary>
    /// <param name="drawn">The draws, by which access is judged; null where there are none.</param>
    public void AddSummary(UncertaintyResult? drawn)
    {
        if (comparison.Structures.Count < 2) return;
        page.Subheading("summary.heading");
        ComparedStructure baseline = comparison.Structures[0];
        StructureStaffTravel[] travels = planningCase.Staffing.Count == 0 && planningCase.Rounds.Count == 0 ? [] : StaffTravels;
        var rows = new List<string[]>();
        foreach ((int index, ComparedStructure compared) in comparison.Structures.Index())
        {
            (StructureChangeNumbers now, StructureChangeNumbers was) = (Numbers(compared), Numbers(baseline));
            rows.Add(
            [
                compared.Structure.Id,
                Marked(page.Number((decimal?)now.Mean, 1), page.Number((decimal?)was.Mean, 1), Access(drawn, index, Headline.Mean) ?? Sign(was.Mean - now.Mean)),
                baseline.Structure.IsOpenAllWeek && comparison.Structures.All(s => s.Structure.IsOpenAllWeek) ? PageWriter.None
                    : Marked(page.Number((decimal?)now.Week, 1), page.Number((decimal?)was.Week, 1), Sign(was.Week - now.Week)),
                Marked(page.Number((decimal?)now.Worst, 1), page.Number((decimal?)was.Worst, 1), Access(drawn, index, Headline.WorstTenth) ?? Sign(was.Worst - now.Worst)),
                Marked(page.Number(now.Staff, 1), page.Number(was.Staff, 1), Sign((double?)(now.Staff - was.Staff))),
                travels.Length == 0 ? PageWriter.None : Driving(travels[index], travels[0]),
                planningCase.Staffing.Count == 0 ? PageWriter.None : WithUnknown(Moved(staffing.Of(compared.Structure).MovesWithSites), travels.Length > 0 && travels[index].IsPartUnknown),
                index == 0 ? "" : planningCase.Figures.Costs.Count == 0 ? PageWriter.None : MoneyMark(money.Of(compared.Structure).Total),
                Marked(page.Number(now.Risk, 1), page.Number(was.Risk, 1), index == 0 || now.Risk == was.Risk ? "" : HasVotes ? Sign((double?)(was.Risk - now.Risk)) : Open),
                Marked(page.Whole(now.Hit), page.Whole(was.Hit), planningCase.IsNetworkSimplified ? "" : Sign(was.Hit - now.Hit)),
            ]);
        }
        string[] header = [page.Say("money.structure"), .. ((string[])["mean", "week", "worst", "staff", "driving", "moved", "money", "risk", planningCase.IsNetworkSimplified ? "closure-simplified" : "closure"]).Select(k => page.Say("summary." + k, planningCase.Roads.EdgeCount))];
        // A column of which nothing is known says nothing.
        int[] known = [.. Enumerable.Range(0, header.Length).Where(c => rows.Exists(r => r[c].Length > 0 && r[c] != PageWriter.None))];
        page.Table([.. known.Select(c => header[c])], rows.Select(r => (string[])[.. known.Select(c => r[c])]));
        page.Paragraph(drawn is null ? "summary.rule-plain" : "summary.rule", page.Whole(RankingClaim.EnoughPercent), page.Whole(RobustnessStudy.DelayMinutes), comparison.Yardstick.In);
        if (planningCase.IsNetworkSimplified) page.Paragraph("summary.rule-simplified");
        if (travels.Length > 0 || planningCase.Figures.Costs.Count > 0) page.Paragraph("summary.rule-unknown");
        if (risk is not null && !HasVotes) page.Paragraph("summary.rule-risk");
    }

    private StructureChangeNumbers Numbers(ComparedStructure compared) => new(
        compared.Change.Shared.To.Total.MeanMinutes, compared.ChangeOverTheWeek.Shared.To.Total.MeanMinutes, compared.Change.Shared.To.Total.WorstTenthMinutes,
        planningCase.Staffing.Count == 0 ? null : staffing.Of(compared.Structure).Smallest,
        risk?.Structures.FirstOrDefault(s => s.Structure == compared.Structure.Id)?.Total,
        Ranked(compared.Structure).Effects.Select(e => e.Hit).DefaultIfEmpty(0).Max());

    /// <summary>By the draws where they tell: better, worse, not decided; null where structures have the same sites or nothing was drawn.</summary>
    private static string? Access(UncertaintyResult? drawn, int index, Headline headline)
    {
        if (drawn is null) return null;
        int set = drawn.Structures[index].SiteSet;
        RankingClaim? claim = drawn.Claims.FirstOrDefault(c => c.Headline == headline
            && ((c.Better.SiteSet == 0 && c.Worse.SiteSet == set) || (c.Worse.SiteSet == 0 && c.Better.SiteSet == set)));
        return claim is null ? "" : !claim.IsDecided ? Open : claim.Better.SiteSet == 0 ? Worse : Better;
    }

    /// <summary>Whether the risk rests on anybody's vote.</summary>
    private bool HasVotes => risk?.Structures.Any(s => s.Scores.Any(score => score.Voters > 0)) == true;

    /// <summary>Hours from what is certain to what is assumed at most; what is not known in full is never better.</summary>
    private string Driving(StructureStaffTravel travel, StructureStaffTravel today)
    {
        bool isSame = travel.LeastHours == today.LeastHours && travel.Hours == today.Hours && !travel.IsPartUnknown;
        return Marked(HoursOf(travel), HoursOf(today), isSame ? "" : travel.LeastHours > today.Hours ? Worse : travel.Hours < today.LeastHours && !travel.IsPartUnknown ? Better : Open);
    }

    private string HoursOf(StructureStaffTravel travel)
    {
        (string least, string most) = (page.Whole((decimal)travel.LeastHours), page.Whole((decimal)travel.Hours));
        return WithUnknown(least == most ? most : $"{least}–{most}", travel.IsPartUnknown);
    }

    private string MoneyMark(MoneyTotal total) => Marked(
        WithUnknown(SignedKroner(total.Difference), total.IsPartUnknown), page.Whole(0), total.Difference is not { } range ? ""
            : range.Least > 0 ? Worse : total.IsPartUnknown ? Open : range.Most < 0 ? Better : range is { Least: 0, Most: 0 } ? "" : Open);

    private static string Sign(double? better) => better is > 1e-9 ? Better : better is < -1e-9 ? Worse : "";

    /// <summary>A number with its mark; what reads the same as the baseline's is neither better nor worse.</summary>
    private static string Marked(string number, string baseline, string mark) =>
        number == PageWriter.None || mark.Length == 0 || (number == baseline && mark != Open) ? number : $"{number} {mark}";

    private readonly record struct StructureChangeNumbers(double? Mean, double? Week, double? Worst, decimal? Staff, decimal? Risk, long Hit);
}
