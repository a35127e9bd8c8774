namespace NavGeo.Data;

/// <summary>A file could not be written; nothing of it is left behind.</summary>
public sealed class UnwritableException : IOException
{
    /// <param name="path">The file that was to be written.</param>
    /// <param name="cause">What the system said.</param>
    public UnwritableException(string path, Exception cause)
        : base(cause.Message, cause) => Path = path;

    /// <summary>The file that was to be written, as the user named it.</summary>
    public string Path { get; }
}
