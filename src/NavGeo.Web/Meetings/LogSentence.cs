using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Web.Meetings;

/// <summary>What the log says of an entry.</summary>
internal static class LogSentence
{
    /// <param name="original">The case as it was read.</param>
    /// <param name="state">The meeting at that entry or later: what the entry is about stands in it.</param>
    /// <param name="entry">One of its log.</param>
    public static Phrase Of(PlanningCase original, MeetingState state, LogEntry entry) => entry.Event switch
    {
        EditMade made => made.Edit.Sentence(original),
        EditSwitched switched => new Phrase(
            switched.IsOn ? "web.log.switchedOn" : "web.log.switchedOff", state.Switched(entry.Number).Edit.Title(original)),
        EditUndone => new Phrase("web.log.undo", Of(original, state, state.Subjects[entry.Number])),
        EditRedone => new Phrase("web.log.redo", Of(original, state, state.Subjects[entry.Number])),
        EditsCleared => new Phrase("web.log.clear"),
        ScenarioKept kept => new Phrase("web.log.keep", kept.Name),
        ScenarioOpened opened => new Phrase("web.log.open", opened.Name),
        ScenarioTakenIn taken => new Phrase("web.log.upload", taken.Name),
        ScenarioRenamed renamed => new Phrase("web.log.rename", renamed.Name, renamed.To),
        ScenarioDeleted deleted => new Phrase("web.log.delete", deleted.Name),
        ObjectionPinned pinned => new Phrase("web.log.objection", pinned.Structure, pinned.Text),
        ObjectionAnswered answered => new Phrase("web.log.answer", state.Subjects[entry.Number].Author, answered.Text),
        ObjectionWithdrawn => new Phrase("web.log.withdrawal", ((ObjectionPinned)state.Subjects[entry.Number].Event).Text),
        QuestionPut put => new Phrase("web.log.question", put.Text, string.Join(" / ", put.Choices)),
        QuestionClosed closed => new Phrase("web.log.count", Counted(state.Ballots.Find(b => b.Question.Number == closed.Number)!)),
        VoteCast => new Phrase("web.log.vote", ((QuestionPut)state.Subjects[entry.Number].Event).Text),
        EditProposed proposed => new Phrase("web.log.proposal", proposed.Edit.Title(original)),
        ProposalSettled settled => new Phrase(
            settled.IsTaken ? "web.log.taken" : "web.log.aside", state.Subjects[entry.Number].Author, ((EditProposed)state.Subjects[entry.Number].Event).Edit.Title(original)),
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    /// <summary>"Model E? Yes 4, No 2".</summary>
    private static string Counted(Ballot ballot) =>
        FormattableString.Invariant($"{ballot.Put.Text} {string.Join(", ", ballot.Put.Choices.Zip(ballot.Counts, (choice, count) => FormattableString.Invariant($"{choice} {count}")))}");
}
