namespace NavGeo.Web.Meetings;

/// <summary>The meeting went back to the case as it was read. Can be undone.</summary>
public sealed record EditsCleared : MeetingEvent;
