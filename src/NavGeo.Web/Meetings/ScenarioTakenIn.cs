using System.Collections.Immutable;
using NavGeo.Web.Edits;

namespace NavGeo.Web.Meetings;

/// <summary>A scenario came in from a file: it is kept under its name and taken up in place of the edits at hand. Can be undone.</summary>
/// <param name="Name">As users see it.</param>
/// <param name="Edits">In their order.</param>
public sealed record ScenarioTakenIn(string Name, ImmutableList<Edit> Edits) : MeetingEvent;
