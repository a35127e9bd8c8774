using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Planning.Ledger;
using NavGeo.Routing;

namespace NavGeo.Planning.Sentences;

/// <summary>
/// A ledger in plain words: what changes in all, then municipality by municipality where most people are affected
/// first, then the worst-off. Every number in a sentence stands in the ledger. The same ledger gives the same sentences.
/// </summary>
public static class ChangeSentences
{
    /// <summary>The promise that is spoken of first, minutes: where somebody is pushed beyond it, the sentence says so.</summary>
    public const int FirstThreshold = 30;

    /// <summary>All sentences, for a list; never empty.</summary>
    public static IReadOnlyList<Phrase> Of(ChangeLedger ledger)
    {
        var labels = new PlaceLabels(ledger.Case);
        var sentences = new List<Phrase>();
        LedgerRow total = ledger.Total;
        if (total.Affected == 0)
        {
            sentences.Add(new Phrase("decisions.no-change"));
        }
        else
        {
            sentences.Add(Overall(total));
            if (total.Change.LoseAccess > 0) sentences.Add(new Phrase("decisions.lose-access", total.Change.LoseAccess));
            if (total.Change.GainAccess > 0) sentences.Add(new Phrase("decisions.gain-access", total.Change.GainAccess));
            sentences.AddRange(ledger.Municipalities.Where(r => r.Affected > 0)
                .OrderByDescending(r => r.Affected).ThenBy(r => r.Municipality)
                .Select(r => InMunicipality(ledger, r)));
            if (total.MostLost != LedgerRow.NoPlace) sentences.Add(MostLost(ledger, labels, total.MostLost));
            if (total.HoursNet != 0) sentences.Add(Hours(ledger));
        }
        if (total.WorstOff != LedgerRow.NoPlace) sentences.Add(WorstOff(ledger, labels, total.WorstOff));
        return sentences;
    }

    /// <summary>What changes in one municipality.</summary>
    public static Phrase InMunicipality(ChangeLedger ledger, LedgerRow row) =>
        new("decisions.two-clauses", Loss(ledger, row), Gain(row));

    private static Phrase Overall(LedgerRow total)
    {
        AccessChange change = total.Change;
        Phrase lose = change.Lose > 0 ? new Phrase("decisions.longer", change.Lose) : new Phrase("decisions.nobody-longer");
        Phrase gain = change.Gain > 0 ? new Phrase("decisions.and-shorter", change.Gain) : new Phrase("decisions.and-nobody-shorter");
        return new Phrase("decisions.overall", lose, gain, change.Unchanged, change.People);
    }

    /// <summary>How many of a municipality are pushed beyond a promise, or else how many lose at all.</summary>
    private static Phrase Loss(ChangeLedger ledger, LedgerRow row)
    {
        string name = ledger.Case.Municipalities[row.Municipality].Name;
        IReadOnlyList<long> pushed = row.Change.PushedBeyond;
        int first = AccessIndicators.Thresholds.Index().First(t => t.Item == FirstThreshold).Index;
        int threshold = pushed[first] > 0 ? first
            : Enumerable.Range(0, pushed.Count).OrderByDescending(t => pushed[t]).ThenByDescending(t => t).First();
        AccessChange change = row.Change;
        if (pushed[threshold] > 0)
        {
            return change.Lose > pushed[threshold]
                ? new Phrase("decisions.beyond-and-longer", pushed[threshold], name, AccessIndicators.Thresholds[threshold], change.Lose)
                : new Phrase("decisions.beyond", pushed[threshold], name, AccessIndicators.Thresholds[threshold]);
        }
        if (change.Lose > 0) return new Phrase("decisions.longer-in", change.Lose, name);
        return change.LoseAccess > 0
            ? new Phrase("decisions.lose-access-in", change.LoseAccess, name)
            : new Phrase("decisions.nobody-longer-in", name);
    }

    private static Phrase Gain(LedgerRow row) => row.Change.Gain > 0
        ? new Phrase("decisions.get-shorter", row.Change.Gain)
        : new Phrase("decisions.nobody-shorter");

    /// <summary>Places with few people are told as few, so that nobody can be picked out (<see cref="SmallNumbers"/>).</summary>
    private static (string Suffix, long People) Told(PlaceChange change) =>
        change.People < SmallNumbers.UsualLeast ? ("-few", SmallNumbers.UsualLeast) : ("", change.People);

    private static Phrase MostLost(ChangeLedger ledger, PlaceLabels labels, int place)
    {
        PlaceChange change = ledger.Place(place);
        (string suffix, long people) = Told(change);
        return new Phrase(
            "decisions.most-lost" + suffix, labels.OfPlace(place), MunicipalityOf(ledger, place), change.Before.Minutes,
            change.After.Minutes, people);
    }

    private static Phrase WorstOff(ChangeLedger ledger, PlaceLabels labels, int place)
    {
        TravelTime after = ledger.Place(place).After;
        (string suffix, long people) = Told(ledger.Place(place));
        return after.IsReachable
            ? new Phrase("decisions.worst-off" + suffix, labels.OfPlace(place), MunicipalityOf(ledger, place), after.Minutes, people)
            : new Phrase("decisions.worst-off-without" + suffix, labels.OfPlace(place), MunicipalityOf(ledger, place), people);
    }

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
