namespace NavGeo.Web.Meetings;

/// <summary>The edits made so far were kept under a name; a second time under the same name replaces the first.</summary>
/// <param name="Name">As users see it.</param>
public sealed record ScenarioKept(string Name) : MeetingEvent;
