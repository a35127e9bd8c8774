using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Planning;
using NavGeo.Tests.Routing;
using NavGeo.Web.Situations;

namespace NavGeo.Tests.Reports.Catalogue;

public sealed class IndicatorCatalogueTests
{
    private const int Closures = 120;

    private static readonly Phrasebook English = Phrasebook.For(UserLanguage.English);
    private static readonly AccessStudy Start = AccessStudy.Of(EmbeddedCase.Hallingdal);
    private static readonly StructureAccess Today = Start.Access(Start.Case.GetStructure(Start.Case.Baseline));
    private static readonly ComparedStructure Open = Comparison.Of(Start, []).Structures[0];

    [Theory]
    [InlineData(UserLanguage.Bokmaal)]
    [InlineData(UserLanguage.Nynorsk)]
    [InlineData(UserLanguage.English)]
    public void Every_indicator_has_its_own_title_and_says_what_it_is_made_of(UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        Indicator[] all = [.. IndicatorCatalogue.Of(IndicatorLevel.Structure)];
        Assert.Equal(all.Length, all.Select(i => i.Title(book)).Distinct().Count());
        Assert.All(all, i => Assert.EndsWith(".", i.Formula(book), StringComparison.Ordinal));
    }

    [Fact]
    public void Mean_held_against_the_baseline_is_that_of_the_same_people()
    {
        ComparedStructure closed = CutInTwo();
        var subject = IndicatorSubject.Of(closed);
        Assert.Equal("1.5 → 1.5 (15 without)", Find("mean_min").Cell(subject, English));
        Assert.Equal("3.0 → 3.0", Find("longest_min").Cell(subject, English));
        Assert.Equal(["1.5", "1.5"], Cells(closed, "mean_before_min", "mean_after_min"));
        Assert.Equal(["15", "0", "0"], Cells(closed, "lose_access", "lose", "gain"));
    }

    [Fact]
    public void What_people_read_as_the_same_number_is_neither_better_nor_worse()
    {
        (IndicatorSubject before, IndicatorSubject now) = (IndicatorSubject.Of(Today.Total), IndicatorSubject.Of(Open));
        foreach ((double value, string read, int sign, Verdict verdict) in ((double, string, int, Verdict)[])[(7.14, "7.1", 0, Verdict.None), (7.16, "7.2", 1, Verdict.Worse)])
        {
            var mean = new Indicator("mean_min", IndicatorUnit.Minutes, Direction.Less, s => s == before ? 7.11 : value);
            IndicatorPair pair = mean.Against(before, now, English);
            Assert.Equal(("7.1", read, sign, verdict), (pair.Today, pair.Now, pair.Sign, pair.Verdict));
        }
    }

    [Fact]
    public void Means_of_those_only_who_have_a_way_before_and_now_say_so_beside_them()
    {
        ComparedStructure closed = CutInTwo();
        IndicatorPair[] pairs = [.. IndicatorCatalogue.Of(IndicatorLevel.Structure).Select(i => i.Against(IndicatorSubject.BaselineOf(closed), IndicatorSubject.Of(closed), English))];
        Assert.Equal("only those who reach a site both before and now", pairs.Single(p => p.Key == "mean_min").Whom);
        Assert.Equal("", pairs.Single(p => p.Key == "within_30_min").Whom);
        Assert.All(IndicatorCatalogue.Of(IndicatorLevel.Structure), i => Assert.Equal("", i.Against(IndicatorSubject.BaselineOf(Open), IndicatorSubject.Of(Open), English).Whom));
    }

    [Fact]
    public void Nothing_is_better_while_more_people_have_no_way()
    {
        ComparedStructure closed = CutInTwo();
        var subject = IndicatorSubject.Of(closed);
        foreach (Indicator indicator in IndicatorCatalogue.Of(IndicatorLevel.Structure).Where(i => i.Better != Direction.None))
        {
            (double worse, double better) = indicator.Better == Direction.More ? (1, 2) : (2, 1);
            Assert.Equal(Verdict.None, indicator.Judge(worse, better, subject));
            Assert.Equal(Verdict.Worse, indicator.Judge(better, worse, subject));
            Assert.Equal(Verdict.Better, indicator.Judge(worse, better, IndicatorSubject.Of(Open)));
        }
    }

    /// <summary>Roads are closed at random, until many people have no way: nothing that is printed of them gets better by that.</summary>
    [Fact]
    public void No_closure_that_only_cuts_people_off_improves_a_printed_figure()
    {
        var random = new Random(20261129);
        int cutOff = 0, onlyCutOff = 0;
        for (int closure = 0; closure < Closures; closure++)
        {
            Situation situation = Situation.Of(Start, Today, [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => RandomArea(random))]);
            StructureChange change = situation.AgainstToday;
            if (change.Total.LoseAccess == 0) continue;
            cutOff++;
            bool isOnly = change.Total is { Lose: 0, Gain: 0, GainAccess: 0 };
            if (isOnly) onlyCutOff++;
            AssertNotBetter(IndicatorSubject.Of(Open), IndicatorSubject.Of(situation.Shown), IndicatorLevel.Structure, isOnly);
            for (int m = 0; m < Start.Case.Municipalities.Count; m++)
            {
                AccessChange here = change.ByMunicipality[m];
                if (here is not { LoseAccess: > 0, Lose: 0, Gain: 0, GainAccess: 0 }) continue;
                onlyCutOff++;
                AssertNotBetter(IndicatorSubject.Of(Open, m), IndicatorSubject.Of(situation.Shown, m), IndicatorLevel.Municipality, isOnly: true);
            }
            EditEffect effect = Publication.Of(situation.Comparison, Audience.Internal).Effect!;
            (StructureAccess without, StructureAccess with) = effect.Compared[0].Change.Shared;
            Assert.True(with.Total.MeanMinutes is null || with.Total.MeanMinutes >= without.Total.MeanMinutes);
        }
        Assert.True(cutOff > 10 && onlyCutOff > 3, $"{cutOff} cut off, {onlyCutOff} only so");
    }

    private static void AssertNotBetter(IndicatorSubject before, IndicatorSubject after, IndicatorLevel level, bool isOnly)
    {
        foreach (Indicator indicator in IndicatorCatalogue.Of(level))
        {
            Assert.NotEqual(Verdict.Better, indicator.Against(before, after, English).Verdict);
            if (!isOnly || indicator.Better == Direction.None) continue;
            (double? was, double? now) = indicator.Shared is { } shared ? shared(after) : (indicator.Value(before), indicator.Value(after));
            Assert.False(indicator.Better == Direction.More ? now > was : now < was, $"{indicator.Key}: {was} → {now}");
        }
    }

    /// <summary>A box of 1 to 12 km about a junction.</summary>
    private static CloseArea RandomArea(Random random)
    {
        RoadGraph roads = Start.Case.Roads;
        GeoPoint middle = MapProjection.ForEpsg(Start.Case.Epsg).ToGeo(roads.NodePoints[random.Next(roads.NodeCount)]);
        (double longitude, double latitude) = (middle.Longitude, middle.Latitude);
        double half = 0.005 + 0.05 * random.NextDouble();
        return new CloseArea(
        [
            [longitude - 2 * half, latitude - half], [longitude + 2 * half, latitude - half],
            [longitude + 2 * half, latitude + half], [longitude - 2 * half, latitude + half],
        ]);
    }

    /// <summary>A town, held against what it was before the road between B and C was gone: those at C and D have no way to A any more.</summary>
    private static ComparedStructure CutInTwo()
    {
        AccessStudy[] studies =
        [
            .. ((string[])["A--B--C--D", "A--B  C--D"]).Select(t => AccessStudy.Of(
                TownCase.Of(AsciiTown.Parse(t), "1:ABCD", "A10 B10 C10 D5", "A", TownCase.Structure("A", ("1", "A"))))),
        ];
        return Comparison.Of(studies[1], []).Structures[0].Against(studies[0].Access(studies[0].Case.Structures[0]));
    }

    private static string[] Cells(ComparedStructure compared, params string[] keys) =>
        [.. keys.Select(k => Find(k).Cell(IndicatorSubject.Of(compared), English))];

    private static Indicator Find(string key) => IndicatorCatalogue.Find(key)!;
}
