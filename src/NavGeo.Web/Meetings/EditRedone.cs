namespace NavGeo.Web.Meetings;

/// <summary>What was taken back last was done again.</summary>
public sealed record EditRedone : MeetingEvent;
