using System.Text.Json.Serialization;

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
[JsonDerivedType(typeof(ScenarioKept), "keep")]
[JsonDerivedType(typeof(ScenarioOpened), "open")]
[JsonDerivedType(typeof(ScenarioTakenIn), "takenIn")]
[JsonDerivedType(typeof(ObjectionPinned), "objection")]
[JsonDerivedType(typeof(EditProposed), "proposal")]
[JsonDerivedType(typeof(ProposalSettled), "settled")]
public abstract record MeetingEvent;
