using NavGeo.Web.Edits;

namespace NavGeo.Web.Meetings;

/// <summary>The presenter changed something.</summary>
/// <param name="Edit">What.</param>
public sealed record EditMade(Edit Edit) : MeetingEvent;
