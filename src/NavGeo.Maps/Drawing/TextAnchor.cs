namespace NavGeo.Maps.Drawing;

/// <summary>Which part of a text stands at its point.</summary>
public enum TextAnchor
{
    /// <summary>Its left end.</summary>
    Start = 0,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its right end.</summary>
    End,
}
