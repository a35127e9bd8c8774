using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Ledger;

/// <summary>What the sentences must never leave out: lost access and opening days.</summary>
public class ChangeSentencesTests
{
    private const int RandomCases = 200;

    /// <summary>C and B close: 80 people at D lose every way, 300 at B get a longer one, beyond 30 minutes.</summary>
    private static readonly PlanningCase Cut = TownCase.Of(
        AsciiTown.Parse("A-----------------------------------B C-D"), "1:A 2:BCD", "A1000 B300 D80", "ABC",
        TownCase.Structure("A", ("12", "ABC")), TownCase.Structure("B", ("12", "A")));

    [Fact]
    public void Lost_access_is_told_first_and_apart_from_a_longer_way()
    {
        ChangeLedger ledger = ChangeLedgerTests.Ledger(Cut, "B");
        string[] said = ChangeLedgerTests.Said(ledger, UserLanguage.Bokmaal);
        Assert.Equal("80 innbyggere mister veien til alle tjenestesteder.", said[0]);
        Assert.Equal("300 andre innbyggere får lengre vei og ingen kortere; 1\u00A0000 av 1\u00A0380 har like lang vei som før.", said[1]);
        Assert.Equal(
            "80 innbyggere i M2 mister veien til alle tjenestesteder; 300 andre får lengre vei, og alle disse får en reisetid på over 30 minutter (høyst 30 før); ingen får kortere vei.",
            said[2]);
        Assert.Equal(said[..2], ChangeSentences.Head(ledger).Select(s => s.In(UserLanguage.Bokmaal)));
        Assert.Equal(300, ledger.Total.Change.PushedBeyond[1]);
    }

    [Fact]
    public void Where_the_map_has_no_way_is_told_apart_from_the_worst_off()
    {
        // E and F hang on a piece of road that joins nothing and has no site; D loses the site on its own piece.
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-----------------------------------B C-D E-F"), "1:A 2:BCDEF", "A1000 B300 D80 E200 F32", "ABC",
            TownCase.Structure("A", ("12", "ABC")), TownCase.Structure("B", ("12", "AB")));
        Assert.Equal(
            ["232 inhabitants live where the map has no road, bridge or ferry to the rest of the network, most of them in M2 (232): gaps in the road data, or islands with boats of their own. They count as without access both before and after.",
             "Among those without a way to any site are 80 inhabitants near D in M2."],
            ChangeLedgerTests.Said(ChangeLedgerTests.Ledger(town, "B"), UserLanguage.English)[^2..]);
        string[] today = ChangeLedgerTests.Said(ChangeLedgerTests.Ledger(town, "A"), UserLanguage.English);
        Assert.DoesNotContain("without a way", today[^1], StringComparison.Ordinal);
        Assert.Equal(new BeyondMap("M2", 232), Assert.Single(ChangeLedgerTests.Ledger(town, "A").BeyondMap));
    }

    [Fact]
    public void Who_has_no_way_before_and_after_has_none_that_is_as_long_as_before()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-----------------------------------B C-D E-F"), "1:A 2:BCDEF", "A1000 B300 D80 E200 F32", "ABC",
            TownCase.Structure("A", ("12", "ABC")), TownCase.Structure("B", ("12", "A")));
        AccessChange change = ChangeLedgerTests.Ledger(town, "B").Total.Change;
        Assert.Equal((1000, 232, 300, 80), (change.Unchanged, change.StillWithout, change.Lose, change.LoseAccess));
        Assert.Equal(1612, change.People);
        foreach ((UserLanguage language, string told) in (ReadOnlySpan<(UserLanguage, string)>)
            [
                (UserLanguage.Bokmaal, "300 andre innbyggere får lengre vei og ingen kortere; 1\u00A0000 av 1\u00A0612 har like lang vei som før, og 232 er uten vei både før og etter."),
                (UserLanguage.English, "300 other inhabitants get a longer way and nobody a shorter one; for 1,000 of 1,612 the way is as long as before, and 232 have no way before or after."),
            ])
        {
            Assert.Contains(told, ChangeLedgerTests.Said(ChangeLedgerTests.Ledger(town, "B"), language));
        }
    }

    [Fact]
    public void What_reads_the_same_went_neither_up_nor_down()
    {
        Assert.True(Phrasebook.ReadsSame(7.11, 7.14, 1));
        Assert.False(Phrasebook.ReadsSame(7.14, 7.16, 1));
        Assert.False(Phrasebook.ReadsSame(null, 0, 1));
    }

    [Fact]
    public void Fewer_opening_days_are_never_no_change()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-B"), "1:A 2:B", "A1000 B300", "AB", TownCase.Structure("A", ("12", "AB")),
            TownCase.Structure("G", ("12", "AB")).Open(5, 2), TownCase.Structure("E", ("12", "AB")).Open(2, 5));
        ChangeLedger ledger = ChangeLedgerTests.Ledger(town, "G");
        string[] said = ChangeLedgerTests.Said(ledger, UserLanguage.Bokmaal);
        Assert.Equal("Alle når tjenestestedet sitt som før, men 300 innbyggere får færre åpningsdager på stedet sitt (i snitt 2,0 i uka, 5,0 før).", said[0]);
        Assert.Equal("Ingen i M2 får lengre eller kortere vei; 300 innbyggere får færre åpningsdager på stedet sitt (i snitt 2,0 i uka, 5,0 før).", said[1]);
        Assert.Equal((0L, true, (1000 * 5 + 300 * 2) / 1300.0), (ledger.Total.Affected, ledger.Total.IsTouched, ledger.Total.MeanOpenDays));
        Assert.Equal(1000, ChangeLedgerTests.Ledger(town, "E").Total.FewerDays.People);
    }

    [Fact]
    public void Nobody_changes_is_not_all_reach_a_site_where_some_reach_none()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-B C-D"), "1:A 2:BCD", "A1000 B300 D80", "AB", TownCase.Structure("A", ("12", "AB")), TownCase.Structure("F", ("12", "AB")),
            TownCase.Structure("G", ("12", "AB")).Open(5, 2));
        Assert.Equal("Ingen får endret reisetid; 80 innbyggere når fortsatt ikke noe tjenestested.", ChangeLedgerTests.Said(ChangeLedgerTests.Ledger(town, "F"), UserLanguage.Bokmaal)[0]);
        Assert.Equal(
            "Ingen får lengre eller kortere vei, og 80 innbyggere når fortsatt ikke noe tjenestested, men 300 innbyggere får færre åpningsdager på stedet sitt (i snitt 2,0 i uka, 5,0 før).",
            ChangeLedgerTests.Said(ChangeLedgerTests.Ledger(town, "G"), UserLanguage.Bokmaal)[0]);
    }

    [Fact]
    public void Place_outside_a_settlement_is_told_by_distance_and_direction()
    {
        PlanningCase town = TownCase.Of(AsciiTown.Parse("A----------B"), "1:AB", "A1000 B300", "A", TownCase.Structure("A", ("1", "A")), TownCase.Structure("F", ("1", "A")));
        Demand people = town.Demand;
        town = town with { Demand = new Demand(people.Ids.ToArray(), ["Bruflat", null], people.People.ToArray(), people.Points.ToArray(), people.Municipalities.ToArray(), 0) };
        ChangeLedger ledger = ChangeLedgerTests.Ledger(town, "F");
        Assert.Equal("Lengst vei har 300 innbyggere 11 km øst for Bruflat i M1: 11,0 min.", ChangeLedgerTests.Said(ledger, UserLanguage.Bokmaal)[^1]);
        Assert.Equal("Lengst veg har 300 innbyggjarar 11 km aust for Bruflat i M1: 11,0 min.", ChangeLedgerTests.Said(ledger, UserLanguage.Nynorsk)[^1]);
        Assert.Equal("300 inhabitants 11 km east of Bruflat in M1 have the longest way: 11.0 min.", ChangeLedgerTests.Said(ledger, UserLanguage.English)[^1]);
    }

    [Fact]
    public void One_promise_is_spoken_of_through_a_list()
    {
        ChangeLedger ledger = ChangeLedgerTests.Ledger(Cut, "B");
        ChangeLedger none = ChangeLedgerTests.Ledger(Cut, "A");
        Assert.Equal(1, ChangeSentences.ThresholdOf(ledger, none));
        Assert.Equal(1, ChangeSentences.ThresholdOf(none));
    }

    [Fact]
    public void Sentences_tell_every_count_of_the_ledger_and_nobody_twice_in_random_cases()
    {
        for (int seed = 0; seed < RandomCases; seed++)
        {
            ChangeLedger ledger = ChangeLedgerTests.Ledger(RandomCase(seed), "B");
            ChangeLedgerTests.AssertSaidNumbersStandInTheLedger(ledger);
            AssertCounts(string.Join(' ', ChangeSentences.Head(ledger).Select(s => s.In(UserLanguage.English))), ledger.Total, 0, seed);
            int threshold = ChangeSentences.ThresholdOf(ledger);
            foreach (LedgerRow row in ledger.Municipalities)
            {
                string said = ChangeSentences.InMunicipality(ledger, row, threshold).In(UserLanguage.English);
                AssertCounts(said, row, row.Change.PushedBeyond[threshold], seed);
                Assert.True(row.Change.PushedBeyond[threshold] <= row.Change.Lose, $"seed {seed}");
            }
        }
    }

    private static void AssertCounts(string said, LedgerRow row, long beyond, int seed)
    {
        string where = $"seed {seed}: {said}";
        Assert.True(row.Change.LoseAccess == Found(said, @"([\d,]+) inhabitants?(?: of M\d)? loses? every way"), where);
        Assert.True(row.Change.Lose == Found(said, @"([\d,]+) (?:other )?(?:inhabitants?|others?)(?: of M\d)? gets? a longer way"), where);
        Assert.True(row.Change.GainAccess == Found(said, @"([\d,]+)(?: inhabitants?)? without a way to any site now"), where);
        Assert.True(row.Change.Gain == Found(said, @"([\d,]+)(?: inhabitants? a shorter one| gets? a shorter way)"), where);
        Assert.True(row.FewerDays.People == Found(said, @"([\d,]+) inhabitants? gets? fewer opening days"), where);
        Assert.True(row.MoreDays.People == Found(said, @"([\d,]+) inhabitants? gets? more opening days"), where);
        if (said.Contains("all of them", StringComparison.Ordinal)) Assert.True(beyond == row.Change.Lose, where);
        else Assert.True(beyond == Found(said, @"([\d,]+) of them a travel time"), where);
    }

    private static long Found(string said, string pattern) => Regex.Match(said, pattern) is { Success: true } match
        ? long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
        : 0;

    /// <summary>Up to seven places in a row with gaps between some, in three municipalities, with random sites and days.</summary>
    private static PlanningCase RandomCase(int seed)
    {
        var random = new Random(seed);
        string drawing = "A";
        for (char letter = 'B'; letter <= 'G'; letter++)
            drawing += (random.Next(4) == 0 ? new string(' ', 3) : new string('-', random.Next(1, 40))) + letter;
        string people = string.Join(' ', "ABCDEFG".Select(l => $"{l}{random.Next(1, 3000)}"));
        return TownCase.Of(
            AsciiTown.Parse(drawing), "1:AB 2:CDE 3:FG", people, "ACEG", Structure("A"), Structure("B"));

        NavGeo.Planning.Cases.Structure Structure(string id)
        {
            string sites = string.Concat("ACEG".Where(_ => random.Next(3) > 0));
            if (sites.Length == 0) sites = "A";
            return TownCase.Structure(id, ("123", sites)).Open([.. sites.Select(_ => (double)random.Next(1, 6))]);
        }
    }
}
