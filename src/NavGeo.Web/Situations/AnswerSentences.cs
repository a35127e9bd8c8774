using NavGeo.Planning.Access;
using NavGeo.Planning.Language;

namespace NavGeo.Web.Situations;

/// <summary>What the structure that is shown does to people, against today, in a few plain sentences; who is hit hardest is always among them.</summary>
internal static class AnswerSentences
{
    private const double MillisecondsPerMinute = 60_000;

    public static IReadOnlyList<Phrase> Of(Situation situation)
    {
        StructureChange change = situation.AgainstToday;
        AccessChange total = change.Total;
        if (total.Lose + total.Gain + total.LoseAccess + total.GainAccess == 0)
            return [new Phrase("web.sentence.unchanged", total.People), .. WorstOff(situation)];
        var sentences = new List<Phrase> { new("web.sentence.total", total.Lose, total.Gain, total.People) };
        if (total.LoseAccess > 0) sentences.Add(new Phrase("web.sentence.loseAccess", total.LoseAccess));
        if (total.GainAccess > 0) sentences.Add(new Phrase("web.sentence.gainAccess", total.GainAccess));
        int hit = Enumerable.Range(0, change.ByMunicipality.Count)
            .MaxBy(m => (change.ByMunicipality[m].LoseAccess, change.ByMunicipality[m].PersonMilliseconds));
        AccessChange hardest = change.ByMunicipality[hit];
        if (hardest.Lose > 0 && change.From.ByMunicipality[hit].MeanMinutes is { } before && change.To.ByMunicipality[hit].MeanMinutes is { } after)
        {
            sentences.Add(new Phrase(
                "web.sentence.hardest", situation.Case.Municipalities[hit].Name, hardest.Lose, hardest.People, before, after,
                hardest.WorstMilliseconds / MillisecondsPerMinute));
        }
        sentences.AddRange(WorstOff(situation));
        return sentences;
    }

    private static IEnumerable<Phrase> WorstOff(Situation situation)
    {
        IReadOnlyList<AccessIndicators> all = situation.Chosen.Access.ByMunicipality;
        int worst = Enumerable.Range(0, all.Count).MaxBy(m => all[m].Longest?.Milliseconds ?? -1);
        if (all[worst].Longest is { } longest)
            yield return new Phrase("web.sentence.worst", situation.Case.Municipalities[worst].Name, longest.Minutes);
    }
}
