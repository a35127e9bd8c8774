namespace NavGeo.Web.Meetings;

/// <summary>Somebody in the meeting.</summary>
/// <param name="Name">As they call themselves; stands in the log.</param>
/// <param name="Role">What they may do.</param>
/// <param name="IsMuted">Whether they only look: who leads has taken the word from them.</param>
public sealed record Participant(string Name, Role Role, bool IsMuted = false);

/// <summary>What somebody in a meeting may do; enforced on the server.</summary>
public enum Role
{
    /// <summary>Looks, proposes, objects.</summary>
    Participant = 0,

    /// <summary>Does all that and edits.</summary>
    Presenter,
}
