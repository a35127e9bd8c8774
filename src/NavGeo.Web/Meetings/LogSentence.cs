using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Web.Meetings;

/// <summary>What the log says of an event.</summary>
internal static class LogSentence
{
    public static Phrase Of(PlanningCase original, MeetingEvent happened) => happened switch
    {
        EditMade made => made.Edit.Sentence(original),
        EditUndone => new Phrase("web.log.undo"),
        EditRedone => new Phrase("web.log.redo"),
        EditsCleared => new Phrase("web.log.clear"),
        ScenarioKept kept => new Phrase("web.log.keep", kept.Name),
        ScenarioOpened opened => new Phrase("web.log.open", opened.Name),
        ScenarioTakenIn taken => new Phrase("web.log.upload", taken.Name),
        ObjectionPinned pinned => new Phrase("web.log.objection", pinned.Structure, pinned.Text),
        EditProposed proposed => new Phrase("web.log.proposal", proposed.Edit.Sentence(original)),
        ProposalSettled settled => new Phrase(settled.IsTaken ? "web.log.taken" : "web.log.aside", settled.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };
}
