namespace NavGeo.Web.Safety;

/// <summary>Somebody in the meeting.</summary>
/// <param name="Name">As they call themselves; stands in the log.</param>
/// <param name="Role">What they may do.</param>
public sealed record Participant(string Name, Role Role);

/// <summary>What somebody in a meeting may do; enforced on the server.</summary>
public enum Role
{
    /// <summary>Looks, proposes, objects.</summary>
    Participant = 0,

    /// <summary>Does all that and edits.</summary>
    Presenter,
}

/// <summary>Marks a route that changes what everybody sees.</summary>
internal sealed class PresenterOnly;
