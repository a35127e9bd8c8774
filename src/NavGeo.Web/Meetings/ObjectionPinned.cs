namespace NavGeo.Web.Meetings;

/// <summary>Somebody objected to a structure; goes with it into what is taken away.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Text">The objection in the participant's words.</param>
public sealed record ObjectionPinned(string Structure, string Text) : MeetingEvent;
