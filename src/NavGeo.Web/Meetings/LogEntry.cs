namespace NavGeo.Web.Meetings;

/// <summary>A line of the meeting's log.</summary>
/// <param name="Number">1 for the first; no number is missing or used twice.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Author">Who, as they called themselves when they joined.</param>
/// <param name="Event">What happened.</param>
public sealed record LogEntry(long Number, DateTimeOffset At, string Author, MeetingEvent Event);
