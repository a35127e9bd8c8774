namespace NavGeo.Web.Safety;

/// <summary>Somebody in the meeting.</summary>
/// <param name="Name">As they call themselves; stands in the log.</param>
/// <param name="Role">What they may do.</param>
public sealed record Participant(string Name, Role Role);
