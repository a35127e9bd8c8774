using NavGeo.Web.Edits;

namespace NavGeo.Web.Meetings;

/// <summary>A participant who may not edit proposed an edit.</summary>
/// <param name="Edit">What.</param>
public sealed record EditProposed(Edit Edit) : MeetingEvent;
