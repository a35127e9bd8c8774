using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NavGeo.Maps.Report;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Money;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Staff;
using NavGeo.Reports.Pages;

namespace NavGeo.Tests.Maps.Report;

/// <summary>What a council would be misled by, over all embedded cases and languages: claims the numbers do not bear, losses that are not told, unknowns that look known.</summary>
public sealed partial class ReportHonestyTests
{
    private const int Draws = 30;

    private static readonly ConcurrentDictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string, UserLanguage), CaseReport> Reports = new();

    public static TheoryData<string, UserLanguage> All
    {
        get
        {
            var all = new TheoryData<string, UserLanguage>();
            foreach (string name in (string[])["hallingdal", "lillehammer", "nordland"])
            {
                foreach (UserLanguage language in Enum.GetValues<UserLanguage>()) all.Add(name, language);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_gain_is_claimed_by_moving_sites_that_stand_better_where_they_are(string name, UserLanguage language)
    {
        CaseReport report = ReportOf(name, language);
        // Cells of 2.5 km: their middles lie farther from people than the doors of today.
        if (name != "nordland") Assert.DoesNotContain("siting", report.Figures.Keys);
        string title = Say(language, "siting.structure-name-sum", 0)[..Say(language, "report.best-id").Length];
        Assert.Equal(Say(language, "report.best-id"), title);
        Assert.DoesNotContain(Texts(report), t => t.Contains("oreslått", StringComparison.Ordinal) || t.Contains("roposed", StringComparison.Ordinal));
        Assert.All(report.Figures.Where(f => f.Key == "siting"), f => Assert.StartsWith(Say(language, "report.best-id"), f.Value.Title, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_closure_is_judged_on_a_network_of_fewer_links_than_places(string name, UserLanguage language)
    {
        PlanningCase planningCase = ComparisonOf(name).Study.Case;
        Assert.True(planningCase.IsNetworkSimplified);
        CaseReport report = ReportOf(name, language);
        string[] cells = [.. Tables(report).SelectMany(t => t.Rows).SelectMany(r => r)];
        Assert.DoesNotContain(cells, c => c.EndsWith(Say(language, "cli.robustness.only-road"), StringComparison.Ordinal));
        Assert.Contains(Texts(report), t => t.Contains(Say(language, "cli.robustness.simplified", planningCase.Roads.EdgeCount, planningCase.Demand.Count), StringComparison.Ordinal));
        TableBlock summary = Tables(report).First(t => t.Header.Contains(Say(language, "summary.closure-simplified", planningCase.Roads.EdgeCount)));
        int closure = summary.Header.ToList().IndexOf(Say(language, "summary.closure-simplified", planningCase.Roads.EdgeCount));
        Assert.All(summary.Rows, r => Assert.Matches(@"\d$", r[closure]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Short_answer_names_who_loses_most_per_inhabitant_and_what_any_weekday_costs(string name, UserLanguage language)
    {
        Comparison comparison = ComparisonOf(name);
        string[] texts = [.. Texts(ReportOf(name, language))];
        foreach (ComparedStructure compared in comparison.Structures.Skip(1))
        {
            string told = compared.Structure.Name.In(language);
            (StructureAccess was, StructureAccess now) = compared.Change.Shared;
            LedgerRow most = compared.Ledger.Municipalities.MaxBy(r => (now.ByMunicipality[r.Municipality].MeanMinutes - was.ByMunicipality[r.Municipality].MeanMinutes ?? 0, -r.Municipality))!;
            string mean = Number(now.ByMunicipality[most.Municipality].MeanMinutes ?? 0);
            if (most.Change.Lose >= Audience.UsualLeast)
                Assert.Contains(texts, t => t.Contains(told, StringComparison.Ordinal) && t.Contains(comparison.Study.Case.Municipalities[most.Municipality].Name, StringComparison.Ordinal) && t.Contains(mean, StringComparison.Ordinal));
            if (compared.Structure.IsOpenAllWeek && comparison.Structures[0].Structure.IsOpenAllWeek) continue;
            (StructureAccess before, StructureAccess after) = compared.ChangeOverTheWeek.Shared;
            string week = Say(language, "report.short-week", Number(after.Total.MeanMinutes ?? 0), Number(before.Total.MeanMinutes ?? 0), comparison.Study.Case.Baseline);
            Assert.Contains(texts, t => t.Contains(told, StringComparison.Ordinal) && t.Contains(week, StringComparison.Ordinal));
        }

        string Number(double value) => value.ToString("N1", Phrasebook.For(language).Culture);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Everybody_without_a_way_is_told_with_the_reason_of_the_municipality(string name, UserLanguage language)
    {
        Comparison comparison = ComparisonOf(name);
        CaseReport report = ReportOf(name, language);
        var labels = new PlaceLabels(comparison.Study.Case);
        var book = Phrasebook.For(language);
        foreach (StructureAccess access in comparison.Structures.Select(s => s.Access))
        {
            long sum = 0;
            for (int m = 0; m < comparison.Study.Case.Municipalities.Count; m++)
            {
                WithoutWay? without = WithoutWay.Of(comparison.Study.Case, access, m);
                Assert.Equal(access.ByMunicipality[m].WithoutAccess, without?.People ?? 0);
                Assert.Equal(without?.People ?? 0, without?.Reasons.Sum(r => r.People) ?? 0);
                sum += without?.People ?? 0;
                if (without is not { People: > 0 } || comparison.Study.Case.Municipalities.Count > ReportSettings.UsualPages) continue;
                string told = book.Say("report.no-way-of", without.People, without.Said(book), book.Say(labels.OfPlace(without.Largest).At),
                    book.Say(comparison.Study.Case.Demand.FewPlaces > 0 ? "page.people-about" : "maps.legend.people", comparison.Study.Case.Demand.People[without.Largest]));
                Assert.Contains(Texts(report), t => t.Contains(told, StringComparison.Ordinal));
            }
            Assert.Equal(access.Total.WithoutAccess, sum);
        }
        WithoutWay? all = WithoutWay.Of(comparison.Study.Case, comparison.Structures[0].Access);
        if (all is { People: > 0 }) Assert.Contains(Texts(report), t => t.Contains(all.Said(book), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Short_answer_names_the_municipality_that_loses_most_under_every_structure(string name, UserLanguage language)
    {
        Comparison comparison = ComparisonOf(name);
        string[] points = [.. ReportOf(name, language).Document.Blocks.OfType<PointsBlock>().First().Points];
        foreach (ComparedStructure compared in comparison.Structures.Skip(1).Where(s => s.Change.Total.Lose > 0))
        {
            Demand demand = comparison.Study.Case.Demand;
            var lost = new long[comparison.Study.Case.Municipalities.Count];
            for (int place = 0; place < demand.Count; place++)
            {
                if (demand.Municipalities[place] >= 0 && compared.Ledger.Place(place).Difference is > 0 and var more) lost[demand.Municipalities[place]] += more * demand.People[place];
            }
            string most = comparison.Study.Case.Municipalities[Array.IndexOf(lost, lost.Max())].Name;
            string point = Assert.Single(points, p => p.Contains($"{compared.Structure.Id} {compared.Structure.Name.In(language)}", StringComparison.Ordinal));
            Assert.Contains(most, point[point.IndexOf("**", 3, StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_council_reads_file_names_keys_or_capital_cities(string name, UserLanguage language)
    {
        string[] prose = [.. Texts(ReportOf(name, language)).Select(t => Code().Replace(t, ""))];
        Assert.DoesNotContain(prose, t => Raw().IsMatch(t));
    }

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\w\.csv\b|\b[a-z]+_[a-z]|\bhovudstad")]
    private static partial Regex Raw();

    [Fact]
    public void What_is_not_known_is_neither_nought_nor_better()
    {
        Comparison lillehammer = ComparisonOf("lillehammer");
        PlanningCase planningCase = lillehammer.Study.Case;
        var money = new MoneyStudy(planningCase);
        // The staff of Ringebu is not given: its office may be the smallest, and the trips there are unknown where its site closes.
        var staffing = new StaffingStudy(planningCase);
        Assert.All(lillehammer.Structures, s => Assert.Null(staffing.Of(s.Structure).Smallest));
        Assert.All(lillehammer.Structures, s => Assert.Null(staffing.Of(s.Structure).OfficesBelowMinimum));
        var travel = StaffTravelStudy.Of(lillehammer.Study);
        Assert.Equal(["R1"], lillehammer.Structures.Where(s => travel.Travel(s.Structure).IsPartUnknown).Select(s => s.Structure.Id));
        Assert.All(lillehammer.Structures.Skip(1), s => Assert.Null(money.Of(s.Structure).Total.Once));
        Assert.Equal(["F2", "F1", "R2", "R1"], lillehammer.Structures.Where(s => money.Of(s.Structure).Total.IsPartUnknown).Select(s => s.Structure.Id));
        foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
        {
            TableBlock summary = Tables(ReportOf("lillehammer", language)).First(t => t.Header.Contains(Say(language, "summary.money")));
            string unknown = Say(language, "money.unknown-part", "");
            Assert.Equal(4, summary.Rows.Count(r => r[summary.Header.ToList().IndexOf(Say(language, "summary.money"))].Contains(unknown, StringComparison.Ordinal)));
            Assert.DoesNotContain(summary.Rows.SelectMany(r => r), c => c.Contains(unknown, StringComparison.Ordinal) && c.EndsWith('▲'));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_mark_of_better_or_worse_stands_beside_the_number_of_the_baseline(string name, UserLanguage language)
    {
        CaseReport report = ReportOf(name, language);
        TableBlock summary = Tables(report).First(t => t.Header.Contains(Say(language, "summary.mean")));
        foreach (IReadOnlyList<string> row in summary.Rows.Skip(1))
        {
            for (int column = 1; column < row.Count; column++)
            {
                if (row[column].EndsWith('▲') || row[column].EndsWith('▼')) Assert.NotEqual(summary.Rows[0][column], row[column][..^2]);
            }
        }
        string nought = (0.0).ToString("N1", Phrasebook.For(language).Culture);
        TableBlock[] claims = [.. Tables(report).Where(t => t.Header.Contains(Say(language, "uncertainty.by-how-much")) && t.Header.Contains(Say(language, "uncertainty.better")))];
        Assert.NotEmpty(claims);
        Assert.All(claims, t => Assert.DoesNotContain(t.Rows, r => r[t.Header.ToList().IndexOf(Say(language, "uncertainty.by-how-much"))].Split(' ')[0] == nought));
    }

    [Fact]
    public void Structures_with_fewer_open_days_are_not_ranked_as_equal_to_those_open_every_day()
    {
        CaseReport report = ReportOf("hallingdal", UserLanguage.English);
        Assert.False(ComparisonOf("hallingdal").Structures.Single(s => s.Structure.Id == "G").Structure.IsOpenAllWeek);
        Assert.All(Tables(report).Where(t => t.Header.Contains(Say(UserLanguage.English, "uncertainty.holds")) || t.Header.Contains(Say(UserLanguage.English, "futures.best"))), t =>
            Assert.DoesNotContain(t.Header.Concat(t.Rows.SelectMany(r => r)), c => c.EndsWith(", G", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    public void Rounding_of_small_places_keeps_every_municipality_and_moves_no_share_by_a_point(string name)
    {
        Comparison told = ComparisonOf(name);
        var counted = Comparison.Of(AccessStudy.Of(Case(name)), []);
        foreach ((ComparedStructure rounded, ComparedStructure exact) in told.Structures.Zip(counted.Structures))
        {
            Assert.Equal(exact.Access.ByMunicipality.Select(m => m.People), rounded.Access.ByMunicipality.Select(m => m.People));
            for (int t = 0; t < AccessIndicators.Thresholds.Count; t++)
                Assert.Equal(exact.Access.Total.ShareWithin(t) ?? 0, rounded.Access.Total.ShareWithin(t) ?? 0, 0.01);
        }
    }

    private static PlanningCase Case(string name) => name switch
    {
        "hallingdal" => EmbeddedCase.Hallingdal,
        "lillehammer" => EmbeddedCase.Lillehammer,
        _ => EmbeddedCase.Nordland,
    };

    /// <summary>As everybody may know it.</summary>
    private static Comparison ComparisonOf(string name) => Comparisons.GetOrAdd(name, n => Publication.Of(Comparison.Of(AccessStudy.Of(Case(n)), []), Audience.Public).Comparison);

    private static CaseReport ReportOf(string name, UserLanguage language) => Reports.GetOrAdd((name, language), _ => ReportBuilder.Build(
        Publication.Of(ComparisonOf(name), Audience.Public), null, new ReportSettings { Language = language, Draws = Draws }));

    private static string Say(UserLanguage language, string key, params IReadOnlyList<object> values) => Phrasebook.For(language).Say(key, values);

    private static IEnumerable<TableBlock> Tables(CaseReport report) => report.Document.Blocks.OfType<TableBlock>();

    private static IEnumerable<string> Texts(CaseReport report) => report.Document.Blocks.SelectMany(b => b switch
    {
        HeadingBlock heading => [heading.Text],
        ParagraphBlock paragraph => [paragraph.Text],
        PointsBlock points => points.Points,
        FigureBlock figure => [figure.Caption],
        _ => (IEnumerable<string>)[],
    });
}
