using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// A ledger in plain words: who loses every way, what changes in all, then municipality by municipality where most people
/// are affected first, then the worst-off. Every number in a sentence stands in the ledger; those who live where too few do to
/// be told are "a few". The same ledger gives the same sentences.
/// </summary>
public static class ChangeSentences
{
    /// <summary>The promise that is spoken of, minutes: where somebody is pushed beyond it, the sentences say so.</summary>
    public const int FirstThreshold = 30;

    /// <summary>Of minutes in sentences.</summary>
    private const int MinutesDecimals = 1;

    /// <summary>All sentences, for a list; never empty.</summary>
    /// <param name="ledger">The ledger of a structure.</param>
    /// <param name="withMunicipalities">Whether each municipality has its sentence among them.</param>
    public static IReadOnlyList<Phrase> Of(ChangeLedger ledger, bool withMunicipalities = true)
    {
        var labels = new PlaceLabels(ledger.Case);
        LedgerRow total = ledger.Total;
        int threshold = ThresholdOf(ledger);
        return
        [
            .. Head(ledger),
            .. ledger.Municipalities.Where(r => withMunicipalities && r.IsTouched)
                .OrderByDescending(r => r.Change.LoseAccess).ThenByDescending(r => r.Affected)
                .ThenByDescending(r => r.FewerDays.People).ThenBy(r => r.Municipality)
                .Select(r => InMunicipality(ledger, r, threshold)),
            .. MostLost(ledger) is { } mostLost ? (Phrase[])[mostLost] : [],
            .. total.HoursNet == 0 ? (Phrase[])[] : [Hours(ledger)],
            .. ledger.BeyondMap.Take(1).Select(most => new Phrase("decisions.beyond-map", ledger.BeyondMap.Sum(m => m.People), most.Municipality, most.People)),
            .. total.WorstOff == LedgerRow.NoPlace ? (Phrase[])[] : [WorstOff(ledger, labels, total.WorstOff)],
        ];
    }

    /// <summary>
    /// The answer in short: those who lose every way first and apart, those who gain one, then longer and shorter ways and
    /// opening days; never empty.
    /// </summary>
    public static IReadOnlyList<Phrase> Head(ChangeLedger ledger)
    {
        LedgerRow total = ledger.Total;
        var sentences = new List<Phrase>();
        AccessChange change = total.Change;
        if (ChangeClauses.IsAny(change.LoseAccess, change, ChangedFew.LoseAccess)) sentences.Add(ChangeClauses.Count("decisions.lose-access", change.LoseAccess));
        if (ChangeClauses.IsAny(change.GainAccess, change, ChangedFew.GainAccess)) sentences.Add(ChangeClauses.Count("decisions.gain-access", change.GainAccess));
        sentences.Add(ChangeClauses.Overall(total, ledger.Change.To.Total.WithoutAccess));
        if (total.Affected > 0)
            sentences.AddRange(ChangeClauses.Days(total).Take(1).Select(_ => new Phrase("decisions.opening-days", ChangeClauses.Joined(ChangeClauses.Days(total)))));
        return sentences;
    }

    /// <summary>What changes in one municipality, in one sentence.</summary>
    /// <param name="ledger">The ledger of the structure.</param>
    /// <param name="row">The municipality's row in it.</param>
    /// <param name="threshold">The promise, by <see cref="ThresholdOf"/>: the same through a whole list.</param>
    public static Phrase InMunicipality(ChangeLedger ledger, LedgerRow row, int threshold) =>
        new ChangeClauses(threshold).InMunicipality(row, ledger.Case.Municipalities[row.Municipality].Name);

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

    /// <summary>Whose way gets longer by most minutes; null where nobody's does.</summary>
    public static Phrase? MostLost(ChangeLedger ledger)
    {
        int place = ledger.Total.MostLost;
        if (place == LedgerRow.NoPlace) return null;
        var labels = new PlaceLabels(ledger.Case);
        PlaceChange change = ledger.Place(place);
        (string suffix, long people) = Told(ledger.Case.Demand, change);
        string little = Phrasebook.ReadsSame(change.Before.Minutes, change.After.Minutes, MinutesDecimals) ? "-little" : "";
        return new Phrase(
            $"decisions.most-lost{little}{suffix}", labels.OfPlace(place).At, MunicipalityOf(ledger, place), change.Before.Minutes,
            change.After.Minutes, people);
    }

    private static Phrase WorstOff(ChangeLedger ledger, PlaceLabels labels, int place)
    {
        TravelTime after = ledger.Place(place).After;
        (string suffix, long people) = Told(ledger.Case.Demand, ledger.Place(place));
        return after.IsReachable
            ? new Phrase("decisions.worst-off" + suffix, labels.OfPlace(place).At, MunicipalityOf(ledger, place), after.Minutes, people)
            : new Phrase("decisions.worst-off-without" + suffix, labels.OfPlace(place).At, MunicipalityOf(ledger, place), people);
    }

    private static (string Suffix, long People) Told(Demand demand, PlaceChange change) =>
        demand.IsFew(change.Place) ? ("-few", demand.LeastPeople) : ("", change.People);

    private static Phrase Hours(ChangeLedger ledger)
    {
        double hours = Math.Abs(ledger.Total.HoursNet);
        string key = Math.Round(hours) == 0 ? "decisions.hours-same" : ledger.Total.HoursNet > 0 ? "decisions.hours-more" : "decisions.hours-less";
        string basis = ledger.Contacts.IsEstimate ? "decisions.contacts-estimated" : "decisions.contacts-given";
        return new Phrase(key, (long)Math.Round(hours), new Phrase(basis, (double)ledger.Contacts.VisitsPerInhabitantYear));
    }

    private static string MunicipalityOf(ChangeLedger ledger, int place) =>
        ledger.Case.Municipalities[ledger.Case.Demand.Municipalities[place]].Name;
}
