namespace NavGeo.Web.Safety;

/// <summary>How often an address may do what costs something.</summary>
internal static class LimitNames
{
    /// <summary>Edits, proposals, objections.</summary>
    public const string Write = "write";

    /// <summary>Moving the others' maps along, which must not cost whoever leads an edit.</summary>
    public const string Look = "look";

    /// <summary>Attempts to come in: slow enough that a code cannot be guessed.</summary>
    public const string Join = "join";
}
