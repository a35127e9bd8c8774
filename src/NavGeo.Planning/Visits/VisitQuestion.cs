using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Visits;

/// <summary>What is asked of a case that has a timetable (<see cref="PlanningCase.Transit"/>): on which dates, in which hours. Immutable.</summary>
/// <param name="Dates">Among which the weekdays are searched.</param>
/// <param name="Hours">Where the case says none, and the stay.</param>
/// <param name="Changes">What of the timetable is changed already, in words.</param>
public sealed record VisitQuestion(IReadOnlyList<DateOnly> Dates, VisitHours Hours, IReadOnlyList<Phrase> Changes)
{
    /// <summary>The answer for a case.</summary>
    /// <exception cref="ArgumentException">It has no timetable.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public VisitStudy Of(PlanningCase planningCase, CancellationToken cancellation = default) => VisitStudy.Of(
        planningCase, planningCase.Transit ?? throw new ArgumentException("a case with a timetable", nameof(planningCase)), Dates, Hours, Changes, cancellation);

    /// <summary>Whether two cases have the same answer: edits of roads and offices leave it as it is.</summary>
    public static bool AreAlike(PlanningCase one, PlanningCase other) =>
        ReferenceEquals(one.Transit, other.Transit) && ReferenceEquals(one.Demand, other.Demand)
        && one.Sites.Select(s => (s.Id, s.Position)).SequenceEqual(other.Sites.Select(s => (s.Id, s.Position)))
        && one.Figures.Hours.SequenceEqual(other.Figures.Hours)
        && one.Structures.Count == other.Structures.Count
        && one.Structures.Zip(other.Structures).All(p => p.First.Id == p.Second.Id && one.Sites.All(s => p.First.WeekdaysOf(s.Id) == p.Second.WeekdaysOf(s.Id)));
}

/// <summary>What people without a car lose and gain from one answer to another. Immutable.</summary>
/// <param name="Lose">People with fewer days than before.</param>
/// <param name="LoseAll">Of these, those with none any more.</param>
/// <param name="Gain">People with more days than before.</param>
/// <param name="GainFirst">Of these, those who had none.</param>
public sealed record VisitChange(long Lose, long LoseAll, long Gain, long GainFirst)
{
    /// <summary>What happens to the people of a case, or of one of its municipalities.</summary>
    /// <param name="of">The case.</param>
    /// <param name="before">Visits before.</param>
    /// <param name="after">Visits after, of the same places and on as many days.</param>
    /// <param name="municipality">Its number in the case; null for everybody.</param>
    public static VisitChange Between(PlanningCase of, StructureVisits before, StructureVisits after, int? municipality = null)
    {
        (long lose, long loseAll, long gain, long gainFirst) = (0, 0, 0, 0);
        for (int place = 0; place < of.Demand.Count; place++)
        {
            if (municipality is { } one && of.Demand.Municipalities[place] != one) continue;
            (int was, int now, int people) = (before.ByPlace[place].Length, after.ByPlace[place].Length, of.Demand.People[place]);
            if (now < was) lose += people;
            if (now < was && now == 0) loseAll += people;
            if (now > was) gain += people;
            if (now > was && was == 0) gainFirst += people;
        }
        return new VisitChange(lose, loseAll, gain, gainFirst);
    }

    /// <summary>The same in words, the worst first.</summary>
    public IEnumerable<Phrase> Sentences()
    {
        if (LoseAll > 0) yield return new Phrase("visits.lose-all", LoseAll);
        if (Lose > LoseAll) yield return new Phrase("visits.lose", Lose - LoseAll);
        if (GainFirst > 0) yield return new Phrase("visits.gain-first", GainFirst);
        if (Gain > GainFirst) yield return new Phrase("visits.gain", Gain - GainFirst);
        if (Lose + Gain == 0) yield return new Phrase("visits.no-change");
    }
}
