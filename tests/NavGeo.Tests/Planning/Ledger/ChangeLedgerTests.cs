using System.Globalization;
using System.Text.RegularExpressions;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Ledger;

public partial class ChangeLedgerTests
{
    private static readonly AsciiTown Town = AsciiTown.Parse("A------B---------------------------------C");

    /// <summary>B's site closes: B has 7 minutes to A instead of 0; C, who went to B, has 41 instead of 34.</summary>
    private static readonly PlanningCase Closing = TownCase.Of(
        Town, "1:A 2:BC", "A1000 B200 C30", "AB", TownCase.Structure("A", ("12", "AB")), TownCase.Structure("B", ("12", "A")), TownCase.Structure("S", ("12", "AB")));

    [Fact]
    public void Ledger_counts_people_by_how_much_they_lose()
    {
        ChangeLedger ledger = Ledger(Closing, "B");
        Assert.Equal([0, 230, 0, 0, 0], ledger.Total.Longer);
        Assert.Equal([0, 0, 0, 0, 0], ledger.Total.Shorter);
        Assert.Equal(1000, ledger.Total.Change.Unchanged);
        Assert.Equal(230, ledger.Municipalities[1].Affected);
        Assert.Equal([1, 0], ledger.ByLoss.Select(r => r.Municipality));
    }

    [Fact]
    public void Untouched_place_is_exactly_nought()
    {
        ChangeLedger ledger = Ledger(Closing, "B");
        Assert.Equal(0, ledger.Places[0].Difference);
        Assert.Equal(7 * 60_000, ledger.Places[1].Difference);
        LedgerRow untouched = ledger.Municipalities[0];
        Assert.Equal((0, 0.0, 0.0, LedgerRow.NoPlace), (untouched.Affected, untouched.HoursMore, untouched.HoursLess, untouched.MostLost));
    }

    [Fact]
    public void Hours_are_people_times_minutes_times_visits_there_and_back()
    {
        ChangeLedger ledger = Ledger(Closing, "B", ContactRate.Given(2));
        Assert.Equal(230 * 7 * 2 * 2 / 60.0, ledger.Total.HoursNet, 9);
        Assert.Equal(0.46, (double)ContactRate.HallingdalDropIn.VisitsPerInhabitantYear, 3);
        Assert.True(ContactRate.HallingdalDropIn.IsEstimate);
    }

    [Fact]
    public void Worst_off_is_named_also_where_nothing_changes_for_it()
    {
        ChangeLedger ledger = Ledger(Closing, "S");
        Assert.Equal(0, ledger.Total.Affected);
        Assert.Equal(2, ledger.Total.WorstOff);
        Assert.Equal(1, Ledger(Closing, "B").Total.MostLost);
    }

    [Fact]
    public void Access_lost_is_no_minutes()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-B C-D"), "1:AB 2:CD", "B5 D8", "AC", TownCase.Structure("A", ("12", "AC")), TownCase.Structure("B", ("12", "A")));
        ChangeLedger ledger = Ledger(town, "B");
        Assert.Equal(8, ledger.Total.Change.LoseAccess);
        Assert.Null(ledger.Places[1].Difference);
        Assert.Equal(0, ledger.Total.HoursNet);
        Assert.Equal(1, ledger.Total.WorstOff);
        Assert.Contains("8 inhabitants lose every way to a site.", Said(ledger, UserLanguage.English));
    }

    [Fact]
    public void Sentences_say_who_loses_in_three_languages()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A---------------B------------------------------C"), "1:A 2:BC", "A1000 B1 C1240", "AB",
            TownCase.Structure("A", ("12", "AB")), TownCase.Structure("B", ("12", "A")));
        ChangeLedger ledger = Ledger(town, "B");
        Assert.Equal(
            [
                "1\u00A0241 innbyggjarar får lengre veg og ingen kortare; 1\u00A0000 av 2\u00A0241 har like lang veg som før.",
                "1\u00A0241 innbyggjarar i M2 får lengre veg, 1\u00A0240 av dei får ei reisetid på over 45 minutt (høgst 45 før); ingen får kortare veg.",
                "Størst blir auken for 1\u00A0240 innbyggjarar ved C i M2: frå 31,0 til 47,0 min.",
                "Til saman 304 timar meir på reise i året (overslag: 0,46 besøk per innbyggjar og år, fram og tilbake).",
                "Lengst veg har 1\u00A0240 innbyggjarar ved C i M2: 47,0 min.",
            ],
            Said(ledger, UserLanguage.Nynorsk));
        Assert.StartsWith("1\u00A0241 innbyggere får lengre vei og ingen kortere;", Said(ledger, UserLanguage.Bokmaal)[0], StringComparison.Ordinal);
        Assert.StartsWith("1,241 inhabitants of M2 get a longer way, 1,240 of them a travel time of more than 45 minutes", Said(ledger, UserLanguage.English)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_changed_is_a_sentence_too()
    {
        Assert.Equal(
            ["Ingen får endra reisetid: alle når tenestestaden sin som før.", "Lengst veg har 30 innbyggjarar ved C i M2: 34,0 min."],
            Said(Ledger(Closing, "S"), UserLanguage.Nynorsk));
    }

    [Fact]
    public void People_whose_number_is_not_told_are_a_few_and_never_nobody()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A--B"), "1:A 2:B", "A5 B1", "AB", TownCase.Structure("A", ("12", "AB")), TownCase.Structure("B", ("12", "A")));
        ChangeLedger ledger = Ledger(Publication.CaseFor(town, Audience.Public), "B");
        Assert.Contains("A few inhabitants of M2 get a longer way; nobody gets a shorter way.", Said(ledger, UserLanguage.English));
        Assert.Contains("Noen få innbyggere får lengre vei og ingen kortere; 5 av 5 har like lang vei som før.", Said(ledger, UserLanguage.Bokmaal));
        ChangeLedger all = Ledger(town, "B");
        Assert.Contains("1 inhabitant of M2 gets a longer way; nobody gets a shorter way.", Said(all, UserLanguage.English));
        Assert.Contains("1 innbygger i M2 får lengre vei; ingen får kortere vei.", Said(all, UserLanguage.Bokmaal));
    }

    /// <summary>Every number that is said, in every language, is a number of the ledger.</summary>
    internal static void AssertSaidNumbersStandInTheLedger(ChangeLedger ledger)
    {
        foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
        {
            Phrasebook book = Phrasebook.For(language);
            HashSet<string> known = [.. NumbersOf(ledger, book)];
            foreach (string sentence in Said(ledger, language))
            {
                string plain = ledger.Case.Demand.Names.ToArray().Concat(ledger.Case.Municipalities.Select(m => m.Name))
                    .Where(n => n is { Length: > 1 }).OrderByDescending(n => n!.Length)
                    .Aggregate(sentence, (text, name) => text.Replace(name!, "", StringComparison.Ordinal));
                foreach (Match number in Number().Matches(plain))
                    Assert.True(known.Contains(number.Value.TrimEnd('.', ',')), $"'{number.Value}' in '{sentence}' is not in the ledger");
            }
        }
    }

    [Fact]
    public void Every_number_of_a_sentence_stands_in_the_ledger()
    {
        AssertSaidNumbersStandInTheLedger(Ledger(Closing, "B"));
        AssertSaidNumbersStandInTheLedger(Ledger(Closing, "S"));
    }

    internal static ChangeLedger Ledger(PlanningCase planningCase, string structure, ContactRate? contacts = null)
    {
        var comparison = Comparison.Of(AccessStudy.Of(planningCase), [structure], null, contacts);
        return comparison.Structures[^1].Ledger;
    }

    internal static string[] Said(ChangeLedger ledger, UserLanguage language) =>
        [.. ChangeSentences.Of(ledger).Select(s => s.In(language))];

    private static IEnumerable<string> NumbersOf(ChangeLedger ledger, Phrasebook book)
    {
        foreach (int minutes in AccessIndicators.Thresholds) yield return minutes.ToString(CultureInfo.InvariantCulture);
        foreach (LedgerRow row in ledger.Municipalities.Append(ledger.Total))
        {
            AccessChange change = row.Change;
            foreach (DayChange days in (DayChange[])[row.FewerDays, row.MoreDays])
            {
                yield return book.Whole(days.People);
                yield return book.Decimals(days.MeanBefore, 1);
                yield return book.Decimals(days.MeanAfter, 1);
            }
            foreach (long people in (long[])
                [
                    change.People, change.Gain, change.Lose, change.Unchanged, change.StillWithout, change.LoseAccess, change.GainAccess,
                    .. change.PushedBeyond, (long)Math.Round(Math.Abs(row.HoursNet)),
                ])
            {
                yield return book.Whole(people);
            }
        }
        foreach (PlaceChange place in ledger.Places.ToArray())
        {
            yield return book.Whole(place.People);
            if (place.Before.IsReachable) yield return book.Decimals(place.Before.Minutes, 1);
            if (place.After.IsReachable) yield return book.Decimals(place.After.Minutes, 1);
        }
        yield return book.Decimals((double)ledger.Contacts.VisitsPerInhabitantYear, 2);
    }

    [GeneratedRegex(@"\d[\d\u00A0.,]*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
