namespace NavGeo.Web.Meetings;

/// <summary>A kept scenario was taken up again in place of the edits at hand. Can be undone.</summary>
/// <param name="Name">Its name.</param>
public sealed record ScenarioOpened(string Name) : MeetingEvent;
