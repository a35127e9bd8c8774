namespace NavGeo.Web.Meetings;

/// <summary>The last edit was taken back.</summary>
public sealed record EditUndone : MeetingEvent;
