using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// A ledger in plain words: who loses every way, what changes in all, then municipality by municipality where most people
/// are affected first, then the worst-off. Every number in a sentence stands in the ledger, save that small ones are told as
/// "fewer than" (<see cref="SmallNumbers"/>). The same ledger gives the same sentences.
/// </summary>
public static class ChangeSentences
{
    /// <summary>The promise that is spoken of, minutes: where somebody is pushed beyond it, the sentences say so.</summary>
    public const int FirstThreshold = 30;

    /// <summary>All sentences, for a list; never empty.</summary>
    /// <param name="ledger">What they tell.</param>
    /// <param name="least">Fewer people than this are not told; 0 tells all.</param>
    public static IReadOnlyList<Phrase> Of(ChangeLedger ledger, int least = SmallNumbers.UsualLeast)
    {
        var labels = new PlaceLabels(ledger.Case);
        LedgerRow total = ledger.Total;
        int threshold = ThresholdOf(ledger);
        return
        [
            .. Head(ledger, least),
            .. ledger.Municipalities.Where(r => r.IsTouched)
                .OrderByDescending(r => r.Change.LoseAccess).ThenByDescending(r => r.Affected)
                .ThenByDescending(r => r.FewerDays.People).ThenBy(r => r.Municipality)
                .Select(r => InMunicipality(ledger, r, threshold, least)),
            .. total.MostLost == LedgerRow.NoPlace ? (Phrase[])[] : [MostLost(ledger, labels, total.MostLost, least)],
            .. total.HoursNet == 0 ? (Phrase[])[] : [Hours(ledger)],
            .. total.WorstOff == LedgerRow.NoPlace ? (Phrase[])[] : [WorstOff(ledger, labels, total.WorstOff, least)],
        ];
    }

    /// <summary>
    /// The answer in short: those who lose every way first and apart, those who gain one, then longer and shorter ways and
    /// opening days; never empty.
    /// </summary>
    public static IReadOnlyList<Phrase> Head(ChangeLedger ledger, int least = SmallNumbers.UsualLeast)
    {
        LedgerRow total = ledger.Total;
        var clauses = new ChangeClauses(least, ThresholdOf(ledger));
        var sentences = new List<Phrase>();
        if (total.Change.LoseAccess > 0) sentences.Add(clauses.Count("decisions.lose-access", total.Change.LoseAccess));
        if (total.Change.GainAccess > 0) sentences.Add(clauses.Count("decisions.gain-access", total.Change.GainAccess));
        sentences.Add(clauses.Overall(total));
        if (total.Affected > 0)
            sentences.AddRange(clauses.Days(total).Take(1).Select(_ => new Phrase("decisions.opening-days", ChangeClauses.Joined(clauses.Days(total)))));
        return sentences;
    }

    /// <summary>What changes in one municipality, in one sentence.</summary>
    /// <param name="ledger">The ledger of the structure.</param>
    /// <param name="row">The municipality's row in it.</param>
    /// <param name="threshold">The promise, by <see cref="ThresholdOf"/>: the same through a whole list.</param>
    /// <param name="least">Fewer people than this are not told; 0 tells all.</param>
    public static Phrase InMunicipality(ChangeLedger ledger, LedgerRow row, int threshold, int least = SmallNumbers.UsualLeast) =>
        new ChangeClauses(least, threshold).InMunicipality(row, ledger.Case.Municipalities[row.Municipality].Name);

    /// <summary>
    /// The promise that a list of sentences about these ledgers speaks of, as index into
    /// <see cref="AccessIndicators.Thresholds"/>: 30 minutes unless nobody is pushed beyond that, else the one most people
    /// are pushed beyond.
    /// </summary>
    public static int ThresholdOf(params IReadOnlyList<ChangeLedger> ledgers)
    {
        int first = AccessIndicators.Thresholds.Index().First(t => t.Item == FirstThreshold).Index;
        long[] pushed = [.. AccessIndicators.Thresholds.Select((_, t) => ledgers.Sum(l => l.Total.Change.PushedBeyond[t]))];
        return pushed[first] > 0 || Array.TrueForAll(pushed, p => p == 0) ? first : Array.LastIndexOf(pushed, pushed.Max());
    }

    private static Phrase MostLost(ChangeLedger ledger, PlaceLabels labels, int place, int least)
    {
        PlaceChange change = ledger.Place(place);
        (string suffix, long people) = Told(change, least);
        return new Phrase(
            "decisions.most-lost" + suffix, labels.OfPlace(place), MunicipalityOf(ledger, place), change.Before.Minutes,
            change.After.Minutes, people);
    }

    private static Phrase WorstOff(ChangeLedger ledger, PlaceLabels labels, int place, int least)
    {
        TravelTime after = ledger.Place(place).After;
        (string suffix, long people) = Told(ledger.Place(place), least);
        return after.IsReachable
            ? new Phrase("decisions.worst-off" + suffix, labels.OfPlace(place), MunicipalityOf(ledger, place), after.Minutes, people)
            : new Phrase("decisions.worst-off-without" + suffix, labels.OfPlace(place), MunicipalityOf(ledger, place), people);
    }

    private static (string Suffix, long People) Told(PlaceChange change, int least) =>
        change.People < least ? ("-few", least) : ("", change.People);

    private static Phrase Hours(ChangeLedger ledger)
    {
        double hours = Math.Abs(ledger.Total.HoursNet);
        string key = ledger.Total.HoursNet > 0 ? "decisions.hours-more" : "decisions.hours-less";
        string basis = ledger.Contacts.IsEstimate ? "decisions.contacts-estimated" : "decisions.contacts-given";
        return new Phrase(key, (long)Math.Round(hours), new Phrase(basis, (double)ledger.Contacts.VisitsPerInhabitantYear));
    }

    private static string MunicipalityOf(ChangeLedger ledger, int place) =>
        ledger.Case.Municipalities[ledger.Case.Demand.Municipalities[place]].Name;
}
