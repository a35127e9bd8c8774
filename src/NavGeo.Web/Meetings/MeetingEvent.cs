using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NavGeo.Planning.Edits;

namespace NavGeo.Web.Meetings;

/// <summary>
/// Something that happened in a meeting. The meeting is the list of them: whoever reads it from the start comes to the
/// same state. Immutable.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(EditMade), "edit")]
[JsonDerivedType(typeof(EditUndone), "undo")]
[JsonDerivedType(typeof(EditRedone), "redo")]
[JsonDerivedType(typeof(EditsCleared), "clear")]
[JsonDerivedType(typeof(EditSwitched), "switch")]
[JsonDerivedType(typeof(ScenarioKept), "keep")]
[JsonDerivedType(typeof(ScenarioOpened), "open")]
[JsonDerivedType(typeof(ScenarioTakenIn), "takenIn")]
[JsonDerivedType(typeof(ScenarioRenamed), "rename")]
[JsonDerivedType(typeof(ScenarioDeleted), "delete")]
[JsonDerivedType(typeof(ObjectionPinned), "objection")]
[JsonDerivedType(typeof(ObjectionAnswered), "answer")]
[JsonDerivedType(typeof(ObjectionWithdrawn), "withdrawal")]
[JsonDerivedType(typeof(QuestionPut), "question")]
[JsonDerivedType(typeof(QuestionClosed), "count")]
[JsonDerivedType(typeof(VoteCast), "vote")]
[JsonDerivedType(typeof(EditProposed), "proposal")]
[JsonDerivedType(typeof(ProposalSettled), "settled")]
public abstract record MeetingEvent;

/// <summary>The presenter changed something.</summary>
/// <param name="Edit">What.</param>
public sealed record EditMade(Edit Edit) : MeetingEvent;

/// <summary>A participant who may not edit proposed an edit.</summary>
/// <param name="Edit">What.</param>
public sealed record EditProposed(Edit Edit) : MeetingEvent;

/// <summary>What was taken back last was done again.</summary>
public sealed record EditRedone : MeetingEvent;

/// <summary>The last edit was taken back.</summary>
public sealed record EditUndone : MeetingEvent;

/// <summary>The meeting went back to the case as it was read. Can be undone.</summary>
public sealed record EditsCleared : MeetingEvent;

/// <summary>One edit was put out of force, or into force again. Can be undone.</summary>
/// <param name="Number">Of the edit.</param>
/// <param name="IsOn">Into force.</param>
public sealed record EditSwitched(int Number, bool IsOn) : MeetingEvent;

/// <summary>A kept scenario was given another name.</summary>
/// <param name="Name">The one it had.</param>
/// <param name="To">The one it has.</param>
public sealed record ScenarioRenamed(string Name, string To) : MeetingEvent;

/// <summary>A kept scenario was thrown away; what was done in it stands in the log.</summary>
/// <param name="Name">Its name.</param>
public sealed record ScenarioDeleted(string Name) : MeetingEvent;

/// <summary>Somebody objected to a structure; goes with it into what is taken away.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Text">The objection in the participant's words.</param>
public sealed record ObjectionPinned(string Structure, string Text) : MeetingEvent;

/// <summary>Who leads answered an objection.</summary>
/// <param name="Number">Of the objection.</param>
/// <param name="Text">What was answered.</param>
public sealed record ObjectionAnswered(long Number, string Text) : MeetingEvent;

/// <summary>Who objected took it back.</summary>
/// <param name="Number">Of the objection.</param>
public sealed record ObjectionWithdrawn(long Number) : MeetingEvent;

/// <summary>Who leads put a question to the vote.</summary>
/// <param name="Text">The question.</param>
/// <param name="Choices">What may be answered.</param>
public sealed record QuestionPut(string Text, ImmutableList<string> Choices) : MeetingEvent;

/// <summary>Voting on a question ended.</summary>
/// <param name="Number">Of the question.</param>
public sealed record QuestionClosed(long Number) : MeetingEvent;

/// <summary>Somebody voted; a second vote takes the place of the first.</summary>
/// <param name="Number">Of the question.</param>
/// <param name="Choice">Index of what was chosen.</param>
public sealed record VoteCast(long Number, int Choice) : MeetingEvent;

/// <summary>The presenter took up a proposal or put it aside.</summary>
/// <param name="Number">Number of the entry that proposed it.</param>
/// <param name="IsTaken">Taken up: its edit is made.</param>
public sealed record ProposalSettled(long Number, bool IsTaken) : MeetingEvent;

/// <summary>The edits made so far were kept under a name; a second time under the same name replaces the first.</summary>
/// <param name="Name">As users see it.</param>
public sealed record ScenarioKept(string Name) : MeetingEvent;

/// <summary>A kept scenario was taken up again in place of the edits at hand. Can be undone.</summary>
/// <param name="Name">Its name.</param>
public sealed record ScenarioOpened(string Name) : MeetingEvent;

/// <summary>A scenario came in from a file: it is kept under its name and taken up in place of the edits at hand. Can be undone.</summary>
/// <param name="Name">As users see it.</param>
/// <param name="Edits">In their order.</param>
public sealed record ScenarioTakenIn(string Name, ImmutableList<Edit> Edits) : MeetingEvent;

/// <summary>A line of the meeting's log.</summary>
/// <param name="Number">1 for the first; no number is missing or used twice.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Author">Who, as they called themselves when they joined.</param>
/// <param name="Event">What happened.</param>
/// <param name="Role">What they were: who leads is told from others of whatever name.</param>
public sealed record LogEntry(long Number, DateTimeOffset At, string Author, MeetingEvent Event, Role Role = Role.Participant);
