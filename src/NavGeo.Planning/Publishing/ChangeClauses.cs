using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// The clauses that sentences about a change are put together from. Nobody is in two clauses: who loses every way is told
/// first and is not among those with a longer way; who passes a promised time is told as a part of those with a longer way.
/// </summary>
/// <param name="threshold">Index into <see cref="AccessIndicators.Thresholds"/> of the promise that is spoken of.</param>
internal sealed class ChangeClauses(int threshold)
{
    /// <summary>What changes in all, in one sentence.</summary>
    /// <param name="total">The row of the whole case.</param>
    /// <param name="without">How many reach no site under the structure: where nobody's way changes they are told, since not all reach one.</param>
    public static Phrase Overall(LedgerRow total, long without)
    {
        AccessChange change = total.Change;
        if (total.Affected == 0 && change.Few == ChangedFew.None)
        {
            string some = without > 0 ? "-but-some" : "";
            return total.IsTouched
                ? Sentence(new Phrase("decisions.same-way" + some, Joined(Days(total)), without))
                : new Phrase("decisions.no-change" + some, without);
        }
        Phrase lose = (IsAny(change.Lose, change, ChangedFew.Lose), IsAny(change.LoseAccess, change, ChangedFew.LoseAccess)) switch
        {
            (true, true) => Count("decisions.others-get-longer", change.Lose),
            (true, _) => Count("decisions.longer", change.Lose),
            (_, true) => new Phrase("decisions.nobody-else-longer"),
            _ => new Phrase("decisions.nobody-longer"),
        };
        Phrase gain = IsAny(change.Gain, change, ChangedFew.Gain) ? Count("decisions.and-shorter", change.Gain) : new Phrase("decisions.and-nobody-shorter");
        return new Phrase(change.StillWithout > 0 ? "decisions.overall-some-without" : "decisions.overall", lose, gain, change.Unchanged, change.People, change.StillWithout);
    }

    /// <summary>What changes in one municipality.</summary>
    public Phrase InMunicipality(LedgerRow row, string name)
    {
        AccessChange change = row.Change;
        var clauses = new List<Phrase>();
        if (row.Affected == 0 && change.Few == ChangedFew.None)
        {
            clauses.Add(new Phrase("decisions.same-in", name));
        }
        else
        {
            bool doLoseAccess = IsAny(change.LoseAccess, change, ChangedFew.LoseAccess);
            if (doLoseAccess) clauses.Add(Count("decisions.lose-access-in", change.LoseAccess, name));
            if (IsAny(change.Lose, change, ChangedFew.Lose))
                clauses.Add(Beyond(doLoseAccess ? Count("decisions.others-longer", change.Lose) : Count("decisions.longer-in", change.Lose, name), change));
            else if (!doLoseAccess) clauses.Add(new Phrase("decisions.nobody-longer-in", name));
            if (IsAny(change.GainAccess, change, ChangedFew.GainAccess)) clauses.Add(Count("decisions.get-access", change.GainAccess));
            clauses.Add(IsAny(change.Gain, change, ChangedFew.Gain) ? Count("decisions.get-shorter", change.Gain) : new Phrase("decisions.nobody-shorter"));
        }
        return Sentence(Joined([.. clauses, .. Days(row)]));
    }

    /// <summary>Who gets fewer, and who gets more opening days; empty where nobody does.</summary>
    public static IEnumerable<Phrase> Days(LedgerRow row)
    {
        if (row.FewerDays.People > 0)
            yield return Count("decisions.fewer-days", row.FewerDays.People, row.FewerDays.MeanAfter, row.FewerDays.MeanBefore);
        if (row.MoreDays.People > 0)
            yield return Count("decisions.more-days", row.MoreDays.People, row.MoreDays.MeanAfter, row.MoreDays.MeanBefore);
    }

    /// <summary>A clause that counts people, or says that there are a few who are in no count.</summary>
    public static Phrase Count(string key, long people, params IReadOnlyList<object> rest) =>
        new(people == 0 ? key + "-few" : key, [people, .. rest]);

    /// <summary>Whether there is anybody to speak of, counted or not.</summary>
    public static bool IsAny(long people, AccessChange change, ChangedFew few) => people > 0 || change.Few.HasFlag(few);

    /// <summary>Clauses with a semicolon between them.</summary>
    public static Phrase Joined(IEnumerable<Phrase> clauses) => clauses.Aggregate((one, next) => new Phrase("decisions.two-clauses", one, next));

    /// <summary>A clause with a full stop.</summary>
    public static Phrase Sentence(Phrase clause) => new("decisions.full-stop", clause);

    /// <summary>The clause on those with a longer way, and how many of them pass the promise.</summary>
    private Phrase Beyond(Phrase longer, AccessChange change)
    {
        long beyond = change.PushedBeyond[threshold];
        int minutes = AccessIndicators.Thresholds[threshold];
        if (beyond == 0) return longer;
        return new Phrase(
            "decisions.with-part", longer,
            beyond == change.Lose && !change.Few.HasFlag(ChangedFew.Lose) ? new Phrase("decisions.all-beyond", minutes) : Count("decisions.of-them-beyond", beyond, minutes));
    }
}
