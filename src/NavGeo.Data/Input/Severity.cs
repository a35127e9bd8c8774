namespace NavGeo.Data.Input;

/// <summary>How bad a <see cref="Finding"/> is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to mend.</summary>
    Note = 0,

    /// <summary>The work goes on, but the result may surprise.</summary>
    Warning,

    /// <summary>The work cannot go on.</summary>
    Error,
}
