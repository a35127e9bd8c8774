namespace NavGeo.Web.Safety;

/// <summary>What somebody in a meeting may do; enforced on the server.</summary>
public enum Role
{
    /// <summary>Looks, proposes, objects.</summary>
    Participant = 0,

    /// <summary>Does all that and edits.</summary>
    Presenter,
}
