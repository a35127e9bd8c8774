using NavGeo.Planning.Cases;
using NavGeo.Planning.Visits;

namespace NavGeo.Web.Situations;

/// <summary>
/// The visits without a car of a meeting that was begun with a timetable: searched when somebody first asks, and kept for the last few
/// answers, so that edits of roads and offices, undo and redo need no search. Any number of threads.
/// </summary>
/// <param name="question">On which dates, in which hours.</param>
public sealed class MeetingVisits(VisitQuestion question)
{
    private const int MostKept = 8;

    private readonly Lock shelf = new();
    private readonly List<(PlanningCase Case, Lazy<VisitStudy> Study)> answers = [];

    /// <summary>The visits of a case of the meeting under its edits.</summary>
    public VisitStudy Of(PlanningCase planningCase)
    {
        Lazy<VisitStudy> study;
        lock (shelf)
        {
            int at = answers.FindIndex(a => VisitQuestion.AreAlike(a.Case, planningCase));
            (PlanningCase, Lazy<VisitStudy> Study) answer = at >= 0 ? answers[at] : (planningCase, new Lazy<VisitStudy>(() => question.Of(planningCase)));
            // What was asked for last is at the end.
            if (at >= 0) answers.RemoveAt(at);
            else if (answers.Count >= MostKept) answers.RemoveAt(0);
            answers.Add(answer);
            study = answer.Study;
        }
        return study.Value;
    }
}
